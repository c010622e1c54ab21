import { textIn } from "../charts/read-table.ts";
import { quantileSorted } from "d3-array";
import { PRECISIONS, SOURCES } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { formatList, formatNumber } from "../text/format.ts";
import { cellReader, isMissing, labelsOf, missing, numberIn } from "./cells.ts";
import { groupAndPeriod, KIND_LABELS, kindsOf, municipalityLabels, partyLabels, partyPlaces } from "./places.ts";

/** One row a party × municipality that it covers, answered or not; the reason stands in the cell. */
export function countsTable(data: Dataset): Table {
  const { study } = data;
  const columns = data.responses.get("party")?.columns;
  const reader = (name: string) => cellReader(columns?.get(name));
  const [known, low, high, caseload] = [
    reader("n_known"),
    reader("n_known_low"),
    reader("n_known_high"),
    reader("n_caseload_age"),
  ];
  const [caseloadLow, caseloadHigh] = [reader("n_caseload_age_low"), reader("n_caseload_age_high")];
  const [source, precision] = [reader("n_source"), reader("n_precision")];
  const persons = study.municipalities.map((code) => data.population.get(code)?.persons);
  const rows = partyPlaces(data).map(({ party, kind, place, municipality, row }): TableRow => {
    const [n, from, to, all] = [known(row), low(row), high(row), caseload(row)];
    const population = persons[place];
    return {
      party,
      party_kind: kind,
      municipality,
      n_known: n,
      low: from,
      high: to,
      source: source(row),
      precision: precision(row),
      caseload: all,
      caseload_low: caseloadLow(row),
      caseload_high: caseloadHigh(row),
      share_of_caseload: quotient(n, numberIn(all), 1, all),
      per_1000: quotient(n, population, 1000),
      low_per_1000: quotient(from, population, 1000),
      high_per_1000: quotient(to, population, 1000),
    };
  });
  return {
    id: "counts",
    title: `Antal kända i målgruppen, ${groupAndPeriod(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "n_known", label: "Kända personer", unit: "persons" },
      { key: "low", label: "Lägst", unit: "persons" },
      { key: "high", label: "Högst", unit: "persons" },
      { key: "source", label: "Underlag", unit: "code" },
      { key: "precision", label: "Säkerhet", unit: "code" },
      { key: "caseload", label: "Alla i samma ålder hos parten", unit: "persons" },
      { key: "caseload_low", label: "Alla i samma ålder: lägst", unit: "persons" },
      { key: "caseload_high", label: "Alla i samma ålder: högst", unit: "persons" },
      { key: "share_of_caseload", label: "Andel av alla hos parten", unit: "share" },
      { key: "per_1000", label: "Per 1 000 invånare i åldern", unit: "per 1 000" },
      { key: "low_per_1000", label: "Lägst per 1 000", unit: "per 1 000" },
      { key: "high_per_1000", label: "Högst per 1 000", unit: "per 1 000" },
    ],
    rows,
    notes: populationNotes(data),
    labels: {
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      source: labelsOf(SOURCES),
      precision: labelsOf(PRECISIONS),
    },
  };
}

/** `factor` × value / base. The missing reason of the value goes before that of the base. */
function quotient(value: TableCell, base: number | undefined, factor: number, baseCell?: TableCell): TableCell {
  if (typeof value !== "number") return value;
  if (isMissing(baseCell)) return baseCell;
  if (base === undefined) return missing("cannot_state");
  return base > 0 ? (factor * value) / base : missing("not_applicable");
}

function populationNotes({ study, population, municipalityNames }: Dataset): readonly string[] {
  const name = (code: string) => municipalityNames.get(code) ?? code;
  const known = study.municipalities.flatMap((code) => {
    const found = population.get(code);
    return found === undefined ? [] : [{ code, ...found }];
  });
  const without = study.municipalities.filter((code) => !population.has(code)).map(name);
  const approximated = known.filter((one) => one.approximated).map(({ code }) => name(code));
  const origins = [...new Set(known.map(({ source, year }) => `${source} (${year})`))];
  return [
    ...origins.map((origin) => `Befolkning: ${origin}.`),
    ...(approximated.length === 0
      ? []
      : [
          `Befolkningen är ungefärlig i ${namesOrCount(approximated)}: målgruppens ålder skär igenom en åldersklass, ` +
            `och en andel av klassen har räknats med.`,
        ]),
    ...(without.length === 0 ? [] : [`Befolkning saknas för ${namesOrCount(without)}; där finns inget tal per 1 000.`]),
  ];
}

const namesOrCount = (names: readonly string[]): string =>
  names.length > 8 ? `${formatNumber(names.length)} kommuner` : formatList(names);

/** Sums of what the parties report. Persons known to several parties are counted once for each of them. */
export function totalsTable(data: Dataset, counts: Table): Table {
  const sums = new Map(
    data.study.municipalities.map((code) => [code, { sum: 0, low: 0, high: 0, answered: 0, ranges: 0, expected: 0 }]),
  );
  for (const row of counts.rows) {
    const of = sums.get(textIn(row.municipality));
    if (of === undefined) continue;
    const [n, low, high] = [numberIn(row.n_known), numberIn(row.low), numberIn(row.high)];
    of.expected++;
    if (n !== undefined) {
      of.answered++;
      of.sum += n;
      of.low += n;
      of.high += n;
    } else if (low !== undefined || high !== undefined) {
      of.ranges++;
      of.low += low ?? 0;
      of.high += high ?? Infinity;
    }
  }
  const none = missing("not_answered");
  return {
    id: "totals",
    title: `Summan av parternas antal, ${groupAndPeriod(data.study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "sum_reported", label: "Summa av angivna antal", unit: "persons, counted once a party" },
      { key: "parties_answered", label: "Parter som angett antal", unit: "parties" },
      { key: "parties_expected", label: "Parter som tillfrågats", unit: "parties" },
      { key: "parties_range", label: "Parter som bara angett ett intervall", unit: "parties" },
      { key: "sum_low", label: "Summa, lägst", unit: "persons, counted once a party" },
      { key: "sum_high", label: "Summa, högst", unit: "persons, counted once a party" },
    ],
    rows: [...sums].map(([municipality, { sum, low, high, answered, ranges, expected }]) => ({
      municipality,
      sum_reported: answered > 0 ? sum : none,
      parties_answered: answered,
      parties_expected: expected,
      parties_range: ranges,
      sum_low: answered + ranges > 0 ? low : none,
      sum_high: answered + ranges > 0 ? (high === Infinity ? "∞" : high) : none,
    })),
    notes: [
      "Summan är minst så stor som den står här: parter som inte svarat ingår inte. En person som är känd hos flera parter räknas en gång för var och en av dem.",
    ],
    labels: { municipality: municipalityLabels(data) },
  };
}

