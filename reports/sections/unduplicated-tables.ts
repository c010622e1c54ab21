import type { Dataset } from "../dataset.ts";
import type { ComputeContext, Table, TableRow, Tables } from "../section.ts";
import { highOf, lowOf } from "../stats/union-constraints.ts";
import { missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { groupAndPeriod, municipalityLabels, partyLabels, partyPlaces } from "./places.ts";
import { estimateTables } from "./unduplicated-estimates.ts";
import { statementsByMunicipality, type MunicipalityBounds, type Statements } from "./unduplicated-bounds.ts";
import { knownPersons } from "./unduplicated-known.ts";

export function unduplicatedTables(data: Dataset, { solver }: ComputeContext): Tables {
  const byMunicipality = statementsByMunicipality(data);
  const statements = [...byMunicipality.values()];
  const expected = new Map<string, number>();
  for (const { municipality } of partyPlaces(data)) expected.set(municipality, (expected.get(municipality) ?? 0) + 1);
  const bounds = [...knownPersons(data, solver, byMunicipality).values()].map((known) => known.bounds);
  const labels = { municipality: municipalityLabels(data) };
  const named = { ...labels, parties: partyLabels(data.study) };
  const group = groupAndPeriod(data.study);
  return {
    bounds: boundsTable(
      bounds.map((found, i) => boundsRow(found, statements[i], expected.get(found.municipality) ?? 0)),
      group,
      labels,
    ),
    conflicts: conflictsTable(bounds, group, named),
    sums: sumsTable(statements, group, { ...labels, party: named.parties }),
    ...estimateTables(data, statements, expected, solver),
  };
}

type Labels = Table["labels"];

function boundsRow(found: MunicipalityBounds, statements: Statements | undefined, expected: number): TableRow {
  const sizes = [...(statements?.sizes.values() ?? [])];
  const head = { municipality: found.municipality, parties_answered: sizes.length, parties_expected: expected };
  if (sizes.length === 0) {
    const none = missing("not_answered");
    return { ...head, sum_low: none, counts_lower: none, counts_upper: none, lower: none, upper: none, feasible: none };
  }
  return {
    ...head,
    sum_low: sizes.reduce((sum, { count }) => sum + lowOf(count), 0),
    counts_lower: found.countsLower,
    counts_upper: unbounded(found.countsUpper),
    lower: found.lowerWhole ?? missing("cannot_state"),
    upper: found.upperWhole === undefined ? missing("cannot_state") : unbounded(found.upperWhole),
    feasible: found.feasible,
  };
}

const unbounded = (persons: number): number | string => (persons === Infinity ? "∞" : persons);

function boundsTable(rows: readonly TableRow[], group: string, labels: Labels): Table {
  return {
    id: "bounds",
    title: `Antal olika personer som parterna känner till, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "counts_lower", label: "Minst, av antalen", unit: "persons" },
      { key: "counts_upper", label: "Högst, av antalen", unit: "persons" },
      { key: "lower", label: "Minst, med överlapp", unit: "persons" },
      { key: "upper", label: "Högst, med överlapp", unit: "persons" },
      { key: "feasible", label: "Uppgifterna går ihop", unit: "" },
      { key: "sum_low", label: "Summa av antalen", unit: "persons, counted once a party" },
      { key: "parties_answered", label: "Parter som angett antal", unit: "parties" },
      { key: "parties_expected", label: "Parter som tillfrågats", unit: "parties" },
    ],
    rows,
    notes: [
      "Gränserna gäller personer som är kända hos någon av de parter som angett antal. Den som ingen av dem känner till ingår inte.",
    ],
    labels,
  };
}

function conflictsTable(bounds: readonly MunicipalityBounds[], group: string, labels: Labels): Table {
  return {
    id: "conflicts",
    title: `Uppgifter som motsäger varandra, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "parties", label: "Parter", unit: "" },
      { key: "why", label: "Vad som inte stämmer", unit: "" },
    ],
    rows: bounds.flatMap(({ municipality, conflicts }) =>
      conflicts.map(({ parties, why }) => ({ municipality, parties: parties.join("|"), why })),
    ),
    notes: [],
    labels,
  };
}

/** The figures that stand end to end in the sum: one row a party with a figure or a range, the largest first. */
function sumsTable(statements: readonly Statements[], group: string, labels: Labels): Table {
  const head = {
    id: "sums",
    title: `Parternas antal, lagda efter varandra, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "low", label: "Minst", unit: "persons" },
      { key: "high", label: "Högst", unit: "persons" },
    ],
    notes: ["En person som flera parter känner till står i var och en av deras rader."],
    labels,
  };
  return withLazyRows(head, () =>
    statements.flatMap(({ municipality, sizes }) =>
      [...sizes]
        .map(([party, { count }]) => ({ municipality, party, low: lowOf(count), high: unbounded(highOf(count)) }))
        .sort((a, b) => b.low - a.low),
    ),
  );
}
