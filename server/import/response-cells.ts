/** The cells of one response in a CSV file, in both directions. */
import { answersFromCells, cellText } from "../../survey-definitions/csv-columns.ts";
import type { Variable } from "../../survey-definitions/dictionary.ts";
import { identityNumbersIn } from "../../survey-definitions/identity-number.ts";
import type { Problem } from "../../survey-definitions/problem.ts";
import { MISSING_REASONS_KEY, readAnswers } from "../../survey-definitions/read-answers.ts";
import type { Answers } from "../../survey-definitions/wire.ts";
import type { Questionnaire } from "../study/questionnaires.ts";

export interface ReadCells {
  readonly answers: Answers;
  readonly shown: readonly string[];
  readonly problems: readonly Problem[];
}

/** Every name that a column of the variables may have. */
export const columnNames = (variables: readonly Variable[]): ReadonlySet<string> =>
  new Set(variables.flatMap(({ name, base, alias }) => (alias === undefined ? name : [name, `${base}.${alias}`])));

/**
 * Reads the cells of one line, without those that say whose answer it is. A column of another municipality's
 * questionnaire may stand there as long as it is empty or `!not_asked`; a column that is absent was not asked.
 */
export function readResponseCells(
  { variables, compiled }: Questionnaire,
  cells: ReadonlyMap<string, string>,
  party: string,
): ReadCells {
  const own = columnNames(variables);
  const { answers, problems: unread } = answersFromCells(
    variables,
    new Map([...cells].filter(([column, text]) => own.has(column) || !isUnasked(text))),
  );
  const told = new Set(unread.map(({ variable }) => variable));
  const invalid = compiled.validate(answers, party === "" ? {} : { party_id: party });
  const problems = [...unread, ...invalid.filter(({ variable }) => !told.has(variable))];
  const [identified] = identityNumbersIn(answers);
  if (identified !== undefined && !problems.some(({ code }) => code === "identity-number")) {
    const message = "Svaret innehåller ett personnummer eller samordningsnummer. Ta bort det.";
    problems.push({ variable: identified, code: "identity-number", message });
  }
  const shown = new Set(Object.keys(answers).filter((name) => name !== MISSING_REASONS_KEY));
  for (const { name, path } of variables) {
    const text = cells.get(name);
    if (text !== undefined && text.trim() !== "!not_asked" && path[0] !== undefined) shown.add(path[0]);
  }
  return { answers, shown: [...shown], problems };
}

const isUnasked = (text: string): boolean => text.trim() === "" || text.trim() === "!not_asked";

/** The text of every cell by column name; what `readResponseCells` reads back to the same answers. */
export function responseCells(
  variables: readonly Variable[],
  answers: Answers,
  shown: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const { row } = readAnswers(variables, answers, shown);
  const cells = new Map<string, string>();
  for (const variable of variables) {
    const cell = row.get(variable.name);
    cells.set(variable.name, cell === undefined ? "" : cellText(variable, cell));
  }
  return cells;
}
