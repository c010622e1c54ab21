/** Answers compared and brought together by question: the top-level names of SurveyJS's answer object. */
import type { Answers } from "../../survey-definitions/wire.ts";

/** Equal as JSON, whatever the order of keys. `undefined`, and an object or list without content, are no answer. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  return changedNames(a as Answers, b as Answers).length === 0;
}

/** The names whose value differs between two answers, in no particular order. */
export function changedNames(from: Answers, to: Answers): string[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].filter((name) => !sameValue(from[name], to[name]));
}

/**
 * What was changed from `base` to `mine`, put on top of `theirs`. Where both changed a question, mine wins: ask first.
 */
export function rebase(base: Answers, mine: Answers, theirs: Answers): Answers {
  return withValues(theirs, mine, changedNames(base, mine));
}

/** `answers` with the named values taken from `source`; one that `source` lacks is taken away. */
export function withValues(answers: Answers, source: Answers, names: readonly string[]): Answers {
  const result: Record<string, unknown> = { ...answers };
  for (const name of names) {
    if (source[name] === undefined) delete result[name];
    else result[name] = source[name];
  }
  return result;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
