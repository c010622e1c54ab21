/**
 * The example's follow-up: three quarters of "Ungdomsteamet", which both municipalities try out. Figures agree with each
 * other from one quarter to the next.
 *
 * Participants: 14; 14 − 1 + 12 = 25; 25 − 5 + 9 = 29. Exits 1, 5 and 8.
 */
import { EXIT_OUTCOMES, FLOWS, MATCHES, ONWARD, STATUSES } from "../../survey-definitions/follow-up-options.ts";
import { LEAD_TIME_BINS, type Category } from "../../survey-definitions/codes.ts";
import { profileRows } from "../../survey-definitions/profile-rows.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import { FOLLOW_UP_MEANS, type FollowUpMeans } from "./follow-up-means.ts";
import { FOLLOW_UP_PERIODS, type FollowUpPeriod } from "./follow-up-periods.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";

export const FOLLOW_UP_ANSWERS = FOLLOW_UP_PERIODS.length;

/** The answers of one period, counted from 0. */
export function followUpAnswers(study: Study, index: number): Answers {
  const [period, means] = [FOLLOW_UP_PERIODS[index], FOLLOW_UP_MEANS[index]];
  if (period === undefined || means === undefined)
    throw new RangeError(`invalid index; the example has ${FOLLOW_UP_ANSWERS} periods: ${index}`);
  return {
    ...period.figures,
    ...grids(study, period),
    fu_hours: hours(means),
    fu_money: Object.fromEntries(
      Object.entries(means.money).map(([line, [budget, cost]]) => [line, { fu_budget: budget, fu_cost: cost }]),
    ),
    ...FOLLOW_UP_WORDS[index],
  };
}

/** Every row of a grid that has any figure: a row that the period does not name is 0. */
const filled = (rows: readonly Category[], stated: Readonly<Record<string, number>>): Answers =>
  Object.fromEntries(rows.map(({ code }) => [code, stated[code] ?? 0]));

function grids({ target_group }: Study, period: FollowUpPeriod): Answers {
  const { flow, times, profile, match, onward, outcome, after3, after6 } = period;
  return {
    fu_referred: period.referred,
    fu_attend: period.attended,
    fu_flow: filled(FLOWS, flow),
    fu_first_to_enrol: filled(LEAD_TIME_BINS, times),
    fu_profile: filled(profileRows(target_group), profile),
    fu_match: filled(MATCHES, match),
    fu_onward: filled(ONWARD, onward),
    fu_exit_outcome: filled(EXIT_OUTCOMES, outcome),
    ...(after3 === undefined ? {} : { fu_status_3m: filled(STATUSES, after3) }),
    ...(after6 === undefined ? {} : { fu_status_6m: filled(STATUSES, after6) }),
    fu_status_instead: "too_early",
  };
}

const hours = ({ hours: stated }: FollowUpMeans): Answers =>
  Object.fromEntries(
    Object.entries(stated).map(([party, [planned, actual]]) => [
      party,
      { fu_hours_planned: planned, ...(actual === undefined ? {} : { fu_hours_actual: actual }) },
    ]),
  );
