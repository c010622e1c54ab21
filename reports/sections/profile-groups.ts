/** Sub-groups of those known: what each party states, and what that adds up to. */
import type { Category } from "../../survey-definitions/codes.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableColumn, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { byMunicipality, type Groups } from "./groups.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { groupAndPeriod, KIND_LABELS, municipalityLabels, partyLabels, partyPlaces } from "./places.ts";
import { addRanges, asNumbers, expectedByPlace, rangeCells, sumRanges, type RangeSum } from "./range-sums.ts";

/** The variable is `n_` and the code. */
export const SUBGROUPS: readonly Category[] = [
  { code: "substance_social", label: "Missbruk och sociala problem, inte psykiatriska" },
  { code: "substance_psych", label: "Missbruk och psykiatriska problem, inte sociala" },
  { code: "substance_both", label: "Missbruk, sociala och psykiatriska problem" },
  { code: "single_parent", label: "Ensamstående föräldrar" },
  { code: "low_education", label: "Kort utbildning" },
  { code: "no_work_study", label: "Varken arbete eller studier" },
  { code: "income_support", label: "Försörjningsstöd" },
  { code: "between_chairs", label: "Ingen part tar helhetsansvar" },
  { code: "outside_definition", label: "Utanför avgränsningen, med samma behov" },
  { code: "early_signs", label: "Tidiga tecken, saknar ännu stöd" },
];
/** Persons who need not be among those known: they are no share of them. */
export const BESIDE: ReadonlySet<string> = new Set(["outside_definition", "early_signs"]);

/** One row a party, municipality and sub-group; the reason stands in the cell. */
export function groupsTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "groups",
    title: `Grupper bland de kända hos varje part, ${groupAndPeriod(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "group", label: "Grupp", unit: "code" },
      { key: "n", label: "Personer", unit: "persons" },
      { key: "low", label: "Lägst", unit: "persons" },
      { key: "high", label: "Högst", unit: "persons" },
      { key: "share_of_known", label: "Andel av de kända", unit: "share" },
    ],
    notes: [],
    labels: {
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      group: labelsOf(SUBGROUPS),
    },
  };
  return withLazyRows(head, () => groupRows(data));
}

function groupRows(data: Dataset): readonly TableRow[] {
  const columns = data.responses.get("party")?.columns;
  const known = cellReader(columns?.get("n_known"));
  return SUBGROUPS.flatMap(({ code }) => {
    const [n, low, high] = ["", "_low", "_high"].map((end) => cellReader(columns?.get(`n_${code}${end}`)));
    const none = missing("not_answered");
    return partyPlaces(data).map(({ party, kind, municipality, row }): TableRow => {
      const persons = n?.(row) ?? none;
      return {
        party,
        party_kind: kind,
        municipality,
        group: code,
        n: persons,
        low: low?.(row) ?? none,
        high: high?.(row) ?? none,
        share_of_known: shareOf(code, persons, known(row)),
      };
    });
  });
}

function shareOf(code: string, persons: TableCell, known: TableCell): TableCell {
  if (BESIDE.has(code)) return missing("not_applicable");
  if (typeof persons !== "number") return persons;
  if (typeof known !== "number") return known;
  return known > 0 && persons <= known ? persons / known : missing(known > 0 ? "cannot_state" : "not_applicable");
}

interface GroupSum extends RangeSum {
  /** Of the answers with both figures: persons in the sub-group, persons known. */
  readonly part: number;
  readonly whole: number;
}

const TOTAL_COLUMNS: readonly TableColumn[] = [
  { key: "sum_low", label: "Summa, lägst", unit: "persons, counted once a party" },
  { key: "sum_high", label: "Summa, högst", unit: "persons, counted once a party" },
  { key: "stated", label: "Parter som angett antal", unit: "parties" },
  { key: "expected", label: "Parter som tillfrågats", unit: "parties" },
  { key: "known", label: "Kända hos dem som angett båda talen", unit: "persons, counted once a party" },
  { key: "share_of_known", label: "Andel av de kända", unit: "share" },
];
const NOTES = [
  "Summan är minst så stor som den står här: parter som inte svarat ingår inte. En person som är känd hos flera parter räknas en gång för var och en av dem.",
  "Andelen gäller de parter som angett ett antal både för gruppen och för alla kända.",
];

/** What the parties state of each sub-group, by municipality and over all of them. */
export function groupTotals(data: Dataset): readonly [byPlace: Table, overall: Table] {
  const { study, responses } = data;
  const party = responses.get("party");
  const expected = expectedByPlace(data);
  const places = study.municipalities;
  const asked = expected.reduce((sum, n) => sum + n, 0);
  const byPlace: TableRow[] = [];
  const overall: TableRow[] = [];
  for (const { code } of SUBGROUPS) {
    const sums = party === undefined ? [] : groupSums(party, code, byMunicipality(party, study));
    places.forEach((municipality, place) => {
      const sum = sums[place] ?? { low: 0, high: 0, stated: 0, part: 0, whole: 0 };
      byPlace.push({ group: code, municipality, ...totalCells(code, sum, expected[place] ?? 0) });
    });
    const [part, whole] = [sums.reduce((all, sum) => all + sum.part, 0), sums.reduce((all, sum) => all + sum.whole, 0)];
    overall.push({ group: code, ...totalCells(code, { ...addRanges(sums), part, whole }, asked) });
  }
  const head = { notes: NOTES, labels: { group: labelsOf(SUBGROUPS), municipality: municipalityLabels(data) } };
  return [
    {
      ...head,
      id: "group_totals",
      title: `Grupper bland de kända i varje kommun, ${groupAndPeriod(study)}`,
      columns: [
        { key: "group", label: "Grupp", unit: "code" },
        { key: "municipality", label: "Kommun", unit: "code" },
        ...TOTAL_COLUMNS,
      ],
      rows: byPlace,
    },
    {
      ...head,
      id: "by_group",
      title: `Grupper bland de kända i alla kommuner, ${groupAndPeriod(study)}`,
      columns: [{ key: "group", label: "Grupp", unit: "code" }, ...TOTAL_COLUMNS],
      rows: overall,
      labels: { group: labelsOf(SUBGROUPS) },
    },
  ];
}

function totalCells(code: string, sum: GroupSum, expected: number): TableRow {
  const none = missing(sum.stated === 0 ? "not_answered" : "cannot_state");
  const shared = !BESIDE.has(code) && sum.whole > 0 && sum.part <= sum.whole;
  return {
    ...rangeCells(sum),
    stated: sum.stated,
    expected,
    known: sum.whole,
    share_of_known: shared ? sum.part / sum.whole : BESIDE.has(code) ? missing("not_applicable") : none,
  };
}

function groupSums(responses: Responses, code: string, groups: Groups): readonly GroupSum[] {
  const sums = sumRanges(responses, `n_${code}`, groups).map((sum) => ({ ...sum, part: 0, whole: 0 }));
  const [n, known] = [asNumbers(responses.columns.get(`n_${code}`)), asNumbers(responses.columns.get("n_known"))];
  if (n === undefined || known === undefined) return sums;
  for (let i = 0; i < responses.n; i++) {
    const sum = sums[groups.of[i] ?? -1];
    if (sum === undefined || n.reasons[i] !== 0 || known.reasons[i] !== 0) continue;
    sum.part += n.values[i] ?? 0;
    sum.whole += known.values[i] ?? 0;
  }
  return sums;
}
