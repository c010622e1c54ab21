/** Checking what came in against a schema, and saying in Swedish what is wrong with it. */
import type { z } from "zod";
import { type HttpProblem, problem } from "../problems.ts";

/**
 * @returns the value as the schema gives it
 * @throws {HttpProblem} invalid-input naming the first field that is wrong, or what `otherwise` gives for its path
 */
export function checkInput(
  schema: z.ZodType | undefined,
  value: unknown,
  otherwise?: (path: readonly PropertyKey[]) => HttpProblem | undefined,
): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  throw otherwise?.(path) ?? problem("invalid-input", { field: path.map(String).join("."), why: sayIssue(issue) });
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "en text",
  number: "ett tal",
  int: "ett heltal",
  boolean: "true eller false",
  array: "en lista",
  object: "ett objekt",
  record: "ett objekt",
};

function sayIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_type") return `det ska vara ${TYPE_NAMES[issue.expected] ?? issue.expected}.`;
  if (issue?.code === "too_small") return `det är för litet eller för kort; minst ${issue.minimum}.`;
  if (issue?.code === "too_big") return `det är för stort eller för långt; högst ${issue.maximum}.`;
  if (issue?.code === "invalid_value") return `det ska vara något av ${issue.values.map(String).join(", ")}.`;
  if (issue?.code === "unrecognized_keys") return `det finns inget som heter ${issue.keys.join(", ")}.`;
  return "det har fel form.";
}
