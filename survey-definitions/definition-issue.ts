/** What a check of a definition finds. Codes never change; messages are Swedish, for the person who writes forms. */

export type IssueCode =
  | "not-an-object"
  | "no-questions"
  | "unknown-type"
  | "unknown-property"
  | "old-property"
  | "no-name"
  | "duplicate-name"
  | "missing-id"
  | "duplicate-id"
  | "choice-without-code"
  | "duplicate-code"
  | "bad-condition"
  | "unknown-name"
  | "unknown-list"
  | "required-answer"
  | "not-supported"
  | "not-in-dictionary"
  | "not-in-definition"
  | "other-type"
  | "other-codes"
  | "other-rows"
  | "other-limits";

export interface DefinitionIssue {
  /** Where: `pages[0].elements[2].choices[1]`, or the name of a variable. */
  readonly path: string;
  readonly code: IssueCode;
  readonly message: string;
}

/** The name that is most like a misspelt one: at most two letters off; the first of equals. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = 3;
  for (const candidate of names) {
    const steps = editSteps(name.toLowerCase(), candidate.toLowerCase());
    if (steps < fewest) [nearest, fewest] = [candidate, steps];
  }
  return nearest;
}

/** Levenshtein's distance: letters to add, take away or change. */
function editSteps(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
