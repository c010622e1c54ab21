import { describe, expect, test } from "vitest";
import { smallPublication } from "../../tests/fixtures/small-documents.ts";
import { PublicationFormatError, readPublication } from "./read-publication.ts";

const GONE = Symbol("gone");

/** A copy with another value at a place in it, or without one. */
function spoilt(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(smallPublication);
  const keys = path.split(".");
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? "";
  if (value === GONE) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

const read = (json: unknown): string => {
  try {
    readPublication(json);
    return "read";
  } catch (error) {
    return error instanceof PublicationFormatError ? `${error.code}: ${error.message}` : String(error);
  }
};

test("what was written is read as the very same object", () => {
  const json: unknown = JSON.parse(JSON.stringify(smallPublication));
  expect(readPublication(json)).toBe(json);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "publication"],
  ["a list", [smallPublication]],
  ["a working copy", { ...smallPublication, kind: "working-copy" }],
])("%s is no publication", (_, json) => {
  expect(read(json)).toMatch(/^not-a-publication: Det här är ingen publicerad rapport/);
});

test("a later format is told apart from a damaged file", () => {
  expect(read({ ...smallPublication, format: 2 })).toMatch(/^unknown-format: .*senare version/);
});

test("a report whose audit did not pass is not read", () => {
  expect(read(spoilt("protection.audit.passed", false))).toMatch(/^not-protected/);
});

describe("damage is named with its place", () => {
  const rows = "sections.0.tables.0.rows";
  test.each<[string, string, unknown, string]>([
    ["a key is gone", "title", GONE, "title: not a text"],
    ["a key is unknown", "memory", {}, "memory: not known here"],
    ["a key is unknown deep down", "study.secret", 1, "study.secret: not known here"],
    ["a date is none", "date", "2026-13-01", "date: not a date"],
    ["a number is not whole", "number", 1.5, "number: not a whole number"],
    ["a hash is short", "basis.dataset", "abc", "basis.dataset: not a SHA-256"],
    ["a status is unknown", "sections.0.status", "fine", "sections[0].status: not one of ok"],
    ["a row is no object", `${rows}.1`, 5, "sections[0].tables[0].rows[1]: not an object"],
    ["a cell is a list", `${rows}.0.n_known`, [3], "sections[0].tables[0].rows[0].n_known: not an object"],
    ["a cell is null", `${rows}.0.n_known`, null, "rows[0].n_known: not an object"],
    [
      "a reason is unknown",
      `${rows}.0.n_known`,
      { missing: "lost" },
      "rows[0].n_known.missing: not one of not_answered",
    ],
    ["a hidden cell carries its figure", `${rows}.1.n_known.value`, 3, "rows[1].n_known.value: not known here"],
    ["a cell is gone", `${rows}.0.net`, GONE, "tables[0].rows[0]: not a row"],
    ["a cell has no column", `${rows}.0.raw`, 3, "tables[0].rows[0]: not a row"],
    ["places are a list", "places", [], "places: not an object"],
  ])("%s", (_, path, value, expected) => {
    const message = read(spoilt(path, value));
    expect(message).toContain("not-a-publication: Rapporten är skadad");
    expect(message).toContain(expected);
  });
});
