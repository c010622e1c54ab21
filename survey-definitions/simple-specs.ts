/** The specifications that every questionnaire has many of. */
import { DEGREES_OR_UNKNOWN } from "./option-sets.ts";

/** A free text; `maxLength` in characters. */
export const text = (name: string, label: string, answers: readonly string[], maxLength = 500) =>
  ({ kind: "text", path: [name], label, answers, maxLength }) as const;

/** A degree 1–5 or "vet ej". */
export const degree = (path: readonly string[], label: string, answers: readonly string[]) =>
  ({ kind: "single", ordered: true, path, label, answers, categories: DEGREES_OR_UNKNOWN }) as const;

/** Whole days; a year has 366 at most, and nothing here lasts longer than ten years. */
export const days = (path: readonly string[], label: string, answers: readonly string[], min: number) =>
  ({ kind: "number", path, label, answers, unit: "dagar", whole: true, min, max: 3660 }) as const;
