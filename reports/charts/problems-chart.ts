import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, formatPercent, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, levelOf, SHARE_LEVELS, type HeatCell, type HeatPanel } from "./heat-chart.ts";
import { layoutList } from "./list-layout.ts";
import { rankedBody } from "./ranked-chart.ts";
import { countIn, distinct, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import { hatchSample, swatch } from "./samples.ts";
import { HATCH } from "./scene.ts";
import { stackedBody } from "./stacked-chart.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

const rated = (row: TableRow): number => countIn(row.none) + countIn(row.some) + countIn(row.half) + countIn(row.most);
const often = (row: TableRow): number => countIn(row.half) + countIn(row.most);

/** How common each problem is, the most common first. */
export const frequencyBody = (tables: Tables, context: DrawContext): ChartBody =>
  stackedBody(tables, context, {
    table: "frequency_by_domain",
    parts: [
      { key: "most", fill: COLOURS.deep },
      { key: "half", fill: STEPS_OF_DEEP[3] },
      { key: "some", fill: STEPS_OF_DEEP[1] },
      { key: "none", fill: COLOURS.neutral },
      { key: "dont_know", fill: HATCH },
    ],
    label: (table, row) => labelIn(table, "domain", row.domain),
    key: (row) => textIn(row.domain),
    value: (row) => `${formatNumber(often(row))} av ${formatNumber(rated(row))}`,
    valueHead: "Hälften eller fler",
    rows: (table) => {
      const share = (row: TableRow) => (rated(row) === 0 ? -1 : often(row) / rated(row));
      return [...table.rows].sort((a, b) => share(b) - share(a) || countIn(b.most) - countIn(a.most));
    },
    unit: "svar",
  });

/** Problem × kind of party: the share that sees it with half or more. */
export function kindsHeatBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "frequency");
  const byKey = new Map(table.rows.map((row) => [`${textIn(row.domain)} ${textIn(row.party_kind)}`, row]));
  const name = (key: string) => (id: string) => ({ id, label: labelIn(table, key, id) });
  return heatBody(
    {
      panels: [
        {
          key: "frequency",
          rows: distinct(table, "domain").map(name("domain")),
          columns: distinct(table, "party_kind").map(name("party_kind")),
          cell: (domain, kind) => {
            const row = byKey.get(`${domain} ${kind}`);
            return row === undefined ? undefined : shareCell(table, row);
          },
        },
      ],
      levels: SHARE_LEVELS,
      unknown: "Inget svar",
    },
    context,
  );
}

function shareCell(table: Table, row: TableRow): HeatCell {
  const name = `${labelIn(table, "domain", row.domain)}, ${labelIn(table, "party_kind", row.party_kind)}`;
  const n = rated(row);
  if (n === 0) return { level: undefined, word: "–", tip: `${name}: inget svar` };
  const counts = `${formatNumber(often(row))} av ${formatNumber(n)}`;
  return {
    level: levelOf(often(row) / n),
    word: n < FEW_ANSWERS ? counts : formatPercent(often(row) / n),
    tip: `${name}: hälften eller fler enligt ${counts} svar`,
  };
}

const MOST_PLACES = 24;
const PLACE_LEVELS = [
  { label: "Först", fill: COLOURS.deep },
  { label: "På andra plats", fill: STEPS_OF_DEEP[2] },
  { label: "På tredje plats", fill: STEPS_OF_DEEP[0] },
  { label: "Inte bland de tre", fill: COLOURS.card },
];

/** What each party placed first, second and third; only how many, where the parties are too many. */
export function placesBody(tables: Tables, context: DrawContext): ChartBody {
  const top = tableOf(tables, "top");
  const { rows } = top;
  const bars = () =>
    rankedBody(tables, context, {
      table: "top",
      name: "domain",
      length: "mentions",
      valueHead: "Bland de tre",
      colour: COLOURS.deep,
      value: (row) => `${formatNumber(countIn(row.mentions))} av ${formatNumber(countIn(row.answers))}`,
      sub: (row) => (countIn(row.first) === 0 ? "" : `${formatNumber(countIn(row.first))} på första plats`),
      whole: (of) => Math.max(1, ...of.rows.map((row) => countIn(row.answers))),
    });
  if (context.focus === undefined && countIn(rows[0]?.answers) > MOST_PLACES) return bars();
  const table = tableOf(tables, "by_party");
  const here = table.rows.filter((row) => context.focus === undefined || row.municipality === context.focus);
  const of = { ...table, rows: here };
  const parties = distinct(of, "party");
  if (parties.length > MOST_PLACES) return bars();
  if (context.width < NARROW) return chosenBody(of, context.width);
  const order = [...rows].sort(
    (a, b) => countIn(b.mentions) - countIn(a.mentions) || countIn(b.first) - countIn(a.first),
  );
  const byKey = new Map(here.map((row) => [placeKey(row), row]));
  const panels = distinct(of, "municipality").map((municipality): HeatPanel => ({
    key: municipality,
    heading: labelIn(table, "municipality", municipality),
    rows: order.map(({ domain }) => ({ id: textIn(domain), label: labelIn(top, "domain", domain) })),
    columns: parties.map((party) => ({ id: party, label: labelIn(table, "party", party) })),
    cell: (domain, party) => {
      const row = byKey.get(placeKey({ domain, party, municipality }));
      return row === undefined ? undefined : placeCell(table, row);
    },
  }));
  return heatBody({ panels, levels: PLACE_LEVELS, unknown: "Har inte valt" }, context);
}

/** For a narrow drawing: what each party placed first, second and third, in words. */
function chosenBody(table: Table, width: number): ChartBody {
  const panels = distinct(table, "municipality").map((municipality) => {
    const here = { ...table, rows: table.rows.filter((row) => row.municipality === municipality) };
    const entries = distinct(here, "party").map((party) => {
      const chosen = here.rows
        .filter((row) => row.party === party && typeof row.place === "number")
        .sort((a, b) => countIn(a.place) - countIn(b.place))
        .map((row) => `${countIn(row.place)}\u00a0${inSentence(labelIn(table, "domain", row.domain))}`);
      return {
        key: `${municipality}/${party}`,
        sample: chosen.length > 0 ? swatch(COLOURS.deep) : hatchSample,
        text: `${labelIn(table, "party", party)}: ${chosen.length > 0 ? chosen.join(", ") : "har inte valt"}`,
      };
    });
    return { heading: labelIn(table, "municipality", municipality), entries };
  });
  return { scene: layoutList(panels, width), notes: ["1 är det tydligaste problemet enligt parten."] };
}

const placeKey = ({ domain, party, municipality }: TableRow): string =>
  `${textIn(domain)} ${textIn(party)} ${textIn(municipality)}`;

function placeCell(table: Table, row: TableRow): HeatCell {
  const name = `${labelIn(table, "domain", row.domain)}, ${labelIn(table, "party", row.party)}, ${labelIn(table, "municipality", row.municipality)}`;
  if (typeof row.place === "number")
    return { level: Math.min(2, row.place - 1), word: String(row.place), tip: `${name}: plats ${String(row.place)}` };
  const outside = typeof row.place === "object" && row.place.missing === "not_applicable";
  const words = outside ? "inte bland de tre" : reasonIn(row.place).toLowerCase();
  return { level: outside ? 3 : undefined, word: "", tip: `${name}: ${words}` };
}
