import { AVAILABILITY, LIMITS, type Instrument, type MissingReason } from "../../survey-definitions/codes.ts";
import type { Column, Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { ratingTally, medianOfCounts, netOfCounts } from "./ratings.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";

/** The groups are never merged: each instrument asks about the same interventions under its own name. */
const EFFECT_COLUMNS: readonly { readonly group: Instrument; readonly base: string }[] = [
  { group: "party", base: "iv_effect" },
  { group: "staff", base: "st_effect" },
  { group: "voice", base: "v_effect" },
];

export const GROUP_LABELS = { party: "Parterna", staff: "Personalen", voice: "De unga" };

/** One row an intervention × party × municipality that it covers, answered or not. */
export function availabilityTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "availability",
    title: `Stöd hos varje part i varje kommun, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "availability", label: "Finns stödet?", unit: "code" },
      { key: "capacity", label: "Platser per år", unit: "places a year" },
      { key: "reached", label: "Fått stödet senaste 12 månaderna", unit: "persons" },
    ],
    notes: ["Platser och nådda personer frågas bara där stödet finns eller finns delvis."],
    labels: {
      intervention: labelsOf(study.interventions),
      party: partyLabels(study),
      municipality: municipalityLabels(data),
      availability: labelsOf(AVAILABILITY),
    },
  };
  return withLazyRows(head, () => availabilityRows(data));
}

function availabilityRows(data: Dataset): readonly TableRow[] {
  const places = partyPlaces(data);
  const columns = data.responses.get("party")?.columns;
  return data.study.interventions.flatMap(({ code }) => {
    const available = cellReader(columns?.get(`iv_avail.${code}`));
    const capacity = cellReader(columns?.get(`iv_capacity.${code}`));
    const reached = cellReader(columns?.get(`iv_reached.${code}`));
    return places.map(({ party, municipality, row }): TableRow => ({
      intervention: code,
      party,
      municipality,
      availability: available(row),
      capacity: capacity(row),
      reached: reached(row),
    }));
  });
}

/** Answers by intervention: how many say that it exists, exists partly, is missing; how many give no answer. */
export function supplyTable(data: Dataset): Table {
  const { study } = data;
  const places = partyPlaces(data);
  const columns = data.responses.get("party")?.columns;
  const rows = study.interventions.map(({ code }): TableRow => {
    const read = cellReader(columns?.get(`iv_avail.${code}`));
    const count = { available: 0, partly: 0, missing: 0, unknown: 0, no_answer: 0 };
    for (const { row } of places) {
      const cell = read(row);
      if (cell === "available" || cell === "partly" || cell === "missing") count[cell]++;
      else if (typeof cell === "object" && cell.missing === "dont_know") count.unknown++;
      else count.no_answer++;
    }
    return { intervention: code, ...count, expected: places.length };
  });
  return {
    id: "supply",
    title: `Var stödet finns: antal svar från parterna, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "available", label: "Finns", unit: "responses" },
      { key: "partly", label: "Finns delvis", unit: "responses" },
      { key: "missing", label: "Saknas", unit: "responses" },
      { key: "unknown", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "assignments" },
      { key: "expected", label: "Väntade svar", unit: "assignments" },
    ],
    rows,
    notes: [],
    labels: { intervention: labelsOf(study.interventions) },
  };
}

export function effectTable({ study, responses }: Dataset): Table {
  const rows: TableRow[] = [];
  for (const { code } of study.interventions) {
    for (const { group, base } of EFFECT_COLUMNS) {
      const of = responses.get(group);
      if (of === undefined || (group !== "party" && of.n === 0)) continue;
      rows.push({ intervention: code, group, ...effectCells(of.columns.get(`${base}.${code}`), of) });
    }
  }
  return {
    id: "effect",
    title: `Hur väl stödet hjälper, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "n", label: "Svar 1–5", unit: "responses" },
      { key: "c1", label: "1 Inte alls", unit: "responses" },
      { key: "c2", label: "2", unit: "responses" },
      { key: "c3", label: "3", unit: "responses" },
      { key: "c4", label: "4", unit: "responses" },
      { key: "c5", label: "5 I mycket hög grad", unit: "responses" },
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "too_early", label: "För tidigt att bedöma", unit: "responses" },
      { key: "net", label: "Netto", unit: "percentage points" },
      { key: "median", label: "Median", unit: "1–5" },
    ],
    rows,
    notes: [
      "Netto är andelen 4 och 5 minus andelen 1 och 2, i procentenheter. ”Vet ej” och ”för tidigt att bedöma” ingår inte i n.",
    ],
    labels: { intervention: labelsOf(study.interventions), group: GROUP_LABELS },
  };
}

function effectCells(column: Column | undefined, { n: responses }: Responses): TableRow {
  const { counts, reasons } = ratingTally(column, responses);
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0] = counts;
  const n = c1 + c2 + c3 + c4 + c5;
  const none = missing(commonReason(reasons, column === undefined));
  const net: TableCell = netOfCounts(counts) ?? none;
  const median: TableCell = medianOfCounts(counts) ?? none;
  return { n, c1, c2, c3, c4, c5, dont_know: reasons.dont_know, too_early: reasons.too_early, net, median };
}

/** Why there is no rating at all: the most common of the reasons that somebody gave. */
function commonReason(reasons: Record<MissingReason, number>, unasked: boolean): MissingReason {
  if (unasked) return "not_asked";
  if (reasons.too_early > 0 && reasons.too_early >= reasons.dont_know) return "too_early";
  if (reasons.dont_know > 0) return "dont_know";
  return reasons.not_answered > 0 ? "not_answered" : "not_asked";
}

/** One row an intervention × limit: how many answers name it, of how many. */
export function limitsTable({ study, responses }: Dataset): Table {
  const columns = responses.get("party")?.columns;
  const rows = study.interventions.flatMap(({ code }): TableRow[] => {
    const column = columns?.get(`iv_limits.${code}`);
    const mentions = new Map<string, number>(LIMITS.map((limit) => [limit.code, 0]));
    let answers = 0;
    if (column?.kind === "multiple") {
      column.values.forEach((codes, i) => {
        if (column.reasons[i] !== 0) return;
        answers++;
        for (const limit of codes) mentions.set(limit, (mentions.get(limit) ?? 0) + 1);
      });
    }
    return [...mentions].map(([limit, n]) => ({ intervention: code, limit, mentions: n, answers }));
  });
  return {
    id: "limits",
    title: `Vad som begränsar stödet, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "limit", label: "Begränsning", unit: "code" },
      { key: "mentions", label: "Svar som nämner den", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows,
    notes: [],
    labels: { intervention: labelsOf(study.interventions), limit: labelsOf(LIMITS) },
  };
}
