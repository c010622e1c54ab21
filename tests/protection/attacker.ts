/**
 * Somebody who has the published report and knows how the questionnaire hangs together, and nothing else: an integer
 * programme of its own over the unknown answers, written from the tables and not from the program that protected them.
 */
import { textIn } from "../../reports/charts/read-table.ts";
import type { LinearConstraint, LpSolver } from "../../reports/stats/lp.ts";
import type { Report } from "../../reports/report.ts";
import type { TableCell, TableRow } from "../../reports/section.ts";
import { AGES, APART, BY_K, GROUPS } from "./simulated.ts";

const NAMED_GROUPS = GROUPS.filter((group) => group !== "early_signs");
const MOST = 400;

export class Attacker {
  readonly #places = new Map<string, number>();
  readonly #constraints: LinearConstraint[] = [];
  readonly #solver: LpSolver;

  constructor(solver: LpSolver) {
    this.#solver = solver;
  }

  /** `name`: what an unknown is called here: one that has changed between two reports has a name in each */
  read(report: Report, name: (cell: string) => string = (cell) => cell): void {
    const rows = (section: string, table: string): readonly TableRow[] =>
      report.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table)?.rows ?? [];
    const at = (variable: string, row: TableRow) =>
      name(`${variable}|${textIn(row.party)}|${textIn(row.municipality)}`);
    const answered = (cell: TableCell | undefined) =>
      typeof cell === "number" || (typeof cell === "object" && cell.missing === "suppressed");
    /** The unknown of a count and, where a range was answered, of its ends. */
    const learn = (variable: string, row: TableRow, n: string, low: string, high: string) => {
      const [from, to] = [row[low], row[high]];
      if (typeof row[n] === "number") this.between([[at(variable, row), 1]], row[n], row[n]);
      else if (answered(row[n]))
        this.between([[at(variable, row), 1]], typeof from === "number" ? from : 0, typeof to === "number" ? to : MOST);
      return answered(row[n]);
    };

    const counts = rows("group-size", "counts");
    const known = counts.filter((row) => learn("n_known", row, "n_known", "low", "high"));
    for (const row of counts) {
      const caseload = learn("n_caseload_age", row, "caseload", "caseload_low", "caseload_high");
      if (caseload && known.includes(row)) this.within([at("n_known", row)], at("n_caseload_age", row));
      if (typeof row.share_of_caseload === "number" && typeof row.caseload === "number")
        this.exactly([at("n_known", row)], row.share_of_caseload * row.caseload);
      if (typeof row.per_1000 === "number") this.exactly([at("n_known", row)], row.per_1000);
    }
    for (const row of rows("group-size", "totals")) {
      const here = known
        .filter(({ municipality }) => municipality === row.municipality)
        .map((one) => at("n_known", one));
      this.exactly(here, row.sum_reported);
    }

