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

const isSameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** "14:02", in the time of this device. */
export function clockTime(date: Date): string {
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** "21 november 2026". */
export function longDate(date: Date): string {
  return `${date.getDate()} ${MONTHS[date.getMonth()] ?? ""} ${date.getFullYear()}`;
}

/** "14:02" on the day itself, otherwise "20 november 14:02". */
export function momentText(date: Date, now: Date): string {
  return isSameDay(date, now)
    ? clockTime(date)
    : `${date.getDate()} ${MONTHS[date.getMonth()] ?? ""} ${clockTime(date)}`;
}

/** "2026-03-31" as "31 mars 2026"; a text that is no date stays as it is. */
export function isoDate(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? text : `${Number(day)} ${name} ${year}`;
}

/** A sentence of the server, with its days written as people write them. */
export const withLongDates = (sentence: string): string => sentence.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, isoDate);

/** "1 januari – 31 mars 2026": the year once where it is the same. Without both days it has no name of its own. */
export function periodName({ from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from === undefined || to === undefined) return "Period utan datum";
  const [start, end] = [isoDate(from), isoDate(to)];
  return start.slice(-4) === end.slice(-4) ? `${start.slice(0, -5)} – ${end}` : `${start} – ${end}`;
}
