import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { fitsSlanted, layoutGrid, type GridCell } from "./grid-layout.ts";
import { layoutLegend, type LegendItem } from "./legend.ts";
import { layoutList } from "./list-layout.ts";
import { countIn, distinct, isHidden, labelIn, NOT_SHOWN, reasonIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { hatchSample, signSample, signShapes, swatch, type SignName } from "./samples.ts";
import { HATCH, stack } from "./scene.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

const SIGNS: Readonly<Record<string, SignName>> = { available: "full", partly: "half", missing: "empty" };
const LEGEND: readonly LegendItem[] = [
  { label: "Finns", sample: signSample("full") },
  { label: "Finns delvis", sample: signSample("half") },
  { label: "Saknas", sample: signSample("empty") },
  { label: "Inget besked", sample: signSample("hatch") },
];
/** Room for a name of two slanted lines. */
const LEAST_CELL = 44;
const MOST_CELLS = 500;
const MOST_PARTIES = 24;
/** A list of more is no longer read on a phone. */
const MOST_LISTED = 150;

/** Intervention × party with a sign a cell; a list of names on narrow drawings; bars where the parties are too many. */
export function availabilityBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "availability");
  const { focus } = context;
  const rows = focus === undefined ? table.rows : table.rows.filter((row) => row.municipality === focus);
  const of = { ...table, rows };
  const one = distinct(of, "municipality").length <= 1;
  const summed = () => bars(table, one ? supplyOf(of) : tableOf(tables, "supply").rows, context);
  if (!one && table.rows.length > MOST_CELLS) return summed();
  const parties = distinct(of, "party");
  if (parties.length > MOST_PARTIES) return summed();
  if (context.width >= NARROW && isMatrix(of, context.width)) return matrix(of, context.width);
  if (rows.length <= MOST_LISTED) return list(of, context.width);
  return summed();
}

/** Rows as in the table `supply`, of the rows of the table `availability` that are given. */
export function supplyOf(table: Table): readonly TableRow[] {
  return distinct(table, "intervention").map((intervention) => {
    const of = table.rows.filter((row) => row.intervention === intervention);
    const said = (code: string) => of.filter(({ availability }) => availability === code).length;
    const told = { available: said("available"), partly: said("partly"), missing: said("missing") };
    const unknown = of.filter(({ availability: one }) => typeof one === "object" && one.missing === "dont_know").length;
    const rest = of.length - told.available - told.partly - told.missing - unknown;
    return { intervention, ...told, unknown, no_answer: rest, expected: of.length };
  });
}

const partiesOf = (table: Table, municipality: string): readonly string[] =>
  distinct({ ...table, rows: table.rows.filter((row) => row.municipality === municipality) }, "party");

function isMatrix(table: Table, width: number): boolean {
  const labels = distinct(table, "intervention").map((id) => labelIn(table, "intervention", id));
  return distinct(table, "municipality").every((place) => {
    const columns = partiesOf(table, place).map((id) => labelIn(table, "party", id));
    return (
      columns.length * LEAST_CELL <= width * 0.55 && fitsSlanted({ columns, labels, cellWidth: LEAST_CELL }, width)
    );
  });
}

function matrix(table: Table, width: number): ChartBody {
  const municipalities = distinct(table, "municipality");
  const byPlace = new Map(table.rows.map((row) => [placeKey(row), row]));
  const scenes = municipalities.map((municipality) => {
    const here = partiesOf(table, municipality);
    return layoutGrid(
      {
        columns: here.map((id) => labelIn(table, "party", id)),
        panels: [
          {
            heading: labelIn(table, "municipality", municipality),
            rows: distinct(table, "intervention").map((intervention) => ({
              label: labelIn(table, "intervention", intervention),
              cells: here.map((party) => {
                const row = byPlace.get(placeKey({ intervention, party, municipality }));
                return row === undefined ? undefined : signCell(table, row);
              }),
            })),
          },
        ],
        legend: [],
        cellWidth: LEAST_CELL,
        heads: "slanted",
      },
      width,
    );
  });
  return { scene: stack([layoutLegend(LEGEND, width), ...scenes], 14) };
}

const placeKey = ({ intervention, party, municipality }: TableRow): string =>
  `${textIn(intervention)} ${textIn(party)} ${textIn(municipality)}`;

