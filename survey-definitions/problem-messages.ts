/** What is wrong with an answer and the way out, in Swedish, for the person who wrote it. */
import type { Variable } from "./dictionary.ts";
import { findIdentityNumber } from "./identity-number.ts";
import type { Problem } from "./problem.ts";
import type { ValueProblem } from "./read-value.ts";

const LONGEST_QUOTE = 60;
const MOST_CODES_LISTED = 12;
/** An upper limit from here on only catches slips of the keyboard: it is told of when it was passed. */
const ONLY_AGAINST_SLIPS = 1_000_000;

/** The question as a person knows it: its label, and the row where there is one. */
export const questionLabel = ({ label, rowLabel }: Variable): string =>
  rowLabel === undefined ? `”${label}”` : `”${label}”, raden ”${rowLabel}”`;

/** What was sent, quoted and cut; never an identity number. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return "en lista";
  if (typeof value === "object" && value !== null) return "flera värden";
  const text = typeof value === "string" ? value : String(value);
  if (findIdentityNumber(text) !== undefined) return "ett personnummer";
  return `”${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}

/**
 * The message for a value that its variable does not take.
 *
 * @example
 * // Svaret på ”Kända personer i målgruppen” måste vara ett heltal, 0 eller större. Du skrev ”ca 40”. …
 */
export function messageFor(variable: Variable, code: ValueProblem, value: unknown): string {
  const answer = `Svaret på ${questionLabel(variable)}`;
  const sent = `Du skrev ${quoted(value)}.`;
  switch (code) {
    case "not-a-number":
    case "not-whole":
    case "out-of-range":
      return `${answer} måste vara ${numberWanted(variable, value)}. ${sent}${wayOutOf(variable)}`;
    case "unknown-code":
      return `${answer} måste vara ett av de svar som finns att välja: ${offered(variable)}. Du skickade ${quoted(unknownOf(variable, value))}.`;
    case "not-a-list":
      return `${answer} måste vara en lista med koder. ${sent} Välj bland: ${offered(variable)}.`;
    case "repeated-code":
      return `${answer} har samma val mer än en gång. Ta bort det som är dubbelt.`;
    case "too-many-codes":
      return `${answer} får ha högst ${variable.places ?? 0} val. Ta bort de som är minst viktiga.`;
    case "not-a-date":
      return `${answer} måste vara ett datum som finns, skrivet som 2026-11-21. ${sent}`;
    case "not-text":
      return `${answer} måste vara text. ${sent}`;
    case "too-long":
      return `${answer} får ha högst ${variable.maxLength ?? 0} tecken. Texten har ${String(value).length} tecken. Korta den.`;
    case "identity-number":
      return `${answer} innehåller ett personnummer eller samordningsnummer. Ta bort det. Skriv ingenting om enskilda personer.`;
  }
}

/** "ett heltal, 0 eller större" or "ett tal från 1 till 3 660 (dagar)". */
function numberWanted({ whole, min, max, unit }: Variable, value: unknown): string {
  const number = whole === true ? "ett heltal" : "ett tal";
  const isTooLarge = max !== undefined && typeof value === "number" && value > max;
  if (min === 0 && !isTooLarge && (max === undefined || max >= ONLY_AGAINST_SLIPS)) return `${number}, 0 eller större`;
  const named = unit === undefined || unit === "" ? "" : ` (${unit})`;
  return `${number} från ${spaced(min ?? 0)} till ${max === undefined ? "valfri storlek" : spaced(max)}${named}`;
}

const spaced = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00A0");

/** A count of its own may be answered by a range; several numbers that share a way out, or rows, only by a reason. */
const wayOutOf = ({ instead, row, base }: Variable): string => {
  if (instead === undefined) return " Lämna svaret tomt om du inte vet.";
  return row === undefined && instead === `${base}_instead`
    ? " Är du osäker? Lämna talet tomt och välj ”Vi kan bara ange ett intervall”, eller varför talet inte kan anges."
    : " Är du osäker? Lämna talet tomt och välj varför det inte kan anges.";
};

const offered = ({ categories }: Variable): string => {
  const listed = categories.slice(0, MOST_CODES_LISTED).map(({ code, label }) => `${code} (${label})`);
  const left = categories.length - listed.length;
  return listed.join(", ") + (left > 0 ? ` och ${left} till` : "");
};

/** The entry of a list that is not offered; the value itself where it is no list. */
function unknownOf({ categories }: Variable, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return (value as unknown[]).find((entry) => !categories.some(({ code }) => code === String(entry)));
}

/** A problem with one value. */
export const problemWith = (variable: Variable, code: ValueProblem, value: unknown): Problem => ({
  variable: variable.name,
  code,
  message: messageFor(variable, code, value),
});
