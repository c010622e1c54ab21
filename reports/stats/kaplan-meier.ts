import { Z95 } from "./wilson.ts";

export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share without event after this time. */
  readonly survival: number;
  /** 95 % by Greenwood on the log scale; undefined where survival is 0. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface SurvivalCurve {
  /** One step for each time with an event, in order. */
  readonly steps: readonly SurvivalStep[];
  /** The smallest time with survival ≤ 0.5, with its 95 % bounds; Infinity where it is not reached. */
  readonly median: { readonly value: number; readonly low: number; readonly high: number };
}

/**
 * The Kaplan–Meier estimate of the share still waiting, from exact and right-censored times.
 *
 * Somebody censored at a time counts as at risk for the events of that time. The bounds of the median are where the
 * bounds of the curve cross one half (Brookmeyer & Crowley).
 *
 * @param times one number a person, ≥ 0
 * @param events true where the event was seen at that time, false where the person was censored
 * @returns no steps and an infinite median where no event was seen
 * @throws {RangeError} when the lists differ in length or a time is negative or not finite
 * @see Kaplan & Meier (1958); R: survival::survfit(Surv(times, events) ~ 1, conf.type = "log")
 *
 * @example
 * kaplanMeier([1, 2, 3], [true, true, false]).median.value; // 2
 */
export function kaplanMeier(times: readonly number[], events: readonly boolean[]): SurvivalCurve {
  if (times.length !== events.length) throw new RangeError(`invalid lists; ${times.length} and ${events.length}`);
  if (!times.every((time) => Number.isFinite(time) && time >= 0)) throw new RangeError("invalid time; not ≥ 0");
  const order = times.map((time, i) => ({ time, event: events[i] === true })).sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let start = 0; start < order.length;) {
    const time = order[start]?.time ?? 0;
    let end = start;
    while (order[end]?.time === time) end++;
    const atRisk = order.length - start;
    const count = order.slice(start, end).filter(({ event }) => event).length;
    start = end;
    if (count === 0) continue;
    survival = atRisk === count ? 0 : survival * (1 - count / atRisk);
    greenwood += count / (atRisk * (atRisk - count));
    const factor = Math.exp(Z95 * Math.sqrt(greenwood));
    const [low, high] = survival === 0 ? [undefined, undefined] : [survival / factor, Math.min(1, survival * factor)];
    steps.push({ time, atRisk, events: count, survival, low, high });
  }
  const half = 0.5 + 1e-12;
  const first = (reached: (step: SurvivalStep) => boolean) => steps.find(reached)?.time ?? Infinity;
  return {
    steps,
    median: {
      value: first((step) => step.survival <= half),
      low: first((step) => step.low !== undefined && step.low <= half),
      high: first((step) => step.high !== undefined && step.high <= half),
    },
  };
}
