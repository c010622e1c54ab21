/** `calc kaplan-meier` and `calc log-rank`: exact and right-censored times. */
import { kaplanMeier } from "../stats/kaplan-meier.ts";
import { logRank } from "../stats/log-rank.ts";
import { orUnbounded, readFields, readList, readNumber, wrong } from "./input.ts";

export function calculateKaplanMeier(input: unknown): unknown {
  const { times, events } = readGroup(input);
  if (times.length === 0) return { refused: "Det finns inga tider." };
  const { steps, median } = kaplanMeier(times, events);
  return {
    steps: steps.map(({ time, atRisk, events: seen, survival, low, high }) => ({
      time,
      at_risk: atRisk,
      events: seen,
      survival,
      low: low ?? null,
      high: high ?? null,
    })),
    median: { value: orUnbounded(median.value), low: orUnbounded(median.low), high: orUnbounded(median.high) },
  };
}

export function calculateLogRank(input: unknown): unknown {
  const found = logRank(readList(readFields(input, ["groups"]).groups, "groups", readGroup));
  if (found === undefined) return { refused: "Testet kräver minst två grupper som händelser kan skilja åt." };
  return { chi_square: found.chiSquare, df: found.df, p: found.p, groups: found.groups };
}

function readGroup(value: unknown, where = "") {
  const fields = readFields(value, ["times", "events"], [], where);
  const path = (name: string) => (where === "" ? name : `${where}.${name}`);
  const times = readList(fields.times, path("times"), (item, field) => {
    const time = readNumber(item, field);
    return time < 0 ? wrong(`”${field}” ska vara noll eller mer.`) : time;
  });
  const events = readList(fields.events, path("events"), readEvent);
  if (times.length !== events.length)
    wrong(`”${path("times")}” har ${times.length} värden och ”${path("events")}” ${events.length}.`);
  return { times, events };
}

function readEvent(value: unknown, field: string): boolean {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  return wrong(`”${field}” ska vara true (händelsen sågs) eller false (avbruten).`);
}
