/** Invented studies full of small numbers, from a linear congruential sequence: the same every time. */
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import type { Party } from "../../survey-definitions/study.ts";
import type { Dataset } from "../../reports/dataset.ts";
import { datasetOf, studyOf, type PlainAnswer, type PlainCell } from "../fixtures/dataset.ts";

export const GROUPS = ["substance_social", "substance_psych", "substance_both", "no_work_study", "early_signs"];
export const APART = GROUPS.slice(0, 3);
export const AGES = ["women_16_19", "men_16_19", "women_20_24", "men_20_24", "women_25_25", "men_25_25"];
export const BY_K = ["only_us", "one_more", "two_or_more"];

export interface Simulated {
  readonly data: Dataset;
  /** As answered: value by `variable|party|municipality`. */
  readonly values: ReadonlyMap<string, number>;
}

interface Size {
  readonly parties: number;
  readonly municipalities: number;
  readonly threshold: number;
  /** The first party's figures in the first municipality are one more; or this party has answered anew in every place. */
  readonly changed?: boolean | string;
  /** Parties say how many they share. */
  readonly overlaps?: boolean;
}

export function simulate(seed: number, size: Size): Simulated {
  const { parties: n, municipalities: m, threshold, changed = false, overlaps = false } = size;
  const below = random(seed);
  const again = random(seed + 1_000);
  const codes = Array.from({ length: m }, (_, i) => String(1400 + i));
  const parties = Array.from({ length: n }, (_, p): Party => {
    const kind = PARTY_KINDS[p] ?? { code: "other" as const, label: "Annan part" };
    // The last party is in one place alone, so that some places have fewer parties than others.
    const covered = p === n - 1 && p > 0 ? codes.slice(0, 1) : codes;
    return { id: `p${p}`, kind: kind.code, name: kind.label, municipalities: covered };
  });
  const values = new Map<string, number>();
  const answers = parties.flatMap(({ id: party, municipalities }) =>
    municipalities.flatMap((municipality): PlainAnswer[] => {
      const first = answerOf(below);
      const answer = party === changed ? answerOf(again) : first;
      if (changed === true && party === "p0" && municipality === codes[0]) {
        for (const name of ["n_caseload_age", "n_known", "n_by_sex_age.women_16_19", "n_known_by_k.only_us"]) {
          const before = answer[name];
          if (typeof before === "number" && typeof answer.n_known === "number") answer[name] = before + 1;
        }
      }
      if (below(8) === 0) return [];
      for (const [variable, value] of Object.entries(answer))
        if (typeof value === "number") values.set(`${variable}|${party}|${municipality}`, value);
      return [{ party, municipality, cells: answer }];
    }),
  );
  const shared = overlaps ? answers.map((answer) => withOverlaps(answer, answers, values, below)) : answers;
  const study = { ...studyOf(parties, { municipalities: codes }), suppression_threshold: threshold };
  const names = Object.fromEntries(codes.map((code) => [code, `Kommun ${code}`]));
  const population = Object.fromEntries(
    codes.map((code) => [code, { persons: 1000, year: 2024, source: "Påhittad", approximated: false }]),
  );
  return { data: datasetOf({ study, names, population, answers: shared }), values };
}

/** Figures that agree with each other, as the questionnaire demands. */
function answerOf(below: (n: number) => number): Record<string, PlainCell> {
  const cells: Record<string, PlainCell> = {};
  const caseload = 5 + below(60);
  cells.n_caseload_age = below(4) === 0 ? "!cannot_state" : caseload;
  const known = below(3) === 0 ? below(8) : below(30);
  const isRange = below(5) === 0;
  if (isRange) Object.assign(cells, { n_known_low: known, n_known_high: known + 1 + below(9) });
  else cells.n_known = Math.min(known, caseload);
  const n = Math.min(known, caseload);
  let left = n;
  for (const group of APART) {
    const size = below(2) === 0 ? Math.min(left, below(5)) : below(left + 1);
    if (below(6) > 0) cells[`n_${group}`] = size;
    left -= size;
  }
  for (const group of GROUPS.slice(3)) if (below(6) > 0) cells[`n_${group}`] = below(3) === 0 ? n : below(n + 1);
  if (isRange) return cells;
  if (below(4) > 0) divide(n, AGES, "n_by_sex_age", cells, below);
  if (below(4) > 0) divide(n, BY_K, "n_known_by_k", cells, below);
  return cells;
}

/** What the party shares with each other party of its municipality: often something else than what that one says. */
function withOverlaps(
  answer: PlainAnswer,
  all: readonly PlainAnswer[],
  values: Map<string, number>,
  below: (n: number) => number,
): PlainAnswer {
  const sizeOf = ({ cells }: PlainAnswer) => Number(cells.n_known ?? cells.n_known_high ?? 0);
  const n_overlap: Record<string, number> = {};
  for (const other of all) {
    if (other.municipality !== answer.municipality || other.party === answer.party || below(4) === 0) continue;
    const back = values.get(`n_overlap.${answer.party}|${other.party}|${answer.municipality}`);
    const most = Math.floor(Math.min(sizeOf(answer), sizeOf(other)) / 2);
    const n = back !== undefined && below(2) === 0 ? back : below(most + 1);
    n_overlap[other.party] = n;
    values.set(`n_overlap.${other.party}|${answer.party}|${answer.municipality}`, n);
  }
  return { ...answer, pairs: { n_overlap } };
}

function divide(
  n: number,
  parts: readonly string[],
  base: string,
  cells: Record<string, PlainCell>,
  below: (n: number) => number,
): void {
  let left = n;
  parts.forEach((part, i) => {
    const size = i === parts.length - 1 ? left : below(left + 1);
    cells[`${base}.${part}`] = size;
    left -= size;
  });
}

/** Whole numbers from 0 to n − 1. */
export function random(seed: number): (n: number) => number {
  let state = (seed * 2654435761 + 12345) % 2 ** 32;
  return (n) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * n);
  };
}
