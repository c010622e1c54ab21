/** What must agree in a follow-up: parts and wholes, rows and their sum, and the ends of the period. */
import type { Numbers } from "./answer-relations.ts";
import type { Variable } from "./dictionary.ts";
import { questionLabel } from "./problem-messages.ts";
import type { Problem } from "./problem.ts";
import { dimensionOf } from "./profile-rows.ts";
import { swedishDate } from "./swedish-date.ts";

type Check = (numbers: Numbers, problems: Problem[]) => void;

/** Every one (or every row) of the first is among those of the second. */
export const WITHIN = [
  ["fu_within_14d", "fu_enrolled"],
  ["fu_consent_signed", "fu_participants"],
  ["fu_plan_on_time", "fu_plan_done"],
  ["fu_exit_planned", "fu_exits"],
  ["fu_exit_main_party", "fu_exits"],
  ["fu_exit_knows_where", "fu_exits"],
  ["fu_functioning", "fu_exits"],
  ["fu_problem_solved", "fu_problem_raised"],
  ["fu_attend", "fu_meetings"],
] as const;

export interface SumRule {
  readonly grid: string;
  readonly total: string;
  /** The sum that a row belongs to; undefined for none. Without it, all rows are one sum. */
  readonly sumOf?: (row: string) => string | undefined;
  /** Some of the whole may be in no row. */
  readonly mayBeLess?: true;
}

const FOURTEEN_DAYS: ReadonlySet<string> = new Set(["d0", "d1_3", "d4_7", "d8_14"]);
/** Who leaves before enrolment was never a participant. */
const isExit = (row: string): boolean => row.endsWith("_exit") && row !== "referred_exit";

/** The grids whose rows add up to another answer. */
export const SUM_RULES: readonly SumRule[] = [
  { grid: "fu_exit_outcome", total: "fu_exits" },
  { grid: "fu_profile", total: "fu_participants", sumOf: dimensionOf },
  { grid: "fu_first_to_enrol", total: "fu_enrolled" },
  {
    grid: "fu_first_to_enrol",
    total: "fu_within_14d",
    sumOf: (row) => (FOURTEEN_DAYS.has(row) ? "within" : undefined),
  },
  { grid: "fu_match", total: "fu_assessed", mayBeLess: true },
  { grid: "fu_flow", total: "fu_exits", sumOf: (row) => (isExit(row) ? "exits" : undefined) },
  {
    grid: "fu_flow",
    total: "fu_enrolled",
    sumOf: (row) => (row === "referred_enrolled" ? "enrolled" : undefined),
    mayBeLess: true,
  },
];

const PERIOD = ["fu_period_start", "fu_period_end"] as const;

/** The checks that the variables of a follow-up have; none for other questionnaires. */
export function followUpRelations(
  variables: readonly Variable[],
  byName: ReadonlyMap<string, Variable>,
): readonly Check[] {
  const within = WITHIN.flatMap(([part, whole]) => {
    const of = byName.get(whole);
    return of ? variables.filter(({ base }) => base === part).map((variable) => withinCheck(variable, of)) : [];
  });
  const sums = SUM_RULES.flatMap((rule) => {
    const total = byName.get(rule.total);
    return total ? partsOf(rule, variables).map((parts) => sumCheck(parts, total, rule.mayBeLess === true)) : [];
  });
  return [...within, ...sums, ...(PERIOD.every((name) => byName.has(name)) ? [checkPeriod] : [])];
}

function withinCheck(part: Variable, whole: Variable): Check {
  return (numbers, problems) => {
    const [some, all] = [numbers.get(part.name), numbers.get(whole.name)];
    if (some === undefined || all === undefined || some <= all) return;
    problems.push({
      variable: part.name,
      code: "outside-range",
      message: `Svaret på ${questionLabel(part)} är ${some}, men det kan vara högst ${all}, som du har svarat på ${questionLabel(whole)}. Rätta det av talen som är fel.`,
    });
  };
}

function partsOf({ grid, sumOf }: SumRule, variables: readonly Variable[]): readonly (readonly Variable[])[] {
  const sums = new Map<string, Variable[]>();
  for (const variable of variables) {
    if (variable.base !== grid || variable.row === undefined) continue;
    const sum = sumOf ? sumOf(variable.row) : "";
    if (sum === undefined) continue;
    sums.set(sum, [...(sums.get(sum) ?? []), variable]);
  }
  return [...sums.values()];
}

/** Rows that are stated may never be more than the whole, and all rows together are the whole. */
function sumCheck(parts: readonly Variable[], total: Variable, mayBeLess: boolean): Check {
  return (numbers, problems) => {
    const stated = parts.flatMap(({ name }) => numbers.get(name) ?? []);
    const whole = numbers.get(total.name);
    if (whole === undefined || stated.length === 0) return;
    const sum = stated.reduce((a, b) => a + b, 0);
    const isComplete = stated.length === parts.length && !mayBeLess;
    if (isComplete ? sum === whole : sum <= whole) return;
    const [first, last] = [parts[0], parts.at(-1)];
    const rows =
      parts.length === 1 ? `raden ”${first?.rowLabel}”` : `raderna från ”${first?.rowLabel}” till ”${last?.rowLabel}”`;
    problems.push({
      variable: first?.base ?? total.base,
      code: "sum-mismatch",
      message: `I ”${first?.label}” är ${rows} tillsammans ${sum}, men det ska vara ${isComplete ? `lika med` : `högst`} ${whole}, som du har svarat på ${questionLabel(total)}. Rätta något av talen, eller lämna en rad tom om du inte vet.`,
    });
  };
}

/** Dates stand among the numbers as YYYYMMDD. */
const checkPeriod: Check = (numbers, problems) => {
  const [start, end] = PERIOD.map((name) => numbers.get(name));
  if (start === undefined || end === undefined || start <= end) return;
  problems.push({
    variable: PERIOD[0],
    code: "low-above-high",
    message: `Perioden börjar ${written(start)} men slutar före det, ${written(end)}. Byt plats på datumen eller rätta det som är fel.`,
  });
};

const written = (date: number): string => swedishDate(String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"));