function signCell(table: Table, row: TableRow): GridCell {
  const name = SIGNS[textIn(row.availability)] ?? "hatch";
  const said =
    typeof row.availability === "string"
      ? labelIn(table, "availability", row.availability)
      : reasonIn(row.availability);
  const numbers = [
    ...(typeof row.capacity === "number" ? [`${formatNumber(row.capacity)} platser per år`] : []),
    ...(typeof row.reached === "number" ? [`${formatNumber(row.reached)} personer på 12 månader`] : []),
    ...(isHidden(row.reached) ? [`antalet som fått stödet ${NOT_SHOWN}`] : []),
  ];
  return {
    key: placeKey(row).replaceAll(" ", "/"),
    tip: `${labelIn(table, "intervention", row.intervention)}, ${labelIn(table, "party", row.party)}, ${labelIn(table, "municipality", row.municipality)}: ${[said.toLowerCase(), ...numbers].join(", ")}`,
    sign: ({ x, y, width, height }) => ({
      shapes: signShapes(name, x + width / 2 - 9, y + height / 2 - 9, 18, 18),
      texts: [],
    }),
  };
}

function list(table: Table, width: number): ChartBody {
  const groups = [
    { key: "available", words: "Finns", sign: "full" as const },
    { key: "partly", words: "Finns delvis", sign: "half" as const },
    { key: "missing", words: "Saknas", sign: "empty" as const },
    { key: "", words: "Inget besked", sign: "hatch" as const },
  ];
  const byIntervention = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const intervention = textIn(row.intervention);
    byIntervention.set(intervention, [...(byIntervention.get(intervention) ?? []), row]);
  }
  const panels = [...byIntervention].map(([intervention, rows]) => ({
    heading: labelIn(table, "intervention", intervention),
    entries: groups.flatMap(({ key, words, sign }) => {
      const said = rows.filter((row) => (typeof row.availability === "string" ? row.availability : "") === key);
      const names = distinct({ ...table, rows: said }, "party").map((party) => partyWithPlaces(table, party, said));
      if (names.length === 0) return [];
      const text = `${words}: ${formatList(names)}`;
      return [{ key: `${intervention}/${key}`, sample: signSample(sign), text }];
    }),
  }));
  const several = distinct(table, "municipality").length > 1;
  return {
    scene: layoutList(panels, width),
    notes: several ? ["Utan ort: svaret gäller alla kommuner där parten verkar."] : [],
  };
}

/** The name alone where the party says the same in every municipality, otherwise with the municipalities. */
function partyWithPlaces(table: Table, party: string, said: readonly TableRow[]): string {
  const [first] = said;
  const all = table.rows.filter((row) => row.party === party && row.intervention === first?.intervention).length;
  const places = said.filter((row) => row.party === party);
  const name = labelIn(table, "party", party);
  if (places.length === all) return name;
  return `${name} (${places.map((row) => labelIn(table, "municipality", row.municipality)).join(", ")})`;
}

function bars(table: Table, counted: readonly TableRow[], { width }: DrawContext): ChartBody {
  const ordered = [...counted].sort(
    (a, b) => countIn(b.available) - countIn(a.available) || countIn(b.partly) - countIn(a.partly),
  );
  const parts = [
    { key: "available", fill: COLOURS.deep },
    { key: "partly", fill: STEPS_OF_DEEP[2] },
    { key: "missing", fill: COLOURS.neutral },
    { key: "unknown", fill: HATCH },
    { key: "no_answer", fill: HATCH },
  ];
  const rows = ordered.map((row): ChartRow => {
    const expected = Math.max(1, countIn(row.expected));
    let before = 0;
    const label = labelIn(table, "intervention", row.intervention);
    const marks = parts.flatMap(({ key, fill }) => {
      const n = countIn(row[key]);
      const from = before;
      before += n / expected;
      if (n === 0) return [];
      return [{ kind: "bar" as const, from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(n) }) }];
    });
    const value = `${formatNumber(countIn(row.available))} av ${formatNumber(expected)}`;
    const tip = `${label}: finns hos ${value}, delvis hos ${formatNumber(countIn(row.partly))}, saknas hos ${formatNumber(countIn(row.missing))}`;
    return { key: textIn(row.intervention), label, value, marks, tip };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const legend = [
    { label: "Finns", sample: swatch(COLOURS.deep) },
    { label: "Finns delvis", sample: swatch(STEPS_OF_DEEP[2]) },
    { label: "Saknas", sample: swatch(COLOURS.neutral) },
    { label: "Vet ej eller inget svar", sample: hatchSample },
  ];
  const scene = layoutRows(
    { panels: [{ key: "supply", rows }], scale: { min: 0, max: 1, ticks }, legend: [], valueHead: "Finns hos" },
    width,
  );
  return {
    scene: stack([layoutLegend(legend, width), scene], 10),
    notes: [
      "Många parter: bilden visar antal svar. Varje part och kommun finns i tabellen; välj en kommun för att se dess parter.",
    ],
  };
}
