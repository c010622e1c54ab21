/** Responses from a CSV file (contract: Files, Responses): all of it, or nothing and a list of what is wrong. */
import { INSTRUMENTS, type Instrument, OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import type { Assignment, Study } from "../../survey-definitions/study.ts";
import type { FileProblem } from "../problems.ts";
import type { NewRevision, Store } from "../store/store.ts";
import { misplaced } from "../study/check-assignment.ts";
import type { Questionnaire, Questionnaires } from "../study/questionnaires.ts";
import { storedTime } from "../study/shown-time.ts";
import { type CsvFile, type CsvLine, readCsv } from "./read-csv.ts";
import { columnNames, readResponseCells } from "./response-cells.ts";

/** The columns that say whose answer a line is. */
export const KEY_COLUMNS = ["instrument", "version", "party", "municipality", "respondent", "submitted_at"] as const;
type KeyColumn = (typeof KEY_COLUMNS)[number];

export type ImportedResponses =
  | { readonly status: "imported"; readonly responses: number }
  | { readonly status: "invalid"; readonly problems: readonly FileProblem[] };

interface Importing {
  readonly study: Study;
  readonly store: Store;
  /** By instrument, version and municipality. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly at: string;
}

const keyOf = (...parts: readonly (string | number | undefined)[]): string => JSON.stringify(parts);

/** Reads and stores the file; the time `at` stands for `submitted_at` where that is empty. */
export async function importResponses(
  store: Store,
  questionnaires: Questionnaires,
  study: Study,
  bytes: Uint8Array,
  at: string,
): Promise<ImportedResponses> {
  const read = readCsv(bytes);
  if ("problems" in read) return { status: "invalid", problems: read.problems };
  const fielded = await store.listFielded(study.id);
  const known = new Map<string, Questionnaire>();
  for (const { id, instrument, version, municipality } of fielded) {
    known.set(keyOf(instrument, version, municipality), await questionnaires.get(id));
  }
  const importing: Importing = { study, store, questionnaires: known, at };
  const ofHeader = checkHeader(read.file, importing);
  if (ofHeader.length > 0) return { status: "invalid", problems: ofHeader };
  const revisions: Omit<NewRevision, "baseRevision">[] = [];
  const problems: FileProblem[] = [];
  const seen = new Map<string, number>();
  for (const line of read.file.lines) {
    const outcome = await readLine(importing, read.file.header, line, seen);
    if ("problems" in outcome) problems.push(...outcome.problems);
    else revisions.push(outcome.revision);
  }
  if (problems.length > 0) return { status: "invalid", problems };
  await store.importRevisions(revisions);
  return { status: "imported", responses: revisions.length };
}

function checkHeader({ header, lines }: CsvFile, { questionnaires }: Importing): readonly FileProblem[] {
  const known = new Set<string>(KEY_COLUMNS);
  for (const { variables } of questionnaires.values()) {
    for (const name of columnNames(variables)) known.add(name);
  }
  const problems: FileProblem[] = [];
  for (const column of KEY_COLUMNS.filter((name) => !header.includes(name))) {
    problems.push({ row: 1, column, code: "missing-column", message: `Rad 1: kolumnen ”${column}” saknas.` });
  }
  for (const column of header.filter((name) => !known.has(name))) {
    const message = `Rad 1: kolumnen ”${column}” finns inte i studiens formulär. Rätta namnet eller ta bort kolumnen.`;
    problems.push({ row: 1, column, code: "unknown-column", message });
  }
  if (lines.length === 0) {
    problems.push({ row: 1, column: "", code: "no-rows", message: "Filen har kolumnnamn men inga svar." });
  }
  return problems;
}

type ReadLine =
  { readonly revision: Omit<NewRevision, "baseRevision"> } | { readonly problems: readonly FileProblem[] };

async function readLine(
  importing: Importing,
  header: readonly string[],
  { row, fields }: CsvLine,
  seen: Map<string, number>,
): Promise<ReadLine> {
  const cells = new Map(header.map((name, i) => [name, fields[i] ?? ""]));
  const key = (column: KeyColumn) => (cells.get(column) ?? "").trim();
  const wrong = (column: string, code: string, message: string): ReadLine => ({
    problems: [{ row, column, code, message: `Rad ${row}, kolumnen ”${column}”: ${message}` }],
  });
  const instrument = INSTRUMENTS.find((name) => name === key("instrument"));
  if (instrument === undefined) {
    return wrong("instrument", "unknown-instrument", `det finns inget formulär ”${key("instrument")}”.`);
  }
  const [party, municipality] = [key("party"), key("municipality")];
  if (party !== "" && !importing.study.parties.some(({ id }) => id === party)) {
    return wrong("party", "unknown-party", `studien har ingen part ”${party}”.`);
  }
  if (municipality !== "" && !importing.study.municipalities.includes(municipality)) {
    return wrong("municipality", "unknown-municipality", `studien har ingen kommun ”${municipality}”.`);
  }
  const assignment: Assignment = {
    instrument,
    ...(party === "" ? {} : { party }),
    ...(municipality === "" ? {} : { municipality }),
  };
  const misfit = misplaced(assignment);
  if (misfit !== undefined) return wrong(misfit.field, "not-an-assignment", misfit.why);
  const version = Number(key("version"));
  const questionnaire = importing.questionnaires.get(keyOf(instrument, version, municipality));
  if (questionnaire === undefined) {
    return wrong("version", "unknown-version", `studien använder inte version ”${key("version")}” av ${instrument}.`);
  }
  const number = await importing.store.findAssignment(importing.study.id, assignment);
  if (number === undefined) {
    const place = municipality || "hela studien";
    return wrong("party", "not-an-assignment", `studien ber inte ”${party}” att svara på ${instrument} för ${place}.`);
  }
  const respondent = key("respondent");
  if (findIdentityNumber(respondent) !== undefined) {
    return wrong("respondent", "identity-number", "fältet innehåller ett personnummer. Använd en etikett som r1.");
  }
  const savedAt = key("submitted_at") === "" ? new Date(importing.at) : readTime(key("submitted_at"));
  if (savedAt === undefined) {
    return wrong("submitted_at", "not-a-date", `”${key("submitted_at")}” är inget datum. Skriv som 2026-11-21.`);
  }
  const same = sameAs(instrument, cells);
  const before = same === undefined ? undefined : seen.get(keyOf(number, same));
  if (before !== undefined) {
    const message = `Rad ${row}: raden gäller samma svar som rad ${before}. ${ONE_ANSWER[instrument]}`;
    return { problems: [{ row, column: "", code: "duplicate-row", message }] };
  }
  if (same !== undefined) seen.set(keyOf(number, same), row);
  for (const column of KEY_COLUMNS) cells.delete(column);
  const { answers, shown, problems } = readResponseCells(questionnaire, cells, party);
  if (problems.length > 0) {
    return {
      problems: problems.map(({ variable, code, message }) => ({
        row,
        column: variable,
        code,
        message: `Rad ${row}, kolumnen ”${variable}”: ${message}`,
      })),
    };
  }
  const { fielded } = questionnaire;
  return {
    revision: {
      assignment: number,
      ...(instrument === "follow-up" ? { byPeriod: true } : {}),
      kind: "submitted",
      fielded: fielded.id,
      answers,
      shown,
      role: "import",
      savedAt: storedTime(instrument, savedAt),
    },
  };
}

/** What tells the answers of one assignment apart in a file; undefined where every line is an answer of its own. */
function sameAs(instrument: Instrument, cells: ReadonlyMap<string, string>): string | undefined {
  const cell = (name: string) => (cells.get(name) ?? "").trim();
  if (instrument === "follow-up") return `${cell("fu_period_start")}/${cell("fu_period_end")}`;
  return OPEN_INSTRUMENTS.has(instrument) ? cell("respondent") || undefined : "";
}

const ONE_PARTY = "Varje part svarar en gång för varje kommun.";
const ONE_PERSON = "Ge varje person en egen etikett i ”respondent”, eller lämna fältet tomt.";
const ONE_ANSWER: Readonly<Record<Instrument, string>> = {
  party: ONE_PARTY,
  case: ONE_PARTY,
  staff: ONE_PERSON,
  voice: ONE_PERSON,
  "follow-up": "Uppföljningen har ett svar för varje period: fyll i fu_period_start och fu_period_end.",
};

/** A date, or a date and time with or without offset (UTC without), as ISO 8601 writes them. */
function readTime(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (match === null) return undefined;
  const [, day = "", time = "00:00", offset = "Z"] = match;
  const at = new Date(`${day}T${time}${offset}`);
  const exists = !Number.isNaN(at.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  return exists ? at : undefined;
}
