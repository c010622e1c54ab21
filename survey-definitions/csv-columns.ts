/** One response as one row of a CSV file, and back to the same answers. */
import { setAt } from "./answer-paths.ts";
import { findVariable } from "./arrange.ts";
import type { MissingReason } from "./codes.ts";
import type { Cell, Variable } from "./dictionary.ts";
import { guardFormula, unguardFormula } from "./formula-guard.ts";
import { findIdentityNumber } from "./identity-number.ts";
import { messageFor, questionLabel, quoted } from "./problem-messages.ts";
import type { Problem } from "./problem.ts";
import { insteadReason, isMissingReason, MISSING_REASONS_KEY } from "./read-answers.ts";
import { readValue } from "./read-value.ts";

/** Column names in the order of the variables. */
export const columnsOf = (variables: readonly Variable[]): readonly string[] => variables.map(({ name }) => name);

const SEPARATOR: Partial<Record<Variable["kind"], string>> = { multiple: "|", ranking: ">" };

/**
 * A cell as it stands in the file. "Not answered" is an empty cell, other reasons are `!reason`.
 *
 * A text that begins like a formula gets `'` before it, and one that looks like a reason or begins with `!!` gets one
 * more `!`; `answersFromCells` takes both away.
 */
export function cellText({ kind }: Pick<Variable, "kind">, cell: Cell): string {
  if (cell.missing !== undefined) return cell.missing === "not_answered" ? "" : `!${cell.missing}`;
  const { value } = cell;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return value.join(SEPARATOR[kind] ?? "|");
  if (kind !== "text") return value;
  return looksMissing(value) ? `!${value}` : guardFormula(value);
}

const looksMissing = (text: string): boolean =>
  text.startsWith("!!") || (text.startsWith("!") && isMissingReason(text.slice(1)));

/** In a file for several parties a column may be about another municipality's parties, or the party itself. */
const NOT_ASKED = "!not_asked";

/**
 * The answers of one row in layout shape. A cell that cannot be read is told of and left out.
 *
 * Codes and numbers may have blanks around them; numbers may have a decimal comma and blanks between thousands, as
 * spreadsheets write them. Values are not compared with each other here: the validator does that.
 *
 * @param variables as from `expandDictionary`
 * @param cells text by column name; a column that is not known is a problem only where a cell says something; columns that only describe the response are taken away before
 */
export function answersFromCells(
  variables: readonly Variable[],
  cells: ReadonlyMap<string, string>,
): { answers: Record<string, unknown>; problems: readonly Problem[] } {
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const reasons: (readonly [Variable, MissingReason])[] = [];
  for (const [column, cell] of cells) {
    const trimmed = cell.trim();
    if (trimmed === "" || trimmed === NOT_ASKED) continue;
    const variable = findVariable(variables, column.trim());
    if (!variable) {
      problems.push(unknownColumn(column));
      continue;
    }
    const read = readCell(variable, cell);
    if ("problem" in read) problems.push(read.problem);
    else if ("missing" in read) reasons.push([variable, read.missing]);
    else setAt(answers, variable.path, read.value);
  }
  for (const [variable, reason] of reasons) placeReason(variable, reason, answers);
  return { answers, problems };
}

type ReadCell = { readonly value: unknown } | { readonly missing: MissingReason } | { readonly problem: Problem };

function readCell(variable: Variable, cell: string): ReadCell {
  const trimmed = cell.trim();
  const reason = trimmed.startsWith("!") ? trimmed.slice(1) : undefined;
  if (isMissingReason(reason)) return { missing: reason };
  if (reason !== undefined && variable.kind !== "text") return { problem: unknownReason(variable, trimmed) };
  const value = valueOfCell(variable, cell, trimmed);
  const read = readValue(variable, value);
  if ("problem" in read) {
    const code = findIdentityNumber(cell) === undefined ? read.problem : "identity-number";
    return { problem: { variable: variable.name, code, message: messageFor(variable, code, trimmed) } };
  }
  return { value };
}

function valueOfCell({ kind }: Variable, cell: string, trimmed: string): unknown {
  switch (kind) {
    case "number":
      return numberOf(trimmed);
    case "multiple":
    case "ranking":
      return trimmed.split(SEPARATOR[kind] ?? "|").map((code) => code.trim());
    case "text":
      return cell.startsWith("!!") ? cell.slice(1) : unguardFormula(cell);
    case "single":
      return SCALE_CODE.test(trimmed) ? Number.parseInt(trimmed, 10) : trimmed;
    case "date":
      return trimmed;
  }
}

/** A step of a scale, which definitions write as a number; spreadsheets may have made 3 into 3.0. */
const SCALE_CODE = /^\d(?:[.,]0+)?$/;

const NUMBER = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
/** Blank, no-break space and narrow no-break space between groups of three. */
const GROUPED = /^-?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?$/;

/** The number, or the text itself where it is none. */
function numberOf(text: string): number | string {
  const plain = GROUPED.test(text) ? text.replace(/[ \u00A0\u202F]/g, "") : text;
  return NUMBER.test(plain) ? Number(plain.replace(",", ".")) : text;
}

/** A reason becomes the choice that stands for it, else it is kept under its column name. */
function placeReason(variable: Variable, reason: MissingReason, answers: Record<string, unknown>): void {
  if (reason === "not_answered") return;
  const choice = variable.categories.find(({ missing }) => missing === reason);
  if (choice) setAt(answers, variable.path, variable.kind === "single" ? choice.code : [choice.code]);
  else if (insteadReason(variable, answers) !== reason) setAt(answers, [MISSING_REASONS_KEY, variable.name], reason);
}

const unknownColumn = (column: string): Problem => ({
  variable: findIdentityNumber(column) === undefined ? column : "",
  code: "unknown-variable",
  message: `Kolumnen ${quoted(column)} finns inte i formuläret. Rätta namnet i första raden eller ta bort kolumnen.`,
});

const unknownReason = (variable: Variable, sent: string): Problem => ({
  variable: variable.name,
  code: "unknown-code",
  message: `Svaret på ${questionLabel(variable)} är ${quoted(sent)}, men det skälet finns inte. Skriv till exempel !dont_know eller !cannot_state, eller lämna cellen tom.`,
});
