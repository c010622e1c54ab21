/** Numbers of one answer that must agree with each other: ranges, values within their range, parts and their sum. */
import type { Variable } from "./dictionary.ts";
import { followUpRelations } from "./follow-up-relations.ts";
import { questionLabel } from "./problem-messages.ts";
import type { Problem } from "./problem.ts";

/** The valid numbers of an answer, by column name; a date is the number YYYYMMDD. */
export type Numbers = ReadonlyMap<string, number>;

/** The number of persons and the grid that divides the same persons by how many parties know them. */
const TOTAL = "n_known";
const PARTS = "n_known_by_k";

type Check = (numbers: Numbers, problems: Problem[]) => void;

/** Only what is stated is compared: a value that is missing or wrong by itself is in no relation. */
export function compileRelations(variables: readonly Variable[]): Check {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const checks = [
    ...rangesOf(variables, byName),
    ...sumsOf(variables, byName),
    ...followUpRelations(variables, byName),
  ];
  return (numbers, problems) => {
    if (numbers.size < 2) return;
    for (const check of checks) check(numbers, problems);
  };
}

function rangesOf(variables: readonly Variable[], byName: ReadonlyMap<string, Variable>): readonly Check[] {
  return variables.flatMap((low) => {
    if (low.kind !== "number" || !low.base.endsWith("_low")) return [];
    const stem = low.base.slice(0, -"_low".length);
    const row = low.row === undefined ? "" : `.${low.row}`;
    const high = byName.get(`${stem}_high${row}`);
    const between = byName.get(`${stem}${row}`);
    return high?.kind === "number" ? [rangeCheck(low, high, between?.kind === "number" ? between : undefined)] : [];
  });
}

function rangeCheck(low: Variable, high: Variable, between: Variable | undefined): Check {
  return (numbers, problems) => {
    const [from, to] = [numbers.get(low.name), numbers.get(high.name)];
    if (from !== undefined && to !== undefined && from > to) {
      problems.push({
        variable: low.name,
        code: "low-above-high",
        message: `Det lägsta är större än det högsta: ${questionLabel(low)} är ${from} och ${questionLabel(high)} är ${to}. Byt plats på talen eller rätta det som är fel.`,
      });
      return;
    }
    const value = between && numbers.get(between.name);
    if (between && value !== undefined && (value < (from ?? -Infinity) || value > (to ?? Infinity)))
      problems.push({
        variable: between.name,
        code: "outside-range",
        message: `Svaret på ${questionLabel(between)} är ${value}, men det ligger utanför intervallet ${rangeText(from, to)} som du också har angett. Ändra talet eller intervallet, eller lämna ett av dem tomt.`,
      });
  };
}

const rangeText = (from: number | undefined, to: number | undefined): string =>
  from === undefined ? `högst ${to}` : to === undefined ? `minst ${from}` : `${from}–${to}`;

function sumsOf(variables: readonly Variable[], byName: ReadonlyMap<string, Variable>): readonly Check[] {
  const parts = variables.filter(({ base }) => base === PARTS);
  const total = byName.get(TOTAL);
  if (parts.length === 0 || !total) return [];
  return [
    (numbers, problems) => {
      let sum = 0;
      for (const { name } of parts) {
        const part = numbers.get(name);
        if (part === undefined) return;
        sum += part;
      }
      const stated = numbers.get(TOTAL);
      const [from, to] = [stated ?? numbers.get(`${TOTAL}_low`), stated ?? numbers.get(`${TOTAL}_high`)];
      if (sum >= (from ?? -Infinity) && sum <= (to ?? Infinity)) return;
      const wanted = stated === undefined ? `inom intervallet ${rangeText(from, to)}` : `lika med ${stated}`;
      problems.push({
        variable: PARTS,
        code: "sum-mismatch",
        message: `Talen för ”${parts[0]?.label ?? PARTS}” är tillsammans ${sum}, men summan måste vara ${wanted}, som du har svarat på ${questionLabel(total)}. Rätta något av talen, eller lämna en rad tom om du inte vet.`,
      });
    },
  ];
}
