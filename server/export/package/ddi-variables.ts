/** The part of a DDI-Codebook 2.5 that describes variables: one `var` a column, in the order that the schema wants. */
import { MISSING_LABELS, MISSING_REASONS, type MissingReason } from "../../../survey-definitions/codes.ts";
import type { CategorySpec, Variable } from "../../../survey-definitions/dictionary.ts";
import { QUESTIONS } from "../../../survey-definitions/questions.ts";
import { type CodebookForm, type CodebookVariable, labelOf } from "./codebook.ts";
import { element, type Xml } from "./xml.ts";

/** XML ids: of the file of one questionnaire's answers, and of a variable in it. */
export const fileId = ({ instrument, version }: Pick<CodebookForm, "instrument" | "version">): string =>
  `F-${instrument}-v${version}`;
const variableId = (form: CodebookForm, { name }: Variable): string =>
  `V-${form.instrument}-v${form.version}-${name.replaceAll(/[^\w.-]/g, "_")}`;

/** One after the other: a study of many municipalities has thousands. */
export function* variableElements(forms: readonly CodebookForm[]): Generator<string> {
  for (const form of forms) for (const each of form.variables) yield `${variableElement(form, each).xml}\n`;
}

function variableElement(form: CodebookForm, { variable, question, answers }: CodebookVariable): Xml {
  const isNumber = variable.kind === "number";
  const isCoded = variable.categories.length > 0;
  return element(
    "var",
    {
      ID: variableId(form, variable),
      name: variable.name,
      files: fileId(form),
      intrvl: isNumber && variable.whole === false ? "contin" : "discrete",
      ...(variable.kind === "single" ? { nature: variable.ordered ? "ordinal" : "nominal" } : {}),
      ...(isNumber ? { nature: "ratio" } : {}),
    },
    element("labl", {}, labelOf(variable)),
    question === "" ? undefined : element("qstn", {}, element("qstnLit", {}, question)),
    isNumber ? rangeElement(variable) : undefined,
    ...(isCoded ? variable.categories.map(categoryElement) : []),
    ...reasonsOf(variable).map((reason) => missingElement(`!${reason}`, MISSING_LABELS[reason])),
    ...answers.map((id) => element("concept", { vocab: "Studiens frågor" }, `${id} ${questionText(id)}`)),
    element("varFormat", { type: isNumber ? "numeric" : "character", ...dateFormat(variable) }),
    ...notesOf(variable).map((note) => element("notes", {}, note)),
  );
}

function rangeElement({ min, max, unit, whole }: Variable): Xml | undefined {
  const ends = { min: finite(min), max: finite(max) };
  if (ends.min === undefined && ends.max === undefined) return undefined;
  const range = element("range", { UNITS: whole === false ? "REAL" : "INT", ...ends });
  return element("valrng", {}, range, unit === undefined ? undefined : element("notes", {}, `Enhet: ${unit}.`));
}

const dateFormat = ({ kind }: Variable): { formatname?: string; category?: string } =>
  kind === "date" ? { formatname: "date.iso8601", category: "date" } : {};

const finite = (value: number | undefined): number | undefined =>
  value === undefined || !Number.isFinite(value) ? undefined : value;

const categoryElement = ({ code, label, missing }: CategorySpec): Xml =>
  element(
    "catgry",
    missing === undefined ? {} : { missing: "Y", missType: missing },
    element("catValu", {}, missing === undefined ? code : `!${missing}`),
    element("labl", {}, label),
  );

const missingElement = (value: string, label: string): Xml =>
  element("catgry", { missing: "Y" }, element("catValu", {}, value), element("labl", {}, label));

/** Reasons that no category stands for; "not answered" is an empty cell. */
function reasonsOf({ categories }: Variable): readonly MissingReason[] {
  const told = new Set(categories.map(({ missing }) => missing));
  return MISSING_REASONS.filter((reason) => reason !== "not_answered" && reason !== "suppressed" && !told.has(reason));
}

const questionText = (id: string): string => QUESTIONS.find((question) => question.id === id)?.text ?? "";

function notesOf({ kind, persons, personal }: Variable): readonly string[] {
  return [
    ...(kind === "multiple" ? ["Flera koder, skilda av |."] : []),
    ...(kind === "ranking" ? ["Koder i ordning, den främsta först, skilda av >."] : []),
    ...(persons ? ["Räknar personer i målgruppen: små tal döljs när de publiceras."] : []),
    ...(personal ? ["Handlar om den som svarar: lämnas aldrig till en rapport."] : []),
  ];
}
