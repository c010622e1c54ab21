/**
 * When something was saved, as far as anybody may know it. Of anonymous answers only the day is stored, since the time
 * of day could tell whose it is.
 */
import { type Instrument, OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";

/** sv-SE writes a date as ISO 8601 does. */
const SWEDISH_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" });

/** `2026-11-22`: the day that it is in Sweden. */
export const swedishDay = (at: Date): string => SWEDISH_DAY.format(at);

/** The time that is stored with an answer: for open instruments the day alone, as its midnight in UTC. */
export const storedTime = (instrument: Instrument, at: Date): string =>
  OPEN_INSTRUMENTS.has(instrument) ? `${swedishDay(at)}T00:00:00.000Z` : at.toISOString();

/** A stored time as it is shown: for open instruments the date. */
export const shownTime = (instrument: Instrument, time: string): string =>
  OPEN_INSTRUMENTS.has(instrument) ? time.slice(0, 10) : time;
