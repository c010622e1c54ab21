/** `calc` for what single questions and response come to. */
import { cohensW, cohensWAgainst } from "../stats/cohens-w.ts";
import { exclusiveIntersections } from "../stats/exclusive-intersections.ts";
import { divergingEnds, summariseLikert } from "../stats/likert.ts";
import { responseRates } from "../stats/response-rates.ts";
import { readCount, readFields, readList, readNumber, readTable, wrong } from "./input.ts";

export function calculateLikert(input: unknown): unknown {
  const counts = readList(readFields(input, ["counts"]).counts, "counts", readCount);
  if (counts.length < 2) wrong("”counts” ska ha minst två kategorier.");
  const [found, ends] = [summariseLikert(counts), divergingEnds(counts)];
  if (found === undefined || ends === undefined) return { refused: "Det finns inga svar." };
  return {
    n: found.n,
    shares: found.shares,
    net: found.net,
    median: found.median,
    lower_quartile: found.lowerQuartile,
    upper_quartile: found.upperQuartile,
    interpolated_median: found.interpolatedMedian,
    left: ends.left,
    right: ends.right,
  };
}

/** Every number may be left out, and is 0 then; `eligible` (e) is 1. */
export function calculateResponseRates(input: unknown): unknown {
  const names = ["complete", "partial", "declined", "not_reached", "other", "unknown"] as const;
  const fields = readFields(input, [], [...names, "eligible"]);
  const [complete, partial, declined, notReached, other, unknown] = names.map((name) =>
    readCount(fields[name] ?? 0, name),
  ) as [number, number, number, number, number, number];
  const eligible = readNumber(fields.eligible ?? 1, "eligible");
  if (!(eligible >= 0 && eligible <= 1)) wrong("”eligible” ska vara en andel mellan 0 och 1.");
  if (complete + partial + declined + notReached + other + unknown === 0) return { refused: "Det finns inga enheter." };
  const rates = responseRates({ complete, partial, declined, notReached, other, unknown }, eligible);
  return Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rate ?? null]));
}

/** Either `{table}` or `{expected, observed}`. */
export function calculateCohensW(input: unknown): unknown {
  const fields = readFields(input, [], ["table", "expected", "observed"]);
  if (fields.table !== undefined) {
    if (fields.expected !== undefined || fields.observed !== undefined)
      wrong("Ange antingen ”table” eller ”expected” och ”observed”.");
    const w = cohensW(readTable(fields.table, "table", readShare));
    return w === undefined ? { refused: "Minst två rader och två kolumner måste ha värden." } : { w };
  }
  const expected = readList(fields.expected, "expected", readShare);
  const observed = readList(fields.observed, "observed", readShare);
  if (expected.length !== observed.length)
    wrong(`”expected” har ${expected.length} värden och ”observed” ${observed.length}.`);
  if (expected.includes(0)) wrong("”expected” får inte innehålla noll.");
  if (observed.every((share) => share === 0)) return { refused: "Inget har observerats." };
  return { w: cohensWAgainst(expected, observed) };
}

function readShare(value: unknown, field: string): number {
  const share = readNumber(value, field);
  return share < 0 ? wrong(`”${field}” ska vara noll eller mer.`) : share;
}

export function calculateIntersections(input: unknown): unknown {
  const { sets: given } = readFields(input, ["sets"]);
  const stated = readFields(given, [], Object.keys(Object(given) as object), "sets");
  const sets = Object.entries(stated).map(([id, elements]) => ({
    id,
    elements: readList(elements, `sets.${id}`, readElement),
  }));
  if (sets.length > 30) wrong("”sets” får ha högst 30 mängder.");
  return {
    sizes: sets.map(({ id, elements }) => ({ id, n: new Set(elements).size })),
    intersections: exclusiveIntersections(sets),
  };
}

const readElement = (value: unknown, field: string): number | string =>
  typeof value === "string" || typeof value === "number" ? value : wrong(`”${field}” ska vara en text eller ett tal.`);
