/** What two people saved at the same time, put together question by question. */
import type { Answers } from "../../survey-definitions/wire.ts";
import { canonicalJson } from "./canonical-json.ts";

export interface Merge {
  readonly answers: Answers;
  /** Questions that both changed, to different values: then nothing may be saved. */
  readonly conflicts: readonly string[];
}

/**
 * Changes that only one side made are taken; a question that both changed to the same value is no conflict. Taking an
 * answer away is a change like any other. A question is a key at the top; what lies within it is never mixed.
 *
 * @param base what both started from; `{}` before the first save
 */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merge {
  const entries: [string, unknown][] = [];
  const conflicts: string[] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [was, my, their] = [base, mine, theirs].map((answers) => valueOf(answers, key));
    const changed = !isSame(was, my);
    if (changed && !isSame(was, their) && !isSame(my, their)) conflicts.push(key);
    const kept = changed ? my : their;
    if (kept !== undefined) entries.push([key, kept]);
  }
  return { answers: Object.fromEntries(entries), conflicts };
}

/** The same for the names of the questions that were visible: what each side made visible or hid since `base`. */
export function mergeShown(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [was, my] = [new Set(base), new Set(mine)];
  const hidden = new Set(base.filter((name) => !my.has(name)));
  const added = mine.filter((name) => !was.has(name));
  return [...new Set([...theirs.filter((name) => !hidden.has(name)), ...added])];
}

/** Own keys only: a question may be called `constructor`. */
const valueOf = (answers: Answers, key: string): unknown => (Object.hasOwn(answers, key) ? answers[key] : undefined);

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
