/** Texts that a spreadsheet program would run as a formula, and the apostrophe that stops it in a CSV file. */

/**
 * An equals sign, plus, minus or at-sign, also in full width and small form, after any blanks and invisible signs that a
 * program may skip; a tab or a line break at the beginning; and a text that is already marked, so that two different
 * texts never become the same.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** The text with an apostrophe before it where it begins like a formula. For texts only: a number keeps its minus sign. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What `guardFormula` was given. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
