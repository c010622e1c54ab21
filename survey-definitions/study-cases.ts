/** The fictional cases of a study: their stages as rows, and the words that a questionnaire tells them with. */
import type { Case, Stage, Study } from "./study.ts";

/** One stage of one case, as a row of the variables that are repeated over stages. */
export interface StageRow {
  /** `<case id>_<stage no>`, as in the column `stg_lead.alex_3`. */
  readonly row: string;
  readonly label: string;
  readonly case: Case;
  readonly stage: Stage;
  /** The stage that the case begins with. */
  readonly isFirst: boolean;
}

/** Every stage in the order of the study's cases and, within a case, of the story. */
export const stagesOf = ({ cases = [] }: Pick<Study, "cases">): readonly StageRow[] =>
  cases.flatMap((story) =>
    story.stages.map((stage, i) => ({
      row: `${story.id}_${stage.no}`,
      label: `${story.title}, skede ${stage.no}: ${stage.title}`,
      case: story,
      stage,
      isFirst: i === 0,
    })),
  );

/** What `{case.…}` and `{stage.…}` stand for on the page of one stage. */
export const wordsOfStage = ({ case: story, stage }: StageRow): ReadonlyMap<string, string> =>
  new Map([
    ["case.id", story.id],
    ["case.title", story.title],
    ["case.version", String(story.version)],
    ["case.stages", String(story.stages.length)],
    ["case.persons", story.persons.map(({ role, description }) => `${role}: ${description}`).join("\n")],
    ["stage.no", String(stage.no)],
    ["stage.title", stage.title],
    ["stage.text", stage.text],
    ["stage.age", String(stage.age)],
  ]);
