/** From a SurveyJS answer object of unknown shape to typed cells: the one place where an answer is trusted. */
import { valueAt } from "./answer-paths.ts";
import { MISSING_REASONS, type MissingReason } from "./codes.ts";
import type { AskedWhen, Cell, Row, Variable } from "./dictionary.ts";
import { reasonInstead } from "./instead.ts";
import { messageFor } from "./problem-messages.ts";
import type { Problem } from "./problem.ts";
import { isUnanswered, readValue } from "./read-value.ts";

/** The reserved question that holds reasons for cells that have no place for one in the layout. */
export const MISSING_REASONS_KEY = "missing_reasons";

const MISSING_CELLS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, Object.freeze({ missing: reason })]),
) as Record<MissingReason, Cell>;

/**
 * A cell for every variable. A value with a problem becomes "not_answered" and the problem is told; it never stops the
 * other answers. A value that is stated counts even when its question was hidden.
 *
 * An empty cell holds, in this order: the reason in `missing_reasons`; "not_asked" where its row is not asked; the
 * reason that the question "instead" gives (with a range, the number itself cannot be stated); "not_asked" where its
 * question was not shown; else "not_answered".
 *
 * @param variables as from `expandDictionary`
 * @param answers in layout shape, as from `arrangeAnswers`
 * @param shown names of the questions that were visible
 */
export function readAnswers(
  variables: readonly Variable[],
  answers: Readonly<Record<string, unknown>>,
  shown: ReadonlySet<string>,
): { row: Row; problems: readonly Problem[] } {
  const row = new Map<string, Cell>();
  const problems: Problem[] = [];
  const reasons = answers[MISSING_REASONS_KEY];
  let question: string | undefined;
  let answer: unknown;
  for (const variable of variables) {
    const { path } = variable;
    if (path[0] !== question) {
      question = path[0] ?? "";
      answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    }
    const value = answer === undefined || path.length === 1 ? answer : valueAt(answer, path, 1);
    if (isUnanswered(value)) {
      row.set(variable.name, MISSING_CELLS[reasonFor(variable, answers, reasons, shown)]);
      continue;
    }
    const read = readValue(variable, value);
    if ("problem" in read) {
      problems.push({
        variable: variable.name,
        code: read.problem,
        message: messageFor(variable, read.problem, value),
      });
      row.set(variable.name, MISSING_CELLS.not_answered);
    } else row.set(variable.name, cleaned(variable, read));
  }
  return { row, problems };
}

export const isMissingReason = (value: unknown): value is MissingReason =>
  (MISSING_REASONS as readonly unknown[]).includes(value);

/**
 * The reason that the question "instead" of a variable gives; a range is an answer, but the number cannot be stated.
 *
 * @returns undefined when that question does not exist or is not answered
 */
export function insteadReason(variable: Variable, answers: unknown): MissingReason | undefined {
  if (variable.instead === undefined) return undefined;
  const code = valueAt(answers, [variable.instead]);
  return code === "range" ? "cannot_state" : reasonInstead(code);
}

function reasonFor(
  variable: Variable,
  answers: Readonly<Record<string, unknown>>,
  reasons: unknown,
  shown: ReadonlySet<string>,
): MissingReason {
  if (reasons !== undefined) {
    const stated = valueAt(reasons, [variable.name]);
    if (isMissingReason(stated)) return stated;
  }
  const { askedWhen } = variable;
  if (askedWhen && !isAsked(askedWhen, valueAt(answers, askedWhen.path), variable.row)) return "not_asked";
  const instead = insteadReason(variable, answers);
  if (instead !== undefined) return instead;
  return shown.has(variable.path[0] ?? "") ? "not_answered" : "not_asked";
}

function isAsked(when: AskedWhen, value: unknown, row: string | undefined): boolean {
  if ("answered" in when) return !isUnanswered(value);
  if ("holdsRow" in when) return Array.isArray(value) && value.includes(row);
  return "codes" in when ? when.codes.includes(String(value)) : !when.exceptCodes.includes(String(value));
}

/** Texts without the control characters that no XML file may hold; tab and line breaks stay. */
function cleaned({ kind }: Variable, cell: Cell): Cell {
  if (kind !== "text" || typeof cell.value !== "string") return cell;
  const text = withoutControlCharacters(cell.value);
  return text === cell.value ? cell : { value: text };
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Removes U+0000–U+001F but tab and line breaks, U+FFFE, U+FFFF and halves of surrogate pairs. */
export const withoutControlCharacters = (text: string): string =>
  !SUSPECT.test(text)
    ? text
    : // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "");
