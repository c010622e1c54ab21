import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset, NumberColumn, PairCell, Responses } from "../reports/dataset.ts";
import {
  boundsOfMunicipality,
  estimatesOfMunicipality,
  statementsByMunicipality,
} from "../reports/sections/unduplicated-bounds.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";
import type { Study } from "../survey-definitions/study.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

interface Answer {
  readonly party: string;
  readonly municipality?: string;
  readonly n?: number;
  readonly low?: number;
  readonly high?: number;
  readonly overlap?: Readonly<Record<string, number>>;
  /** Known to nobody else, to one more, to two or more. */
  readonly k?: readonly [number, number, number];
}

const kinds = {
  soc: "social_services",
  bup: "child_psychiatry",
  af: "employment_service",
  pol: "police_sspf",
} as const;
const names: Record<string, string> = { soc: "Socialtjänsten", bup: "BUP", af: "Arbetsförmedlingen", pol: "Polisen" };
const study: Study = {
  id: "s",
  title: "",
  target_group: { age_min: 16, age_max: 25, description: "" },
  reference_period: { from: "2026-01-01", to: "2026-06-30" },
  municipalities: ["1492", "1487"],
  parties: Object.entries(kinds).map(([id, kind]) => ({
    id,
    kind,
    name: names[id] ?? "",
    municipalities: ["1492", "1487"],
  })),
  interventions: [],
  problem_domains: [],
  instruments: [],
  suppression_threshold: 5,
  norms: [],
  invented: true,
};

function datasetOf(answers: readonly Answer[], persons?: number): Dataset {
  const column = (values: readonly (number | undefined)[]): NumberColumn => ({
    kind: "number",
    values: Float64Array.from(values, (value) => value ?? 0),
    reasons: Uint8Array.from(values, (value) => (value === undefined ? 1 : 0)),
  });
  const responses: Responses = {
    n: answers.length,
    party: Int32Array.from(answers, ({ party }) => study.parties.findIndex(({ id }) => id === party)),
    municipality: Int32Array.from(answers, ({ municipality = "1492" }) => study.municipalities.indexOf(municipality)),
    submittedAt: new Float64Array(answers.length),
    columns: new Map([
      ["n_known", column(answers.map(({ n }) => n))],
      ["n_known_low", column(answers.map(({ low }) => low))],
      ["n_known_high", column(answers.map(({ high }) => high))],
      ...["only_us", "one_more", "two_or_more"].map(
        (key, i) => [`n_known_by_k.${key}`, column(answers.map(({ k }) => k?.[i]))] as const,
      ),
    ]),
    pairs: new Map([
      [
        "n_overlap",
        answers.flatMap(({ overlap = {} }, row) =>
          Object.entries(overlap).map(([other, value]): PairCell => ({ row, other, value })),
        ),
      ],
    ]),
  };
  return {
    study,
    municipalityNames: new Map(),
    population: new Map(
      persons === undefined ? [] : [["1492", { persons, year: 2024, source: "", approximated: false }]],
    ),
    definitions: [],
    assignments: {
      n: 0,
      instrument: [],
      party: new Int32Array(),
      municipality: new Int32Array(),
      status: [],
      responses: new Int32Array(),
    },
    responses: new Map([["party", responses]]),
  };
}

const statementsOf = (answers: readonly Answer[], persons?: number, municipality = "1492") => {
  const found = statementsByMunicipality(datasetOf(answers, persons)).get(municipality);
  if (!found) throw new Error("no municipality");
  return found;
};
const boundsOf = (answers: readonly Answer[], persons?: number) =>
  boundsOfMunicipality(statementsOf(answers, persons), solver);

