import type { Study } from "../survey-definitions/study.ts";
import type { Dataset, FieldedDefinition } from "./dataset.ts";
import { declaredInputs } from "./declared-inputs.ts";
import { filterDataset } from "./filter.ts";
import { chartsOf, type ComputeContext, type Section, type SectionStatus, type Table, type Tables } from "./section.ts";

/** The report as JSON (contract: Report JSON): what the page, the exports and other programs read. */
export interface Report {
  readonly study: {
    readonly id: string;
    readonly title: string;
    readonly target_group: Study["target_group"];
    readonly reference_period: Study["reference_period"];
    readonly municipalities: readonly { readonly code: string; readonly name: string }[];
    readonly parties: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
    readonly suppression_threshold: number;
    readonly invented: boolean;
  };
  readonly filter: ReportFilter;
  readonly definitions: readonly FieldedDefinition[];
  readonly sections: readonly SectionReport[];
}

export interface ReportFilter {
  readonly municipalities: readonly string[];
  readonly parties: readonly string[];
}

export interface SectionReport {
  readonly id: string;
  readonly question: string;
  readonly status: SectionStatus;
  readonly method: string;
  readonly sentences: readonly string[];
  readonly tables: readonly Table[];
  readonly charts: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}

/**
 * Answers every section for the part of the data that the filter selects; `study` in the result is the whole study. A
 * section that throws is one failed entry and the others stand; `onFailure` is told of its error, for the log.
 */
export function compileReport(
  sections: readonly Section[],
  data: Dataset,
  filter: ReportFilter,
  context: ComputeContext,
  onFailure: (section: string, error: unknown) => void,
): Report {
  const selected = filterDataset(data, filter);
  return {
    study: studyOf(data),
    filter,
    definitions: data.definitions,
    sections: sections.map((section) => reportSection(section, selected, context, onFailure)),
  };
}

export const studyOf = ({ study, municipalityNames }: Dataset): Report["study"] => ({
  id: study.id,
  title: study.title,
  target_group: study.target_group,
  reference_period: study.reference_period,
  municipalities: study.municipalities.map((code) => ({ code, name: municipalityNames.get(code) ?? code })),
  parties: study.parties.map(({ id, name, kind }) => ({ id, name, kind })),
  suppression_threshold: study.suppression_threshold,
  invented: study.invented,
});

function reportSection(
  section: Section,
  data: Dataset,
  context: ComputeContext,
  onFailure: (section: string, error: unknown) => void,
): SectionReport {
  try {
    const outcome = section.compute(declaredInputs(data, section.reads), context);
    return outcome.status === "ok" ? sectionOf(section, outcome.tables) : emptySection(section, outcome.status);
  } catch (error) {
    onFailure(section.id, error);
    return emptySection(section, "failed");
  }
}

export const emptySection = (
  { id, question, method }: Section,
  status: Exclude<SectionStatus, "ok">,
): SectionReport => ({ id, question, method, status, sentences: [], tables: [], charts: [] });

/** What the tables say: sentences and charts are made of them alone. */
export const sectionOf = (section: Section, tables: Tables): SectionReport => ({
  id: section.id,
  question: section.question,
  method: section.method,
  status: "ok",
  sentences: section.sentences(tables),
  tables: Object.values(tables),
  charts: chartsOf(section, tables).map((chart) => ({
    id: chart.id,
    title: chart.title(tables),
    description: chart.description(tables),
  })),
});
