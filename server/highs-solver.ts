/**
 * Linear and integer programmes solved by HiGHS in WebAssembly.
 *
 * A programme is handed over as sparse arrays, never as text: nothing is lost in formatting, and infinite ends need no
 * notation. An aborted WebAssembly module cannot be used again, and loading one takes a moment; a second one is
 * therefore held ready, so that one abort costs one error and the next call is answered.
 */
import loadHighs from "highs";
import type { LinearProgramme, LpResult, LpSolver } from "../reports/stats/lp.ts";
import { openSession, sparseRows, type Highs } from "./highs-session.ts";

/** @throws {Error} when WebAssembly cannot be loaded */
export async function loadSolver(): Promise<LpSolver> {
  let [current, spare]: [Highs | undefined, Highs | undefined] = await Promise.all([loadHighs(), loadHighs()]);
  const replace = () => {
    current = spare;
    spare = undefined;
    const keep = (loaded: Highs) => {
      if (current === undefined) current = loaded;
      else spare = loaded;
    };
    // Where loading fails there is no module to use, and the next call that needs one says so.
    loadHighs().then(keep, () => undefined);
  };
  const loaded = (): Highs => {
    if (current === undefined) throw new Error("HiGHS is being loaded again after two aborts");
    return current;
  };
  /** A refused model leaves the module whole; anything else may not, and a fresh module costs little. */
  const failed = (highs: Highs, cause: unknown): Error => {
    if (highs === current) replace();
    return new Error("HiGHS stopped without an answer", { cause });
  };
  return {
    solve(programme) {
      if (programme.objective.length === 0) return withoutVariables(programme);
      const highs = loaded();
      try {
        return solveWith(highs, programme);
      } catch (error) {
        throw failed(highs, error);
      }
    },
    open(system) {
      const highs = loaded();
      return openSession(highs, system, (cause) => failed(highs, cause));
    },
  };
}

/** The empty sum is 0: the programme is feasible when every constraint allows it. */
const withoutVariables = ({ constraints }: LinearProgramme): LpResult =>
  constraints.every(({ low, high }) => low <= 0 && 0 <= high)
    ? { status: "optimal", value: 0, variables: [] }
    : { status: "infeasible" };

type Options = Readonly<Record<string, string | number>>;

/**
 * Primal simplex without presolve takes half the time of the default on pattern cells of twelve lists, which make flat
 * and degenerate programmes.
 */
const FLAT: Options = { presolve: "off", simplex_strategy: 4, simplex_primal_edge_weight_strategy: 1 };
const DEFAULT: Options = {};
const WHOLE: Options = { mip_rel_gap: 0, mip_abs_gap: 1e-6 };

/** A programme that one way of solving leaves unsettled is tried the other way before it counts as an error. */
function solveWith(highs: Highs, programme: LinearProgramme): LpResult {
  const ways = programme.whole ? [WHOLE] : [FLAT, DEFAULT];
  for (const options of ways) {
    const result = attempt(highs, programme, options);
    if (result !== undefined) return result;
  }
  throw new Error("HiGHS settled neither on a solution nor on infeasibility");
}

function attempt(highs: Highs, programme: LinearProgramme, options: Options): LpResult | undefined {
  const { modelStatus } = highs.constants;
  const model = highs.createModel(modelOf(highs, programme));
  try {
    model.options.set("output_flag", false);
    for (const [name, value] of Object.entries(options)) model.options.set(name, value);
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.optimal)
      return { status: "optimal", value: model.getObjectiveValue(), variables: [...model.getSolution().colValue] };
    if (status === modelStatus.infeasible) return { status: "infeasible" };
    if (status === modelStatus.unbounded) return { status: "unbounded" };
    return status === modelStatus.unboundedOrInfeasible ? feasibleAtAll(highs, programme) : undefined;
  } finally {
    model.dispose();
  }
}

/** Tells unbounded from infeasible: without an objective only infeasibility is left. */
function feasibleAtAll(highs: Highs, programme: LinearProgramme): LpResult {
  const flat = solveWith(highs, { ...programme, objective: programme.objective.map(() => 0) });
  return flat.status === "optimal" ? { status: "unbounded" } : flat;
}

function modelOf(highs: Highs, programme: LinearProgramme): Parameters<Highs["createModel"]>[0] {
  const { objective, constraints, upper, whole, sense } = programme;
  const columns = objective.length;
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols: columns,
    numRows: constraints.length,
    sense: sense === "minimise" ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: Float64Array.from(objective),
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from({ length: columns }, (_, i) => upper?.[i] ?? Infinity),
    rowLower: Float64Array.from(constraints, ({ low }) => low),
    rowUpper: Float64Array.from(constraints, ({ high }) => high),
    matrix: { format: "csr", numRows: constraints.length, numCols: columns, ...sparseRows(constraints) },
    ...(whole ? { integrality: objective.map(() => variableType.integer) } : {}),
  };
}
