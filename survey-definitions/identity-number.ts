/**
 * Swedish identity numbers in running text: personnummer and samordningsnummer, with 10 or 12 digits.
 *
 * A number counts when its date can exist (a samordningsnummer has 60 added to the day) and its check digit is right, so
 * that telephone numbers and case numbers seldom do. Source: Skatteverket, SKV 704 and SKV 707.
 */
import { isCalendarDay } from "./swedish-date.ts";

/** Year, month, day, birth number with check digit; people write -, +, a dash or a blank between them. */
const CANDIDATE = /(?<!\d)(1[89]|20)?(\d\d)[-. –−‑]?(\d\d)[-. –−‑]?(\d\d)\s?[-+–−‑]?\s?(\d{4})(?!\d)/g;

/** A cheap answer for nearly all texts: an identity number has ten digits at least. */
function hasTenDigits(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57 && ++digits === 10) return true;
  }
  return false;
}

/**
 * The first identity number in the text as it stands there, or undefined.
 *
 * @example
 * findIdentityNumber("Född 811218-9876"); // "811218-9876"
 */
export function findIdentityNumber(text: string): string | undefined {
  if (text.length < 10 || !hasTenDigits(text)) return undefined;
  for (const found of text.matchAll(CANDIDATE)) {
    const [whole, century, year = "", month = "", day = "", number = ""] = found;
    if (hasCheckDigit(year + month + day + number) && isBirthday(century, Number(year), Number(month), Number(day)))
      return whole;
  }
  return undefined;
}

function isBirthday(century: string | undefined, yearOfCentury: number, month: number, day: number): boolean {
  const calendarDay = day > 60 ? day - 60 : day;
  const centuries = century === undefined ? [19, 20] : [Number(century)];
  return centuries.some((hundreds) => isCalendarDay(hundreds * 100 + yearOfCentury, month, calendarDay));
}

/** Luhn's check over ten digits: every other digit from the first is doubled, and the digit sums add up to a ten. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

/**
 * Names of the questions whose answers hold an identity number anywhere: in texts, in numbers, in the keys of rows.
 *
 * A name that is itself an identity number is returned as "", so that no message or log repeats it.
 */
export function identityNumbersIn(answers: Readonly<Record<string, unknown>>): readonly string[] {
  const names: string[] = [];
  for (const name of Object.keys(answers)) {
    if (findIdentityNumber(name) !== undefined) names.push("");
    else if (holdsIdentityNumber(answers[name])) names.push(name);
  }
  return names;
}

/** Whether an identity number stands anywhere in a value of any depth. */
export function holdsIdentityNumber(value: unknown): boolean {
  if (typeof value === "string") return findIdentityNumber(value) !== undefined;
  if (typeof value === "number") return value >= 1e9 && findIdentityNumber(String(value)) !== undefined;
  if (Array.isArray(value)) return value.some(holdsIdentityNumber);
  if (typeof value !== "object" || value === null) return false;
  const rows = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(rows)) {
    if (findIdentityNumber(key) !== undefined || holdsIdentityNumber(rows[key])) return true;
  }
  return false;
}
