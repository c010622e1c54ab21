/** A count and the questions that go with it: why there is no number, or a range with its source and precision. */
import { PRECISIONS, SOURCES } from "./codes.ts";
import type { NumberSpec, SingleSpec } from "./dictionary.ts";
import { INSTEAD, INSTEAD_REASONS } from "./instead.ts";

/** More than any party has in one municipality; a larger number is a slip of the keyboard. */
const MAX_COUNT = 1_000_000;

interface CountOptions {
  readonly label: string;
  readonly answers: readonly string[];
  /** Persons in the target group unless stated: then the unit, and not protected as a count of persons. */
  readonly unit?: string;
}

/** Names in the family of the count `N`: `n_known`, `n_known_instead`, `n_known_low`, … */
export type CountFamily<N extends string> = Readonly<
  Record<N | `${N}_low` | `${N}_high`, NumberSpec> &
    Record<`${N}_instead` | `${N}_source` | `${N}_precision`, SingleSpec>
>;

/** A whole number of persons that one question asks for. */
export const count = ({ label, answers, unit }: CountOptions & { readonly path: readonly string[] }) =>
  ({
    kind: "number",
    label,
    answers,
    unit: unit ?? "personer",
    whole: true,
    min: 0,
    max: MAX_COUNT,
    ...(unit === undefined ? { persons: true as const } : {}),
  }) as const;

/** Why the number, or any number of the grid `label`, cannot be given. */
export const insteadOf = (name: string, label: string, answers: readonly string[], range: boolean): SingleSpec => ({
  kind: "single",
  ordered: false,
  path: [name],
  label: `${label}: i stället för antal`,
  answers,
  categories: (range ? INSTEAD : INSTEAD_REASONS).map(({ code, label: text }) => ({ code, label: text })),
});

/** The count `name`, what may be answered instead of it, and its range with source and precision. */
export function countFamily<const N extends string>(name: N, options: CountOptions): CountFamily<N> {
  const { label, answers } = options;
  const number = (suffix: string, text: string): NumberSpec => {
    const path = [`${name}${suffix}`];
    return { ...count({ ...options, label: text, path }), path };
  };
  const family: Record<string, NumberSpec | SingleSpec> = {
    [name]: { ...number("", label), instead: `${name}_instead` },
    [`${name}_instead`]: insteadOf(`${name}_instead`, label, answers, true),
    [`${name}_low`]: number("_low", `${label}: lägst`),
    [`${name}_high`]: number("_high", `${label}: högst`),
    [`${name}_source`]: sourceOf(`${name}_source`, label, answers),
    [`${name}_precision`]: precisionOf(`${name}_precision`, label, answers),
  };
  return family as CountFamily<N>;
}

/** What the figure `label` rests on. */
export const sourceOf = (name: string, label: string, answers: readonly string[]): SingleSpec => ({
  kind: "single",
  ordered: false,
  path: [name],
  label: `${label}: källa`,
  answers,
  categories: SOURCES,
});

/** How sure the figure `label` is, most exact first. */
export const precisionOf = (name: string, label: string, answers: readonly string[]): SingleSpec => ({
  kind: "single",
  ordered: true,
  path: [name],
  label: `${label}: säkerhet`,
  answers,
  categories: PRECISIONS,
});
