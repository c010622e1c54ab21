/** The checks of one answer object against its columns: every value by itself, then values against each other. */
import type { Variable } from "./dictionary.ts";
import { findIdentityNumber, holdsIdentityNumber } from "./identity-number.ts";
import { problemWith, quoted } from "./problem-messages.ts";
import type { Problem } from "./problem.ts";
import { isMissingReason, MISSING_REASONS_KEY } from "./read-answers.ts";
import { isUnanswered, readValue } from "./read-value.ts";
import { compileRelations, type Numbers } from "./answer-relations.ts";
import type { Answers } from "./wire.ts";

/** Where values lie: a column, or named branches with columns further in. */
type Place = Variable | Branches;
type Branches = Map<string, Place>;

const isVariable = (place: Place): place is Variable => !(place instanceof Map);

/**
 * @returns a function from answers (and the id of the answering party) to problems, in the order of the answers
 * @throws {RangeError} when two variables share a place
 */
export function compileChecks(
  variables: readonly Variable[],
): (answers: Answers, ownParty: string | undefined) => readonly Problem[] {
  const places = placesOf(variables);
  const names = new Set(variables.map(({ name }) => name));
  const checkRelations = compileRelations(variables);

  return (answers, ownParty) => {
    const problems: Problem[] = [];
    const numbers: Map<string, number> = new Map();
    for (const name of Object.keys(answers)) {
      const value = answers[name];
      if (name === MISSING_REASONS_KEY) checkReasons(value, names, problems);
      else checkPlace(places.get(name), "", name, value, ownParty, numbers, problems);
    }
    checkRelations(numbers satisfies Numbers, problems);
    return problems;
  };
}

function placesOf(variables: readonly Variable[]): Branches {
  const places: Branches = new Map();
  for (const variable of variables) {
    let branches = places;
    for (const step of variable.path.slice(0, -1)) {
      const next = branches.get(step) ?? new Map<string, Place>();
      if (isVariable(next)) throw new RangeError(`invalid variables; two share a place: ${variable.name}`);
      branches.set(step, next);
      branches = next;
    }
    const last = variable.path.at(-1) ?? "";
    if (branches.has(last)) throw new RangeError(`invalid variables; two share a place: ${variable.name}`);
    branches.set(last, variable);
  }
  return places;
}

/** `above`: the name of what the value lies in, with a full stop at the end. */
function checkPlace(
  place: Place | undefined,
  above: string,
  key: string,
  value: unknown,
  ownParty: string | undefined,
  numbers: Map<string, number>,
  problems: Problem[],
): void {
  if (isUnanswered(value)) return;
  if (place === undefined) {
    problems.push(unknownVariable(above + key, value));
    return;
  }
  if (isVariable(place)) {
    checkValue(place, value, ownParty, numbers, problems);
    return;
  }
  if (typeof value !== "object" || Array.isArray(value) || value === null) {
    problems.push(notRows(above + key, value));
    return;
  }
  const rows = value as Record<string, unknown>;
  const inside = `${above}${key}.`;
  for (const row of Object.keys(rows)) {
    checkPlace(place.get(row), inside, row, rows[row], ownParty, numbers, problems);
  }
}

function checkValue(
  variable: Variable,
  value: unknown,
  ownParty: string | undefined,
  numbers: Map<string, number>,
  problems: Problem[],
): void {
  if (ownParty !== undefined && variable.row === ownParty && variable.overParties === true) {
    problems.push(aboutItself(variable));
    return;
  }
  const read = readValue(variable, value);
  if ("problem" in read) {
    const code = holdsIdentityNumber(value) ? "identity-number" : read.problem;
    problems.push(problemWith(variable, code, value));
  } else if (typeof read.value === "number") numbers.set(variable.name, read.value);
  else if (variable.kind === "date" && typeof read.value === "string")
    numbers.set(variable.name, Number(read.value.replaceAll("-", "")));
  else if (variable.kind === "text" && typeof value === "string" && findIdentityNumber(value) !== undefined)
    problems.push(problemWith(variable, "identity-number", value));
}

/** Never repeats an identity number that was sent as a name. */
const safeName = (name: string): string => (findIdentityNumber(name) === undefined ? name : "");

function unknownVariable(name: string, value: unknown): Problem {
  if (holdsIdentityNumber(value) || safeName(name) === "")
    return {
      variable: safeName(name),
      code: "identity-number",
      message:
        "Svaret innehåller ett personnummer eller samordningsnummer. Ta bort det. Skriv ingenting om enskilda personer.",
    };
  return {
    variable: name,
    code: "unknown-variable",
    message: `Formuläret har ingen fråga eller rad som heter ${quoted(name)}. Rätta namnet eller ta bort värdet.`,
  };
}

const notRows = (name: string, value: unknown): Problem => ({
  variable: name,
  code: "not-rows",
  message: `Svaret på ${quoted(name)} måste ha ett värde för varje rad. Du skickade ${quoted(value)}.`,
});

const aboutItself = (variable: Variable): Problem => ({
  variable: variable.name,
  code: "unknown-variable",
  message: `”${variable.label}” gäller andra parter än er egen. Ta bort raden ”${variable.rowLabel ?? ""}”.`,
});

function checkReasons(value: unknown, names: ReadonlySet<string>, problems: Problem[]): void {
  if (isUnanswered(value)) return;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.push(notRows(MISSING_REASONS_KEY, value));
    return;
  }
  for (const [name, reason] of Object.entries(value)) {
    if (!names.has(name)) problems.push(unknownVariable(`${MISSING_REASONS_KEY}.${name}`, reason));
    else if (!isMissingReason(reason))
      problems.push({
        variable: name,
        code: "unknown-code",
        message: `Skälet ${quoted(reason)} för ”${name}” finns inte. Välj ett av skälen i formuläret.`,
      });
  }
}
