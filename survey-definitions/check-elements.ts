/** Types, properties, names, ids and choices of a definition. */
import { isJson, textOf, type Json } from "./definition-tree.ts";
import { nearestName, type DefinitionIssue, type IssueCode } from "./definition-issue.ts";
import { PLACEHOLDERS } from "./resolve.ts";
import { isStudyList } from "./study-lists.ts";
import { propertiesOf, RENAMED } from "./surveyjs-properties.ts";

const QUESTION_TYPES: ReadonlySet<string> = new Set(
  (
    "boolean buttongroup checkbox comment dropdown expression file html image imagemap imagepicker matrix " +
    "matrixdropdown matrixdynamic multipletext paneldynamic radiogroup ranking rating signaturepad slider tagbox text"
  ).split(" "),
);

/** Which list holds what, by its name. `rows` of a comment is a number and not looked into. */
const LISTS: Readonly<Record<string, string>> = {
  pages: "page",
  elements: "element",
  questions: "element",
  templateElements: "element",
  detailElements: "element",
  choices: "checkboxitem",
  rateValues: "ratingitem",
  rows: "itemvalue",
  columns: "column",
  items: "multipletextitem",
  validators: "validator",
};

const CHOICE_LISTS: ReadonlySet<string> = new Set(["choices", "rateValues", "rows", "columns"]);

/** Ids of all elements (`vid`) must differ in the whole definition, those of choices (`cid`) in their list. */
export function checkElements(definition: Json): readonly DefinitionIssue[] {
  const walk = new Walk();
  walk.visit(definition, "survey", "");
  walk.checkDuplicates();
  return walk.issues;
}

class Walk {
  readonly issues: DefinitionIssue[] = [];
  private readonly names: { path: string; name: string }[] = [];
  private readonly ids: { path: string; id: string }[] = [];

  private report(path: string, code: IssueCode, message: string): void {
    this.issues.push({ path, code, message });
  }

  visit(element: Json, type: string, path: string): void {
    this.checkProperties(element, type, path);
    if (type !== "survey" && type !== "validator") this.checkNameAndId(element, type, path);
    for (const [key, inner] of Object.entries(LISTS)) {
      const list = element[key];
      if (!Array.isArray(list)) continue;
      const at = path === "" ? key : `${path}.${key}`;
      const isChoices = CHOICE_LISTS.has(key) && !(key === "columns" && type !== "matrix");
      if (isChoices) this.checkChoices(list as unknown[], at);
      for (const [i, entry] of (list as unknown[]).entries()) {
        if (isJson(entry)) this.visitEntry(entry, inner, type, `${at}[${i}]`);
      }
    }
  }

  private visitEntry(entry: Json, inner: string, outer: string, path: string): void {
    if (inner === "element") {
      const type = entry["type"];
      if (type === "panel") this.visit(entry, "panel", path);
      else if (typeof type === "string" && QUESTION_TYPES.has(type)) this.visit(entry, type, path);
      else this.visitUnknown(entry, path);
    } else if (inner === "validator") this.checkProperties(entry, `${String(entry["type"])}validator`, path);
    else if (inner === "column" && outer !== "matrix") this.visit(entry, "matrixdropdowncolumn", path);
    else if (inner === "multipletextitem" || inner === "page") this.visit(entry, inner, path);
    else this.checkProperties(entry, inner === "column" ? "matrixcolumn" : inner, path);
  }

  /** Only the case of a letter may be wrong: then the element is checked all the same. */
  private visitUnknown(entry: Json, path: string): void {
    const { type } = entry;
    const nearest = typeof type === "string" ? nearestName(type, QUESTION_TYPES) : undefined;
    const hint = nearest === undefined ? "" : ` Menas ”${nearest}”?`;
    const what = typeof type === "string" ? `Typen ”${type}” finns inte.` : "Frågan saknar ”type”.";
    this.report(path, "unknown-type", `${what}${hint} Välj en av SurveyJS egna typer.`);
    if (nearest !== undefined && nearest === String(type).toLowerCase()) this.visit(entry, nearest, path);
    else this.checkNameAndId(entry, "question", path);
  }