/** How the figures per 1 000 are spread over the answers of each kind of party. */
export function byKindTable({ study }: Dataset, counts: Table): Table {
  const kinds = kindsOf(study);
  const values = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
  const expected = new Map<string, number>();
  for (const row of counts.rows) {
    const kind = textIn(row.party_kind);
    expected.set(kind, (expected.get(kind) ?? 0) + 1);
    const value = numberIn(row.per_1000);
    if (value !== undefined) values.get(kind)?.push(value);
  }
  const rows = kinds.map((kind) => {
    const sorted = (values.get(kind) ?? []).sort((a, b) => a - b);
    const at = (p: number): TableCell => quantileSorted(sorted, p) ?? missing("not_answered");
    return {
      party_kind: kind,
      n: sorted.length,
      expected: expected.get(kind) ?? 0,
      min: at(0),
      q1: at(0.25),
      median: at(0.5),
      q3: at(0.75),
      max: at(1),
    };
  });
  return {
    id: "by_kind",
    title: `Kända per 1 000 invånare i åldern, efter slag av part, ${groupAndPeriod(study)}`,
    columns: [
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "n", label: "Svar med antal", unit: "responses" },
      { key: "expected", label: "Väntade svar", unit: "assignments" },
      { key: "min", label: "Lägst", unit: "per 1 000" },
      { key: "q1", label: "Nedre kvartil", unit: "per 1 000" },
      { key: "median", label: "Median", unit: "per 1 000" },
      { key: "q3", label: "Övre kvartil", unit: "per 1 000" },
      { key: "max", label: "Högst", unit: "per 1 000" },
    ],
    rows,
    notes: [],
    labels: { party_kind: KIND_LABELS },
  };
}
