/** The submitted answers of a study, written as they are read from the store. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { columnsOf } from "../../survey-definitions/csv-columns.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { KEY_COLUMNS } from "../import/import-responses.ts";
import { responseCells } from "../import/response-cells.ts";
import type { Store } from "../store/store.ts";
import type { Questionnaires } from "../study/questionnaires.ts";
import { csvLine } from "./csv.ts";

/** The file that `import responses` reads back to the same answers; one string a line. */
export async function* responsesCsv(
  store: Store,
  questionnaires: Questionnaires,
  study: Study,
): AsyncGenerator<string> {
  const columns = await responseColumns(store, questionnaires, study);
  yield csvLine([...KEY_COLUMNS, ...columns]);
  let respondent = 0;
  for (const instrument of instrumentsOf(study)) {
    for await (const { assignment, revision } of store.submittedRevisions(study.id, instrument)) {
      const { fielded, variables } = await questionnaires.get(revision.fielded);
      const cells = responseCells(variables, revision.answers, new Set(revision.shown));
      yield csvLine([
        instrument,
        String(fielded.version),
        assignment.party ?? "",
        assignment.municipality ?? "",
        `r${++respondent}`,
        revision.savedAt,
        ...columns.map((column) => cells.get(column) ?? "!not_asked"),
      ]);
    }
  }
}

/** `{study, responses: […]}` with the answers as they were saved; one piece a response. */
export async function* responsesJson(
  store: Store,
  questionnaires: Questionnaires,
  study: Study,
): AsyncGenerator<string> {
  yield `{"study":${JSON.stringify(study)},"responses":[`;
  let separator = "\n";
  for (const instrument of instrumentsOf(study)) {
    for await (const { assignment, revision } of store.submittedRevisions(study.id, instrument)) {
      const { fielded } = await questionnaires.get(revision.fielded);
      const { party, municipality } = assignment;
      const { response, savedAt, signedBy, role, answers, shown, sha256 } = revision;
      yield (
        separator +
        JSON.stringify({
          id: response,
          revision: revision.revision,
          instrument,
          version: fielded.version,
          definition: fielded.sha256,
          party,
          municipality,
          submitted_at: savedAt,
          signed_by: signedBy,
          role,
          sha256,
          answers,
          shown,
        })
      );
      separator = ",\n";
    }
  }
  yield "\n]}\n";
}

const instrumentsOf = (study: Study): readonly Instrument[] => [
  ...new Set(study.instruments.map(({ instrument }) => instrument)),
];

/** Every column of every questionnaire of the study, each once, in the order of the first that has it. */
export async function responseColumns(
  store: Store,
  questionnaires: Questionnaires,
  study: Study,
): Promise<readonly string[]> {
  const columns = new Set<string>();
  for (const { id } of await store.listFielded(study.id)) {
    const { variables } = await questionnaires.get(id);
    for (const column of columnsOf(variables)) columns.add(column);
  }
  return [...columns];
}
