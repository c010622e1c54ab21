import { CalcInputError } from "./calc/input.ts";
import { methods, type CalcContext } from "./calc/methods.ts";

export { CalcInputError } from "./calc/input.ts";
export type { CalcContext } from "./calc/methods.ts";

/** The methods that `calculate` knows, in alphabetical order. */
export const calcMethods: readonly string[] = Object.keys(methods).sort();

/**
 * Runs one method on its own, so that an outside methodologist can check it (contract: calc).
 *
 * @param method one of `calcMethods`
 * @param input parsed JSON; each method checks its own fields, and an unknown field is wrong input
 * @returns what the contract says for the method, ready for JSON (an unbounded end is "∞", in `turnbull` null as in its
 *   input); `{refused: "why"}` in Swedish where the method has no answer for a correct input
 * @throws {CalcInputError} for an unknown method or wrong input
 * @throws {Error} when the solver stops without an answer
 *
 * @example
 * calculate("wilson", { successes: 81, n: 263 }, { solver }); // { share: 0.308, low: 0.2553, high: 0.3662 }
 */
export function calculate(method: string, input: unknown, context: CalcContext): unknown {
  const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (run === undefined)
    throw new CalcInputError("unknown-method", `Okänd metod ”${method}”. Metoderna är ${calcMethods.join(", ")}.`);
  return run(input, context);
}
