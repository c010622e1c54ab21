/**
 * A study as DDI-Codebook 2.5, the form in which archives of social science take it. Elements stand in the order of the
 * schema (ddialliance.org, codebook.xsd of 2012-01-17).
 */
import type { Study } from "../../../survey-definitions/study.ts";
import { formatPeriod } from "../../../reports/text/format.ts";
import type { CodebookForm } from "./codebook.ts";
import { fileId, variableElements } from "./ddi-variables.ts";
import { fileOf } from "./extras.ts";
import { INSTRUMENT_LABELS } from "../../../reports/sections/coverage-tables.ts";
import { element, type Xml } from "./xml.ts";

export interface CodebookStudy {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** ISO date on which the codebook was made. */
  readonly date: string;
  /** The program that made it. */
  readonly program: string;
  readonly targetGroup: Study["target_group"];
  readonly referencePeriod: Study["reference_period"];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly invented: boolean;
  /** One sentence a questionnaire. */
  readonly responseRates: readonly string[];
  /** Who may see the answers. */
  readonly access: string;
}

/** Other files of the package. */
export interface CodebookMaterial {
  readonly path: string;
  readonly title: string;
  readonly type: "table" | "chart" | "questionnaire" | "report";
}

export interface CodebookParts {
  readonly study: CodebookStudy;
  readonly forms: readonly CodebookForm[];
  /** The file with the answers; undefined where they are not in the package. */
  readonly answers?: string;
  readonly materials: readonly CodebookMaterial[];
}

export function* ddiCodebook({ study, forms, answers, materials }: CodebookParts): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<codeBook xmlns="ddi:codebook:2_5" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd" version="2.5" xml:lang="sv">\n';
  yield `${documentElement(study).xml}\n${studyElement(study, forms).xml}\n`;
  for (const form of forms) yield `${fileElement(form, answers).xml}\n`;
  yield "<dataDscr>\n";
  yield* variableElements(forms);
  yield "</dataDscr>\n";
  for (const { path, title, type } of materials) {
    yield `${element("otherMat", { level: "study", type, URI: path }, element("labl", {}, title)).xml}\n`;
  }
  yield "</codeBook>\n";
}

const documentElement = ({ id, title, version, date, program }: CodebookStudy): Xml =>
  element(
    "docDscr",
    {},
    element(
      "citation",
      {},
      element("titlStmt", {}, element("titl", {}, `Kodbok: ${title}`), element("IDNo", {}, `${id}-kodbok`)),
      element("prodStmt", {}, element("prodDate", { date }, date), element("software", {}, program)),
      element("verStmt", {}, element("version", { date }, version)),
    ),
  );

function studyElement(study: CodebookStudy, forms: readonly CodebookForm[]): Xml {
  const { id, title, version, date, parties, access, invented } = study;
  return element(
    "stdyDscr",
    {},
    element(
      "citation",
      {},
      element("titlStmt", {}, element("titl", {}, title), element("IDNo", {}, id)),
      element(
        "prodStmt",
        {},
        ...parties.map(({ name }) => element("producer", { role: "uppgiftslämnare" }, name)),
        element("prodDate", { date }, date),
      ),
      element("verStmt", {}, element("version", { date }, version)),
    ),
    studyInfo(study),
    methodElement(study, forms),
    element("dataAccs", {}, element("useStmt", {}, element("restrctn", {}, access))),
    invented ? element("notes", {}, "Exempel med påhittade svar.") : undefined,
  );
}

function studyInfo({ description, targetGroup, referencePeriod, municipalities }: CodebookStudy): Xml {
  const { from, to } = referencePeriod;
  const { age_min, age_max } = targetGroup;
  return element(
    "stdyInfo",
    {},
    element("abstract", { "xml:lang": "sv" }, description),
    element(
      "sumDscr",
      {},
      element("timePrd", { event: "start", date: from }, from),
      element("timePrd", { event: "end", date: to }, to),
      element("nation", { abbr: "SE" }, "Sverige"),
      ...municipalities.map(({ code, name }) => element("geogCover", {}, `${name} (kommunkod ${code})`)),
      element("geogUnit", {}, "Kommun"),
      element("anlyUnit", {}, "Part och kommun"),
      element("universe", { clusion: "I" }, `${age_min}–${age_max} år. ${targetGroup.description}`),
      element(
        "dataKind",
        {},
        "Enkäter till verksamheter, personal och unga; sammanställda antal, inga personuppgifter",
      ),
    ),
  );
}

const methodElement = ({ referencePeriod, responseRates }: CodebookStudy, forms: readonly CodebookForm[]): Xml =>
  element(
    "method",
    {},
    element(
      "dataColl",
      {},
      element("timeMeth", {}, `Tvärsnitt: ${formatPeriod(referencePeriod.from, referencePeriod.to)}`),
      element(
        "sampProc",
        {},
        "Totalundersökning av studiens parter i varje kommun; öppna formulär till personal och unga.",
      ),
      element("collMode", {}, "Webbenkät"),
      ...forms.map(({ instrument, version }) =>
        element("resInstru", { type: "structured" }, `${INSTRUMENT_LABELS[instrument]}, version ${version}`),
      ),
    ),
    responseRates.length === 0
      ? undefined
      : element("anlyInfo", {}, ...responseRates.map((rate) => element("respRate", {}, rate))),
  );

function fileElement(form: CodebookForm, answers: string | undefined): Xml {
  const { instrument, version, variables, questionnaires } = form;
  const read = questionnaires.map((questionnaire) => fileOf(questionnaire)).join(", ");
  return element(
    "fileDscr",
    { ID: fileId(form), ...(answers === undefined ? {} : { URI: answers }) },
    element(
      "fileTxt",
      {},
      element("fileName", {}, answers ?? `${instrument}-v${version}`),
      element("fileCont", {}, `Svar på: ${INSTRUMENT_LABELS[instrument]}, version ${version}. Formuläret: ${read}.`),
      element("dimensns", {}, element("varQnty", {}, String(variables.length))),
      element("fileType", {}, "text/csv; charset=utf-8"),
    ),
    answers === undefined
      ? element("notes", {}, "Svaren finns inte i paketet: bara det som har sammanställts och skyddats är publicerat.")
      : element("notes", {}, `Rader där instrument är ${instrument} och version är ${version}.`),
  );
}
