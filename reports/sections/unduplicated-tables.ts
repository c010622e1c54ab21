import type { Dataset } from "../dataset.ts";
import type { ComputeContext, Table, TableCell, TableRow, Tables } from "../section.ts";
import { lowOf } from "../stats/union-constraints.ts";
import { counted } from "../text/format.ts";
import { missing } from "./cells.ts";
import { groupAndPeriod, municipalityLabels, partyLabels, partyPlaces } from "./places.ts";
import {
  boundsOfMunicipality,
  estimatesOfMunicipality,
  statementsByMunicipality,
  type MunicipalityBounds,
  type Statements,
} from "./unduplicated-bounds.ts";

export function unduplicatedTables(data: Dataset, { solver }: ComputeContext): Tables {
  const statements = [...statementsByMunicipality(data).values()];
  const expected = new Map<string, number>();
  for (const { municipality } of partyPlaces(data)) expected.set(municipality, (expected.get(municipality) ?? 0) + 1);
  const bounds = statements.map((stated) => boundsOfMunicipality(stated, solver));
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
    estimates: estimatesTable(statements.flatMap(estimateRows), group, named),
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

/** One row a pair whose overlap is stated, estimate or refusal; one row for a municipality without any such pair. */
function estimateRows(statements: Statements): readonly TableRow[] {
  const { municipality, pairs, sizes } = statements;
  const stated = new Set(pairs.flatMap(({ parties }) => parties));
  const of = new Map([...sizes].filter(([id]) => stated.has(id)));
  const none: TableCell = missing("cannot_state");
  const head = { municipality, method: "chapman" };
  const rows = estimatesOfMunicipality({ ...statements, sizes: of }).flatMap((one): TableRow[] => {
    const parties = one.parties.join("|");
    if (one.estimate === undefined) {
      if (one.refused === "no-overlap-stated") return [];
      return [{ ...head, parties, estimate: none, se: none, low: none, high: none, note: one.note }];
    }
    const { chapman, se, logNormal } = one.estimate;
    return [{ ...head, parties, estimate: chapman, se, low: logNormal.low, high: logNormal.high, note: one.note }];
  });
  if (rows.length > 0) return rows;
  const note = `Ingen skattning: ${counted(sizes.size, ["part har", "parter har"])} angett antal, men inget par av dem har uppgett hur många de har gemensamt.`;
  return [{ ...head, parties: "", estimate: none, se: none, low: none, high: none, note }];
}

function estimatesTable(rows: readonly TableRow[], group: string, labels: Labels): Table {
  return {
    id: "estimates",
    title: `Skattningar av hela målgruppen från två parters antal, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "method", label: "Metod", unit: "code" },
      { key: "parties", label: "Parter", unit: "" },
      { key: "estimate", label: "Skattning", unit: "persons" },
      { key: "se", label: "Medelfel", unit: "persons" },
      { key: "low", label: "95 % intervall, lägst", unit: "persons" },
      { key: "high", label: "95 % intervall, högst", unit: "persons" },
      { key: "note", label: "Förutsättningar", unit: "" },
    ],
    rows,
    notes: ["Par som ingen av parterna uppgett gemensamma personer för står inte i tabellen."],
    labels: { ...labels, method: { chapman: "Chapman, två listor" } },
  };
}
