import { describe, expect, test } from "vitest";
import { fielded } from "../tests/fixtures/fielded-cases.ts";

const { compiled } = fielded("follow-up");
const problemsOf = (answers: Record<string, unknown>) =>
  compiled.validate(answers).map(({ variable, code }) => [variable, code]);

const outcomes = { work: 2, studies: 1, other_help: 1, dropout: 0, unknown: 1 };

describe("a follow-up whose numbers disagree", () => {
  test.each([
    ["outcomes that are not all the exits", { fu_exits: 6, fu_exit_outcome: outcomes }, "fu_exit_outcome"],
    [
      "more outcomes than exits, though rows are empty",
      { fu_exits: 2, fu_exit_outcome: { work: 3 } },
      "fu_exit_outcome",
    ],
    [
      "more women and men than participants",
      { fu_participants: 9, fu_profile: { sex_women: 5, sex_men: 5 } },
      "fu_profile",
    ],
    ["more ways out than exits", { fu_exits: 3, fu_flow: { plan_exit: 2, intervention_exit: 2 } }, "fu_flow"],
    ["more who enter than are enrolled", { fu_enrolled: 3, fu_flow: { referred_enrolled: 4 } }, "fu_flow"],
    ["more judged than assessed", { fu_assessed: 4, fu_match: { yes: 3, partly: 2 } }, "fu_match"],
    [
      "early bins beyond those within 14 days",
      { fu_within_14d: 2, fu_first_to_enrol: { d0: 1, d8_14: 2 } },
      "fu_first_to_enrol",
    ],
  ])("refuses %s", (_, answers, variable) => {
    expect(problemsOf(answers)).toEqual([[variable, "sum-mismatch"]]);
  });

  test.each([
    ["more within 14 days than are enrolled", { fu_enrolled: 3, fu_within_14d: 4 }, "fu_within_14d"],
    ["more plans in time than plans", { fu_plan_done: 3, fu_plan_on_time: 4 }, "fu_plan_on_time"],
    ["more planned exits than exits", { fu_exits: 3, fu_exit_planned: 4 }, "fu_exit_planned"],
    ["more solved problems than raised", { fu_problem_raised: 1, fu_problem_solved: 2 }, "fu_problem_solved"],
    [
      "a party at more meetings than there were",
      { fu_meetings: 5, fu_attend: { "p-primary-care": 6 } },
      "fu_attend.p-primary-care",
    ],
  ])("refuses %s", (_, answers, variable) => {
    expect(problemsOf(answers)).toEqual([[variable, "outside-range"]]);
  });

  test("refuses a period that ends before it begins, with both days in words", () => {
    const [problem] = compiled.validate({ fu_period_start: "2026-07-01", fu_period_end: "2026-06-30" });
    expect(problem).toMatchObject({ variable: "fu_period_start", code: "low-above-high" });
    expect(problem?.message).toContain("börjar 1 juli 2026 men slutar före det, 30 juni 2026");
  });
});

describe("a follow-up whose numbers agree", () => {
  test.each([
    ["outcomes that are all the exits", { fu_exits: 5, fu_exit_outcome: outcomes }],
    ["rows without their whole", { fu_exit_outcome: outcomes, fu_profile: { sex_women: 4 } }],
    ["a whole without its rows", { fu_exits: 5 }],
    ["some of the rows, that are less than the whole", { fu_exits: 5, fu_exit_outcome: { work: 2 } }],
    ["each dimension of the background by itself", { fu_participants: 5, fu_profile: { sex_women: 5, age_16_19: 5 } }],
    ["those who leave before they are enrolled: no exits", { fu_exits: 0, fu_flow: { referred_exit: 4 } }],
    ["some assessed of whom it is too early to say", { fu_assessed: 9, fu_match: { yes: 1, partly: 0, no: 0 } }],
    ["a period of one day", { fu_period_start: "2026-07-01", fu_period_end: "2026-07-01" }],
  ])("takes %s", (_, answers) => {
    expect(problemsOf(answers)).toEqual([]);
  });
});
