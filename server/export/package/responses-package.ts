/** The investigator's own package of a study: the answers as they came, unprotected, with everything to read them by. */
import { createHash } from "node:crypto";
import type { Study } from "../../../survey-definitions/study.ts";
import { formatDate } from "../../../reports/text/format.ts";
import { PROGRAM } from "../../program.ts";
import type { StatisticsRow, Store } from "../../store/store.ts";
import { canonicalJson } from "../../store/canonical-json.ts";
import type { Questionnaires } from "../../study/questionnaires.ts";
import { csvLine } from "../csv.ts";
import { responseColumns, responsesCsv } from "../responses.ts";
import { codebookOf } from "./codebook.ts";
import { commonFiles } from "./common-files.ts";
import { ddiCodebook } from "./ddi-codebook.ts";
import { describePackage, type PackageFacts, type ResourceFacts } from "./descriptor.ts";
import { packageExtras } from "./extras.ts";
import { CSV_NOTES, HASH_NOTE, missingNote, readme } from "./readme.ts";
import { responseFields } from "./responses-schema.ts";
import { ANSWER_MISSING, type TableField } from "./table-schema.ts";
import { checksums, type PackedFile, type WrittenFile, zipFiles } from "./zip-files.ts";

const RESPONSES = "responses.csv";
const STATISTICS = "statistics.csv";
const STUDY = "study.json";
const PROPOSALS = "proposals.json";
const CODEBOOK = "ddi-codebook-2.5.xml";

const STATISTICS_FIELDS: readonly TableField[] = [
  { name: "region", title: "Kommun", type: "string" },
  { name: "age_from", title: "Från ålder", type: "integer" },
  { name: "age_to", title: "Till ålder", type: "integer" },
  {
    name: "sex",
    title: "Kön",
    type: "string",
    categories: [
      { value: "M", label: "män" },
      { value: "F", label: "kvinnor" },
      { value: "T", label: "båda" },
    ],
  },
  { name: "year", title: "År", type: "integer" },
  { name: "population", title: "Befolkning", type: "integer" },
];

/**
 * The chunks of the zip. `study create` reads study.json, `import responses` responses.csv to the same answers, and
 * `import statistics` statistics.csv. `date` is the ISO date on which it is made.
 */
export async function* responsesPackage(
  store: Store,
  questionnaires: Questionnaires,
  study: Study,
  date: string,
): AsyncGenerator<Uint8Array> {
  const extras = await packageExtras(store, questionnaires, study);
  const forms = codebookOf(extras);
  const common = commonFiles(extras, forms);
  const statistics = await store.statistics(study.id);
  const proposals = await store.proposals(study.id);
  const fields = responseFields(forms, await responseColumns(store, questionnaires, study));
  const resources: readonly ResourceFacts[] = [
    {
      name: "responses",
      path: RESPONSES,
      title: "Inskickade svar, en rad för varje svar",
      fields,
      missingValues: ANSWER_MISSING,
    },
    {
      name: "statistics",
      path: STATISTICS,
      title: "Befolkning",
      ...(statistics === undefined ? {} : { description: `Källa: ${statistics.source}.` }),
      fields: STATISTICS_FIELDS,
    },
    ...common.resources,
    { name: "study", path: STUDY, title: "Studiens upplägg, som study create läser" },
    { name: "proposals", path: PROPOSALS, title: "Utredarens förslag" },
    { name: "ddi-codebook", path: CODEBOOK, title: "Kodbok enligt DDI-Codebook 2.5" },
  ];
  const codebook = {
    study: {
      ...study,
      description: `Inskickade svar, ${formatDate(date)}. Inte skyddade.`,
      version: date,
      date,
      program: PROGRAM,
      targetGroup: study.target_group,
      referencePeriod: study.reference_period,
      municipalities: study.municipalities.map((code) => ({
        code,
        name: questionnaires.municipalityNames.get(code) ?? code,
      })),
      responseRates: [],
      access: "Bara utredaren. Svaren är inte skyddade och får inte spridas.",
    },
    forms,
    answers: RESPONSES,
    materials: common.materials,
  };
  const files: readonly PackedFile[] = [
    readmeOf(study, date),
    { path: STUDY, content: () => `${JSON.stringify(study, undefined, 2)}\n` },
    { path: PROPOSALS, content: () => `${JSON.stringify(proposals.proposals, undefined, 2)}\n` },
    { path: RESPONSES, content: () => responsesCsv(store, questionnaires, study) },
    { path: STATISTICS, content: () => statisticsCsv(statistics?.rows ?? []) },
    ...common.files,
    { path: CODEBOOK, content: () => ddiCodebook(codebook) },
    {
      path: "datapackage.json",
      content: (written) => describePackage(factsOf(study, date, written), resources, written),
    },
    checksums,
  ];
  yield* zipFiles(files);
}

function* statisticsCsv(rows: readonly StatisticsRow[]): Generator<string> {
  yield csvLine(STATISTICS_FIELDS.map(({ name }) => name));
  for (const { region, ageFrom, ageTo, sex, year, population } of rows) {
    yield csvLine([region, String(ageFrom), String(ageTo), sex, String(year), String(population)]);
  }
}

/** The id is of the content: of the hashes of all files before the description. */
const factsOf = (study: Study, date: string, written: readonly WrittenFile[]): PackageFacts => ({
  name: `${study.id}-responses`,
  id: `hash://sha256/${createHash("sha256").update(canonicalJson(written)).digest("hex")}`,
  title: `${study.title}: inskickade svar`,
  description: `Svar som de skickades in, till och med ${formatDate(date)}. Inte skyddade: får inte spridas.\n\n${study.target_group.description}`,
  version: date.replaceAll("-", "."),
  created: `${date}T00:00:00Z`,
  keywords: ["samordningsförbund", "förstudie"],
  contributors: study.parties.map(({ name }) => ({ title: name, roles: ["DataCollector"] })),
  sources: [{ title: `Svar i studien ”${study.title}”` }],
});

const readmeOf = (study: Study, date: string): PackedFile =>
  readme({
    title: `${study.title}: inskickade svar`,
    about: [
      `Gjort ${formatDate(date)} med ${PROGRAM}. FÅR INTE SPRIDAS: svaren är inte skyddade, och små tal går att läsa.${study.invented ? " Exempel med påhittade svar." : ""}`,
    ],
    files: [
      [RESPONSES, "svaren, en rad för varje svar; läses in igen med import responses"],
      [STATISTICS, "befolkningstalen; läses in igen med import statistics"],
      [STUDY, "studiens upplägg; läses in igen med study create"],
      [PROPOSALS, "utredarens förslag"],
      ["datapackage.json", "beskrivning av alla filer och kolumner (Data Package 2.0, datapackage.org)"],
      [CODEBOOK, "kodbok med formulärens variabler (DDI-Codebook 2.5)"],
      ["dictionary.csv", "samma variabler som en tabell"],
      ["questionnaires/", "formulären, tecken för tecken som de som svarade fick dem (SurveyJS-JSON)"],
      ["crosswalks/", "hur svar från olika versioner av ett formulär jämförs"],
      ["sha256sums.txt", "kontrollsummor för alla filer"],
    ],
    notes: [...CSV_NOTES, missingNote(), HASH_NOTE],
  });
