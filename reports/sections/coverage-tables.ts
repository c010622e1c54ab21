import { INSTRUMENTS, OPEN_INSTRUMENTS, type Category, type Instrument } from "../../survey-definitions/codes.ts";
import type { CoverageStatus } from "../../survey-definitions/wire.ts";
import type { AssignmentColumns, Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { KIND_LABELS, kindsOf, municipalityLabels, partyLabels, periodOf } from "./places.ts";

export const INSTRUMENT_LABELS: Record<Instrument, string> = {
  party: "Parternas formulär",
  staff: "Personalens formulär",
  case: "Fallbeskrivningen",
  voice: "Ungas röster",
  "follow-up": "Uppföljningen",
};

export const STATUSES: readonly Category[] = [
  { code: "answered", label: "Svarat" },
  { code: "draft", label: "Påbörjat" },
  { code: "not_started", label: "Inte svarat" },
  { code: "declined", label: "Avböjt" },
];

const STATUS_COLUMNS = [
  { key: "expected", label: "Väntade svar", unit: "assignments" },
  ...STATUSES.map(({ code, label }) => ({ key: code, label, unit: "assignments" })),
];

/** One row an assignment. What has no party or no municipality says `not_applicable` there. */
export function cellsTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "cells",
    title: `Svar från varje part i varje kommun, ${periodOf(study)}`,
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "status", label: "Läge", unit: "code" },
      { key: "responses", label: "Inskickade svar", unit: "responses" },
    ],
    notes: [],
    labels: {
      instrument: INSTRUMENT_LABELS,
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      status: labelsOf(STATUSES),
    },
  };
  return withLazyRows(head, () => cellRows(data));
}

function cellRows({ assignments, study }: Dataset): readonly TableRow[] {
  const none = missing("not_applicable");
  const rows: TableRow[] = [];
  for (let i = 0; i < assignments.n; i++) {
    const party = study.parties[assignments.party[i] ?? -1];
    rows.push({
      instrument: instrumentAt(assignments, i),
      party: party?.id ?? none,
      party_kind: party?.kind ?? none,
      municipality: study.municipalities[assignments.municipality[i] ?? -1] ?? none,
      status: statusAt(assignments, i),
      responses: assignments.responses[i] ?? 0,
    });
  }
  return rows;
}

export function ratesTable({ assignments, study }: Dataset): Table {
  const counts = countStatuses(assignments, (i) => instrumentAt(assignments, i));
  const rows = INSTRUMENTS.flatMap((instrument) => {
    const count = counts.get(instrument);
    if (count === undefined) return [];
    const { expected, answered, draft } = count;
    return [{ instrument, expected, answered, partial: draft, rate: answered / expected }];
  });
  return {
    id: "rates",
    title: `Svarsandel för varje formulär, ${periodOf(study)}`,
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "expected", label: "Väntade svar", unit: "assignments" },
      { key: "answered", label: "Svarat", unit: "assignments" },
      { key: "partial", label: "Påbörjat, inte skickat", unit: "assignments" },
      { key: "rate", label: "Svarsandel", unit: "share" },
    ],
    rows,
    notes: [
      "Svarsandelen är svar genom väntade svar. Den som avböjt räknas som väntad. Påbörjade svar räknas inte som svar.",
    ],
    labels: { instrument: INSTRUMENT_LABELS },
  };
}

/** Sent answers of the questionnaires that many answer in one place: staff by municipality, and young people. */
export function openAnswersTable(data: Dataset): Table {
  const { assignments, study } = data;
  const instruments = study.instruments.map(({ instrument }) => instrument).filter((one) => OPEN_INSTRUMENTS.has(one));
  const rows = instruments.flatMap((instrument) => {
    const places = study.municipalities.map((municipality) => ({ municipality, answers: 0, asked: 0, answered: 0 }));
    for (let i = 0; i < assignments.n; i++) {
      const place = places[assignments.municipality[i] ?? -1];
      if (place === undefined || instrumentAt(assignments, i) !== instrument) continue;
      place.asked++;
      place.answers += assignments.responses[i] ?? 0;
      if (statusAt(assignments, i) === "answered") place.answered++;
    }
    return places.map((place): TableRow => ({ instrument, ...place }));
  });
  return {
    id: "open_answers",
    title: `Svar från personal och unga, ${periodOf(study)}`,
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "answers", label: "Inskickade svar", unit: "responses" },
      { key: "answered", label: "Länkar med svar", unit: "assignments" },
      { key: "asked", label: "Länkar", unit: "assignments" },
    ],
    rows,
    notes: [
      "Personalens formulär har en länk för varje part och kommun, ungas röster en för varje kommun. Hur många som fått en länk är inte känt.",
    ],
    labels: { instrument: INSTRUMENT_LABELS, municipality: municipalityLabels(data) },
  };
}

/** Assignments of the party questionnaire by municipality, and by kind of party. */
export function byMunicipalityTable(data: Dataset): Table {
  const { assignments, study } = data;
  const counts = countStatuses(assignments, (i) =>
    instrumentAt(assignments, i) === "party" ? study.municipalities[assignments.municipality[i] ?? -1] : undefined,
  );
  return {
    id: "by_municipality",
    title: `Parternas svar i varje kommun, ${periodOf(study)}`,
    columns: [{ key: "municipality", label: "Kommun", unit: "code" }, ...STATUS_COLUMNS],
    rows: study.municipalities.flatMap((municipality) => countRow({ municipality }, counts.get(municipality))),
    notes: [],
    labels: { municipality: municipalityLabels(data) },
  };
}

export function byKindTable({ assignments, study }: Dataset): Table {
  const counts = countStatuses(assignments, (i) =>
    instrumentAt(assignments, i) === "party" ? study.parties[assignments.party[i] ?? -1]?.kind : undefined,
  );
  return {
    id: "by_kind",
    title: `Parternas svar efter slag av part, ${periodOf(study)}`,
    columns: [{ key: "party_kind", label: "Slag av part", unit: "code" }, ...STATUS_COLUMNS],
    rows: kindsOf(study).flatMap((kind) => countRow({ party_kind: kind }, counts.get(kind))),
    notes: [],
    labels: { party_kind: KIND_LABELS },
  };
}

type Counts = Record<CoverageStatus | "expected", number>;

function countStatuses(
  assignments: AssignmentColumns,
  groupAt: (i: number) => string | undefined,
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (let i = 0; i < assignments.n; i++) {
    const group = groupAt(i);
    if (group === undefined) continue;
    let count = counts.get(group);
    if (count === undefined)
      counts.set(group, (count = { expected: 0, answered: 0, draft: 0, not_started: 0, declined: 0 }));
    count.expected++;
    count[statusAt(assignments, i)]++;
  }
  return counts;
}

const countRow = (head: Record<string, TableCell>, count: Counts | undefined): readonly TableRow[] =>
  count === undefined ? [] : [{ ...head, ...count }];

const instrumentAt = (assignments: AssignmentColumns, i: number): Instrument => assignments.instrument[i] ?? "party";
const statusAt = (assignments: AssignmentColumns, i: number): CoverageStatus => assignments.status[i] ?? "not_started";
