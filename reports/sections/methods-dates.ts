/** What the parties' figures are about and when answers came in. */
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { cellReader } from "./cells.ts";
import { INSTRUMENT_LABELS } from "./coverage-tables.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels, partyPlaces } from "./places.ts";
import { wordReader } from "./word-cells.ts";

const DAY_MS = 86_400_000;

/** How each party drew the line around the group, and the day and the places that its figures are about. */
export function inclusionTable(data: Dataset): Table {
  const table = {
    id: "inclusion",
    title: "Så har varje part avgränsat gruppen",
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "ref_date", label: "Siffrorna gäller", unit: "date" },
      { key: "ref_period_days", label: "Period", unit: "days" },
      { key: "area", label: "Kommuner som siffrorna omfattar", unit: "code" },
      { key: "note", label: "Avgränsning", unit: "" },
    ],
    notes: [
      "Parternas egna ord. Tal från parter som drar gränsen olika går att lägga bredvid varandra, men inte ihop.",
    ],
    labels: {
      party: partyLabels(data.study),
      municipality: municipalityLabels(data),
      area: municipalityLabels(data),
    },
  };
  return withLazyRows(table, () => {
    const columns = data.responses.get("party")?.columns;
    const [date, area, note] = ["ref_date", "resp_area", "inclusion_note"].map((name) =>
      wordReader(columns?.get(name)),
    );
    const days = cellReader(columns?.get("ref_period_days"));
    return partyPlaces(data).flatMap(({ party, municipality, row }): TableRow[] => {
      if (row < 0 || date === undefined || area === undefined || note === undefined) return [];
      return [
        { party, municipality, ref_date: date(row), ref_period_days: days(row), area: area(row), note: note(row) },
      ];
    });
  });
}

/** The days that the parties' figures are about, in order, with how many answers each has. */
export function refDatesTable(data: Dataset): Table {
  const { responses, study } = data;
  const column = responses.get("party")?.columns.get("ref_date");
  const counts = new Map<string, number>();
  if (column?.kind === "date")
    column.values.forEach((date, i) => {
      if (column.reasons[i] === 0) counts.set(date, (counts.get(date) ?? 0) + 1);
    });
  const end = Date.parse(study.reference_period.to);
  return {
    id: "ref_dates",
    title: "Dagar som parternas siffror gäller",
    columns: [
      { key: "ref_date", label: "Dag", unit: "date" },
      { key: "answers", label: "Svar", unit: "responses" },
      { key: "days_after", label: "Dagar efter periodens slut", unit: "days" },
    ],
    rows: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, answers]) => ({
        ref_date: date,
        answers,
        days_after: Math.round((Date.parse(date) - end) / DAY_MS),
      })),
    notes: ["Ett tal under noll betyder att siffrorna är äldre än periodens slut."],
    labels: {},
  };
}

/** How many answers came in on each day, in UTC, by questionnaire. */
export function submissionsTable({ responses, study }: Dataset): Table {
  const rows = study.instruments.flatMap(({ instrument }) => {
    const counts = new Map<number, number>();
    for (const at of responses.get(instrument)?.submittedAt ?? []) {
      const day = Math.floor(at / DAY_MS);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    let sum = 0;
    return [...counts]
      .sort(([a], [b]) => a - b)
      .map(([day, answers]): TableRow => {
        sum += answers;
        return { instrument, day: new Date(day * DAY_MS).toISOString().slice(0, 10), answers, so_far: sum };
      });
  });
  return {
    id: "submissions",
    title: "När svaren kom in",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "day", label: "Dag", unit: "date" },
      { key: "answers", label: "Svar", unit: "responses" },
      { key: "so_far", label: "Svar så långt", unit: "responses" },
    ],
    rows,
    notes: ["Ett svar som har ändrats räknas den dag som det senast skickades."],
    labels: { instrument: INSTRUMENT_LABELS },
  };
}
