/**
 * Answers of persons in tables that have one group alone: with fewer than the threshold the whole row is hidden.
 *
 * Groups beside each other, in one table or in several, are hidden by the system of counts: see the folder respondents.
 */
import type { Table, TableCell, TableRow } from "../section.ts";
import { missing } from "../sections/cells.ts";

const HIDDEN = missing("suppressed");
const PERSONS: ReadonlySet<unknown> = new Set(["staff", "voice", "young", "guardian"]);
/** Every row is about answers of the staff. */
const OF_STAFF: ReadonlySet<string> = new Set(["responsibility.experience"]);
const NO_VALUE: ReadonlySet<string> = new Set(["dont_know", "no_answer", "too_early"]);

export function withoutContributors(section: string, table: Table, threshold: number): Table {
  // A day on which one answer came in may tell whose it was.
  if (section === "methods" && table.id === "submissions")
    return { ...table, rows: table.rows.filter(({ instrument }) => !PERSONS.has(instrument)) };
  if (section === "methods" && table.id === "staff") return { ...table, rows: keptBackGroups(table.rows, threshold) };
  const isOfStaff = OF_STAFF.has(`${section}.${table.id}`);
  if (!isOfStaff && !table.rows.some(({ group }) => PERSONS.has(group))) return table;
  const rows = table.rows.map((row) => {
    const n = isOfStaff || PERSONS.has(row.group) ? baseOf(table, row) : 0;
    return n > 0 && n < threshold ? keptBack(table, row) : row;
  });
  return { ...table, rows };
}

/** How many answers the figures of a row are made of; 0 where that is hidden. */
function baseOf({ columns }: Table, row: TableRow): number {
  const key = ["answers", "n"].find((one) => one in row);
  if (key !== undefined) return typeof row[key] === "number" ? row[key] : 0;
  return columns.reduce((sum, { key: one, unit }) => {
    const cell = row[one];
    return unit === "responses" && !NO_VALUE.has(one) && typeof cell === "number" ? sum + cell : sum;
  }, 0);
}

function keptBack({ columns }: Table, row: TableRow): TableRow {
  const cells = columns.map(({ key, unit }): [string, TableCell] => {
    const cell = row[key] ?? HIDDEN;
    return [key, unit !== "" && unit !== "code" && (typeof cell === "number" || cell === "∞") ? HIDDEN : cell];
  });
  return { ...row, ...Object.fromEntries(cells) };
}

const BY_PLACE: ReadonlySet<unknown> = new Set(["municipality", "party_kind"]);

/** Who the staff are: of the groups of one question never just one is hidden, since the others are known together. */
function keptBackGroups(rows: readonly TableRow[], threshold: number): readonly TableRow[] {
  const hidden = new Set<TableRow>();
  for (const [question, groups] of Map.groupBy(rows, (row) => row.question)) {
    if (!BY_PLACE.has(question)) continue;
    const counted = groups
      .filter(({ answers }) => typeof answers === "number" && answers > 0)
      .sort((a, b) => Number(a.answers) - Number(b.answers));
    const small = counted.filter(({ answers }) => Number(answers) < threshold);
    const already = groups.length - groups.filter(({ answers }) => typeof answers === "number").length;
    const more = small.length === 1 && already === 0 ? counted.slice(0, 2) : small;
    for (const row of more) hidden.add(row);
  }
  return rows.map((row) => (hidden.has(row) ? { ...row, answers: HIDDEN, share: HIDDEN } : row));
}
