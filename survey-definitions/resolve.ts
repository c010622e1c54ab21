/**
 * From a released definition to the one that is fielded for a study and municipality.
 *
 * The lists of the study take the place of `rowsFrom`, `choicesFrom` and `itemsFrom` (with `rowTemplate` and
 * `itemTemplate` copied into every entry, `{code}` filled in) and come before what is written there; `visibleIfAny`
 * becomes a `visibleIf` with the condition for every code of a list; a question with fewer entries than `hideBelow` is
 * not shown; a page with `repeatFor: "stages"` is made for every stage of the study's cases; the words of the study
 * replace `{study.…}`, and on such pages those of the case and stage `{case.…}` and `{stage.…}`.
 *
 * The same input gives the same bytes. Every party of the municipality is a row; a party is not asked about itself by a
 * condition on `{party_id}`, and `withoutParty` takes away what has no condition.
 */
import type { Category } from "./codes.ts";
import { pagesForStages } from "./repeat-stages.ts";
import { categoriesFrom, isStudyList, type StudyList } from "./study-lists.ts";
import type { Place } from "./study.ts";
import { swedishPeriod } from "./swedish-date.ts";

type Json = Record<string, unknown>;

/** What of a list stands in the ids that are made for its choices; they are the same in every study. */
const ID_PREFIX: Record<StudyList, string> = {
  sex_age: "sex_age",
  interventions: "iv",
  easy_interventions: "iv",
  domains: "domain",
  parties: "party",
  municipalities: "municipality",
  party_kinds: "kind",
  owners: "owner",
  profile: "profile",
  cases: "case",
  stages: "stage",
};

/**
 * @returns a new object; `released` is left as it was
 * @throws {RangeError} for a placeholder that names no list or no word of the study
 */
export function resolveDefinition(released: object, place: Place): Record<string, unknown> {
  const everyParty: Place = { ...place, party: undefined };
  return resolveObject(released as Json, everyParty, wordsOf(everyParty));
}

/** The definition without the rows and items about one party: what that party itself is shown. */
export function withoutParty(definition: object, party: string): Record<string, unknown> {
  const own = `party:${party}`;
  const isOwn = (entry: unknown): boolean => isJson(entry) && entry["cid"] === own;
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((entry) => !isOwn(entry)).map(strip);
    if (!isJson(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]));
  };
  return strip(definition) as Json;
}

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function wordsOf({ study, municipality, municipalityNames }: Place): ReadonlyMap<string, string> {
  const { target_group: group, reference_period: period } = study;
  return new Map([
    ["study.id", study.id],
    ["study.title", study.title],
    ["study.age_min", String(group.age_min)],
    ["study.age_max", String(group.age_max)],
    ["study.target_group", group.description],
    ["study.period", swedishPeriod(period.from, period.to)],
    ["study.period_from", period.from],
    ["study.period_to", period.to],
    ["study.municipality", municipality === undefined ? "" : (municipalityNames.get(municipality) ?? municipality)],
  ]);
}

function resolveValue(value: unknown, key: string, place: Place, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return fillWords(value, key === "html", words);
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => resolveEntry(entry, key, place, words));
  return isJson(value) ? resolveObject(value, place, words) : value;
}

function resolveEntry(entry: unknown, key: string, place: Place, words: ReadonlyMap<string, string>): unknown[] {
  if (!isJson(entry) || entry["repeatFor"] === undefined) return [resolveValue(entry, key, place, words)];
  return pagesForStages(entry, place.study).map(({ page, words: ofStage }) =>
    resolveObject(page, place, new Map([...words, ...ofStage])),
  );
}

function fillWords(text: string, isHtml: boolean, words: ReadonlyMap<string, string>): string {
  return text.replace(/\{((?:study|case|stage)\.[^}]*)\}/g, (_, name: string) => {
    const word = words.get(name.trim());
    if (word === undefined) throw new RangeError(`invalid placeholder; there is no such word here: ${name}`);
    return isHtml ? paragraphsOf(word) : word;
  });
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Inside a paragraph: a blank line begins the next one, a line break stays. */
const paragraphsOf = (text: string): string =>
  escapeHtml(text)
    .replaceAll(/\n\s*\n/g, "</p><p>")
    .replaceAll("\n", "<br>");

