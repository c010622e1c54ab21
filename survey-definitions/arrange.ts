/**
 * Answers in any accepted shape brought into the shape of the layout, before anything else sees them.
 *
 * Layout has no meaning outside the questionnaire: `{lt_low: {assessment: 5}}`, `{"lt_low.assessment": 5}` and
 * `{lead_times: {assessment: {lt_low: 5}}}` are the same answer.
 */
import type { Variable } from "./dictionary.ts";
import { isUnanswered } from "./read-value.ts";
import { isRows, setAt, valueAt } from "./answer-paths.ts";
import { withoutControlCharacters } from "./read-answers.ts";
import type { Answers } from "./wire.ts";

interface Shape {
  readonly columns: ReadonlyMap<string, Variable>;
  readonly questions: ReadonlySet<string>;
  /** Names of families that lie elsewhere in the layout than under their own name. */
  readonly moved: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  /** Choices on a scale, whose codes the questionnaire writes as numbers. */
  readonly scales: readonly Variable[];
}

/** A step of a scale is a number in the answers of the questionnaire: 3, and "3" in the dictionary. */
const STEP = /^\d$/;
const isScale = ({ kind, categories }: Variable): boolean =>
  kind === "single" && categories.some(({ code }) => STEP.test(code));

const shapes = new WeakMap<readonly Variable[], Shape>();

function shapeOf(variables: readonly Variable[]): Shape {
  const before = shapes.get(variables);
  if (before) return before;
  const questions = new Set(variables.map(({ path }) => path[0] ?? ""));
  const moved = new Set(variables.filter(({ base }) => !questions.has(base)).map(({ base }) => base));
  const aliases = new Map(
    variables.flatMap(({ row, alias }) => (row === undefined || alias === undefined ? [] : [[alias, row] as const])),
  );
  const shape = {
    columns: new Map(variables.map((v) => [v.name, v])),
    questions,
    moved,
    aliases,
    scales: variables.filter(isScale),
  };
  shapes.set(variables, shape);
  return shape;
}

/** The variable of a column name, also where its row is a party kind that stands for one party. */
export function findVariable(variables: readonly Variable[], name: string): Variable | undefined {
  const { columns, aliases } = shapeOf(variables);
  const found = columns.get(name);
  if (found) return found;
  const dot = name.indexOf(".");
  const row = dot < 0 ? undefined : aliases.get(name.slice(dot + 1));
  const aliased = row === undefined ? undefined : columns.get(`${name.slice(0, dot)}.${row}`);
  return aliased?.overParties === true ? aliased : undefined;
}

/**
 * @returns a new object in layout shape; what has no known place, or whose place holds another value already, stays
 *   where it was and is refused by the validator. Steps of scales become numbers, and control characters are taken out
 *   of all texts.
 */
export function arrangeAnswers(variables: readonly Variable[], answers: Answers): Record<string, unknown> {
  const shape = shapeOf(variables);
  const arranged = cleanTexts(answers) as Record<string, unknown>;
  for (const name of Object.keys(arranged)) {
    const value = arranged[name];
    const column = shape.columns.get(name);
    if (!shape.questions.has(name) && (name.includes(".") || column)) {
      if (placeValue(findVariable(variables, name), value, arranged)) delete arranged[name];
    } else if (shape.moved.has(name)) moveRows(variables, name, value, arranged);
    else if (isRows(value)) renameRows(variables, shape, name, value);
  }
  for (const { path } of shape.scales) {
    const step = valueAt(arranged, path);
    if (typeof step === "string" && STEP.test(step)) setAt(arranged, path, Number(step));
  }
  return arranged;
}

function moveRows(
  variables: readonly Variable[],
  base: string,
  value: unknown,
  arranged: Record<string, unknown>,
): void {
  if (isUnanswered(value)) delete arranged[base];
  if (!isRows(value)) return;
  for (const row of Object.keys(value)) {
    if (placeValue(findVariable(variables, `${base}.${row}`), value[row], arranged)) delete value[row];
  }
  if (Object.keys(value).length === 0) delete arranged[base];
}

/** Rows of a matrix over parties may be named by kind. */
function renameRows(variables: readonly Variable[], shape: Shape, name: string, rows: Record<string, unknown>): void {
  for (const row of Object.keys(rows)) {
    const id = shape.aliases.get(row);
    if (id === undefined || Object.hasOwn(rows, id)) continue;
    const overParties = variables.some((v) => v.overParties === true && v.path[0] === name && v.row === id);
    if (!overParties) continue;
    rows[id] = rows[row];
    delete rows[row];
  }
}

/** Puts a value where its variable lies; false when it has no place or another value is there. */
function placeValue(variable: Variable | undefined, value: unknown, arranged: Record<string, unknown>): boolean {
  if (!variable) return false;
  if (isUnanswered(value)) return true;
  const there = valueAt(arranged, variable.path);
  if (!isUnanswered(there)) return JSON.stringify(there) === JSON.stringify(value);
  return setAt(arranged, variable.path, value);
}

/** A copy of every object and list, with its texts without control characters. */
function cleanTexts(value: unknown): unknown {
  if (typeof value === "string") return withoutControlCharacters(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (!isRows(value)) return value;
  const copy = { ...value };
  for (const key of Object.keys(copy)) copy[key] = cleanTexts(copy[key]);
  return copy;
}
