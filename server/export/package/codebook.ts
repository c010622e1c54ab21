/** The variables of a package: those of all its questionnaires, each once, with the question behind it. */
import type { Instrument } from "../../../survey-definitions/codes.ts";
import type { CategorySpec, Variable } from "../../../survey-definitions/dictionary.ts";
import { definitionOf } from "../../../survey-definitions/instruments.ts";
import type { PackageExtras, PackedQuestionnaire } from "./extras.ts";
import { questionTexts } from "./question-text.ts";

export interface CodebookForm {
  readonly instrument: Instrument;
  readonly version: number;
  readonly questionnaires: readonly PackedQuestionnaire[];
  readonly variables: readonly CodebookVariable[];
}

export interface CodebookVariable {
  readonly variable: Variable;
  /** As the respondent read it. */
  readonly question: string;
  /** Numbers of the study questions that it answers (docs/questions.md). */
  readonly answers: readonly string[];
}

/**
 * One form for each instrument and version. Municipalities differ in what their lists hold (parties, interventions): a
 * variable has the categories of all of them.
 */
export function codebookOf({ questionnaires }: PackageExtras): readonly CodebookForm[] {
  const forms = Map.groupBy(questionnaires, ({ instrument, version }) => `${instrument}-v${version}`);
  return [...forms.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { instrument, version } = first;
    const dictionary = definitionOf(instrument, version)?.dictionary ?? {};
    const variables = new Map<string, CodebookVariable>();
    for (const { json, variables: own } of group) {
      const question = questionTexts(json);
      for (const variable of own) {
        const known = variables.get(variable.name);
        variables.set(variable.name, {
          variable: known === undefined ? variable : withCategories(known.variable, variable.categories),
          question: known?.question || question(variable),
          answers: dictionary[variable.base]?.answers ?? [],
        });
      }
    }
    return [{ instrument, version, questionnaires: group, variables: [...variables.values()] }];
  });
}

function withCategories(variable: Variable, more: readonly CategorySpec[]): Variable {
  const known = new Set(variable.categories.map(({ code }) => code));
  const added = more.filter(({ code }) => !known.has(code));
  return added.length === 0 ? variable : { ...variable, categories: [...variable.categories, ...added] };
}

/** The label of a column: the variable's, and the row's. */
export const labelOf = ({ label, rowLabel }: Variable): string =>
  rowLabel === undefined ? label : `${label}: ${rowLabel}`;
