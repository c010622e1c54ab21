import { PARTY_KINDS, STEPS, type Category } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Section, Table, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { INSTRUMENT_LABELS, ratesTable, STATUSES } from "./coverage-tables.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels } from "./places.ts";

export function definitionsTable({ definitions }: Dataset): Table {
  return {
    id: "definitions",
    title: "Formulär, version och kontrollsumma",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "version", label: "Version", unit: "" },
      { key: "sha256", label: "SHA-256", unit: "" },
    ],
    rows: definitions.map(({ instrument, version, sha256 }) => ({ instrument, version, sha256 })),
    notes: [
      "Kontrollsumman gäller formuläret som det visades. Ett formulär som skiljer sig i ett enda tecken får en annan.",
    ],
    labels: { instrument: INSTRUMENT_LABELS },
  };
}

/** How many answers of each kind there are, and the first and the last day on which one came in (UTC). */
export function answersTable(data: Dataset): Table {
  const rates = ratesTable(data);
  const rows = data.study.instruments.map(({ instrument }): TableRow => {
    const rate = rates.rows.find((row) => row.instrument === instrument);
    const responses = data.responses.get(instrument);
    const [first, last] = firstAndLast(responses?.submittedAt);
    return {
      instrument,
      responses: responses?.n ?? 0,
      expected: rate?.expected ?? 0,
      answered: rate?.answered ?? 0,
      partial: rate?.partial ?? 0,
      rate: rate?.rate ?? missing("not_applicable"),
      first: first ?? missing("not_answered"),
      last: last ?? missing("not_answered"),
    };
  });
  return {
    id: "answers",
    title: "Svar på varje formulär",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "responses", label: "Inskickade svar", unit: "responses" },
      { key: "expected", label: "Tillfrågade", unit: "assignments" },
      { key: "answered", label: "Har svarat", unit: "assignments" },
      { key: "partial", label: "Påbörjat, inte skickat", unit: "assignments" },
      { key: "rate", label: "Svarsandel", unit: "share" },
      { key: "first", label: "Första svaret", unit: "date" },
      { key: "last", label: "Senaste svaret", unit: "date" },
    ],
    rows,
    notes: rates.notes,
    labels: { instrument: INSTRUMENT_LABELS },
  };
}

function firstAndLast(times: Float64Array | undefined): readonly [string | undefined, string | undefined] {
  let [first, last] = [Infinity, -Infinity];
  for (const at of times ?? []) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  const day = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : undefined);
  return [day(first), day(last)];
}

/** Who has not answered, by name: one row an assignment without an answer. */
export function silentTable(data: Dataset): Table {
  const { study } = data;
  const table = {
    id: "silent",
    title: "Tillfrågade som inte har svarat",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "status", label: "Läge", unit: "code" },
    ],
    notes: [],
    labels: {
      instrument: INSTRUMENT_LABELS,
      party: partyLabels(study),
      municipality: municipalityLabels(data),
      status: labelsOf(STATUSES),
    },
  };
  return withLazyRows(table, () => silentRows(data));
}

function silentRows({ assignments, study }: Dataset): readonly TableRow[] {
  const none = missing("not_applicable");
  const rows: TableRow[] = [];
  for (let i = 0; i < assignments.n; i++) {
    const status = assignments.status[i] ?? "not_started";
    if (status === "answered") continue;
    rows.push({
      instrument: assignments.instrument[i] ?? "party",
      party: study.parties[assignments.party[i] ?? -1]?.id ?? none,
      municipality: study.municipalities[assignments.municipality[i] ?? -1] ?? none,
      status,
    });
  }
  return rows;
}

export function normsTable({ study }: Dataset): Table {
  const all: Category = { code: "all", label: "Alla parter" };
  return {
    id: "norms",
    title: "Normer för hur lång tid ett steg får ta",
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "party_kind", label: "Gäller", unit: "code" },
      { key: "days", label: "Norm", unit: "days" },
      { key: "source", label: "Källa", unit: "" },
      { key: "valid_from", label: "Gäller från", unit: "date" },
    ],
    rows: study.norms.map(({ step, party_kind, days, source, valid_from }) => ({
      step,
      party_kind: party_kind ?? all.code,
      days,
      source,
      valid_from,
    })),
    notes: ["Den norm gäller som är i kraft sista dagen i perioden, partens egen före den allmänna."],
    labels: { step: labelsOf(STEPS), party_kind: labelsOf([all, ...PARTY_KINDS]) },
  };
}

/** What the study has set, in words. */
export function settingsTable({ study, population }: Dataset): Table {
  const years = [...new Set([...population.values()].map(({ year }) => year))].sort((a, b) => a - b);
  const rows = [
    { setting: "period_from", value: study.reference_period.from },
    { setting: "period_to", value: study.reference_period.to },
    { setting: "age_min", value: study.target_group.age_min },
    { setting: "age_max", value: study.target_group.age_max },
    { setting: "target_group", value: study.target_group.description },
    { setting: "municipalities", value: study.municipalities.length },
    { setting: "parties", value: study.parties.length },
    { setting: "threshold", value: study.suppression_threshold },
    { setting: "population_years", value: years.length === 0 ? missing("not_answered") : years.join(", ") },
  ];
  return {
    id: "settings",
    title: "Vad undersökningen gäller",
    columns: [
      { key: "setting", label: "Inställning", unit: "code" },
      { key: "value", label: "Värde", unit: "" },
    ],
    rows,
    notes: [],
    labels: {
      setting: {
        period_from: "Perioden börjar",
        period_to: "Perioden slutar",
        age_min: "Yngsta ålder",
        age_max: "Äldsta ålder",
        target_group: "Målgrupp",
        municipalities: "Antal kommuner",
        parties: "Antal parter",
        threshold: "Minsta antal svar i en grupp av personer som visas",
        population_years: "Befolkning från år",
      },
    },
  };
}

/** How each section is worked out, in plain words. */
export function sectionsTable(sections: readonly Pick<Section, "id" | "question" | "method">[]): Table {
  return {
    id: "sections",
    title: "Så har varje avsnitt räknats fram",
    columns: [
      { key: "section", label: "Avsnitt", unit: "" },
      { key: "question", label: "Fråga", unit: "" },
      { key: "method", label: "Metod", unit: "" },
    ],
    rows: sections.map(({ id, question, method }) => ({ section: id, question, method })),
    notes: [],
    labels: {},
  };
}
