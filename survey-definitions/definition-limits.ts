import type { DefinitionChange } from "./definition-change.ts";
import { isJson, listOf, type Json } from "./definition-tree.ts";

interface Limit {
  readonly side: "lower" | "upper" | "step" | "pattern";
  readonly value: number | string;
}

const SIDES: Readonly<Record<string, Limit["side"]>> = {
  min: "lower",
  minLength: "lower",
  minSelectedChoices: "lower",
  max: "upper",
  maxLength: "upper",
  maxSelectedChoices: "upper",
  step: "step",
};

/**
 * Limits of a question, column or item in two versions. A wider one takes every answer that the old one took; a narrower
 * one would have refused some of them.
 */
export function compareLimits(old: Json, now: Json): readonly Omit<DefinitionChange, "path" | "variable">[] {
  const [before, after] = [limitsOf(old), limitsOf(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name): readonly Omit<DefinitionChange, "path" | "variable">[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was?.value === is?.value) return [];
    const from = was === undefined ? "ingen gräns" : String(was.value);
    const to = is === undefined ? "ingen gräns" : String(is.value);
    return isWider(was, is)
      ? [{ class: "compatible", message: `Gränsen ”${name}” är vidare: ${from} har blivit ${to}.` }]
      : [{ class: "meaning", message: `Gränsen ”${name}” stänger ute svar som gick förut: ${from} har blivit ${to}.` }];
  });
}

function isWider(was: Limit | undefined, is: Limit | undefined): boolean {
  if (is === undefined) return true;
  if (was === undefined || typeof was.value !== "number" || typeof is.value !== "number") return false;
  if (was.side === "step") return Number.isInteger(was.value / is.value);
  return was.side === "lower" ? is.value <= was.value : is.value >= was.value;
}

/** Its own limits and those of its validators, by name. */
function limitsOf(element: Json): ReadonlyMap<string, Limit> {
  const limits = new Map<string, Limit>();
  for (const [key, side] of Object.entries(SIDES)) {
    const value = element[key];
    if (typeof value === "number" || typeof value === "string") limits.set(key, { side, value });
  }
  for (const validator of listOf(element["validators"]).filter(isJson)) {
    const type = String(validator["type"]);
    for (const [key, value] of Object.entries(validator)) {
      if (key === "type" || key === "text" || (typeof value !== "number" && typeof value !== "string")) continue;
      const side = typeof value !== "number" ? "pattern" : key.startsWith("min") ? "lower" : "upper";
      limits.set(`${type}.${key}`, { side, value });
    }
  }
  return limits;
}
