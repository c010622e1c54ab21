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
