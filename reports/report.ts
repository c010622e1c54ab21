import type { Study } from "../survey-definitions/study.ts";
import type { Dataset, FieldedDefinition } from "./dataset.ts";
import { declaredInputs } from "./declared-inputs.ts";
import { filterDataset } from "./filter.ts";
import { chartsOf, type ComputeContext, type Section, type SectionStatus, type Table } from "./section.ts";

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
  const { study } = data;
  const selected = filterDataset(data, filter);
  return {
    study: {
      id: study.id,
      title: study.title,
      target_group: study.target_group,
      reference_period: study.reference_period,
      municipalities: study.municipalities.map((code) => ({ code, name: data.municipalityNames.get(code) ?? code })),
      parties: study.parties.map(({ id, name, kind }) => ({ id, name, kind })),
      suppression_threshold: study.suppression_threshold,
      invented: study.invented,
    },
    filter,
    definitions: data.definitions,
    sections: sections.map((section) => reportSection(section, selected, context, onFailure)),
  };
}

function reportSection(
  section: Section,
  data: Dataset,
  context: ComputeContext,
  onFailure: (section: string, error: unknown) => void,
): SectionReport {
  const { id, question, method } = section;
  const empty = { id, question, method, sentences: [], tables: [], charts: [] };
  try {
    const outcome = section.compute(declaredInputs(data, section.reads), context);
    if (outcome.status !== "ok") return { ...empty, status: outcome.status };
    const { tables } = outcome;
    return {
      id,
      question,
      method,
      status: "ok",
      sentences: section.sentences(tables),
      tables: Object.values(tables),
      charts: chartsOf(section, tables).map((chart) => ({
        id: chart.id,
        title: chart.title(tables),
        description: chart.description(tables),
      })),
    };
  } catch (error) {
    onFailure(id, error);
    return { ...empty, status: "failed" };
  }
}
