/**
 * The rules of Data Package 2.0 (datapackage.org: Data Package, Data Resource, Table Schema) that a package of CSV tables
 * can break, and whether each file is what its description says. Every broken rule is one line.
 */
import { createHash } from "node:crypto";
import Papa from "papaparse";

type Json = Record<string, unknown>;
type Files = Readonly<Record<string, Uint8Array>>;

const NAME = /^[a-z0-9._-]+$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
/** Table Schema 2.0, "Field Types". */
const TYPES = new Set(
  "string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any".split(
    " ",
  ),
);
const TYPES_WITH_CATEGORIES = new Set(["string", "integer"]);

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const repeated = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

export function packageProblems(files: Files): string[] {
  const problems: string[] = [];
  const wrong = (where: string, what: string) => void problems.push(`${where}: ${what}`);
  const descriptor = JSON.parse(new TextDecoder().decode(files["datapackage.json"])) as Json;
  if (descriptor["$schema"] !== "https://datapackage.org/profiles/2.0/datapackage.json")
    wrong("$schema", "not the profile of 2.0");
  for (const key of ["name", "id", "title", "description", "version", "created"]) {
    if (typeof descriptor[key] !== "string" || descriptor[key] === "") wrong(key, "not a text");
  }
  if (!NAME.test(String(descriptor["name"]))) wrong("name", "not lower-case letters, digits, . _ -");
  if (!RFC_3339.test(String(descriptor["created"]))) wrong("created", "not a time of RFC 3339");
  const licenses = listOf(descriptor["licenses"]);
  if (licenses.length === 0) wrong("licenses", "empty");
  for (const license of licenses) {
    if (!isObject(license) || (license["name"] === undefined && license["path"] === undefined))
      wrong("licenses", "neither name nor path");
  }
  for (const key of ["sources", "contributors", "keywords"]) {
    if (!Array.isArray(descriptor[key]) || listOf(descriptor[key]).length === 0)
      wrong(key, "not a list with something in it");
  }
  const resources = listOf(descriptor["resources"]);
  if (resources.length === 0) wrong("resources", "none");
  if (repeated(resources.map((each) => isObject(each) && each["name"]))) wrong("resources", "two have the same name");
  for (const each of resources) if (isObject(each)) problems.push(...resourceProblems(each, files));
  return problems;
}

function resourceProblems(resource: Json, files: Files): string[] {
  const problems: string[] = [];
  const name = String(resource["name"]);
  const wrong = (what: string) => void problems.push(`${name}: ${what}`);
  if (!NAME.test(name)) wrong("name is not lower-case letters, digits, . _ -");
  if ("data" in resource || typeof resource["path"] !== "string") wrong("has not one path and no data");
  const path = String(resource["path"]);
  if (path.startsWith("/") || path.includes("..")) wrong("path leads out of the package");
  const content = files[path];
  if (content === undefined) return [...problems, `${name}: no file ${path}`];
  if (resource["bytes"] !== content.length) wrong("bytes is not the size");
  if (resource["hash"] !== `sha256:${createHash("sha256").update(content).digest("hex")}`)
    wrong("hash is not of the file");
  if (!path.endsWith(`.${String(resource["format"])}`)) wrong("format is not the file's ending");
  if (typeof resource["mediatype"] !== "string" || !resource["mediatype"].includes("/")) wrong("no mediatype");
  if (resource["encoding"] !== "utf-8") wrong("encoding is not utf-8");
  if (content[0] === 0xef && content[1] === 0xbb) wrong("begins with a byte order mark");
  if (!path.endsWith(".csv")) return problems;
  if (resource["type"] !== "table") wrong("is CSV and no table");
  if (!isObject(resource["schema"])) return [...problems, `${name}: no schema`];
  return [...problems, ...schemaProblems(name, resource["schema"], new TextDecoder().decode(content))];
}

function schemaProblems(name: string, schema: Json, csv: string): string[] {
  const problems: string[] = [];
  const wrong = (what: string) => void problems.push(`${name}: ${what}`);
  const fields = listOf(schema["fields"]).filter(isObject);
  const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: "greedy" });
  if (errors.some(({ code }) => code !== "UndetectableDelimiter")) wrong("is not readable CSV");
  const [header = [], ...rows] = data;
  // fieldsMatch is "exact" unless stated: the same fields in the same order.
  if (schema["fieldsMatch"] !== undefined && schema["fieldsMatch"] !== "exact") wrong("fields are not matched exactly");
  if (JSON.stringify(header) !== JSON.stringify(fields.map((field) => field["name"])))
    wrong("fields are not the columns");
  if (repeated(fields.map((field) => field["name"]))) wrong("two fields have the same name");
  const missing = listOf(schema["missingValues"]).filter(isObject);
  if (missing.length === 0) wrong("no missing values");
  if (missing.some(({ value, label }) => typeof value !== "string" || typeof label !== "string"))
    wrong("a missing value without value or label");
  if (repeated(missing.map(({ value }) => value)) || repeated(missing.map(({ label }) => label)))
    wrong("missing values repeat");
  const absent = new Set(missing.map(({ value }) => value));
  fields.forEach((field, column) => {
    const values = rows.map((row) => row[column] ?? "").filter((value) => !absent.has(value));
    for (const problem of fieldProblems(field, values)) wrong(`${String(field["name"])} ${problem}`);
  });
  return problems;
}

function fieldProblems(field: Json, values: readonly string[]): string[] {
  const problems: string[] = [];
  const type = String(field["type"]);
  if (!TYPES.has(type)) problems.push(`has the unknown type ${type}`);
  if (typeof field["title"] !== "string") problems.push("has no title");
  const odd = values.find((value) => !isOfType(value, type));
  if (odd !== undefined) problems.push(`is ${type}, but holds ${odd}`);
  if (field["categories"] !== undefined) {
    const categories = listOf(field["categories"]).filter(isObject);
    if (!TYPES_WITH_CATEGORIES.has(type)) problems.push(`has categories and is ${type}`);
    if (repeated(categories.map(({ value }) => value))) problems.push("has a category twice");
    if (repeated(categories.map(({ label }) => label))) problems.push("has a label of a category twice");
    const known = new Set(categories.map(({ value }) => String(value)));
    const stranger = values.find((value) => !known.has(value));
    if (stranger !== undefined) problems.push(`holds ${stranger}, which is no category`);
  } else if (field["categoriesOrdered"] !== undefined) problems.push("orders categories that it does not have");
  const limits = isObject(field["constraints"]) ? field["constraints"] : {};
  const out = values.find(
    (value) => Number(value) < Number(limits["minimum"]) || Number(value) > Number(limits["maximum"]),
  );
  if (out !== undefined) problems.push(`holds ${out}, outside its limits`);
  return problems;
}

/** The lexical forms of Table Schema 2.0. */
function isOfType(value: string, type: string): boolean {
  switch (type) {
    case "integer":
      return /^[+-]?\d+$/.test(value);
    case "number":
      return /^([+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|-?inf|nan)$/i.test(value);
    case "boolean":
      return /^(true|false)$/.test(value);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    case "datetime":
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(value);
    default:
      return true;
  }
}
