/** What differs between two versions of a questionnaire, and what each difference does to answers already given. */
import { compareQuestion } from "./compare-questions.ts";
import { compareTexts } from "./compare-texts.ts";
import type { DefinitionChange } from "./definition-change.ts";
import {
  isJson,
  listOf,
  questionsOf,
  takesAnswer,
  textOf,
  type Json,
  type QuestionElement,
} from "./definition-tree.ts";

const BY_WEIGHT = ["destructive", "meaning", "compatible", "cosmetic"] as const;

/**
 * Compares two SurveyJS definitions, as written or as fielded. The same thing is what has the same `vid` (`cid` for
 * choices and rows); where there is no id, the same name or code. Layout (pages, panels, order) has no meaning.
 *
 * @returns the changes, heaviest class first and in the order of the definition; empty when nothing differs
 * @throws {TypeError} when one of them is not an object
 */
export function compareDefinitions(before: unknown, after: unknown): readonly DefinitionChange[] {
  if (!isJson(before) || !isJson(after)) throw new TypeError("invalid definition; not an object");
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const pairs = pairsOf(old, now);
  const stayed = new Set(pairs.values());
  const changes = [
    ...compareTexts(before, after, ["title", "description"]).map((change) => ({ ...change, path: "", variable: "" })),
    ...containerChanges(before, after),
    ...old.flatMap((question): readonly DefinitionChange[] => {
      const same = pairs.get(question);
      return same === undefined ? removed(question) : compareQuestion(question, same);
    }),
    ...now.filter((question) => !stayed.has(question)).flatMap(added),
    ...moves(old, now, pairs),
  ];
  return BY_WEIGHT.flatMap((weight) => changes.filter((change) => change.class === weight));
}

function pairsOf(
  old: readonly QuestionElement[],
  now: readonly QuestionElement[],
): ReadonlyMap<QuestionElement, QuestionElement> {
  const pairs = new Map<QuestionElement, QuestionElement>();
  const free = new Set(now);
  const pair = (matches: (a: QuestionElement, b: QuestionElement) => boolean): void => {
    for (const question of old) {
      if (pairs.has(question)) continue;
      const same = [...free].find((candidate) => matches(question, candidate));
      if (same === undefined) continue;
      pairs.set(question, same);
      free.delete(same);
    }
  };
  pair((a, b) => idOf(a) !== undefined && idOf(a) === idOf(b));
  pair((a, b) => a.name !== "" && a.name === b.name);
  return pairs;
}

const idOf = ({ element }: QuestionElement): string | undefined => textOf(element["vid"]);

function removed(question: QuestionElement): readonly DefinitionChange[] {
  const { name, path } = question;
  if (!takesAnswer(question)) return [{ class: "cosmetic", path, variable: name, message: "Texten är borttagen." }];
  const message = `Frågan ”${name}” ställs inte längre. Svar som finns behålls, men jämförelsen slutar här.`;
  return [{ class: "destructive", path, variable: name, message }];
}

function added(question: QuestionElement): readonly DefinitionChange[] {
  const { name, path, element } = question;
  if (!takesAnswer(question)) return [{ class: "cosmetic", path, variable: name, message: "En text är tillagd." }];
  return element["isRequired"] === true
    ? [{ class: "meaning", path, variable: name, message: `Frågan ”${name}” är ny och måste besvaras.` }]
    : [{ class: "compatible", path, variable: name, message: `Frågan ”${name}” är ny.` }];
}

interface Container {
  readonly key: string;
  readonly path: string;
  readonly element: Json;
}

/** Titles and descriptions of pages and panels. Which of them there are, and what they hold, has no meaning. */
function containerChanges(before: Json, after: Json): readonly DefinitionChange[] {
  const now = new Map(containersOf(after).map((container) => [container.key, container]));
  return containersOf(before).flatMap(({ key, element }) => {
    const same = now.get(key);
    if (same === undefined) return [];
    return compareTexts(element, same.element, ["title", "description"]).map((change) => ({
      ...change,
      path: same.path,
      variable: "",
    }));
  });
}

function containersOf(definition: Json): readonly Container[] {
  const visit = (elements: unknown, at: string): readonly Container[] =>
    listOf(elements).flatMap((element, i) => {
      if (!isJson(element) || !("elements" in element || element["type"] === "panel")) return [];
      const path = `${at}[${i}]`;
      const key = textOf(element["vid"]) ?? textOf(element["name"]) ?? path;
      return [{ key, path, element }, ...visit(element["elements"], `${path}.elements`)];
    });
  return visit(definition["pages"], "pages");
}

/** The fewest questions whose move explains the new order: those outside a longest run that kept its order. */
function moves(
  old: readonly QuestionElement[],
  now: readonly QuestionElement[],
  pairs: ReadonlyMap<QuestionElement, QuestionElement>,
): readonly DefinitionChange[] {
  const place = new Map(now.map((question, i) => [question, i]));
  const order = old.flatMap((question) => pairs.get(question) ?? []).map((question) => place.get(question) ?? 0);
  const kept = longestRising(order);
  return order
    .filter((i) => !kept.has(i))
    .flatMap((i) => now[i] ?? [])
    .map(({ name, path }) => ({ class: "cosmetic", path, variable: name, message: `Frågan ”${name}” har flyttats.` }));
}

function longestRising(values: readonly number[]): ReadonlySet<number> {
  let best: readonly number[] = [];
  const ending: (readonly number[])[] = [];
  for (const [i, value] of values.entries()) {
    let longest: readonly number[] = [];
    for (let j = 0; j < i; j++) {
      const run = ending[j] ?? [];
      if ((values[j] ?? Infinity) < value && run.length > longest.length) longest = run;
    }
    const run = [...longest, value];
    ending.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
}
