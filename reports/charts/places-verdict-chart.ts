/** Municipalities gathered under what their answers say of who should lead: nobody, everybody, somebody else. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { layoutList } from "./list-layout.ts";
import { countIn, labelIn, tableOf, textIn } from "./read-table.ts";
import { hatchSample, signSample, swatch } from "./samples.ts";
import { COLOURS } from "./tokens.ts";

/** What calls for attention first. */
const ORDER = [
  { verdict: "nobody", sample: signSample("empty") },
  { verdict: "everybody", sample: swatch(COLOURS.rust) },
  { verdict: "elsewhere", sample: swatch(COLOURS.ochre) },
  { verdict: "differ", sample: signSample("half") },
  { verdict: "one", sample: signSample("full") },
] as const;
const MOST_ROWS = 60;

export function verdictsBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "places");
  const all = table.rows.filter((row) => focus === undefined || row.municipality === focus);
  let room = MOST_ROWS;
  const panels = [...ORDER, { verdict: "silent", sample: hatchSample }].flatMap(({ verdict, sample }) => {
    const rows = all.filter((row) => (verdict === "silent" ? textIn(row.verdict) === "" : row.verdict === verdict));
    const shown = rows.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) return [];
    const words = verdict === "silent" ? "Inget svar" : labelIn(table, "verdict", verdict);
    return [
      {
        heading: `${words}: ${formatNumber(rows.length)} av ${formatNumber(all.length)}`,
        entries: shown.map((row) => ({ key: textIn(row.municipality), sample, text: entry(table, row) })),
      },
    ];
  });
  const left = all.length - (MOST_ROWS - room);
  return {
    scene: layoutList(panels, width),
    notes: left > 0 ? [`Visar ${MOST_ROWS} kommuner. De andra ${formatNumber(left)} finns i tabellen.`] : [],
  };
}

function entry(table: Table, row: TableRow): string {
  const place = labelIn(table, "municipality", row.municipality);
  const n = countIn(row.answers);
  if (n === 0) return place;
  const named = textIn(row.most_named)
    .split("|")
    .filter((code) => code !== "")
    .map((code) => labelIn(table, "most_named", code));
  const of = `${formatNumber(countIn(row.mentions))} av ${formatNumber(n)} svar`;
  if (named.length === 0)
    return `${place}: ingen eller oklart i ${formatNumber(countIn(row.nobody))} av ${formatNumber(n)} svar`;
  if (named.length > 3) return `${place}: ${formatNumber(named.length)} olika, med ${of} vardera`;
  return `${place}: flest pekar ut ${formatList(named)} (${of}${named.length > 1 ? " vardera" : ""})`;
}
