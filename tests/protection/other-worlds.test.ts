/**
 * Whoever reads a publication must not be able to tell the study from any other that the counts it hides would allow. So
 * other studies are made: every hidden count is drawn anew within what the system says an attacker is left with, and the
 * same counts are hidden. Each table must come out the same to the last cell.
 *
 * Nothing here is told what a table shows or how: a figure, a bound, a median, a reason why there is none, or a row that
 * comes or goes with a hidden count is found in whatever table it stands.
 */
import { beforeAll, expect, test } from "vitest";
import type { Column, Dataset, NumberColumn, Responses } from "../../reports/dataset.ts";
import { smallCounts } from "../../reports/protection/small-counts.ts";
import { suppressCells } from "../../reports/protection/suppress.ts";
import {
  claimReport,
  hidingOf,
  withoutHidden,
  type Claimed,
  type Computing,
  type Hiding,
} from "../../reports/protection/two-computations.ts";
import { sections } from "../../reports/sections/index.ts";
import { loadSolver } from "../../server/highs-solver.ts";
import { exampleReport } from "../fixtures/example-report.ts";

let computing: Computing;
let example: Dataset;
beforeAll(async () => {
  const onFailure = (section: string, cause: unknown) => {
    throw new Error(`section ${section} failed`, { cause });
  };
  computing = { sections, solver: await loadSolver(), onFailure };
  example = (await exampleReport()).data;
}, 120_000);

/** Enough that some studies differ from the first in what is small, what is answered and what can be worked out. */
const WORLDS = 3;
/** How far a count is moved at most; farther away nothing else happens. */
const FAR = 30;

test.each([2, 3, 5, 10])("with the threshold %i no table tells the study from others like it", (threshold) => {
  const small = smallCounts(threshold);
  const first = claimReport(example, small, computing);
  const hiding = hidingOf(first.own, suppressCells(first.own.system, computing), small);
  const published = withoutHidden(first, hiding, true, computing).tables;
  const below = random(threshold);
  for (let world = 0; world < WORLDS; world++) {
    const { data, changed } = otherWorld(first, hiding.hidden, below);
    expect(changed).toBeGreaterThan(100);
    const other = claimReport(data, small, computing);
    const { tables } = withoutHidden(other, sameHiding(first, hiding, other), true, computing);
    for (const [section, of] of published)
      for (const [id, table] of Object.entries(of))
        expect(tables.get(section)?.[id]?.rows, `${section}.${id}`).toEqual(table.rows);
  }
});

/** The study with every hidden count of an answer drawn anew, so that all relations of the system still hold. */
function otherWorld({ data, own }: Claimed, hidden: ReadonlySet<number>, below: (n: number) => number) {
  const { cells, relations } = own.system;
  const counted = new Set([...own.positions].flatMap(([{ row }, at]) => (row < 0 ? [at] : [])));
  const mayMove = (at: number) => hidden.has(at) && !counted.has(at);
  const session = computing.solver.open({
    low: cells.map(({ value, low }, at) => (mayMove(at) ? Math.max(low, value - FAR) : value)),
    high: cells.map(({ value, high }, at) => (mayMove(at) ? Math.min(high, value + FAR) : value)),
    constraints: relations,
    whole: cells.map(() => true),
  });
  cells.forEach((_, at) => {
    if (mayMove(at)) session.setCost(at, below(201) - 100);
  });
  const found = session.optimise("maximise", { nodes: 2_000 });
  session.close();
  const values = "variables" in found ? found.variables : undefined;
  if (values === undefined) throw new Error("the solver found no other study");
  const responses = copied(data);
  let changed = 0;
  for (const [{ instrument, variable, base, row, other, value }, at] of own.positions) {
    const drawn = Math.round(values[at] ?? value);
    if (drawn === value) continue;
    changed++;
    const of = responses.get(instrument);
    const column = of?.columns.get(variable);
    const pair = of?.pairs.get(base)?.find((one) => one.row === row && one.other === other);
    if (pair !== undefined) Object.assign(pair, { value: drawn });
    else if (column?.kind === "number") column.values[row] = drawn;
    else throw new Error(`no answer holds ${variable}`);
  }
  return { data: { ...data, responses }, changed };
}

function copied({ responses }: Dataset): ReadonlyMap<string, Responses> & Dataset["responses"] {
  const ofColumn = (column: Column): Column =>
    column.kind === "number"
      ? ({ ...column, values: column.values.slice(), reasons: column.reasons.slice() } satisfies NumberColumn)
      : column;
  return new Map(
    [...responses].map(([instrument, of]) => [
      instrument,
      {
        ...of,
        columns: new Map([...of.columns].map(([name, column]) => [name, ofColumn(column)])),
        pairs: new Map([...of.pairs].map(([base, cells]) => [base, cells.map((cell) => ({ ...cell }))])),
      },
    ]),
  );
}

/** The same counts, with the same told of them; sums that the first study has no answer to are hidden too. */
function sameHiding(first: Claimed, { hidden, known }: Hiding, other: Claimed): Hiding {
  const idsOf = first.own.system.cells.map(({ id }) => id);
  const shown = new Set(idsOf.filter((_, at) => !hidden.has(at)));
  const told = new Map([...known].map(([cell, of]) => [cell.id, of]));
  return {
    hidden: new Set(other.own.system.cells.flatMap(({ id }, at) => (shown.has(id) ? [] : [at]))),
    known: new Map(
      [...other.own.positions].flatMap(([cell]) => {
        const of = told.get(cell.id);
        return of === undefined ? [] : [[cell, of] as const];
      }),
    ),
  };
}

function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
