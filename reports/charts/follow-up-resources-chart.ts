/** The charts of the follow-up about what goes into the project: hours, money, improvements. */
import type { DrawContext, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatDate, formatNumber, formatPercent, sentenceCase } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { allPeriods } from "./follow-up-chart.ts";
import { layoutList } from "./list-layout.ts";
import { countIn, distinct, isHidden, labelIn, reasonIn, tableOf, textIn, writtenIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { hatchSample, signSample, swatch, tickSample } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_PARTIES = 30;

/** The latest period that states any hours. */
export function latestHours(tables: Tables): readonly TableRow[] {
  const table = tableOf(tables, "parties");
  const isStated = (row: TableRow) => typeof row.hours_planned === "number" || typeof row.hours_actual === "number";
  const periods = new Set(table.rows.filter(isStated).map((row) => textIn(row.period)));
  const last = distinct(table, "period")
    .filter((period) => periods.has(period))
    .at(-1);
  return table.rows.filter((row) => row.period === last && isStated(row));
}

/** Hours used as bars, hours planned as ticks, by party. */
export function hoursBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "parties");
  const name = (row: TableRow) => labelIn(table, "party", row.party);
  const gap = (row: TableRow) => (typeof row.hours_difference === "number" ? Math.abs(row.hours_difference) : -1);
  const rows = [...latestHours(tables)].sort((a, b) => gap(b) - gap(a) || compareSwedish(name(a), name(b)));
  const shown = rows.slice(0, MOST_PARTIES);
  const chartRows = shown.map((row): ChartRow => {
    const [planned, actual] = [row.hours_planned, row.hours_actual];
    const plan = typeof planned === "number" ? `planerat ${formatNumber(planned, 1)}` : "ingen plan angiven";
    const used = typeof actual === "number" ? formatNumber(actual, 1) : "–";
    return {
      key: textIn(row.party),
      label: name(row),
      sub: plan.charAt(0).toUpperCase() + plan.slice(1),
      value: used,
      marks: [
        ...(typeof actual === "number" ? [{ kind: "bar" as const, from: 0, to: actual, fill: COLOURS.deep }] : []),
        ...(typeof planned === "number" ? [{ kind: "tick" as const, at: planned, colour: COLOURS.rust }] : []),
      ],
      tip: `${name(row)}: ${typeof actual === "number" ? `${used} timmar i månaden` : "använd tid inte angiven"}, ${plan}`,
    };
  });
  const most = Math.max(1, ...shown.flatMap((row) => [countIn(row.hours_planned), countIn(row.hours_actual)]));
  const legend = [
    { label: "Använd tid", sample: swatch(COLOURS.deep) },
    { label: "Planerad tid", sample: tickSample(COLOURS.rust) },
  ];
  const scene = layoutRows(
    {
      panels: [{ key: "hours", rows: chartRows }],
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend,
      valueHead: "Timmar",
    },
    width,
  );
  const left = rows.length - shown.length;
  return {
    scene,
    notes: [
      ...(rows.length === 0 ? ["Ingen part har uppgift om arbetstid."] : []),
      ...(left > 0
        ? [
            `Visar de ${formatNumber(shown.length)} där planerad och använd tid skiljer sig mest. De andra ${formatNumber(left)} finns i tabellen.`,
          ]
        : []),
    ],
  };
}

const THOUSAND = 1000;

/** Cost as bars, budget as ticks, by line over all periods. */
export function moneyBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "money");
  const rows = allPeriods(table);
  const chartRows = rows.map((row): ChartRow => {
    const label = labelIn(table, "line", row.line);
    const key = textIn(row.line);
    const [budget, cost] = [row.budget, row.cost];
    if (typeof budget !== "number" && typeof cost !== "number") {
      const words = reasonIn(budget);
      return { key, label, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
    }
    const kronor = (cell: TableRow[string] | undefined) =>
      typeof cell === "number" ? `${formatNumber(cell)}\u00a0kr` : "inte angivet";
    const sub = [
      `Budget ${kronor(budget)}`,
      ...(typeof row.used === "number" ? [`${formatPercent(row.used)} använt där båda är angivna`] : []),
    ].join(", ");
    return {
      key,
      label,
      sub,
      value: typeof cost === "number" ? formatNumber(cost / THOUSAND) : "–",
      marks: [
        ...(typeof cost === "number"
          ? [{ kind: "bar" as const, from: 0, to: cost / THOUSAND, fill: COLOURS.deep }]
          : []),
        ...(typeof budget === "number" ? [{ kind: "tick" as const, at: budget / THOUSAND, colour: COLOURS.rust }] : []),
      ],
      tip: `${label}: utfall ${kronor(cost)}, budget ${kronor(budget)}`,
    };
  });
  const most = Math.max(1, ...rows.flatMap((row) => [countIn(row.budget), countIn(row.cost)])) / THOUSAND;
  const scene = layoutRows(
    {
      panels: [{ key: "money", rows: chartRows }],
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend: [
        { label: "Utfall", sample: swatch(COLOURS.deep) },
        { label: "Budget", sample: tickSample(COLOURS.rust) },
      ],
      valueHead: "Tusen kronor",
    },
    width,
  );
  return { scene, notes: ["Alla perioder tillsammans, tusen kronor."] };
}

const STATUS_SIGNS = { planned: signSample("empty"), ongoing: signSample("half"), done: signSample("full") } as const;

/** The improvements of the latest period that names any, by status. */
export function improvementsBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "improvements");
  const last = distinct(table, "period").at(-1);
  const rows = table.rows.filter((row) => row.period === last);
  const statuses = ["done", "ongoing", "planned", "stopped", ""];
  const panels = statuses.flatMap((status) => {
    const of = rows.filter((row) => textIn(row.status) === status);
    if (of.length === 0) return [];
    return [
      {
        heading: status === "" ? "Läge inte angivet" : labelIn(table, "status", status),
        entries: of.map((row) => ({
          key: String(countIn(row.no)),
          sample: STATUS_SIGNS[status as keyof typeof STATUS_SIGNS] ?? hatchSample,
          text: `${sentenceCase(isHidden(row.text) ? writtenIn(row.text) : textIn(row.text))}${typeof row.date === "string" ? ` (${dateWords(row.date)})` : ""}`,
        })),
      },
    ];
  });
  const notes =
    rows.length === 0 ? ["Ingen förbättring är beslutad."] : [`Enligt perioden ${labelIn(table, "period", last)}.`];
  return { scene: layoutList(panels, width), notes };
}

/** "1 mars 2027"; as it stands where it is no date. */
export const dateWords = (date: string): string =>
  /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(date) ? formatDate(date) : date;
