/** Numbers, dates and lists as a Swedish reader sees them. From own tables: `Intl` differs between Node and browsers. */

/** No-break space: between thousands, before % and before units. */
export const NBSP = "\u00a0";
const MINUS = "\u2212";

/**
 * Writes a number: `12 345`, `3,5`, `−8`. At most `decimals` decimals; trailing zeros are left out.
 *
 * @param value finite
 * @param decimals 0 to 6
 * @throws {RangeError} when value is not finite: a missing number is a table's business
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`invalid value; not finite: ${value}`);
  const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const kept = fraction.replace(/0+$/, "");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, NBSP) + (kept === "" ? "" : `,${kept}`);
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A number with all its decimals, for figures under each other: `50,0` above `33,3`. */
export function formatFixed(value: number, decimals: number): string {
  const text = formatNumber(value, decimals);
  const given = text.split(",")[1]?.length ?? 0;
  if (decimals === given) return text;
  return `${given === 0 ? `${text},` : text}${"0".repeat(decimals - given)}`;
}

/** Writes a share in [0, 1] for tables and charts: `41 %`. */
export const formatPercent = (share: number, decimals = 0): string =>
  `${formatNumber(roundHalfUp(share * 100, decimals), decimals)}${NBSP}%`;

/** Writes a share in [0, 1] for running text: `41 procent`. */
export const percentInWords = (share: number, decimals = 0): string =>
  `${formatNumber(roundHalfUp(share * 100, decimals), decimals)} procent`;

/** 0.285 × 100 is 28.499999999999996: the error of the product must not decide a rounding. */
function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(Number((value * factor).toPrecision(12))) / factor;
}

/** Fewer answers than this are told as counts: a share of five answers is no percentage. */
export const FEW_ANSWERS = 10;

/** A part of n answers in running text: `3 av 5 svar`, from ten on `41 procent av svaren`. */
export const shareOfAnswers = (share: number, n: number): string =>
  n < FEW_ANSWERS
    ? `${formatNumber(Math.round(share * n))} av ${formatNumber(n)} svar`
    : `${percentInWords(share)} av svaren`;

/** A range with an en dash: `61–118`; one number when both ends are the same; `över 180` without an upper end. */
export function formatRange(low: number, high: number | "∞", decimals = 0): string {
  if (high === "∞") return `över ${formatNumber(low, decimals)}`;
  if (low === high) return formatNumber(low, decimals);
  return `${formatNumber(low, decimals)}–${formatNumber(high, decimals)}`;
}

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");

/**
 * Writes an ISO 8601 date: `21 november 2026`.
 *
 * @throws {RangeError} when it is not YYYY-MM-DD with a month that exists
 */
export function formatDate(date: string): string {
  const { day, month, year } = dateParts(date);
  return `${day} ${month} ${year}`;
}

/** A period: `2026`, `1–31 mars 2026`, `1 mars–30 april 2026` or `1 december 2025–31 januari 2026`. */
export function formatPeriod(from: string, to: string): string {
  const [a, b] = [dateParts(from), dateParts(to)];
  if (from === to) return formatDate(from);
  if (a.year !== b.year) return `${formatDate(from)}–${formatDate(to)}`;
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return a.year;
  return a.month === b.month ? `${a.day}–${formatDate(to)}` : `${a.day} ${a.month}–${formatDate(to)}`;
}

function dateParts(date: string): { day: number; month: string; year: string } {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new RangeError(`invalid date; not YYYY-MM-DD: ${date}`);
  return { day: Number(day), month: name, year };
}

/** A list: `a`, `a och b`, `a, b och c`. Empty for no names. */
export function formatList(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} och ${last}`;
}

/** A list that names at most `most` of them: `a, b och 3 till`. */
export function formatShortList(names: readonly string[], most = 4): string {
  if (names.length <= most + 1) return formatList(names);
  return `${names.slice(0, most).join(", ")} och ${formatNumber(names.length - most)} till`;
}

const SMALL = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split(" ");

/** A count in running text: in words up to twelve (`sju`), then in figures. Neuter `ett` for one. */
export function countInWords(n: number, neuter = false): string {
  if (n === 1 && neuter) return "ett";
  return SMALL[n] ?? formatNumber(n);
}

/** A count with its noun: `en part`, `sju parter`, `ingen part`. */
export function counted(n: number, [one, many]: readonly [one: string, many: string], neuter = false): string {
  if (n === 0) return `${neuter ? "inget" : "ingen"} ${one}`;
  return `${countInWords(n, neuter)} ${n === 1 ? one : many}`;
}

/** First letter as a capital; the rest as it stands. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First letter small, unless the word is an abbreviation (`BUP`) or marked by a second capital. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Lu}|$)/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/**
 * Without control characters, which are not valid in XML (SVG, Word): U+0000–U+001F but tab and line breaks, and
 * U+FFFE, U+FFFF; tabs and line breaks become spaces.
 */
export const cleanText = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\t\n\r]+/g, " ").replace(/[\u0000-\u001f\ufffe\uffff]/g, "");
