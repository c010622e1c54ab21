/** One value of unknown shape against its variable: a typed cell, or what is wrong with it. */
import type { Cell, Variable } from "./dictionary.ts";
import type { ProblemCode } from "./problem.ts";
import { isIsoDate } from "./swedish-date.ts";

/** What can be wrong with one value by itself. */
export type ValueProblem = Extract<
  ProblemCode,
  | "unknown-code"
  | "not-a-number"
  | "not-whole"
  | "out-of-range"
  | "not-a-date"
  | "not-text"
  | "too-long"
  | "not-a-list"
  | "repeated-code"
  | "too-many-codes"
  | "identity-number"
>;

export type ReadValue = Cell | { readonly problem: ValueProblem };

/** Whether nothing was answered: no value, an empty text or list, or only blanks. */
export const isUnanswered = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "string" && value.trim() === "");

const wrong = (problem: ValueProblem): { readonly problem: ValueProblem } => ({ problem });

/**
 * Reads one value that is not unanswered.
 *
 * A choice that is marked as a missing reason becomes that reason. Codes may come as numbers where a rating scale wrote
 * them (3 for "3"); a number never comes as text.
 */
export function readValue(variable: Variable, value: unknown): ReadValue {
  switch (variable.kind) {
    case "single":
      return readSingle(variable, value);
    case "multiple":
    case "ranking":
      return readList(variable, value);
    case "number":
      return readNumber(variable, value);
    case "date":
      return typeof value === "string" && isIsoDate(value) ? { value } : wrong("not-a-date");
    case "text":
      return readText(variable, value);
  }
}

const codeOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

function readSingle({ categories }: Variable, value: unknown): ReadValue {
  const code = codeOf(value);
  for (const category of categories) {
    if (category.code === code) return category.missing ? { missing: category.missing } : { value: category.code };
  }
  return wrong("unknown-code");
}

function readList({ kind, categories, places }: Variable, value: unknown): ReadValue {
  if (!Array.isArray(value)) return wrong("not-a-list");
  const codes: string[] = [];
  for (const entry of value as unknown[]) {
    const code = codeOf(entry);
    const category = categories.find((candidate) => candidate.code === code);
    if (!category) return wrong("unknown-code");
    if (category.missing) return { missing: category.missing };
    if (codes.includes(category.code)) return wrong("repeated-code");
    codes.push(category.code);
  }
  return kind === "ranking" && places !== undefined && codes.length > places
    ? wrong("too-many-codes")
    : { value: codes };
}

function readNumber({ whole, min, max }: Variable, value: unknown): ReadValue {
  if (typeof value !== "number" || !Number.isFinite(value)) return wrong("not-a-number");
  if (whole === true && !Number.isInteger(value)) return wrong("not-whole");
  if (!(value >= (min ?? -Infinity) && value <= (max ?? Infinity))) return wrong("out-of-range");
  return { value };
}

function readText({ maxLength }: Variable, value: unknown): ReadValue {
  if (typeof value !== "string") return wrong("not-text");
  return maxLength !== undefined && value.length > maxLength ? wrong("too-long") : { value };
}
