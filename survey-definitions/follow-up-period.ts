/** The period that an answer of the follow-up is about: what tells the answers of one study apart. */
import type { Answers } from "./wire.ts";
import { isIsoDate } from "./swedish-date.ts";

/** Both days are included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The question that a problem with the period is told at. */
export const PERIOD_QUESTION = "fu_period_start";

/** The period as stated; undefined until both days are. */
export function periodOf(answers: Answers): Period | undefined {
  const [from, to] = [answers["fu_period_start"], answers["fu_period_end"]];
  return isDay(from) && isDay(to) ? { from, to } : undefined;
}

/** `2026-01-01/2026-03-31` */
export const periodKey = ({ from, to }: Period): string => `${from}/${to}`;

const KEY = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** The period that a key stands for; undefined for any other text. */
export function periodOfKey(key: string): Period | undefined {
  const [, from, to] = KEY.exec(key) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

const isDay = (value: unknown): value is string => typeof value === "string" && isIsoDate(value);
