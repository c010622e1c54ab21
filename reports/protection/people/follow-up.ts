import { textIn } from "../../charts/read-table.ts";
import { LEAD_TIME_BINS } from "../../../survey-definitions/codes.ts";
import { FLOW_STEPS } from "../../../survey-definitions/follow-up-options.ts";
import { dimensionOf } from "../../../survey-definitions/profile-rows.ts";
import type { TableCell, TableRow } from "../../section.ts";
import { MEASURES } from "../../sections/follow-up-measures.ts";
import { followUp, periodGroups, periodsOf } from "../../sections/follow-up-periods.ts";
import { answers, count, follows, type Declarations, type RowClaims } from "../claims.ts";
import type { PersonCell, Terms } from "../person-cells.ts";
import { each } from "./answers.ts";

const STEPS = FLOW_STEPS.map(({ code }) => code as string);
const BINS = LEAD_TIME_BINS.map(({ code }) => code as string);

/** The counts of a follow-up are those of the whole project, by period. */
export const followUpClaims: Declarations = ({ data, people }) => {
  const responses = followUp(data);
  if (responses === undefined) return {};
  const groups = new Map(periodGroups(periodsOf(responses)).map(({ id, rows }) => [id, rows]));
  const rowsOf = (period: TableCell | undefined) => groups.get(textIn(period)) ?? [];
  const cell = (variable: string, row: number) => people.at("follow-up", variable, row);
  const all = (rows: readonly number[], variables: readonly string[]): Terms =>
    each(rows.flatMap((row) => variables.map((variable) => cell(variable, row))));
  const family = (rows: readonly number[], base: string, of: (name: string) => boolean = () => true): Terms =>
    each(
      rows.flatMap((row) =>
        [...people.of("follow-up", row).values()].filter((one) => one.base === base && of(one.variable)),
      ),
    );

  const moved = (rows: readonly number[], from: readonly string[], to: readonly string[]) =>
    all(
      rows,
      from.flatMap((a) => to.map((b) => `fu_flow.${a}_${b}`)),
    );

  const flow = ({ period, step }: TableRow): RowClaims => {
    const rows = rowsOf(period);
    const at = STEPS.indexOf(textIn(step));
    const first = step === "exit" ? STEPS.indexOf("enrolled") : 0;
    const entered =
      step === "referred" ? family(rows, "fu_referred") : moved(rows, STEPS.slice(first, at), [textIn(step)]);
    if (step === "exit") return { entered: count(entered) };
    const isLast = step === "intervention";
    const wentOn = moved(rows, [textIn(step)], isLast ? ["exit"] : STEPS.slice(at + 1).filter((to) => to !== "exit"));
    const dropped = isLast ? [] : moved(rows, [textIn(step)], ["exit"]);
    return {
      entered: count(entered),
      went_on: count(wentOn),
      dropped: count(dropped),
      remaining: count([...entered, ...without(wentOn), ...without(dropped)]),
      share_on: follows(wentOn, entered),
    };
  };

  const measures = ({ period, measure }: TableRow): RowClaims => {
    const { state, of } = MEASURES.find(({ code }) => code === measure) ?? {};
    const stated = rowsOf(period).filter((row) => cell(textIn(measure), row) !== undefined);
    const rows = state === true ? stated.slice(-1) : stated;
    const whole = of === undefined ? [] : rows.filter((row) => cell(of, row) !== undefined);
    if (stated.length === 0) return {};
    const base = of === undefined ? [] : all(whole, [of]);
    return {
      value: count(all(rows, [textIn(measure)])),
      ...(of === undefined ? {} : { base: count(base), share: follows(all(whole, [textIn(measure)]), base) }),
      periods: answers,
    };
  };

  const times = ({ period, bin }: TableRow): RowClaims => {
    const rows = rowsOf(period);
    const [n, total] = [all(rows, [`fu_first_to_enrol.${textIn(bin)}`]), family(rows, "fu_first_to_enrol")];
    const within = BINS.slice(0, BINS.indexOf(textIn(bin)) + 1).map((code) => `fu_first_to_enrol.${code}`);
    return { n: count(n), share: follows(n, total), share_within: follows(all(rows, within), total) };
  };

  const outcomes = ({ period, kind, outcome }: TableRow): RowClaims => {
    const rows = rowsOf(period);
    const [n, total] = [all(rows, [textIn(outcome)]), family(rows, textIn(kind))];
    return { n: count(n), total: count(total), share: follows(n, total) };
  };

  const profile = ({ period, dimension, background }: TableRow): RowClaims => {
    const rows = rowsOf(period);
    const prefix = "fu_profile.".length;
    const total = family(rows, "fu_profile", (name) => dimensionOf(name.slice(prefix)) === dimension);
    const n = all(rows, [`fu_profile.${textIn(background)}`]);
    return { n: count(n), share: follows(n, total) };
  };

  const parties = ({ period, party }: TableRow): RowClaims => ({
    referred: count(all(rowsOf(period), [`fu_referred.${textIn(party)}`])),
  });

  return { flow, measures, times, outcomes, profile, parties };
};

const without = (terms: Terms): Terms => terms.map(([cell, by]): readonly [PersonCell, number] => [cell, -by]);
