/** Tables of ratings 1–5: one row what is rated and who rates it (contract: barriers and gains). */
import type { Category, Instrument, MissingReason } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableColumn, TableRow } from "../section.ts";
import { countCodes, type CodeCounts } from "./count-codes.ts";
import { labelsOf, missing } from "./cells.ts";
import { allInOne, byKind } from "./groups.ts";
import { GROUP_LABELS } from "./interventions-tables.ts";
import { KIND_LABELS } from "./places.ts";
import { medianOfCounts, netOfCounts } from "./ratings.ts";

export const RATINGS = ["1", "2", "3", "4", "5"] as const;

/** Who rates, and the columns of the ratings by code. The groups are never merged. */
export interface Rated {
  readonly group: Instrument;
  readonly column: (code: string) => string;
}

export interface RatingsTable {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly codes: readonly Category[];
  readonly rated: readonly Rated[];
  /** What 1 and 5 mean. */
  readonly ends: readonly [string, string];
}

export const NET_NOTE =
  "Netto är andelen 4 och 5 minus andelen 1 och 2, i procentenheter. ”Vet ej” och uteblivna svar ingår inte i n.";

/** Groups whose questionnaire nobody has answered have no rows, but for the parties. */
export function ratingsTable({ responses }: Dataset, table: RatingsTable): Table {
  const rows = table.codes.flatMap(({ code }) =>
    table.rated.flatMap(({ group, column }): TableRow[] => {
      const of = responses.get(group);
      if (of === undefined || (group !== "party" && of.n === 0)) return [];
      const [counts] = countCodes(of.columns.get(column(code)), allInOne(of), RATINGS);
      return counts === undefined ? [] : [{ code, group, ...ratingCells(counts) }];
    }),
  );
  return {
    id: table.id,
    title: table.title,
    columns: [
      { key: "code", label: table.name, unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      ...ratingColumns(table.ends),
    ],
    rows,
    notes: [NET_NOTE],
    labels: { code: labelsOf(table.codes), group: GROUP_LABELS },
  };
}

/** The parties' ratings by kind of party; kinds that have rated nothing have rows that say so. */
export function ratingsByKindTable(data: Dataset, table: RatingsTable, title: string): Table {
  const party = data.responses.get("party");
  const rated = table.rated.find(({ group }) => group === "party");
  const groups = party === undefined ? undefined : byKind(party, data.study);
  const rows = table.codes.flatMap(({ code }) => {
    if (groups === undefined || rated === undefined) return [];
    return countCodes(party?.columns.get(rated.column(code)), groups, RATINGS).map((counts, place): TableRow => ({
      code,
      party_kind: groups.ids[place] ?? "",
      ...ratingCells(counts),
    }));
  });
  return {
    id: "by_kind",
    title,
    columns: [
      { key: "code", label: table.name, unit: "code" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      ...ratingColumns(table.ends),
    ],
    rows,
    notes: [NET_NOTE],
    labels: { code: labelsOf(table.codes), party_kind: KIND_LABELS },
  };
}

export const ratingColumns = ([low, high]: readonly [string, string]): readonly TableColumn[] => [
  { key: "n", label: "Svar 1–5", unit: "responses" },
  { key: "c1", label: `1 ${low}`, unit: "responses" },
  { key: "c2", label: "2", unit: "responses" },
  { key: "c3", label: "3", unit: "responses" },
  { key: "c4", label: "4", unit: "responses" },
  { key: "c5", label: `5 ${high}`, unit: "responses" },
  { key: "dont_know", label: "Vet ej", unit: "responses" },
  { key: "net", label: "Netto", unit: "percentage points" },
  { key: "median", label: "Median", unit: "1–5" },
];

export function ratingCells({ by, dontKnow, noAnswer }: CodeCounts): TableRow {
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0] = by;
  const reason: MissingReason = dontKnow > 0 ? "dont_know" : noAnswer > 0 ? "not_answered" : "not_asked";
  const none = missing(reason);
  return {
    n: c1 + c2 + c3 + c4 + c5,
    c1,
    c2,
    c3,
    c4,
    c5,
    dont_know: dontKnow,
    net: netOfCounts(by) ?? none,
    median: medianOfCounts(by) ?? none,
  };
}