    const groups = rows("profile", "groups");
    const stated = groups.filter((row) => learn(`n_${textIn(row.group)}`, row, "n", "low", "high"));
    const isKnown = new Set(known.map((row) => at("n_known", row)));
    for (const row of stated) {
      const [part, whole] = [at(`n_${textIn(row.group)}`, row), at("n_known", row)];
      if (NAMED_GROUPS.includes(textIn(row.group)) && isKnown.has(whole)) this.within([part], whole);
    }
    for (const row of known) {
      const apart = APART.filter((group) =>
        stated.some((one) => one.group === group && one.party === row.party && one.municipality === row.municipality),
      );
      this.within(
        apart.map((group) => at(`n_${group}`, row)),
        at("n_known", row),
      );
    }
    for (const total of [...rows("profile", "group_totals"), ...rows("profile", "by_group")]) {
      const own = stated.filter(
        ({ group, municipality }) =>
          group === total.group && (total.municipality === undefined || municipality === total.municipality),
      );
      const [low, high] = [total.sum_low, total.sum_high];
      const parts = own.map((row) => at(`n_${textIn(row.group)}`, row));
      if (typeof low === "number" && parts.length === total.stated)
        this.between(
          parts.map((part) => [part, 1]),
          low,
          typeof high === "number" ? high : MOST * parts.length,
        );
      const both = own.filter((row) => isKnown.has(at("n_known", row)));
      this.exactly(
        both.map((row) => at("n_known", row)),
        total.known,
      );
      if (typeof total.share_of_known === "number" && typeof total.known === "number")
        this.exactly(
          both.map((row) => at(`n_${textIn(row.group)}`, row)),
          total.share_of_known * total.known,
        );
    }
    this.grids(rows("profile", "sex_age"), rows("profile", "known_by"), counts, at, isKnown);
  }

  /** Ages and how many parties know them: only sums are published, and each party's parts add up to those it knows. */
  grids(
    ages: readonly TableRow[],
    knownBy: readonly TableRow[],
    counts: readonly TableRow[],
    at: (variable: string, row: TableRow) => string,
    isKnown: ReadonlySet<string>,
  ): void {
    const sums = (
      variables: readonly string[],
      of: readonly TableRow[],
      columnOf: (variable: string) => [(row: TableRow) => boolean, string],
    ) => {
      for (const municipality of new Set(counts.map((row) => row.municipality))) {
        // Which of the parties have answered the grid is taken to be known: those that the attacker was told of.
        const parties = counts.filter(
          (row) => row.municipality === municipality && this.#answered.has(at(variables[0] ?? "", row)),
        );
        for (const variable of variables) {
          const [isRow, column] = columnOf(variable);
          const row = of.find((one) => one.municipality === municipality && isRow(one));
          this.exactly(
            parties.map((party) => at(variable, party)),
            row?.[column],
          );
        }
        for (const party of parties)
          if (isKnown.has(at("n_known", party)))
            this.between(
              [...variables.map((variable): [string, number] => [at(variable, party), 1]), [at("n_known", party), -1]],
              0,
              0,
            );
      }
    };
    sums(
      AGES.map((age) => `n_by_sex_age.${age}`),
      ages,
      (variable) => {
        const [, sex = "", age = ""] = /\.([a-z]+)_(\d+_\d+)$/.exec(variable) ?? [];
        return [(row) => row.age === age, sex];
      },
    );
    sums(
      BY_K.map((k) => `n_known_by_k.${k}`),
      knownBy,
      (variable) => [() => true, variable.slice("n_known_by_k.".length)],
    );
  }

  readonly #answered = new Set<string>();
  /** Somebody has told that these were answered. */
  told(cells: Iterable<string>): void {
    for (const cell of cells) this.#answered.add(cell);
  }

  wasAnswered(cell: string): boolean {
    return this.#answered.has(cell);
  }

  /** Each name once. */
  together(terms: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
    const sum = new Map<string, number>();
    for (const [name, by] of terms) sum.set(name, (sum.get(name) ?? 0) + by);
    return [...sum];
  }

  within(parts: readonly string[], whole: string): void {
    if (parts.length > 0)
      this.between([...parts.map((part): [string, number] => [part, 1]), [whole, -1]], -Infinity, 0);
  }

  exactly(parts: readonly string[], sum: TableCell | undefined): void {
    if (typeof sum === "number" && parts.length > 0)
      this.between(
        parts.map((part) => [part, 1]),
        Math.round(sum),
        Math.round(sum),
      );
  }

  between(terms: readonly (readonly [string, number])[], low: number, high: number): void {
    this.#constraints.push({ terms: terms.map(([name, by]) => [this.#place(name), by]), low, high });
  }

  /** Constraints that the real values break: the published tables hold a number that is not true, or the attacker errs. */
  broken(values: ReadonlyMap<string, number>): readonly string[] {
    const named = [...this.#places.keys()];
    return this.#constraints.flatMap(({ terms, low, high }) => {
      const parts = terms.map(([place, by]) => [named[place] ?? "", by] as const);
      if (!parts.every(([name]) => values.has(name))) return [];
      const sum = parts.reduce((all, [name, by]) => all + by * (values.get(name) ?? 0), 0);
      return sum < low - 1e-5 || sum > high + 1e-5 ? [`${low} <= ${sum} <= ${high}: ${parts.join(" ")}`] : [];
    });
  }

  /** The least and the greatest that the unknown may be. */
  interval(name: string): { readonly low: number; readonly high: number } {
    const place = this.#place(name);
    const end = (sense: "minimise" | "maximise") => {
      const objective = Array.from({ length: this.#places.size }, (_, at) => Number(at === place));
      const upper = objective.map(() => MOST);
      const found = this.#solver.solve({ sense, objective, constraints: this.#constraints, upper, whole: true });
      if (found.status !== "optimal") throw new Error(`the published tables contradict each other: ${found.status}`);
      return Math.round(found.value);
    };
    return { low: end("minimise"), high: end("maximise") };
  }

  #place(name: string): number {
    const before = this.#places.get(name);
    if (before !== undefined) return before;
    this.#places.set(name, this.#places.size);
    return this.#places.size - 1;
  }
}
