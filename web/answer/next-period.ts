import type { AnswerPeriod } from "../../survey-definitions/wire.ts";

/** The same number of whole months after the latest period; undefined where the periods are not whole months. */
export function nextPeriod(
  periods: readonly Pick<AnswerPeriod, "from" | "to">[],
): { from: string; to: string } | undefined {
  const latest = periods.toSorted((a, b) => (b.to ?? "").localeCompare(a.to ?? ""))[0];
  if (latest?.from === undefined || latest.to === undefined || !latest.from.endsWith("-01")) return undefined;
  const start = new Date(`${latest.from}T12:00:00Z`);
  const next = new Date(`${latest.to}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (next.getUTCDate() !== 1) return undefined;
  const months = (next.getUTCFullYear() - start.getUTCFullYear()) * 12 + next.getUTCMonth() - start.getUTCMonth();
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + months, 0));
  return { from: dayOf(next), to: dayOf(last) };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
