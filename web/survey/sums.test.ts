import { Model, type QuestionMultipleTextModel } from "survey-core";
import { describe, expect, it } from "vitest";
import { sumsOf } from "./sums.ts";

const OUTCOMES = ["work", "studies", "other_help", "dropout", "unknown"];
const rows = (names: readonly string[]) => names.map((name) => ({ name, title: name, inputType: "number" }));

/** The lines under a grid of a follow-up, for what is answered so far. */
function linesFor(grid: string, names: readonly string[], total: string, answers: object): readonly string[] {
  const model = new Model({
    elements: [
      { type: "text", name: total, inputType: "number" },
      { type: "multipletext", name: grid, items: rows(names) },
    ],
  });
  model.data = answers;
  const sums = sumsOf(model.getQuestionByName(grid) as QuestionMultipleTextModel);
  return sums.map(({ text, isWrong }) => (isWrong ? `! ${text}` : text));
}
const exits = (answers: object) => linesFor("fu_exit_outcome", OUTCOMES, "fu_exits", answers);

describe("the sum of a grid", () => {
  it("is not told before there is anything to tell", () => {
    expect(exits({})).toEqual([]);
  });

  it("stands beside the whole while the rows are filled in", () => {
    expect(exits({ fu_exit_outcome: { work: 2 } })).toEqual(["Summa: 2"]);
    expect(exits({ fu_exits: 9, fu_exit_outcome: { work: 2, studies: 3 } })).toEqual(["Summa: 5 av 9 avslutade"]);
  });

  it("agrees when all rows are the whole, and does not when they are more or fewer", () => {
    const full = { work: 2, studies: 3, other_help: 1, dropout: 2, unknown: 1 };
    expect(exits({ fu_exits: 9, fu_exit_outcome: full })).toEqual(["Summa: 9 av 9 avslutade. Det stämmer."]);
    const tenth = "! Summa: 9. Det stämmer inte med 10 avslutade, som ni har svarat.";
    expect(exits({ fu_exits: 10, fu_exit_outcome: full })).toEqual([tenth]);
    const fewer = "! Summa: 5. Det stämmer inte med 4 avslutade, som ni har svarat.";
    expect(exits({ fu_exits: 4, fu_exit_outcome: { work: 2, studies: 3 } })).toEqual([fewer]);
  });

  it("is one for each way of dividing the participants", () => {
    const names = ["sex_women", "sex_men", "age_16_19", "age_20_24"];
    const answers = { fu_participants: 7, fu_profile: { sex_women: 4, sex_men: 3, age_16_19: 1 } };
    expect(linesFor("fu_profile", names, "fu_participants", answers)).toEqual([
      "Summa: 7 av 7 deltagare. Det stämmer.",
      "Summa: 1 av 7 deltagare",
    ]);
  });
});
