import { beforeAll, describe, expect, test } from "vitest";
import { protectReport, type ProtectionMemory } from "../../reports/protection/protect-report.ts";
import { sections } from "../../reports/sections/index.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { Attacker } from "./attacker.ts";
import { readFollowUp } from "./attack-follow-up.ts";
import { readOverlaps } from "./attack-overlaps.ts";
import { readRespondents } from "./attack-respondents.ts";
import { withFollowUp, withRespondents } from "./simulated-people.ts";
import { simulate, type Simulated } from "./simulated.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const only = (...ids: readonly string[]) => sections.filter(({ id }) => ids.includes(id));
const TOLD = only("group-size", "unduplicated", "profile");

function publish(
  { data }: Pick<Simulated, "data">,
  threshold: number,
  earlier: readonly ProtectionMemory[] = [],
  told: typeof sections = TOLD,
) {
  const result = protectReport(
    told,
    data,
    { threshold, freeTexts: false },
    {
      solver,
      earlier,
      onFailure: (section, error) => {
        throw new Error(section, { cause: error });
      },
    },
  );
  if (result.status !== "protected") throw new Error(JSON.stringify(result.counts));
  return result;
}

/** 1 … threshold − 1; with the threshold 2 also 0, as in docs/decisions/012. */
const isSmall = (value: number, threshold: number) => value < threshold && (value > 0 || threshold === 2);
const widthOf = (threshold: number) => Math.max(1, threshold - 2);

/** Parties, municipalities, and the seed of the study. */
const STUDIES = [
  [1, 2, 2],
  [2, 1, 2],
  [2, 3, 1],
  [2, 3, 3],
  [3, 2, 1],
] as const;

describe.each([2, 3, 5, 10])("with the threshold %i", (threshold) => {
  test.each(STUDIES)(
    "nobody can tell a small count of %i parties in %i municipalities from the published tables (study %i)",
    (parties, municipalities, seed) => {
      const study = simulate(seed, { parties, municipalities, threshold });
      const { report } = publish(study, threshold);
      const attacker = new Attacker(solver);
      attacker.told(study.values.keys());
      attacker.read(report);
      for (const [cell, value] of study.values) {
        if (!isSmall(value, threshold) || /_(low|high)\|/.test(cell)) continue;
        const { low, high } = attacker.interval(cell);
        expect(low, cell).toBeLessThanOrEqual(value);
        expect(high, cell).toBeGreaterThanOrEqual(value);
        expect(high - low, `${cell} is ${value}, in [${low}, ${high}]`).toBeGreaterThanOrEqual(widthOf(threshold));
      }
    },
    120_000,
  );
});

/** Every small count has the interval that the rule itself leaves. */
function standsAgainst(attacker: Attacker, values: ReadonlyMap<string, number>, threshold: number): void {
  expect(attacker.broken(values)).toEqual([]);
  for (const [cell, value] of values) {
    if (!isSmall(value, threshold)) continue;
    const { low, high } = attacker.interval(cell);
    expect(low, cell).toBeLessThanOrEqual(value);
    expect(high, cell).toBeGreaterThanOrEqual(value);
    expect(high - low, `${cell} is ${value}, in [${low}, ${high}]`).toBeGreaterThanOrEqual(widthOf(threshold));
  }
}

test.each([1, 2])("nobody can tell a small number of shared persons (study %i)", (seed) => {
  const study = simulate(seed, { parties: 3, municipalities: 2, threshold: 5, overlaps: true });
  const { report } = publish(study, 5, [], only("group-size", "unduplicated", "profile", "gaps"));
  const attacker = new Attacker(solver);
  attacker.told(study.values.keys());
  attacker.read(report);
  const overlaps = new Map([...study.values].filter(([name]) => name.startsWith("n_overlap.")));
  readOverlaps(attacker, report, [...overlaps.keys()]);
  standsAgainst(attacker, overlaps, 5);
  const known = [...study.values].filter(([name]) => name.startsWith("n_known|"));
  standsAgainst(attacker, new Map(known), 5);
});

test.each([
  [1, 5, 1],
  [2, 5, 2],
  [3, 3, 2],
  [4, 10, 1],
])("nobody can tell a small count of a follow-up (study %i, threshold %i, %i periods)", (seed, threshold, periods) => {
  const { data } = simulate(seed, { parties: 2, municipalities: 1, threshold });
  const study = withFollowUp(seed, data, periods);
  const { report } = publish(study, threshold, [], only("follow-up"));
  const attacker = new Attacker(solver);
  readFollowUp(attacker, report, study.values.keys());
  standsAgainst(attacker, study.values, threshold);
});

test.each([
  [1, 5],
  [2, 5],
  [3, 3],
  [4, 10],
  [5, 5],
])("nobody can tell how many of a small group have answered (study %i, threshold %i)", (seed, threshold) => {
  const { data } = simulate(seed, { parties: 3, municipalities: 3, threshold });
  const study = withRespondents(seed, data);
  const { report } = publish(
    study,
    threshold,
    [],
    only("coverage", "profile", "voices", "gaps", "methods", "group-size"),
  );
  const attacker = new Attacker(solver);
  readRespondents(attacker, report, study.data, [...study.values.keys()]);
  standsAgainst(attacker, study.values, threshold);
});

/** Small counts that somebody with both reports can tell too well. */
function openInBoth(before: Simulated, after: Simulated, isRemembered: boolean): readonly string[] {
  const first = publish(before, 5);
  const memory = JSON.parse(JSON.stringify(first.memory)) as ProtectionMemory;
  const second = publish(after, 5, isRemembered ? [memory] : []);
  const attacker = new Attacker(solver);
  const changed = (cell: string) => before.values.get(cell) !== after.values.get(cell);
  const now = (cell: string) => (changed(cell) ? `${cell} now` : cell);
  attacker.told(before.values.keys());
  attacker.told([...after.values.keys()].map(now));
  attacker.read(first.report);
  attacker.read(second.report, now);
  return [...before.values, ...[...after.values].map(([name, n]) => [now(name), n] as const)].flatMap(
    ([cell, value]) => {
      if (!isSmall(value, 5) || /_(low|high)\|/.test(cell)) return [];
      const { low, high } = attacker.interval(cell);
      return high - low < widthOf(5) ? [`${cell} is ${value}, in [${low}, ${high}]`] : [];
    },
  );
}

test.each([1, 2, 3])(
  "a second report, after one figure was changed, tells no more together with the first (%i)",
  (seed) => {
    const size = { parties: 2, municipalities: 2, threshold: 5 };
    expect(openInBoth(simulate(seed, size), simulate(seed, { ...size, changed: true }), true)).toEqual([]);
  },
);

test.each([
  [3, 1, 3],
  [2, 2, 2],
  [2, 2, 3],
])("nor after a party has answered anew: %i parties, %i municipalities, study %i", (parties, municipalities, seed) => {
  const size = { parties, municipalities, threshold: 5 };
  const [before, after] = [simulate(seed, size), simulate(seed, { ...size, changed: "p1" })];
  expect(openInBoth(before, after, true)).toEqual([]);
  // Each report by itself gives nothing away, but these would together.
  expect(openInBoth(before, after, false)).not.toEqual([]);
});
