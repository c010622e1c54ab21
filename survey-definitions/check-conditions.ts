/** Conditions of a definition: whether they can be read here, and whether the names in them exist. */
import { compileCondition } from "./conditions.ts";
import type { DefinitionIssue } from "./definition-issue.ts";
import { nearestName } from "./definition-issue.ts";
import { isJson, listOf, questionsOf, type Json } from "./definition-tree.ts";

const CONDITIONS: ReadonlySet<string> = new Set([
  "visibleIf",
  "enableIf",
  "requiredIf",
  "rowsVisibleIf",
  "columnsVisibleIf",
  "choicesVisibleIf",
  "choicesEnableIf",
  "condition",
  "expression",
]);

/** What the page sets beside the answers. */
const PAGE_VALUES = ["party_id", "party_name", "municipality_name"];

/** In templates `{code}` stands for the code of the row at hand. */
const CODE_OF_TEMPLATE = /\{code\}/g;

export function checkConditions(definition: Json): readonly DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const names = new Set([...questionsOf(definition).map(({ name }) => name), ...PAGE_VALUES]);
  visit(definition, "", [], (text, path, columns) => {
    const condition = compileCondition(text.replace(CODE_OF_TEMPLATE, "code"));
    if ("refused" in condition) {
      issues.push({ path, code: "bad-condition", message: `Villkoret går inte att använda. ${condition.refused}` });
      return;
    }
    for (const name of condition.names) {
      const issue = checkName(name, names, columns);
      if (issue !== undefined) issues.push({ path, code: "unknown-name", message: issue });
    }
  });
  return issues;
}

function checkName(name: string, names: ReadonlySet<string>, columns: readonly string[]): string | undefined {
  const [first = "", second = ""] = name.split(".");
  if (name === "item" || names.has(name) || names.has(first)) return undefined;
  if (first === "row" && columns.includes(second)) return undefined;
  const wanted = first === "row" ? second : first;
  const nearest = nearestName(wanted, first === "row" ? columns : names);
  const hint = nearest === undefined ? "Rätta namnet eller lägg till frågan." : `Menas ”${nearest}”?`;
  return `Villkoret gäller ”${name}”, som inte finns. ${hint}`;
}

type Visit = (text: string, path: string, columns: readonly string[]) => void;

function visit(value: unknown, path: string, columns: readonly string[], found: Visit): void {
  if (Array.isArray(value)) {
    for (const [i, entry] of (value as unknown[]).entries()) visit(entry, `${path}[${i}]`, columns, found);
    return;
  }
  if (!isJson(value)) return;
  const own = listOf(value["columns"]).flatMap((column) =>
    isJson(column) && typeof column["name"] === "string" ? [column["name"]] : [],
  );
  for (const [key, inner] of Object.entries(value)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof inner !== "string") visit(inner, at, own.length > 0 ? own : columns, found);
    else if (CONDITIONS.has(key) && inner !== "") found(inner, at, columns);
  }
}
