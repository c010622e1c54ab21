/** A report whose small numbers are hidden, in every table at once, and proved to be so. */
import type { Dataset } from "../dataset.ts";
import type { ProtectedReport } from "../publication/publication.ts";
import { emptySection, sectionOf, studyOf, type Report } from "../report.ts";
import type { Section } from "../section.ts";
import type { LpSolver } from "../stats/lp.ts";
import { auditTables } from "./audit.ts";
import { memoryOf, withEarlier, type ProtectionMemory } from "./memory.ts";
import { protocolOf, type ProtectionProtocol } from "./protocol.ts";
import { smallCounts } from "./small-counts.ts";
import { suppressCells } from "./suppress.ts";
import { claimReport, hidingOf, withoutHidden, type Computing } from "./two-computations.ts";

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
  const computing: Computing = { sections, solver, onFailure };

  progress("computing")(0);
  const answered = claimReport(data, small, computing);
  const { people, claimed, own, real } = answered;
  progress("computing")(1);

  const system = withEarlier(own.system, earlier);
  const found = suppressCells(system, { solver, onProgress: progress("protecting") });
  if (found.exposed.length > 0) return exposed(found.exposed.map((at) => system.cells[at]?.id ?? ""));

  const hiding = hidingOf(own, found, small);
  const { hidden } = hiding;
  const { safe, safeTables, tables } = withoutHidden(answered, hiding, settings.freeTexts, computing);

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

const exposed = (ids: readonly string[]): ProtectionResult => ({
  status: "exposed",
  counts: ids.map((id) => {
    const [variable = "", party = "", municipality = ""] = id.split("|");
    return { variable, party, municipality };
  }),
});
