/** One question of two versions, property by property. */
import { compareCodes, compareRows } from "./compare-lists.ts";
import { compareTexts } from "./compare-texts.ts";
import type { DefinitionChange } from "./definition-change.ts";
import { isJson, listOf, textOf, type Json, type QuestionElement } from "./definition-tree.ts";
import { compareLimits } from "./definition-limits.ts";

type Change = Omit<DefinitionChange, "path" | "variable">;

/** Types whose answers are of the same kind: they differ in looks alone. */
const KIND: Readonly<Record<string, string>> = {
  dropdown: "one of a list",
  radiogroup: "one of a list",
  buttongroup: "one of a list",
  checkbox: "several of a list",
  tagbox: "several of a list",
  comment: "text",
};

const TEXTS = ["title", "description", "placeholder", "html", "minRateDescription", "maxRateDescription"];
const CONDITIONS = ["enableIf", "visibleIfAny", "choicesVisibleIf", "rowsVisibleIf", "columnsVisibleIf", "hideBelow"];
/** Compared elsewhere here, or ids. */
const APART = new Set([
  ...TEXTS,
  ...CONDITIONS,
  ...["type", "cellType", "name", "vid", "valueName", "inputType", "visible", "visibleIf", "isRequired", "requiredIf"],
  ...["choices", "rateValues", "rows", "columns", "items", "validators", "min", "max", "maxLength", "minLength"],
  ...["minSelectedChoices", "maxSelectedChoices", "minValue", "maxValue", "step"],
]);
const LOOKS = new Set(
  (
    "minWidth maxWidth width colCount startWithNewLine searchEnabled alternateRows displayMode indent titleLocation " +
    "descriptionLocation errorLocation showNumber autoGrow cols allowClear renderAs state choicesOrder rowOrder showHeader " +
    "verticalAlign textUpdateMode inputSize itemTitleWidth rowTitleWidth columnMinWidth size searchMode " +
    "selectToRankAreasLayout selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText requiredErrorText " +
    "commentText rateType rateDescriptionLocation labelTrue labelFalse correctAnswer useDisplayValuesInDynamicTexts"
  ).split(" "),
);

/** What differs in a question that is the same in both. */
export function compareQuestion(before: QuestionElement, after: QuestionElement): readonly DefinitionChange[] {
  const { name, path } = after;
  const [old, now] = [before.element, after.element];
  const own: readonly Change[] = [
    ...identity(before, after),
    ...compareTexts(old, now, TEXTS),
    ...audience(before, after),
    ...duty(old, now),
    ...compareLimits(old, now),
    ...others(old, now),
  ];
  return [
    ...own.map((change) => ({ ...change, path, variable: name })),
    ...compareCodes(before, after),
    ...compareRows(before, after),
    ...compareColumns(before, after),
  ];
}

function identity(before: QuestionElement, after: QuestionElement): readonly Change[] {
  const [oldId, newId] = [textOf(before.element["vid"]), textOf(after.element["vid"])];
  const changes: Change[] = [];
  if (before.name !== after.name)
    changes.push({
      class: "meaning",
      message: `”${before.name}” heter nu ”${after.name}”: svaren hamnar i en annan kolumn.`,
    });
  if (oldId !== undefined && newId !== undefined && oldId !== newId)
    changes.push({ class: "meaning", message: `”${after.name}” har ett nytt vid: den räknas som en annan fråga.` });
  if (before.type !== after.type) {
    const same = kindOf(before) === kindOf(after);
    const message = `Frågans typ var ${before.type} och är ${after.type}${same ? "; svaren är av samma slag" : ""}.`;
    changes.push({ class: same ? "cosmetic" : "meaning", message });
  } else if (kindOf(before) !== kindOf(after)) {
    changes.push({
      class: "meaning",
      message: `Svaret var ${inputOf(before.element)} och är ${inputOf(after.element)}.`,
    });
  }
  return changes;
}

const inputOf = (element: Json): string => textOf(element["inputType"]) ?? "text";

const kindOf = ({ type, element }: QuestionElement): string => {
  if (type !== "text") return KIND[type] ?? type;
  const input = inputOf(element);
  return input === "text" ? "text" : `text ${input}`;
};

/** Who is asked. */
function audience(before: QuestionElement, after: QuestionElement): readonly Change[] {
  const said = (conditions: readonly string[]) =>
    conditions.map((text) => text.replace(/\s+/gu, " ").trim()).join(" and ");
  const [was, is] = [said(before.conditions), said(after.conditions)];
  const changes: Change[] = [];
  if (was !== is)
    changes.push({
      class: "meaning",
      message: `Frågan ställs nu ${is === "" ? "till alla" : `när ${is}`}, tidigare ${was === "" ? "till alla" : `när ${was}`}.`,
    });
  if (before.visible !== after.visible)
    changes.push({
      class: "meaning",
      message: after.visible ? "Frågan var dold och visas nu." : "Frågan är dold och ställs inte.",
    });
  for (const key of CONDITIONS) {
    if (JSON.stringify(before.element[key]) !== JSON.stringify(after.element[key]))
      changes.push({ class: "meaning", message: `Villkoret ”${key}” är ändrat: andra får frågan eller raden.` });
  }
  return changes;
}

function duty(old: Json, now: Json): readonly Change[] {
  const must = (element: Json) => element["isRequired"] === true || "requiredIf" in element;
  if (must(old) === must(now)) return [];
  return must(now)
    ? [{ class: "meaning", message: "Frågan måste nu besvaras. Tidigare svar kan sakna den." }]
    : [{ class: "compatible", message: "Frågan behöver inte längre besvaras." }];
}

function others(old: Json, now: Json): readonly Change[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !APART.has(key));
  return keys
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) =>
      LOOKS.has(key)
        ? { class: "cosmetic", message: `Utseendet är ändrat: ${key}.` }
        : { class: "meaning", message: `Egenskapen ”${key}” är ändrad.` },
    );
}

/** Columns of a matrix with several things a row are questions of their own. */
function compareColumns(before: QuestionElement, after: QuestionElement): readonly DefinitionChange[] {
  if (before.type !== after.type || before.type === "matrix") return [];
  const [old, now] = [columnsOf(before), columnsOf(after)];
  const sameAs = (column: QuestionElement, among: readonly QuestionElement[]) =>
    among.find(({ element }) => element["vid"] !== undefined && element["vid"] === column.element["vid"]) ??
    among.find(({ name }) => name === column.name);
  return [
    ...old.flatMap((column): readonly DefinitionChange[] => {
      const same = sameAs(column, now);
      if (same !== undefined) return compareQuestion(column, same);
      const message = `Kolumnen ”${column.name}” frågas det inte längre efter.`;
      return [{ class: "destructive", path: column.path, variable: column.name, message }];
    }),
    ...now
      .filter((column) => sameAs(column, old) === undefined)
      .map(({ name, path }): DefinitionChange => ({
        class: "compatible",
        path,
        variable: name,
        message: `Kolumnen ”${name}” är ny.`,
      })),
  ];
}

const columnsOf = ({ element, path, visible }: QuestionElement): readonly QuestionElement[] =>
  listOf(element["columns"])
    .filter(isJson)
    .map((column, i) => ({
      name: textOf(column["name"]) ?? "",
      type: textOf(column["cellType"]) ?? textOf(element["cellType"]) ?? "dropdown",
      element: column,
      path: `${path}.columns[${i}]`,
      conditions: typeof column["visibleIf"] === "string" ? [column["visibleIf"]] : [],
      visible,
    }));
