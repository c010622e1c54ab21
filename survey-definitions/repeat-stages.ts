/**
 * Pages that a definition states once for all stages: `repeatFor: "stages"`.
 *
 * In such a template `.*` at the end of a name, or before the brace that closes one in a condition, stands for the row
 * of the stage: the question `stg_lead.*` is fielded as `stg_lead.alex_3`. Elements with `onlyFirst` stay in the first
 * stage of each case. Every `vid` gets the row after it, so that ids are the same whenever the definition is fielded.
 */
import { isJson, type Json } from "./definition-tree.ts";
import { stagesOf, wordsOfStage, type StageRow } from "./study-cases.ts";
import type { Study } from "./study.ts";

export interface StagePage {
  readonly page: Json;
  /** The words of the stage: they are filled in afterwards, so that no text of a story is taken for a name. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * The template once for every stage of the study, in the order of the story.
 *
 * @throws {RangeError} when it is to be repeated for something else than stages
 */
export function pagesForStages(template: Json, study: Study): readonly StagePage[] {
  if (template["repeatFor"] !== "stages")
    throw new RangeError(`invalid repeatFor; only "stages": ${JSON.stringify(template["repeatFor"])}`);
  return stagesOf(study).map((stage) => ({ page: copyFor(template, stage) as Json, words: wordsOfStage(stage) }));
}

const ROW = /\.\*(?=\}|$)/g;

function copyFor(value: unknown, stage: StageRow): unknown {
  if (typeof value === "string") return value.replaceAll(ROW, `.${stage.row}`);
  if (Array.isArray(value))
    return value
      .filter((entry) => stage.isFirst || !isJson(entry) || entry["onlyFirst"] !== true)
      .map((entry) => copyFor(entry, stage));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "repeatFor" && key !== "onlyFirst")
      .map(([key, inner]) => [key, key === "vid" ? `${String(inner)}/stage:${stage.row}` : copyFor(inner, stage)]),
  );
}