describe("boundsOfMunicipality", () => {
  test("uses sizes and overlaps of the municipality alone, and the population as cap", () => {
    // 50 + 40 − 20 = 70 of the two that share; Arbetsförmedlingen's 30 are among them or all others: 70 to 100, at most 95.
    const answers = [
      { party: "soc", n: 50, overlap: { bup: 20 } },
      { party: "bup", n: 40, overlap: { soc: 20 } },
      { party: "af", n: 30 },
      { party: "soc", municipality: "1487", n: 999, overlap: { bup: 1 } },
    ];
    expect(boundsOf(answers, 95)).toMatchObject({
      municipality: "1492",
      feasible: true,
      countsLower: 50,
      countsUpper: 95,
      lowerWhole: 70,
      upperWhole: 95,
      conflicts: [],
    });
  });

  test("takes a range as low ≤ n ≤ high, before the figure, and a range with one end with the figure as the other", () => {
    expect(boundsOf([{ party: "soc", n: 20, low: 15, high: 30 }])).toMatchObject({ countsLower: 15, countsUpper: 30 });
    expect(boundsOf([{ party: "soc", n: 20, low: 15 }])).toMatchObject({ countsLower: 15, countsUpper: 20 });
    expect(boundsOf([{ party: "soc", low: 15 }], 80)).toMatchObject({ countsLower: 15, countsUpper: 80 });
    expect(boundsOf([{ party: "soc", high: 15 }])).toMatchObject({ countsLower: 0, countsUpper: 15 });
  });

  test("takes an overlap stated differently as the range between, and names the two", () => {
    // 50 + 40 − 25 = 65 to 50 + 40 − 20 = 70.
    const found = boundsOf([
      { party: "soc", n: 50, overlap: { bup: 20 } },
      { party: "bup", n: 40, overlap: { soc: 25 } },
    ]);
    expect(found).toMatchObject({ feasible: true, lowerWhole: 65, upperWhole: 70 });
    expect(found.conflicts).toEqual([
      {
        parties: ["soc", "bup"],
        why: "Socialtjänsten uppger 20 gemensamma med BUP, men BUP uppger 25 gemensamma med Socialtjänsten.",
      },
    ]);
  });

  test("names a contradiction by the parties' names, and still gives the bounds from the counts", () => {
    const found = boundsOf([
      { party: "soc", n: 10, overlap: { bup: 9, af: 9 } },
      { party: "bup", n: 10, overlap: { af: 1 } },
      { party: "af", n: 10 },
    ]);
    expect(found).toMatchObject({ feasible: false, countsLower: 10, countsUpper: 30 });
    expect(found.lower).toBeUndefined();
    expect(found.conflicts).toEqual([
      {
        parties: ["af", "bup", "soc"],
        why:
          "Av 10 hos Socialtjänsten är 9 också hos Arbetsförmedlingen och 9 också hos BUP. Då måste Arbetsförmedlingen och " +
          "BUP ha minst 8 gemensamma, men de uppges ha 1.",
      },
    ]);
  });

  test("holds an overlap with a party without a figure against the one who states it, without adding that party", () => {
    const found = boundsOf([{ party: "soc", n: 10, overlap: { pol: 12 } }]);
    expect(found).toMatchObject({ feasible: true, lowerWhole: 10, upperWhole: 10 });
    expect(found.conflicts).toEqual([
      {
        parties: ["soc", "pol"],
        why: "Socialtjänsten och Polisen uppges ha 12 gemensamma, men Socialtjänsten har 10.",
      },
    ]);
  });

  test("has an entry of zeros for a municipality where nobody has answered", () => {
    const found = boundsOfMunicipality(statementsOf([{ party: "soc", n: 5 }], undefined, "1487"), solver);
    expect(found).toMatchObject({ municipality: "1487", feasible: true, lower: 0, upper: 0, countsUpper: 0 });
  });

  test("asks the solver once for the same statements", () => {
    let solved = 0;
    const counting: LpSolver = {
      ...solver,
      solve: (programme) => {
        solved++;
        return solver.solve(programme);
      },
    };
    const answers = [
      { party: "soc", n: 50, overlap: { bup: 20 } },
      { party: "bup", n: 40 },
    ];
    const first = boundsOfMunicipality(statementsOf(answers), counting);
    expect(boundsOfMunicipality(statementsOf(answers), counting)).toEqual(first);
    expect(solved).toBe(2);
  });
});

describe("estimatesOfMunicipality", () => {
  const answers = [
    { party: "soc", n: 135, overlap: { bup: 49, af: 0 } },
    { party: "bup", n: 122, overlap: { soc: 49, af: 20 } },
    { party: "af", n: 60, overlap: { bup: 25 } },
    { party: "pol", low: 10, high: 20, overlap: { soc: 5 } },
  ];
  const of = (a: string, b: string) =>
    estimatesOfMunicipality(statementsOf(answers)).find(({ parties }) => parties.join() === [a, b].join());

  test("estimates from two lists and an overlap that both state, with what it assumes", () => {
    // CARE1: Chapman 333.56 of 135 and 122 with 49 in both.
    expect(of("soc", "bup")?.estimate?.chapman).toBeCloseTo(333.56, 2);
    expect(of("soc", "bup")?.note).toMatch(/^Socialtjänsten och BUP\. .*för låg skattning\.$/);
  });

  test.each([
    ["soc", "af", "nobody-in-both"],
    ["bup", "af", "stated-differently"],
    ["soc", "pol", "only-a-range"],
    ["bup", "pol", "no-overlap-stated"],
  ])("refuses %s and %s: %s", (a, b, refused) => {
    expect(of(a, b)).toMatchObject({ refused, note: expect.stringContaining("Ingen skattning") as string });
    expect(of(a, b)?.estimate).toBeUndefined();
  });

  test("refuses an overlap above a size", () => {
    const [found] = estimatesOfMunicipality(
      statementsOf([
        { party: "soc", n: 3, overlap: { bup: 4 } },
        { party: "bup", n: 9 },
      ]),
    );
    expect(found).toMatchObject({ refused: "contradiction" });
  });
});
