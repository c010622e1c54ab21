/** Journeys of municipalities side by side: who leads, how long one waits, how many contacts there are. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatNumber, formatPercent } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { waitWords } from "./journey-lanes.ts";
import type { LegendItem } from "./legend.ts";
import { countIn, distinct, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { swatch } from "./samples.ts";
import { scaleFromZero, scaleOfCounts } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_PLACES = 30;

/** Rows of municipalities, a panel a case; those that matter most where they are too many for a page. */
function placesBody(
  tables: Tables,
  context: DrawContext,
  chart: {
    readonly order: (row: TableRow) => number;
    readonly row: (table: Table, row: TableRow) => Omit<ChartRow, "key" | "label">;
    readonly scale: (rows: readonly TableRow[]) => Parameters<typeof layoutRows>[0]["scale"];
    readonly legend: readonly LegendItem[];
    readonly valueHead: string;
  },
): ChartBody {
  const table = tableOf(tables, "measures");
  const ids = distinct(table, "case");
  const each = Math.max(1, Math.floor(MOST_PLACES / Math.max(1, ids.length)));
  let left = 0;
  const panels = ids.map((id): RowPanel => {
    const name = (row: TableRow) => labelIn(table, "municipality", row.municipality);
    const rows = table.rows
      .filter((row) => row.case === id)
      .sort((a, b) => chart.order(b) - chart.order(a) || compareSwedish(name(a), name(b)));
    left += Math.max(0, rows.length - each);
    return {
      key: id,
      heading: labelIn(table, "case", id),
      rows: rows
        .slice(0, each)
        .map((row) => ({ key: textIn(row.municipality), label: name(row), ...chart.row(table, row) })),
    };
  });
  const scene = layoutRows(
    { panels, scale: chart.scale(table.rows), legend: chart.legend, valueHead: chart.valueHead },
    context.width,
  );
  return {
    scene,
    notes: left > 0 ? [`Visar de ${formatNumber(each)} högsta i varje fall. De andra finns i tabellen.`] : [],
  };
}

const LEAD_PARTS = [
  { key: "no_lead", label: "Oense, eller ingen leder", fill: COLOURS.rust },
  { key: "unconfirmed", label: "Eniga om en part som inte sagt det själv", fill: "#DDA888" },
  { key: "agreed", label: "Eniga", fill: COLOURS.deep },
] as const;

const agreedStages = (row: TableRow) => countIn(row.lead_stages) - countIn(row.no_lead) - countIn(row.unconfirmed);

/** Stages without a lead that all agree on, by municipality. */
export const leadBody = (tables: Tables, context: DrawContext): ChartBody =>
  placesBody(tables, context, {
    order: (row) => (countIn(row.lead_stages) === 0 ? -1 : countIn(row.no_lead)),
    scale: (rows) =>
      scaleOfCounts(Math.max(1, ...rows.map((row) => countIn(row.stages))), context.width < NARROW ? 4 : 7),
    legend: LEAD_PARTS.map(({ label, fill }) => ({ label, sample: swatch(fill) })),
    valueHead: "Skeden",
    row: (table, row) => {
      const name = labelIn(table, "municipality", row.municipality);
      if (countIn(row.lead_stages) === 0) {
        const words = reasonIn(row.no_lead);
        return { value: "", marks: [], words, tip: `${name}: ${words.toLowerCase()}` };
      }
      let before = 0;
      const marks = LEAD_PARTS.flatMap(({ key, fill }) => {
        const n = key === "agreed" ? agreedStages(row) : countIn(row[key]);
        const from = before;
        before += n;
        return n === 0 ? [] : [{ kind: "bar" as const, from, to: before, fill, label: formatNumber(n) }];
      });
      const passed = typeof row.passed_share === "number" && row.passed_share > 0;
      const sub = passed ? { sub: `I ${formatPercent(countIn(row.passed_share))} tror två att den andra leder` } : {};
      const value = `${formatNumber(countIn(row.no_lead))} av ${formatNumber(countIn(row.lead_stages))}`;
      return { ...sub, value, marks, tip: `${name}: ${value} skeden utan självklar ledare` };
    },
  });

/** Days of waiting in all, by municipality. */
export const waitBody = (tables: Tables, context: DrawContext): ChartBody => {
  const most = Math.max(
    0,
    ...tableOf(tables, "measures").rows.flatMap((row) => [countIn(row.wait_low) * 1.1, countIn(row.wait_high)]),
  );
  const body = placesBody(tables, context, {
    order: (row) => (row.wait_high === "∞" ? Infinity : typeof row.wait_high === "number" ? row.wait_high : -1),
    scale: () => scaleFromZero(most, context.width < NARROW ? 4 : 7),
    legend: [],
    valueHead: "Dagar",
    row: (table, row) => {
      const name = labelIn(table, "municipality", row.municipality);
      const sub = `${formatNumber(countIn(row.wait_stages))} av ${formatNumber(countIn(row.stages))} skeden har svar`;
      if (typeof row.wait_low !== "number") {
        const words = reasonIn(row.wait_low);
        return { value: "", marks: [], words, tip: `${name}: ${words.toLowerCase()}` };
      }
      return {
        sub,
        value: waitWords(row),
        marks: [
          {
            kind: "span",
            from: row.wait_low,
            to: row.wait_high === "∞" ? "∞" : countIn(row.wait_high),
            colour: COLOURS.rust,
            thickness: 7,
            ends: "plain",
          },
        ],
        tip: `${name}: ${waitWords(row)} dagar, ${sub}`,
      };
    },
  });
  return {
    ...body,
    notes: [
      ...(body.notes ?? []),
      "Från den kortaste till den längsta väntan som någon part anger, lagda ihop över skedena.",
    ],
  };
};

const CONTACT_PARTS = [
  { key: "contacts_young", label: "Den unga", fill: COLOURS.deep },
  { key: "contacts_parents", label: "Föräldrarna", fill: COLOURS.blue },
] as const;

/** Contacts over all stages, by municipality. */
export const contactsBody = (tables: Tables, context: DrawContext): ChartBody =>
  placesBody(tables, context, {
    order: (row) => (typeof row.contacts === "number" ? row.contacts : -1),
    scale: (rows) =>
      scaleOfCounts(Math.max(1, ...rows.map((row) => countIn(row.contacts))), context.width < NARROW ? 4 : 7),
    legend: CONTACT_PARTS.map(({ label, fill }) => ({ label, sample: swatch(fill) })),
    valueHead: "Kontakter",
    row: (table, row) => {
      const name = labelIn(table, "municipality", row.municipality);
      if (typeof row.contacts !== "number") {
        const words = reasonIn(row.contacts);
        return { value: "", marks: [], words, tip: `${name}: ${words.toLowerCase()}` };
      }
      let before = 0;
      const marks = CONTACT_PARTS.flatMap(({ key, fill }) => {
        const n = countIn(row[key]);
        const from = before;
        before += n;
        return n === 0 ? [] : [{ kind: "bar" as const, from, to: before, fill, label: formatNumber(n) }];
      });
      const sub = [
        `${formatNumber(countIn(row.actors))} slag av parter`,
        ...(typeof row.handovers === "number" ? [`${formatNumber(row.handovers)} överlämningar`] : []),
        ...(typeof row.retellings === "number" ? [`berätta igen i ${formatNumber(row.retellings)} skeden`] : []),
      ].join(", ");
      return {
        sub,
        value: formatNumber(row.contacts),
        marks,
        tip: `${name}: ${formatNumber(row.contacts)} kontakter, ${sub}`,
      };
    },
  });
