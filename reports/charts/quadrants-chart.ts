/** Where each intervention stands: four boxes for one municipality, a grid for some, counts of municipalities for many. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, type HeatLevel } from "./heat-chart.ts";
import { countIn, distinct, hidesAny, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutBoxes, type QuadrantBox } from "./quadrant-boxes.ts";
import { HATCH, type Fill } from "./scene.ts";
import { stackedBody } from "./stacked-chart.ts";
import { formatNumber } from "../text/format.ts";
import { COLOURS, STEPS_OF_DEEP, TWO_SIDED } from "./tokens.ts";

const MOST_MUNICIPALITIES = 8;

interface Look {
  readonly code: string;
  readonly fill: Fill;
  /** In the cells of a grid: the colour never stands alone. */
  readonly word: string;
}

/** Worst first. */
const LOOKS: readonly Look[] = [
  { code: "need_without", fill: COLOURS.rust, word: "saknas" },
  { code: "not_reaching", fill: TWO_SIDED[1], word: "når inte" },
  { code: "not_helping", fill: COLOURS.ochre, word: "hjälper inte" },
  { code: "works", fill: COLOURS.deep, word: "hjälper" },
  { code: "effect_unknown", fill: STEPS_OF_DEEP[1], word: "når" },
  { code: "not_asked_for", fill: COLOURS.neutral, word: "–" },
];
const BOXES = 4;

export function quadrantsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "quadrants");
  const { focus } = context;
  const places = distinct(table, "municipality").filter((code) => focus === undefined || code === focus);
  if (places.length <= 1) return boxes(table, places[0] ?? "", context);
  return places.length <= MOST_MUNICIPALITIES ? grid(table, places, context) : totals(tables, context);
}

const named = (table: Table, code: string): string => table.labels["quadrant"]?.[code] ?? code;

function boxes(table: Table, place: string, { width }: DrawContext): ChartBody {
  const rows = table.rows.filter(({ municipality }) => municipality === place);
  const of = (code: string) =>
    rows
      .filter(({ quadrant }) => quadrant === code)
      .map((row) => ({ label: labelIn(table, "intervention", row.intervention), sub: evidence(code, row) }))
      .sort((a, b) => compareSwedish(a.label, b.label));
  const filled = LOOKS.slice(0, BOXES).map(({ code, fill }): QuadrantBox => ({
    key: code,
    heading: named(table, code),
    fill,
    entries: of(code),
  }));
  const others = [...LOOKS.slice(BOXES).map(({ code }) => code), "unknown"].flatMap((code) => {
    const names = of(code).map(({ label }) => label);
    return names.length === 0 ? [] : [{ key: code, heading: named(table, code), names }];
  });
  return { scene: layoutBoxes(filled, others, width), notes: [RULE] };
}

const RULE =
  "Når inte: finns bara delvis, eller minst en tredjedel av svaren säger att den saknas. Hjälper inte: i någon grupp med minst tre betyg är nettot −10 eller lägre. Regeln står i tabellen.";

/** The one figure that decided. */
function evidence(code: string, row: TableRow): string {
  const parts = (n: TableRow[string] | undefined, of: TableRow[string] | undefined) =>
    `${formatNumber(countIn(n))} av ${formatNumber(countIn(of))}`;
  if (code === "need_without")
    return countIn(row.missing) > 0
      ? `saknas enligt ${parts(row.missing, row.asked)}`
      : `önskas i ${formatNumber(countIn(row.wanted))} svar`;
  if (code === "not_reaching")
    return countIn(row.fully) === 0
      ? `finns bara delvis, hos ${parts(row.exists, row.told)}`
      : `saknas enligt ${parts(row.missing, row.asked)}`;
  const nets = (["party", "staff", "voice"] as const).flatMap((group) => {
    if (hidesAny(row, [`${group}_net`, `${group}_n`])) return [];
    const [net, n] = [row[`${group}_net`], countIn(row[`${group}_n`])];
    return typeof net === "number" && n >= 3
      ? [`${GROUP[group]} ${Math.round(net) > 0 ? "+" : ""}${formatNumber(net)}`]
      : [];
  });
  return nets.length === 0 ? "" : `netto: ${nets.join(", ")}`;
}

const GROUP = { party: "parterna", staff: "personalen", voice: "de unga" } as const;

function grid(table: Table, places: readonly string[], context: DrawContext): ChartBody {
  const cells = new Map(table.rows.map((row) => [`${textIn(row.intervention)}/${textIn(row.municipality)}`, row]));
  const levels: readonly HeatLevel[] = LOOKS.map(({ code, fill }) => ({ label: named(table, code), fill }));
  const body = heatBody(
    {
      panels: [
        {
          key: "quadrants",
          rows: distinct(table, "intervention").map((id) => ({ id, label: labelIn(table, "intervention", id) })),
          columns: places.map((id) => ({ id, label: labelIn(table, "municipality", id) })),
          cell: (intervention, municipality) => {
            const code = textIn(cells.get(`${intervention}/${municipality}`)?.quadrant);
            const level = LOOKS.findIndex((look) => look.code === code);
            const tip = `${labelIn(table, "intervention", intervention)}, ${labelIn(table, "municipality", municipality)}: ${named(table, code).toLowerCase()}`;
            return level < 0 ? { level: undefined, word: "", tip } : { level, word: LOOKS[level]?.word ?? "", tip };
          },
        },
      ],
      levels,
      unknown: named(table, "unknown"),
    },
    context,
  );
  return { ...body, notes: [RULE, ...(body.notes ?? [])] };
}

function totals(tables: Tables, context: DrawContext): ChartBody {
  const body = stackedBody(tables, context, {
    table: "quadrants_total",
    parts: [...LOOKS, { code: "unknown", fill: HATCH }].map(({ code, fill }) => ({ key: code, fill })),
    label: (table, row) => labelIn(table, "intervention", row.intervention),
    key: (row) => textIn(row.intervention),
    value: (row) => formatNumber(countIn(row.need_without)),
    valueHead: "Behov utan",
    rows: (table) =>
      [...table.rows].sort(
        (a, b) =>
          countIn(b.need_without) - countIn(a.need_without) || countIn(b.not_reaching) - countIn(a.not_reaching),
      ),
    unit: "kommuner",
  });
  return { ...body, notes: [...(body.notes ?? []), RULE] };
}
