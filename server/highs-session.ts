/** Constraints that HiGHS keeps between questions, so that each begins from the basis of the one before. */
import type loadHighs from "highs";
import type { LinearConstraint, LinearSystem, LpSession, SessionResult } from "../reports/stats/lp.ts";

export type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs["createModel"]>;

/** Rows of constraints as the sparse arrays that HiGHS reads. */
export function sparseRows(constraints: readonly LinearConstraint[]) {
  const starts = new Int32Array(constraints.length + 1);
  const nonZero = constraints.reduce((sum, { terms }) => sum + terms.length, 0);
  const indices = new Int32Array(nonZero);
  const values = new Float64Array(nonZero);
  let filled = 0;
  for (const [row, { terms }] of constraints.entries()) {
    for (const [variable, coefficient] of terms) {
      indices[filled] = variable;
      values[filled++] = coefficient;
    }
    starts[row + 1] = filled;
  }
  return { starts, indices, values };
}

/** `failed` makes what is thrown, and does what the module needs, when HiGHS stops without an answer. */
export function openSession(highs: Highs, system: LinearSystem, failed: (cause: unknown) => Error): LpSession {
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw failed(error);
    }
  };
  const model = guarded(() => highs.createModel(modelOf(highs, system)));
  const whole = system.whole?.includes(true) ?? false;
  guarded(() => {
    model.options.set("output_flag", false);
    if (whole) {
      model.options.set("mip_rel_gap", 0);
      model.options.set("mip_abs_gap", 1e-6);
    }
    // Presolve would forget the basis, which is what a session is for. After a change of the objective the last point is
    // still feasible: the primal method goes on from it ten times as fast as the dual one.
    else {
      model.options.set("presolve", "off");
      model.options.set("simplex_strategy", 4);
    }
  });
  return {
    setCost: (variable, coefficient) => void guarded(() => model.changeColCost(variable, coefficient)),
    setBounds: (variable, low, high) => void guarded(() => model.changeColBounds(variable, low, high)),
    addConstraint: ({ terms, low, high }) =>
      void guarded(() =>
        model.addRow(low, high, {
          indices: terms.map(([variable]) => variable),
          values: terms.map(([, coefficient]) => coefficient),
        }),
      ),
    optimise: (sense, limits) =>
      guarded(() => {
        const { minimize, maximize } = highs.constants.objectiveSense;
        model.changeObjectiveSense(sense === "minimise" ? minimize : maximize);
        if (whole) model.options.set("mip_max_nodes", limits?.nodes ?? 2_147_483_647);
        return optimise(highs, model, whole);
      }),
    close: () => model.dispose(),
  };
}

function optimise(highs: Highs, model: Model, whole: boolean): SessionResult {
  const { modelStatus } = highs.constants;
  model.run();
  let status = model.getModelStatus();
  if (
    !whole &&
    status !== modelStatus.optimal &&
    status !== modelStatus.infeasible &&
    status !== modelStatus.unbounded
  ) {
    // What a warm start leaves unsettled is asked again from the beginning.
    model.clearSolver();
    model.run();
    status = model.getModelStatus();
  }
  if (status === modelStatus.optimal) {
    const { colValue, rowDual } = model.getSolution();
    return { status: "optimal", value: model.getObjectiveValue(), variables: colValue, duals: rowDual };
  }
  if (status === modelStatus.infeasible) return { status: "infeasible" };
  if (status === modelStatus.unbounded) return { status: "unbounded" };
  if (whole && (status === modelStatus.solutionLimit || status === modelStatus.iterationLimit)) {
    const bound = Number(model.info.get("mip_dual_bound"));
    const found = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
    return { status: "limit", bound, ...(found ? { variables: model.getSolution().colValue } : {}) };
  }
  throw new Error(`HiGHS ended with status ${status}`);
}

function modelOf(highs: Highs, { low, high, constraints, whole }: LinearSystem): Parameters<Highs["createModel"]>[0] {
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols: low.length,
    numRows: constraints.length,
    sense: objectiveSense.minimize,
    colCost: new Float64Array(low.length),
    colLower: Float64Array.from(low),
    colUpper: Float64Array.from(high),
    rowLower: Float64Array.from(constraints, (constraint) => constraint.low),
    rowUpper: Float64Array.from(constraints, (constraint) => constraint.high),
    matrix: { format: "csr", numRows: constraints.length, numCols: low.length, ...sparseRows(constraints) },
    ...(whole?.includes(true)
      ? { integrality: whole.map((is) => (is ? variableType.integer : variableType.continuous)) }
      : {}),
  };
}
