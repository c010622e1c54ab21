/** Dates as they are written in Swedish text, from our own table: no locale data is read from the surroundings. */

const MONTHS = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
] as const;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the day exists in the Gregorian calendar; `month` counts from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = DAYS[month - 1];
  return days !== undefined && day >= 1 && day <= days + (leap ? 1 : 0);
}

/** Whether the text is an ISO 8601 date (YYYY-MM-DD) of a day that exists, in the years 1900–2199. */
export function isIsoDate(text: string): boolean {
  const found = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  return found !== null && isCalendarDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** "2026-11-21" as "21 november 2026"; a text that is no ISO date is returned as it is. */
export function swedishDate(iso: string): string {
  if (!isIsoDate(iso)) return iso;
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** "1 januari–31 december 2026"; the year stands at both ends when they differ. */
export function swedishPeriod(from: string, to: string): string {
  const [start, end] = [swedishDate(from), swedishDate(to)];
  const sameYear = isIsoDate(from) && isIsoDate(to) && from.slice(0, 4) === to.slice(0, 4);
  return sameYear ? `${start.slice(0, -5)}–${end}` : `${start} – ${end}`;
}
