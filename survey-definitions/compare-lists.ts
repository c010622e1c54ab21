/** Choices and rows of two versions: a choice is a code of the variable, a row is a variable of its own. */
import { compareTexts, isSameLabel } from "./compare-texts.ts";
import type { DefinitionChange } from "./definition-change.ts";
import { compareLimits } from "./definition-limits.ts";
import { isJson, listOf, textOf, type Json, type QuestionElement } from "./definition-tree.ts";

interface Entry {
  readonly code: string;
  readonly id: string | undefined;
  readonly label: unknown;
  readonly condition: string;
  readonly path: string;
  readonly element: Json;
}

type Said = Omit<DefinitionChange, "path" | "variable">;

interface Sides {
  readonly before: QuestionElement;
  readonly after: QuestionElement;
}

/** Codes: choices, degrees of a rating, and the columns of a matrix with one choice a row. */
export function compareCodes(before: QuestionElement, after: QuestionElement): readonly DefinitionChange[] {
  const lists = ["choices", "rateValues", ...(after.type === "matrix" ? ["columns"] : [])];
  return lists.flatMap((list) =>
    compareEntries(list, { before, after }, () => after.name, {
      added: (entry) => ({ class: "compatible", message: `Valet ”${sayLabel(entry)}” är nytt.` }),
      removed: (entry) => ({
        class: "meaning",
        message: `Valet ”${sayLabel(entry)}” finns inte längre: den som hade valt det måste svara något annat.`,
      }),
      recoded: (was, is) => ({
        class: "meaning",
        message: `Valet ”${sayLabel(is)}” hade koden ${was.code} och har ${is.code}.`,
      }),
    }),
  );
}

/** Rows of a matrix and items of a list of fields. */
export function compareRows(before: QuestionElement, after: QuestionElement): readonly DefinitionChange[] {
  return ["rows", "items"].flatMap((list) =>
    compareEntries(list, { before, after }, ({ code }) => `${after.name}.${code}`, {
      added: (entry) => ({ class: "compatible", message: `Raden ”${sayLabel(entry)}” är ny.` }),
      removed: (entry) => ({
        class: "destructive",
        message: `Raden ”${sayLabel(entry)}” frågas det inte längre efter. Svar som finns behålls.`,
      }),
      recoded: (was, is) => ({
        class: "meaning",
        message: `Raden ”${sayLabel(is)}” hade koden ${was.code} och har ${is.code}: svaren hamnar i en annan kolumn.`,
      }),
    }),
  );
}

interface Words {
  readonly added: (entry: Entry) => Said;
  readonly removed: (entry: Entry) => Said;
  readonly recoded: (was: Entry, is: Entry) => Said;
}

function compareEntries(
  list: string,
  { before, after }: Sides,
  variableOf: (entry: Entry) => string,
  words: Words,
): readonly DefinitionChange[] {
  const [old, now] = [entriesOf(before, list), entriesOf(after, list)];
  const sameAs = (entry: Entry, among: readonly Entry[]) =>
    among.find(({ id }) => id !== undefined && id === entry.id) ?? among.find(({ code }) => code === entry.code);
  const at = (entry: Entry, change: Said): DefinitionChange => ({
    ...change,
    path: entry.path,
    variable: variableOf(entry),
  });
  const kept = old.flatMap((entry) => {
    const same = sameAs(entry, now);
    return same === undefined ? [] : [{ was: entry, is: same }];
  });
  const reordered = kept.some(({ is }, i) => i > 0 && now.indexOf(is) < now.indexOf(kept[i - 1]?.is ?? is));
  return [
    ...old.filter((entry) => sameAs(entry, now) === undefined).map((entry) => at(entry, words.removed(entry))),
    ...kept.flatMap(({ was, is }) => changesOf(was, is, words).map((change) => at(is, change))),
    ...now.filter((entry) => sameAs(entry, old) === undefined).map((entry) => at(entry, words.added(entry))),
    ...(reordered
      ? [
          {
            class: "cosmetic" as const,
            path: `${after.path}.${list}`,
            variable: after.name,
            message: "Ordningen är en annan.",
          },
        ]
      : []),
  ];
}

function changesOf(was: Entry, is: Entry, { recoded }: Words): readonly Said[] {
  const [old, now] = [textOf(was.label), textOf(is.label)];
  const relabelled =
    old !== undefined && now !== undefined && old !== now && !isSameLabel(old, now)
      ? [{ class: "meaning" as const, message: `”${old}” har blivit ”${now}”: det säger något annat med samma kod.` }]
      : compareTexts({ text: was.label }, { text: is.label }, ["text"]);
  return [
    ...(was.code === is.code ? [] : [recoded(was, is)]),
    ...relabelled,
    ...compareLimits(was.element, is.element),
    ...(was.condition === is.condition
      ? []
      : [{ class: "meaning" as const, message: `”${sayLabel(is)}” visas för andra än tidigare.` }]),
  ];
}

const sayLabel = ({ label, code }: Entry): string =>
  textOf(label) ?? (isJson(label) ? (textOf(label["sv"]) ?? textOf(label["default"])) : undefined) ?? code;

function entriesOf({ element, path }: QuestionElement, list: string): readonly Entry[] {
  return listOf(element[list]).map((entry, i) => {
    const at = `${path}.${list}[${i}]`;
    if (!isJson(entry))
      return { code: String(entry), id: undefined, label: String(entry), condition: "", path: at, element: {} };
    const code = String(entry["value"] ?? entry["name"]);
    return {
      code,
      id: textOf(entry["cid"]) ?? textOf(entry["vid"]),
      label: entry["text"] ?? entry["title"] ?? code,
      condition: textOf(entry["visibleIf"]) ?? "",
      path: at,
      element: entry,
    };
  });
}