/** Properties of a definition as written that SurveyJS does not know: a fielded definition has none of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "rowsFrom",
  "choicesFrom",
  "itemsFrom",
  "rowTemplate",
  "itemTemplate",
  "visibleIfAny",
  "hideBelow",
  "repeatFor",
  "onlyFirst",
]);

function resolveObject(element: Json, place: Place, words: ReadonlyMap<string, string>): Json {
  const resolved: Json = {};
  for (const [key, value] of Object.entries(element)) {
    if (!PLACEHOLDERS.has(key)) resolved[key] = resolveValue(value, key, place, words);
  }
  for (const [key, source] of [
    ["rows", "rowsFrom"],
    ["choices", "choicesFrom"],
    ["items", "itemsFrom"],
  ] as const) {
    if (element[source] === undefined) continue;
    const list = element[source];
    if (!isStudyList(list)) throw new RangeError(`invalid ${source}; not a list of the study: ${JSON.stringify(list)}`);
    const written = Array.isArray(resolved[key]) ? (resolved[key] as unknown[]) : [];
    const entries = [...entriesFrom(list, key, element, place, words), ...written];
    resolved[key] = entries;
    // `hideBelow: 2`: with a single choice there is nothing to choose.
    if (typeof element["hideBelow"] === "number" && entries.length < element["hideBelow"]) resolved["visible"] = false;
  }
  return { ...resolved, ...visibleWhereAny(element["visibleIfAny"], resolved["visibleIf"], place) };
}

/**
 * `visibleIfAny: {of, condition}`: the question is visible where the condition holds for any `{code}` of the list.
 *
 * SurveyJS has no such condition, and its `hideIfRowsEmpty` looks at rows before their own conditions.
 */
function visibleWhereAny(any: unknown, also: unknown, place: Place): Json {
  if (any === undefined) return {};
  const { of: list, condition } = isJson(any) ? any : {};
  if (!isStudyList(list) || typeof condition !== "string")
    throw new RangeError(`invalid visibleIfAny; not {of: list, condition}: ${JSON.stringify(any)}`);
  const conditions = categoriesFrom(list, place).map(({ code }) => condition.replaceAll("{code}", code));
  if (conditions.length === 0) return { visible: false };
  const joined = conditions.join(" or ");
  return { visibleIf: typeof also === "string" ? `(${also}) and (${joined})` : joined };
}

function entriesFrom(
  list: StudyList,
  key: "rows" | "choices" | "items",
  element: Json,
  place: Place,
  words: ReadonlyMap<string, string>,
): readonly Json[] {
  const template = key === "choices" ? undefined : element[key === "rows" ? "rowTemplate" : "itemTemplate"];
  return categoriesFrom(list, place).map((category) => {
    const cid = `${ID_PREFIX[list]}:${category.code}`;
    const filled = isJson(template) ? fillCode(template, category, place, words) : {};
    const aboutParty = list === "parties" && key === "rows" ? { visibleIf: notOwnParty(category.code, filled) } : {};
    if (key !== "items") return { value: category.code, text: category.label, cid, ...filled, ...aboutParty };
    const vid = typeof element["vid"] === "string" ? { vid: `${element["vid"]}/${cid}` } : {};
    return { name: category.code, title: category.label, cid, ...vid, ...filled };
  });
}

function fillCode(template: Json, { code }: Category, place: Place, words: ReadonlyMap<string, string>): Json {
  const fill = (value: unknown): unknown => (typeof value === "string" ? value.replaceAll("{code}", code) : value);
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, fill(resolveValue(value, key, place, words))]),
  );
}

function notOwnParty(code: string, filled: Json): string {
  const condition = `{party_id} <> '${code}'`;
  const also = filled["visibleIf"];
  return typeof also === "string" ? `(${also}) and ${condition}` : condition;
}
