/** A definition beside its dictionary: every question has its variable and the other way round, with the same codes. */
import type { DefinitionIssue, IssueCode } from "./definition-issue.ts";
import {
  isJson,
  listOf,
  questionsOf,
  takesAnswer,
  textOf,
  type Json,
  type QuestionElement,
} from "./definition-tree.ts";
import type { CategorySpec, CodeSource, Dictionary, VariableSpec } from "./dictionary.ts";

/** Where one variable is asked: the element whose type and choices count. */
interface Asked {
  readonly element: Json;
  readonly kind: VariableSpec["kind"] | "other";
  readonly path: string;
  /** The list of rows and where it comes from, where the question has rows. */
  readonly rows: { readonly from: unknown; readonly codes: readonly string[] } | undefined;
  readonly choices: { readonly from: unknown; readonly codes: readonly string[] };
}

export function checkDictionary(definition: Json, dictionary: Dictionary): readonly DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const asked = new Map<string, Asked>();
  for (const question of questionsOf(definition).filter(takesAnswer)) {
    for (const [place, found] of askedBy(question)) asked.set(place, found);
  }
  const places = new Set(Object.values(dictionary).map(({ path }) => path.join(".")));
  for (const [place, { path }] of asked) {
    if (!places.has(place))
      issues.push({
        path,
        code: "not-in-dictionary",
        message: `Frågan ”${place}” har ingen variabel i ordlistan. Lägg till den, annars går svaret inte att läsa.`,
      });
  }
  for (const [name, spec] of Object.entries(dictionary)) {
    const found = asked.get(spec.path.join("."));
    if (found) issues.push(...compare(name, spec, found));
    else
      issues.push({
        path: name,
        code: "not-in-definition",
        message: `Variabeln ”${name}” har ingen fråga på platsen ”${spec.path.join(".")}” i formuläret.`,
      });
  }
  return issues;
}

const codesOf = (list: unknown): readonly string[] =>
  listOf(list).map((entry) => {
    const code = isJson(entry) ? (entry["value"] ?? entry["name"]) : entry;
    return typeof code === "string" || typeof code === "number" ? String(code) : "";
  });

const choicesOf = (element: Json, key: string, source: string): Asked["choices"] => ({
  from: element[source],
  codes: codesOf(element[key]),
});

/** The variables that one question asks for, by path with `*` for the row. */
function askedBy({ name, type, element, path }: QuestionElement): readonly (readonly [string, Asked])[] {
  const rows = choicesOf(element, "rows", "rowsFrom");
  const choices = choicesOf(element, "choices", "choicesFrom");
  switch (type) {
    case "matrix":
      return [
        [`${name}.*`, { element, kind: "single", path, rows, choices: choicesOf(element, "columns", "columnsFrom") }],
      ];
    case "matrixdropdown":
      return listOf(element["columns"]).flatMap((column, i) => {
        if (!isJson(column) || typeof column["name"] !== "string") return [];
        const kind = kindOf(textOf(column["cellType"]) ?? "dropdown", column);
        const asked = { element: column, kind, path: `${path}.columns[${i}]`, rows };
        return [[`${name}.*.${column["name"]}`, { ...asked, choices: choicesOf(column, "choices", "choicesFrom") }]];
      });
    case "multipletext": {
      const items = choicesOf(element, "items", "itemsFrom");
      const first = element["itemTemplate"] ?? listOf(element["items"])[0];
      const item = isJson(first) ? first : {};
      return [[`${name}.*`, { element: item, kind: kindOf("text", item), path, rows: items, choices }]];
    }
    default:
      return [[name, { element, kind: kindOf(type, element), path, rows: undefined, choices }]];
  }
}

function kindOf(type: string, element: Json): Asked["kind"] {
  if (type === "text") {
    const input = element["inputType"];
    return input === "number" || input === "range" ? "number" : input === "date" ? "date" : "text";
  }
  const kinds: Readonly<Record<string, VariableSpec["kind"]>> = {
    comment: "text",
    radiogroup: "single",
    dropdown: "single",
    rating: "single",
    buttongroup: "single",
    checkbox: "multiple",
    tagbox: "multiple",
    ranking: "ranking",
  };
  return Object.hasOwn(kinds, type) ? (kinds[type] ?? "other") : "other";
}

function compare(name: string, spec: VariableSpec, asked: Asked): readonly DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const differ = (code: IssueCode, what: string): void => {
    issues.push({ path: asked.path, code, message: `Frågan ”${name}” och ordlistan stämmer inte: ${what}.` });
  };
  if (asked.kind !== spec.kind) {
    differ("other-type", `frågan är ${asked.kind}, variabeln är ${spec.kind}`);
    return issues;
  }
  if (spec.over !== undefined && asked.rows) {
    const rows = differenceOf(spec.over, undefined, asked.rows);
    if (rows !== undefined) differ("other-rows", rows);
  }
  if (spec.kind === "single" || spec.kind === "multiple" || spec.kind === "ranking") {
    const codes = differenceOf(spec.categories, spec.kind === "ranking" ? undefined : spec.also, asked.choices);
    if (codes !== undefined) differ("other-codes", codes);
  }
  const limits = limitsThatDiffer(spec, asked.element);
  if (limits !== undefined) differ("other-limits", limits);
  return issues;
}

type Listed = readonly CategorySpec[] | CodeSource | NonNullable<VariableSpec["over"]>;

function differenceOf(
  listed: Listed,
  also: readonly CategorySpec[] | undefined,
  asked: { readonly from: unknown; readonly codes: readonly string[] },
): string | undefined {
  const from = typeof listed === "string" ? listed : undefined;
  const isWrittenOut = from !== undefined && asked.from === undefined && asked.codes.length > 0;
  if (from !== asked.from)
    return `listan är ”${textOf(asked.from) ?? (isWrittenOut ? "utskriven" : "tom")}” i frågan och ”${from ?? "utskriven"}” i ordlistan`;
  const wanted = [...(typeof listed === "string" ? [] : listed), ...(also ?? [])].map(({ code }) => code);
  const missing = wanted.filter((code) => !asked.codes.includes(code));
  const extra = asked.codes.filter((code) => !wanted.includes(code));
  if (missing.length > 0) return `koderna ${missing.join(", ")} saknas i frågan`;
  return extra.length > 0 ? `koderna ${extra.join(", ")} saknas i ordlistan` : undefined;
}

/** Limits are compared where the question states them; an item of a multiple text states them in a validator. */
function limitsThatDiffer(spec: VariableSpec, element: Json): string | undefined {
  const numeric = listOf(element["validators"]).find((entry) => isJson(entry) && entry["type"] === "numeric");
  const { minValue, maxValue } = isJson(numeric) ? numeric : {};
  const stated = {
    min: element["min"] ?? minValue,
    max: element["max"] ?? maxValue,
    maxLength: element["maxLength"],
    places: element["maxSelectedChoices"],
  };
  const wanted: Readonly<Record<string, unknown>> = { ...spec };
  for (const [limit, value] of Object.entries(stated)) {
    if (value !== undefined && wanted[limit] !== undefined && value !== wanted[limit])
      return `${limit} är ${JSON.stringify(value)} i frågan och ${JSON.stringify(wanted[limit])} i ordlistan`;
  }
  return undefined;
}
