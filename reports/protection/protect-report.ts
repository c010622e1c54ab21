/** A report whose small numbers are hidden, in every table at once, and proved to be so. */
import type { Dataset } from "../dataset.ts";
import { declaredInputs } from "../declared-inputs.ts";
import type { ProtectedReport } from "../publication/publication.ts";
import { emptySection, sectionOf, studyOf, type Report } from "../report.ts";
import type { Section, SectionStatus, Tables } from "../section.ts";
import type { LpSolver } from "../stats/lp.ts";
import { auditTables } from "./audit.ts";
import { claimedTables, sumsOf, type SectionTables } from "./claimed-cells.ts";
import { Contributors } from "./contributor-cells.ts";
import type { CellInterval, CountSystem } from "./count-system.ts";
import { everybodyOf, knowledgeOf } from "./knowledge.ts";
import { memoryOf, withEarlier, type ProtectionMemory } from "./memory.ts";
import { DECLARATIONS } from "./people/index.ts";
import { peopleSystem, type PeopleSystem } from "./people-system.ts";
import { personCells, type PersonCell, type Terms } from "./person-cells.ts";
import { protectedDataset, type Known } from "./protected-dataset.ts";
import { protocolOf, type ProtectionProtocol } from "./protocol.ts";
import { publishedTables } from "./published-tables.ts";
import { hasRange } from "./ranges.ts";
import { smallCounts, type SmallCounts } from "./small-counts.ts";
import { suppressCells } from "./suppress.ts";

export interface ProtectionSettings {
  /** Counts of people from 1 to this minus 1 are hidden. */
  readonly threshold: number;
  /** How many whole numbers apart the ends of an attacker's interval must at least be; the threshold minus 2 unless stated. */
  readonly protection?: number;
  /** Show what those who answered have written. */
  readonly freeTexts: boolean;
}

export interface ProtectionContext {
  readonly solver: LpSolver;
  /** Of the publications of the study that have been shown to anybody, in their order. */
  readonly earlier: readonly ProtectionMemory[];
  /** `done` is 0–1 within the stage. */
  readonly onProgress?: (progress: { readonly stage: ProtectionStage; readonly done: number }) => void;
  /** Told of a section that could not be made, and of a claim about a table that does not hold. */
  readonly onFailure: (section: string, error: unknown) => void;
}
export type { ProtectionMemory };
export type ProtectionStage = "computing" | "protecting" | "auditing";

export type ProtectionResult =
  | { readonly status: "protected"; readonly report: ProtectedReport; readonly memory: ProtectionMemory }
  /** Some hidden count could be worked out; nothing is published. */
  | { readonly status: "exposed"; readonly counts: readonly ExposedCount[] };

/** For the investigator: whose count it is. The party or the municipality is "" where there is none. */
export interface ExposedCount {
  readonly variable: string;
  readonly party: string;
  readonly municipality: string;
}

/**
 * Hides the small numbers of a report, and publishes only what an attack on the finished tables cannot undo.
 *
 * The same input gives the same result.
 *
 * @throws {Error} when the solver stops without an answer
 */
export function protectReport(
  sections: readonly Section[],
  answers: Dataset,
  settings: ProtectionSettings,
  context: ProtectionContext,
): ProtectionResult {
  const data = { ...answers, study: { ...answers.study, suppression_threshold: settings.threshold } };
  const { solver, earlier, onFailure } = context;
  const progress = (stage: ProtectionStage) => (done: number) => context.onProgress?.({ stage, done });
  const small = smallCounts(settings.threshold, settings.protection);

  progress("computing")(0);
  const real = computed(sections, data, context);
  const people = personCells(data);
  const contributors = new Contributors(data);
  const claimed = claimedTables(real.tables, DECLARATIONS, { data, people, contributors }, (section, table, column) =>
    onFailure(section, new Error(`the claim on ${table}.${column} does not hold`)),
  );
  progress("computing")(1);

  const everybody = new Set([...everybodyOf(people), ...contributors.everybody]);
  const counts = [...people.all, ...contributors.all];
  const own = peopleSystem(counts, sumsOf(claimed), knowledgeOf(data, people), everybody, small);
  const system = withEarlier(own.system, earlier);
  const found = suppressCells(system, { solver, onProgress: progress("protecting") });
  if (found.exposed.length > 0) return exposed(found.exposed.map((at) => system.cells[at]?.id ?? ""));

  const hidden = hiddenOf(own.system, found.hidden);
  const safe = protectedDataset(data, knownOf(own, found.intervals, hidden, small), hasRange);
  const safeTables = computed(sections, safe, context);
  const isHidden = (cell: PersonCell) => hidden.has(own.positions.get(cell) ?? -1);
  const mayShow = (terms: Terms) => own.mayShow(terms, hidden);
  const completing = { data, people, small, isHidden, mayShow };
  const tables = publishedTables(real.tables, safeTables.tables, claimed, completing, settings.freeTexts);

  const publishing = { people, own, system, hidden, claimed, safe, tables };
  const audited = auditTables(publishing, solver, progress("auditing"));
  const open = audited.intervals.filter((interval) => interval.exposed);
  if (open.length > 0) return exposed(open.map(({ cell }) => system.cells[cell]?.id ?? ""));

  const protection = protocolOf({
    settings,
    small,
    own,
    system,
    found,
    hidden,
    audited,
    tables,
    earlier: earlier.length,
  });
  const report: Report & { readonly protection: ProtectionProtocol } = {
    study: studyOf(data),
    filter: { municipalities: [], parties: [] },
    definitions: data.definitions,
    sections: sections.map((section) => {
      const of = tables.get(section.id);
      return of === undefined
        ? emptySection(section, real.empty.get(section.id) ?? safeTables.empty.get(section.id) ?? "failed")
        : sectionOf(section, of);
    }),
    protection,
  };
  return { status: "protected", report: report as ProtectedReport, memory: memoryOf(own.system, audited.hidden) };
}

interface Computed {
  readonly tables: SectionTables;
  readonly empty: ReadonlyMap<string, Exclude<SectionStatus, "ok">>;
}

function computed(
  sections: readonly Section[],
  data: Dataset,
  { solver, onFailure }: Pick<ProtectionContext, "solver" | "onFailure">,
): Computed {
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

/** Small numbers are not shown even where an earlier publication has shown them. */
const hiddenOf = ({ cells }: CountSystem, hidden: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(cells.flatMap(({ state }, at) => (hidden.has(at) || state === "hidden" ? [at] : [])));

/** What may be told of the counts that are taken out of the answers. */
function knownOf(
  own: PeopleSystem,
  intervals: readonly CellInterval[],
  hidden: ReadonlySet<number>,
  small: SmallCounts,
): ReadonlyMap<PersonCell, Known> {
  const found = new Map(intervals.map((interval) => [interval.cell, interval]));
  const known = new Map<PersonCell, Known>();
  for (const [cell, at] of own.positions) {
    if (!hidden.has(at) || cell.row < 0) continue;
    const interval = found.get(at);
    known.set(cell, own.told.has(cell) || interval === undefined ? small : interval);
  }
  return known;
}

const exposed = (ids: readonly string[]): ProtectionResult => ({
  status: "exposed",
  counts: ids.map((id) => {
    const [variable = "", party = "", municipality = ""] = id.split("|");
    return { variable, party, municipality };
  }),
});