  private checkProperties(element: Json, type: string, path: string): void {
    const known = propertiesOf(type);
    if (!known) {
      this.report(path, "unknown-type", `”${type}” finns inte i SurveyJS. Rätta stavningen.`);
      return;
    }
    const cell = type === "matrixdropdowncolumn" ? propertiesOf(textOf(element["cellType"]) ?? "dropdown") : undefined;
    for (const key of Object.keys(element)) {
      if (key === "type" || key === "vid" || key === "cid" || known.has(key) || cell?.has(key)) continue;
      if (PLACEHOLDERS.has(key)) this.checkPlaceholder(element, key, path);
      else this.reportProperty(key, type, [...known, ...(cell ?? [])], path);
    }
  }

  private reportProperty(key: string, type: string, known: readonly string[], path: string): void {
    const renamed = Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined;
    if (renamed !== undefined && known.includes(renamed)) {
      this.report(path, "old-property", `Egenskapen ”${key}” heter numera ”${renamed}”. Byt namn på den.`);
      return;
    }
    const nearest = nearestName(key, known);
    const hint = nearest === undefined ? "Ta bort den." : `Menas ”${nearest}”?`;
    this.report(path, "unknown-property", `”${type}” har ingen egenskap ”${key}”; SurveyJS hoppar över den. ${hint}`);
  }

  private checkPlaceholder(element: Json, key: string, path: string): void {
    if (key.endsWith("Template") || key === "hideBelow" || key === "onlyFirst") return;
    const value = element[key];
    if (key === "repeatFor") {
      if (value !== "stages")
        this.report(path, "unknown-list", `”repeatFor” kan bara vara "stages", inte ${JSON.stringify(value)}.`);
      return;
    }
    const list = key === "visibleIfAny" && isJson(value) ? value["of"] : value;
    if (!isStudyList(list))
      this.report(path, "unknown-list", `”${key}” anger en lista som inte finns: ${JSON.stringify(list)}.`);
  }

  private checkNameAndId(element: Json, type: string, path: string): void {
    const name = element["name"];
    const isInner = type === "matrixdropdowncolumn" || type === "multipletextitem";
    if (typeof name !== "string" || name === "") this.report(path, "no-name", "Ge delen ett namn (”name”).");
    else if (!isInner) this.names.push({ path, name });
    const vid = element["vid"];
    if (typeof vid === "string" && vid !== "") this.ids.push({ path, id: vid });
    else this.report(path, "missing-id", "Delen saknar ”vid”, den fasta beteckning som följer den mellan versioner.");
  }

  private checkChoices(choices: readonly unknown[], path: string): void {
    const codes = new Set<string>();
    const ids = new Set<string>();
    for (const [i, choice] of choices.entries()) {
      const at = `${path}[${i}]`;
      const value = isJson(choice) ? choice["value"] : choice;
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
        this.report(at, "choice-without-code", "Valet saknar kod (”value”). Koden är det som sparas.");
      else if (codes.has(String(value)))
        this.report(
          at,
          "duplicate-code",
          `Koden ”${value}” står mer än en gång i listan. Ge det andra valet en egen kod.`,
        );
      codes.add(String(value));
      const cid = isJson(choice) ? choice["cid"] : undefined;
      if (typeof cid !== "string" || cid === "")
        this.report(at, "missing-id", "Valet saknar ”cid”, den fasta beteckning som följer det mellan versioner.");
      else if (ids.has(cid)) this.report(at, "duplicate-id", `Beteckningen ”${cid}” står mer än en gång i listan.`);
      else ids.add(cid);
    }
  }

  checkDuplicates(): void {
    const names = new Map<string, string>();
    for (const { path, name } of this.names) {
      const first = names.get(name);
      if (first !== undefined)
        this.report(
          path,
          "duplicate-name",
          `Namnet ”${name}” finns redan på ${first}. Svaren skulle skriva över varandra.`,
        );
      else names.set(name, path);
    }
    const ids = new Map<string, string>();
    for (const { path, id } of this.ids) {
      const first = ids.get(id);
      if (first !== undefined)
        this.report(path, "duplicate-id", `Beteckningen ”${id}” finns redan på ${first}. Ge delen en ny.`);
      else ids.set(id, path);
    }
  }
}
