import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatNumber, formatShortList, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { layoutLegend, type LegendItem } from "./legend.ts";
import {
  acts,
  isAnswered,
  kindsOfJourney,
  LANE_FILLS,
  laneName,
  lanesOf,
  leads,
  leadWords,
  namedIn,
  sees,
  waitWords,
  type Journey,
} from "./journey-lanes.ts";
import { layoutList, type ListEntry, type ListPanel } from "./list-layout.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { hatchSample, swatch } from "./samples.ts";
import { frameRect, line, stack, type Scene } from "./scene.ts";
import { lanesFit, layoutSwimLanes } from "./swim-lanes.ts";
import { COLOURS, NARROW } from "./tokens.ts";

/** Drawings of whole journeys below each other, at the most. */
const MOST_JOURNEYS = 4;

const OUTLINED: LegendItem["sample"] = (x, y) => [frameRect(x, y, 18, 14, LANE_FILLS.named, COLOURS.rust)];

const LEGEND: readonly LegendItem[] = [
  { label: "Leder, enligt sig själv", sample: swatch(LANE_FILLS.leads) },
  { label: "Utpekad av andra, men säger det inte själv", sample: OUTLINED },
  { label: "Gör något", sample: swatch(LANE_FILLS.acts) },
  { label: "Ser behovet", sample: swatch(LANE_FILLS.sees) },
  { label: "Inget svar", sample: hatchSample },
];

const ARROWS: readonly LegendItem[] = [
  { label: "Lämnar över vid möte eller i en SIP", sample: (x, y) => [line(x, y + 7, x + 18, y + 7, COLOURS.rust, 2)] },
  {
    label: "Per brev eller telefon",
    sample: (x, y) => [line(x, y + 7, x + 18, y + 7, COLOURS.rust, 2, "6 3")],
  },
  { label: "Utan överlämning", sample: (x, y) => [line(x, y + 7, x + 18, y + 7, COLOURS.rust, 2, "2 3")] },
];

/** The journey by stage: lanes where they have room, a list by stage where they have not. */
export function lanesBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const [stages, summary] = [tableOf(tables, "stages"), tableOf(tables, "stage_summary")];
  const { chosen, left } = chooseJourneys(tableOf(tables, "measures"), focus);
  const journeys = chosen.map((row): Journey => ({
    stages,
    summary,
    case: textIn(row.case),
    municipality: textIn(row.municipality),
  }));
  const lanes = journeys.map(lanesOf);
  const isWide = width >= NARROW && lanes.every((one) => lanesFit(one, width));
  const legend = layoutLegend(isWide ? [...LEGEND, ...ARROWS] : LEGEND, width);
  const scenes: readonly Scene[] = isWide
    ? lanes.map((one) => layoutSwimLanes(one, width))
    : journeys.map((journey) => layoutList(panelsOf(journey), width));
  const notes = [
    ...(left > 0
      ? [
          `Visar ${formatNumber(chosen.length)} av ${formatNumber(chosen.length + left)}: flest skeden utan självklar ledare. Välj kommun för att se de andra.`,
        ]
      : []),
    ...(isWide
      ? [
          "Pilarna går från den som leder. Där ingen säger att den leder går de från dem som säger vem som tar vid, om de är högst fyra.",
        ]
      : []),
    "Väntan är den kortaste och den längsta som någon av parterna anger.",
  ];
  return { scene: stack([legend, ...scenes], 18), notes };
}

/** Whether anybody says anything of what the drawing shows. */
const isTold = (row: TableRow): boolean =>
  [row.no_lead, row.contacts, row.handovers, row.retellings, row.wait_low].some((cell) => typeof cell === "number");

