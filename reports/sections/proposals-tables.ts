import { JOINT, PARTY_KINDS, STEPS, UNCLEAR } from "../../survey-definitions/codes.ts";
import { numberAt, type Column, type Dataset, type Responses } from "../dataset.ts";
import type { ComputeContext, Table, TableCell, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import type { Groups } from "./groups.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { groupAndPeriod, KIND_LABELS, municipalityLabels, partyLabels, partyPlaces } from "./places.ts";
import { keyFigures, type KeyFigures } from "./proposals-figures.ts";
import { knownPersons } from "./unduplicated-known.ts";
import { wordReader } from "./word-cells.ts";

const FIGURE_COLUMNS = [
  { key: "need", label: "Minst täckta behov", unit: "code" },
  { key: "need_covered", label: "Andel som säger att det är täckt", unit: "share" },
  { key: "need_answers", label: "Svar som ser behovet", unit: "responses" },
  { key: "wanted", label: "Vill helst ha", unit: "code" },
  { key: "wanted_points", label: "Poäng", unit: "points" },
  { key: "wait_step", label: "Längst väntan", unit: "code" },
  { key: "wait_low", label: "Medianen är mer än", unit: "days" },
  { key: "wait_high", label: "Medianen är högst", unit: "days" },
];

const COVERAGE_COLUMNS = [
  { key: "answered", label: "Svarat", unit: "assignments" },
  { key: "expected", label: "Väntade svar", unit: "assignments" },
];

const figureLabels = ({ study }: Dataset) => ({
  need: labelsOf(study.problem_domains),
  wanted: labelsOf(study.interventions),
  wait_step: labelsOf(STEPS),
});

const EMPTY: Responses = {
  n: 0,
  party: new Int32Array(0),
  municipality: new Int32Array(0),
  submittedAt: new Float64Array(0),
  columns: new Map(),
  pairs: new Map(),
};

const partyResponses = ({ responses }: Dataset): Responses => responses.get("party") ?? EMPTY;

/** Answered and expected of each party questionnaire, counted by a group of the place. */
function coverageBy(data: Dataset, size: number, groupOf: (place: { party: string; place: number }) => number) {
  const counts = Array.from({ length: size }, () => ({ answered: 0, expected: 0 }));
  for (const place of partyPlaces(data)) {
    const count = counts[groupOf(place)];
    if (count === undefined) continue;
    count.expected++;
    if (place.row >= 0) count.answered++;
  }
  return counts;
}

const NO_FIGURES: KeyFigures = {
  need: missing("not_answered"),
  need_covered: missing("not_answered"),
  need_answers: 0,
  wanted: missing("not_answered"),
  wanted_points: missing("not_answered"),
  wait_step: missing("not_answered"),
  wait_low: missing("not_answered"),
  wait_high: missing("not_answered"),
};

/** What a decision in one municipality needs. */
export function byMunicipalityTable(data: Dataset, { solver }: ComputeContext, proposals: Table): Table {
  const { study } = data;
  const party = partyResponses(data);
  const known = knownPersons(data, solver);
  const groups: Groups = { ids: study.municipalities, of: party.municipality };
  const figures = keyFigures(data, party, groups);
  const coverage = coverageBy(data, study.municipalities.length, ({ place }) => place);
  const suggested = new Map<string, number>();
  for (const row of proposals.rows) {
    const municipality = typeof row.municipality === "string" ? row.municipality : "";
    suggested.set(municipality, (suggested.get(municipality) ?? 0) + 1);
  }
  const rows = study.municipalities.map((municipality, place): TableRow => {
    const { bounds: found, stated = 0 } = known.get(municipality) ?? {};
    const bounds = stated === 0 ? undefined : found;
    const { answered = 0, expected = 0 } = coverage[place] ?? {};
    return {
      municipality,
      known_low: bounds === undefined ? missing("not_answered") : (bounds.lowerWhole ?? missing("cannot_state")),
      known_high: bounds === undefined ? missing("not_answered") : upperOf(bounds.upperWhole),
      ...(figures[place] ?? NO_FIGURES),
      answered,
      expected,
      proposals: suggested.get(municipality) ?? 0,
    };
  });
  return {
    id: "by_municipality",
    title: `Underlag för beslut i varje kommun, ${groupAndPeriod(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "known_low", label: "Kända personer, minst", unit: "persons" },
      { key: "known_high", label: "Kända personer, högst", unit: "persons" },
      ...FIGURE_COLUMNS,
      ...COVERAGE_COLUMNS,
      { key: "proposals", label: "Förslag", unit: "proposals" },
    ],
    rows,
    notes: [
      "Kända personer är olika personer, inte summan av parternas antal. Väntan är parternas uppgift om det vanliga.",
    ],
    labels: { municipality: municipalityLabels(data), ...figureLabels(data) },
  };
}

const upperOf = (persons: number | undefined): TableCell =>
  persons === undefined ? missing("cannot_state") : persons === Infinity ? "∞" : persons;

/** What a decision in one party needs, over the municipalities that it answers for. */
export function byPartyTable(data: Dataset): Table {
  const { study } = data;
  const table = {
    id: "by_party",
    title: `Underlag för beslut hos varje part, ${groupAndPeriod(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "known", label: "Kända personer, summa", unit: "persons" },
      { key: "known_municipalities", label: "Kommuner med antal", unit: "municipalities" },
      ...FIGURE_COLUMNS,
      ...COVERAGE_COLUMNS,
    ],
    notes: ["Summan räknas över partens kommuner, så en person som är känd i två av dem räknas två gånger."],
    labels: { party: partyLabels(study), party_kind: KIND_LABELS, ...figureLabels(data) },
  };
  return withLazyRows(table, () => partyRows(data));
}

function partyRows(data: Dataset): readonly TableRow[] {
  const { study } = data;
  const party = partyResponses(data);
  const ids = study.parties.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const figures = keyFigures(data, party, { ids, of: party.party });
  const coverage = coverageBy(data, ids.length, (place) => places.get(place.party) ?? -1);
  const known = ids.map(() => ({ sum: 0, n: 0 }));
  const column: Column | undefined = party.columns.get("n_known");
  for (let i = 0; column?.kind === "number" && i < party.n; i++) {
    const [of, persons] = [known[party.party[i] ?? -1], numberAt(column, i)];
    if (of === undefined || persons === undefined) continue;
    of.sum += persons;
    of.n++;
  }
  return study.parties.map(({ id, kind }, place): TableRow => {
    const { sum = 0, n = 0 } = known[place] ?? {};
    const { answered = 0, expected = 0 } = coverage[place] ?? {};
    return {
      party: id,
      party_kind: kind,
      known: n === 0 ? missing("not_answered") : sum,
      known_municipalities: n,
      ...(figures[place] ?? NO_FIGURES),
      answered,
      expected,
    };
  });
}

/** The proposals of the answers to the cases, those that are due first first; without a date last. */
export function proposalsTable(data: Dataset): Table {
  const { study } = data;
  const answers = data.responses.get("case");
  const text = answers?.columns.get("prop_text");
  const owner = cellReader(answers?.columns.get("prop_owner"));
  const due = wordReader(answers?.columns.get("prop_due"));
  const rows: TableRow[] = [];
  for (let i = 0; text?.kind === "text" && i < (answers?.n ?? 0); i++) {
    const party = study.parties[answers?.party[i] ?? -1]?.id;
    const municipality = study.municipalities[answers?.municipality[i] ?? -1];
    if (text.reasons[i] !== 0 || party === undefined || municipality === undefined) continue;
    rows.push({ municipality, party, text: text.values[i] ?? "", owner: owner(i), due: due(i) });
  }
  const date = (row: TableRow) => (typeof row.due === "string" ? row.due : "9999");
  return {
    id: "proposals",
    title: "Parternas förslag",
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "party", label: "Föreslås av", unit: "" },
      { key: "text", label: "Förslag", unit: "" },
      { key: "owner", label: "Ansvarig", unit: "code" },
      { key: "due", label: "Klart", unit: "date" },
    ],
    rows: rows.sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0)),
    notes: [],
    labels: {
      municipality: municipalityLabels(data),
      party: partyLabels(study),
      owner: labelsOf([JOINT, ...PARTY_KINDS, UNCLEAR]),
    },
  };
}
