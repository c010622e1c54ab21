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
  /** Families that lie elsewhere in the layout than under their own name: row → variable, aliases included. */
  readonly moved: ReadonlyMap<string, ReadonlyMap<string, Variable>>;
  readonly aliases: ReadonlyMap<string, string>;
  /** Questions with a row a party. */
  readonly overParties: ReadonlySet<string>;
  /** Where choices on a scale lie, whose codes the questionnaire writes as numbers. */
  readonly scales: Branches;
}

/** Places below a question: `true` where a value lies. */
type Branches = Map<string, Branches | true>;

/** A step of a scale is a number in the answers of the questionnaire: 3, and "3" in the dictionary. */
const STEP = /^\d$/;
const isScale = ({ kind, categories }: Variable): boolean =>
  kind === "single" && categories.some(({ code }) => STEP.test(code));

const shapes = new WeakMap<readonly Variable[], Shape>();

function shapeOf(variables: readonly Variable[]): Shape {
  const before = shapes.get(variables);
  if (before) return before;
  const questions = new Set(variables.map(({ path }) => path[0] ?? ""));
  const aliases = new Map(
    variables.flatMap(({ row, alias }) => (row === undefined || alias === undefined ? [] : [[alias, row] as const])),
  );
  const shape = {
    columns: new Map(variables.map((v) => [v.name, v])),
    questions,
    moved: rowsOf(variables.filter(({ base }) => !questions.has(base))),
    aliases,
    overParties: new Set(variables.flatMap(({ overParties, path }) => (overParties === true ? [path[0] ?? ""] : []))),
    scales: branchesTo(variables.filter(isScale)),
  };
  shapes.set(variables, shape);
  return shape;
}

function rowsOf(variables: readonly Variable[]): Map<string, Map<string, Variable>> {
  const families = new Map<string, Map<string, Variable>>();
  for (const variable of variables) {
    const rows = families.get(variable.base) ?? new Map<string, Variable>();
    families.set(variable.base, rows);
    if (variable.row !== undefined) rows.set(variable.row, variable);
    if (variable.alias !== undefined) rows.set(variable.alias, variable);
  }
  return families;
}

function branchesTo(variables: readonly Variable[]): Branches {
  const root: Branches = new Map();
  for (const { path } of variables) {
    let branches = root;
    for (const step of path.slice(0, -1)) {
      const next = branches.get(step);
      const inside: Branches = next === undefined || next === true ? new Map<string, Branches | true>() : next;
      branches.set(step, inside);
      branches = inside;
    }
    branches.set(path.at(-1) ?? "", true);
  }
  return root;
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
  let moved = false;
  for (const name of Object.keys(arranged)) {
    if (shape.questions.has(name)) {
      const value = arranged[name];
      if (shape.overParties.has(name) && isRows(value)) renameRows(variables, shape, name, value);
    } else if (moveAway(variables, shape, name, arranged)) moved = true;
  }
  for (const [question, branches] of shape.scales) writeSteps(arranged, question, branches);
  // An object that lost members is slow from then on; its copy is not.
  return moved ? { ...arranged } : arranged;
}

/** Moves what lies under another name than its question's; false when all of it stays. */
function moveAway(
  variables: readonly Variable[],
  shape: Shape,
  name: string,
  arranged: Record<string, unknown>,
): boolean {
  const value = arranged[name];
  if (name.includes(".") || shape.columns.has(name)) {
    if (!placeValue(findVariable(variables, name), value, arranged)) return false;
  } else {
    const family = shape.moved.get(name);
    if (family === undefined) return false;
    if (isRows(value)) {
      const left = Object.entries(value).filter(([row, cell]) => !placeValue(family.get(row), cell, arranged));
      if (left.length > 0) {
        arranged[name] = Object.fromEntries(left);
        return false;
      }
    } else if (!isUnanswered(value)) return false;
  }
  delete arranged[name];
  return true;
}

function writeSteps(holder: Record<string, unknown>, key: string, branches: Branches | true): void {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  if (branches === true) {
    if (typeof value === "string" && STEP.test(value)) holder[key] = Number(value);
  } else if (isRows(value)) {
    for (const row of Object.keys(value)) {
      const inside = branches.get(row);
      if (inside !== undefined) writeSteps(value, row, inside);
    }
  }
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
  for (const key of Object.keys(copy)) {
    const before = copy[key];
    const clean = cleanTexts(before);
    if (clean !== before) copy[key] = clean;
  }
  return copy;
}