/** The municipality in focus; otherwise those where the lead is least clear, a case first before it comes again. */
function chooseJourneys(measures: Table, focus: string | undefined) {
  const rows = measures.rows.filter((row) => (focus === undefined || row.municipality === focus) && isTold(row));
  if (rows.length <= MOST_JOURNEYS) return { chosen: rows.length > 0 ? rows : measures.rows.slice(0, 1), left: 0 };
  const share = (row: TableRow) => countIn(row.no_lead) / Math.max(1, countIn(row.lead_stages));
  const worst = distinct(measures, "case").flatMap((id) =>
    rows
      .filter((row) => row.case === id)
      .sort((a, b) => share(b) - share(a) || countIn(b.answers) - countIn(a.answers))
      .slice(0, 1),
  );
  const chosen = worst.slice(0, MOST_JOURNEYS);
  return { chosen, left: rows.length - chosen.length };
}

function panelsOf(journey: Journey): readonly ListPanel[] {
  const { stages, summary } = journey;
  const kinds = [...kindsOfJourney(journey)];
  const told = summary.rows.filter((row) => row.case === journey.case && row.municipality === journey.municipality);
  const place = `${labelIn(summary, "case", journey.case)}, ${labelIn(summary, "municipality", journey.municipality)}`;
  return told.map((stage, s) => ({
    heading: `${s === 0 ? `${place}. ` : ""}${countIn(stage.stage)}. ${textIn(stage.title)} (${formatNumber(countIn(stage.age))} år)`,
    entries: stageEntries(journey, stage, kinds, stages),
  }));
}

function stageEntries(
  journey: Journey,
  stage: TableRow,
  kinds: readonly (readonly [string, readonly TableRow[]])[],
  table: Table,
): readonly ListEntry[] {
  const { summary } = journey;
  const all = kinds.flatMap(([, rows]) => rows).filter((row) => row.stage === stage.stage);
  const silent: string[] = [];
  const entries = kinds.flatMap(([kind, rows]): ListEntry[] => {
    const here = rows.filter((row) => row.stage === stage.stage);
    const name = laneName(table, kind, rows);
    const namedBy = all.filter((row) => row.party_kind !== kind && namedIn(row) === kind).length;
    const answered = here.filter(isAnswered);
    const isLead = answered.some(leads);
    if (here.length > 0 && answered.length === 0) silent.push(name);
    const next = answered.filter(leads).flatMap((row) => (typeof row.next === "string" ? [row] : []))[0];
    const onward = next === undefined ? "" : `, sedan ${inSentence(labelIn(table, "next", next.next))}`;
    const words = isLead
      ? `leder${onward}`
      : [
          ...(namedBy > 0 ? [`utpekad att leda av ${formatNumber(namedBy)}`] : []),
          ...(answered.some(acts) ? ["gör något"] : answered.some(sees) ? ["ser behovet"] : []),
        ].join(", ");
    if (words === "") return [];
    const sample = isLead
      ? swatch(LANE_FILLS.leads)
      : namedBy > 0
        ? OUTLINED
        : swatch(answered.some(acts) ? LANE_FILLS.acts : LANE_FILLS.sees);
    return [{ key: entryKey(journey, stage, kind), sample, text: `${name}: ${words}` }];
  });
  const figures = [
    `Vem leder: ${inSentence(leadWords(summary, stage))}`,
    `kontakter: den unga ${contactCount(stage.contacts_young)}, föräldrarna ${contactCount(stage.contacts_parents)}`,
    `väntan: ${typeof stage.wait_low === "number" ? `${waitWords(stage)} dagar` : "inget svar"}`,
  ].join("; ");
  return [
    ...entries,
    ...(silent.length > 0
      ? [
          {
            key: entryKey(journey, stage, "silent"),
            sample: hatchSample,
            text: `Inget svar: ${formatShortList(silent)}`,
          },
        ]
      : []),
    { key: entryKey(journey, stage, "figures"), sample: () => [], text: `${figures}.` },
  ];
}

const contactCount = (cell: TableRow[string] | undefined): string =>
  typeof cell === "string" ? formatNumber(cell.split("|").filter((code) => code !== "").length) : "inget svar";

const entryKey = (journey: Journey, stage: TableRow, part: string): string =>
  `${journey.case}/${journey.municipality}/${countIn(stage.stage)}/${part}`;
