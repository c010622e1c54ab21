/** Instants as Swedes write them, in the reader's time zone. Days without a clock are written by `formatDate`. */
import { formatDate } from "../../reports/text/format.ts";

const twoDigits = (n: number): string => String(n).padStart(2, "0");

const localDay = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, "0")}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

/** "21 november 2026 kl. 14:02" from an instant in ISO 8601; the text as it is when it is no instant. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${formatDate(localDay(at))} kl. ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** "21 november 2026" from an instant in ISO 8601; the text as it is when it is no instant. */
export function dayOfInstant(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : formatDate(localDay(at));
}
