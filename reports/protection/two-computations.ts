/**
 * The two computations that a publication is made of: the tables of the answers with what is claimed of them, and the
 * tables that stand when some counts are hidden.
 */
import type { Dataset } from "../dataset.ts";
import { declaredInputs } from "../declared-inputs.ts";
import type { Section, SectionStatus, Tables } from "../section.ts";
import type { LpSolver } from "../stats/lp.ts";
import { claimedTables, sumsOf, type ClaimedTable, type SectionTables } from "./claimed-cells.ts";
import { Contributors } from "./contributor-cells.ts";
import { everybodyOf, knowledgeOf } from "./knowledge.ts";
import { DECLARATIONS } from "./people/index.ts";
import { peopleSystem, type PeopleSystem } from "./people-system.ts";
import { personCells, type PersonCell, type PersonCells, type Terms } from "./person-cells.ts";
import { protectedDataset, type Known } from "./protected-dataset.ts";
import { publishedTables } from "./published-tables.ts";
import { hasRange } from "./ranges.ts";
import type { SmallCounts } from "./small-counts.ts";
import type { Suppression } from "./suppress.ts";

export interface Computing {
  readonly sections: readonly Section[];
  readonly solver: LpSolver;
  /** Told of a section that could not be made, and of a claim about a table that does not hold. */
  readonly onFailure: (section: string, error: unknown) => void;
}

export interface Computed {
  readonly tables: SectionTables;
  /** Why a section has no tables. */
  readonly empty: ReadonlyMap<string, Exclude<SectionStatus, "ok">>;
}

export interface Claimed {
  readonly data: Dataset;
  readonly small: SmallCounts;
  readonly real: Computed;
  readonly people: PersonCells;
  readonly claimed: readonly ClaimedTable[];
  readonly own: PeopleSystem;
}

/** The tables of the answers, and all counts of people in them as one system. */
export function claimReport(data: Dataset, small: SmallCounts, computing: Computing): Claimed {
  const real = computed(data, computing);
  const people = personCells(data);
  const contributors = new Contributors(data);
  const claimed = claimedTables(real.tables, DECLARATIONS, { data, people, contributors }, (section, table, column) =>
    computing.onFailure(section, new Error(`the claim on ${table}.${column} does not hold`)),
  );
  const everybody = new Set([...everybodyOf(people), ...contributors.everybody]);
  const counts = [...people.all, ...contributors.all];
  const own = peopleSystem(counts, sumsOf(claimed), knowledgeOf(data, people), everybody, small);
  return { data, small, real, people, claimed, own };
}

export interface Hiding {
  /** Positions in the system. */
  readonly hidden: ReadonlySet<number>;
  /** What may be told of the counts that are taken out of the answers. */
  readonly known: ReadonlyMap<PersonCell, Known>;
}

/** Small numbers are not shown even where an earlier publication has shown them. */
export function hidingOf(
  own: PeopleSystem,
  found: Pick<Suppression, "hidden" | "intervals">,
  small: SmallCounts,
): Hiding {
  const { cells } = own.system;
  const hidden = new Set(cells.flatMap(({ state }, at) => (found.hidden.has(at) || state === "hidden" ? [at] : [])));
  const intervals = new Map(found.intervals.map((interval) => [interval.cell, interval]));
  const known = new Map<PersonCell, Known>();
  for (const [cell, at] of own.positions) {
    if (!hidden.has(at) || cell.row < 0) continue;
    const interval = intervals.get(at);
    known.set(cell, own.told.has(cell) || interval === undefined ? small : interval);
  }
  return { hidden, known };
}

export interface WithoutHidden {
  /** The protected answers, and the tables that they give by themselves. */
  readonly safe: Dataset;
  readonly safeTables: Computed;
  /** As they are to be published. */
  readonly tables: SectionTables;
}

/** What is published when these counts are hidden: nothing in it depends on them, which the audit tries. */
export function withoutHidden(
  { data, small, real, people, claimed, own }: Claimed,
  { hidden, known }: Hiding,
  freeTexts: boolean,
  computing: Computing,
): WithoutHidden {
  const safe = protectedDataset(data, known, hasRange);
  const safeTables = computed(safe, computing);
  const isHidden = (cell: PersonCell) => hidden.has(own.positions.get(cell) ?? -1);
  const mayShow = (terms: Terms) => own.mayShow(terms, hidden);
  const completing = { data, people, small, isHidden, mayShow };
  return { safe, safeTables, tables: publishedTables(real.tables, safeTables.tables, claimed, completing, freeTexts) };
}

function computed(data: Dataset, { sections, solver, onFailure }: Computing): Computed {
  const tables = new Map<string, Tables>();
  const empty = new Map<string, Exclude<SectionStatus, "ok">>();
  for (const section of sections) {
    try {
      const outcome = section.compute(declaredInputs(data, section.reads), { solver });
      if (outcome.status === "ok") tables.set(section.id, outcome.tables);
      else empty.set(section.id, outcome.status);
    } catch (error) {
      onFailure(section.id, error);
      empty.set(section.id, "failed");
    }
  }
  return { tables, empty };
}
