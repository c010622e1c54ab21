import { describe, expect, test } from "vitest";
import { compareDefinitions } from "./compare-definitions.ts";
import type { ChangeClass } from "./definition-change.ts";

type Json = Record<string, unknown>;

/** A small questionnaire with one question of each shape. */
const questionnaire = () => ({
  title: "Om gruppen",
  pages: [
    {
      name: "size",
      title: "Hur många",
      elements: [
        {
          type: "text",
          inputType: "number",
          name: "n",
          title: "Hur många känner ni till?",
          min: 0,
          max: 1000,
          vid: "q1",
        },
        {
          type: "radiogroup",
          name: "trend",
          title: "Ökar gruppen?",
          choices: [
            { value: "up", text: "Den ökar", cid: "c1" },
            { value: "same", text: "Den är oförändrad", cid: "c2" },
            { value: "down", text: "Den minskar", cid: "c3" },
          ],
        },
      ],
    },
    {
      name: "more",
      elements: [
        {
          type: "matrix",
          name: "avail",
          columns: ["yes", "no"],
          rows: [
            { value: "cbt", text: "KBT" },
            { value: "home", text: "Boende" },
          ],
        },
        {
          type: "multipletext",
          name: "overlap",
          items: [{ name: "bup", title: "BUP", inputType: "number", min: 0 }],
        },
        {
          type: "matrixdropdown",
          name: "details",
          rows: ["cbt"],
          columns: [{ name: "places", cellType: "text", title: "Platser per år" }],
        },
        { type: "text", name: "note", title: "Något mer?", visibleIf: "{n} > 0", maxLength: 200 },
      ],
    },
  ],
});

type Questionnaire = ReturnType<typeof questionnaire>;

const at = (definition: Questionnaire, page: number, i: number): Json => definition.pages[page]?.elements[i] as Json;

/** The class of every change that an edit makes. */
function classesOf(edit: (definition: Questionnaire) => void): readonly ChangeClass[] {
  const after = questionnaire();
  edit(after);
  return compareDefinitions(questionnaire(), after).map((change) => change.class);
}

describe("compareDefinitions", () => {
  test("finds nothing between a definition and itself", () => {
    expect(compareDefinitions(questionnaire(), questionnaire())).toEqual([]);
  });

  const catalogue: readonly (readonly [string, ChangeClass, (definition: Questionnaire) => void])[] = [
    ["another wording of a question", "cosmetic", (d) => (at(d, 0, 0)["title"] = "Antal som ni känner till")],
    ["another title of a page", "cosmetic", (d) => Object.assign(d.pages[0] ?? {}, { title: "Antal" })],
    ["a spelling mistake in a choice", "cosmetic", (d) => choice(d, 0, { text: "Den öka" })],
    ["a help text", "cosmetic", (d) => (at(d, 0, 1)["description"] = "Jämför med förra året")],
    ["buttons in place of a list", "cosmetic", (d) => (at(d, 0, 1)["type"] = "dropdown")],
    ["another order of choices", "cosmetic", (d) => (at(d, 0, 1)["choices"] as unknown[]).reverse()],
    ["a question on another page", "cosmetic", (d) => d.pages[0]?.elements.push(d.pages[1]?.elements.pop() as never)],
    ["a new question", "compatible", (d) => d.pages[1]?.elements.push({ type: "text", name: "new" } as never)],
    ["a new choice", "compatible", (d) => (at(d, 0, 1)["choices"] as unknown[]).push({ value: "x", text: "Vet ej" })],
    ["a new row", "compatible", (d) => (at(d, 1, 0)["rows"] as unknown[]).push({ value: "peer", text: "Kamratstöd" })],
    ["a higher upper limit", "compatible", (d) => (at(d, 0, 0)["max"] = 5000)],
    ["room for a longer text", "compatible", (d) => (at(d, 1, 3)["maxLength"] = 500)],
    ["one more language", "compatible", (d) => (at(d, 1, 3)["title"] = { default: "Något mer?", en: "More?" })],
    ["a lower upper limit", "meaning", (d) => (at(d, 0, 0)["max"] = 100)],
    [
      "a new lower limit of a field",
      "meaning",
      (d) => Object.assign((at(d, 1, 1)["items"] as Json[])[0] ?? {}, { min: 1 }),
    ],
    ["another unit", "meaning", (d) => detailsColumn(d, { title: "Platser per månad" })],
    ["a choice that is gone", "meaning", (d) => (at(d, 0, 1)["choices"] as unknown[]).pop()],
    ["a choice that says the opposite", "meaning", (d) => choice(d, 0, { text: "Den ökar inte" })],
    ["a choice that says something else", "meaning", (d) => choice(d, 1, { text: "Vi kan inte svara" })],
    ["another code of a choice", "meaning", (d) => choice(d, 0, { value: "more" })],
    ["several choices in place of one", "meaning", (d) => (at(d, 0, 1)["type"] = "checkbox")],
    ["a text in place of a number", "meaning", (d) => delete at(d, 0, 0)["inputType"]],
    ["another condition", "meaning", (d) => (at(d, 1, 3)["visibleIf"] = "{n} > 5")],
    ["another name", "meaning", (d) => (at(d, 0, 0)["name"] = "n_known")],
    ["an answer that is required", "meaning", (d) => (at(d, 0, 0)["isRequired"] = true)],
    ["a question that is gone", "destructive", (d) => d.pages[1]?.elements.pop()],
    ["a row that is gone", "destructive", (d) => (at(d, 1, 0)["rows"] as unknown[]).pop()],
    ["a field that is gone", "destructive", (d) => (at(d, 1, 1)["items"] = [])],
    ["a column that is gone", "destructive", (d) => (at(d, 1, 2)["columns"] = [])],
  ];

  test.each(catalogue)("%s is %s", (_, expected, edit) => {
    expect(classesOf(edit)).toEqual([expected]);
  });

  test("what is added one way is gone the other way", () => {
    const longer = questionnaire();
    longer.pages[1]?.elements.push({ type: "text", name: "new", title: "Nytt" } as never);
    expect(compareDefinitions(questionnaire(), longer)).toMatchObject([
      { class: "compatible", variable: "new", path: "pages[1].elements[4]" },
    ]);
    expect(compareDefinitions(longer, questionnaire())).toMatchObject([
      { class: "destructive", variable: "new", path: "pages[1].elements[4]" },
    ]);
  });

  test("a row names the column of the answers that it is", () => {
    const after = questionnaire();
    (at(after, 1, 0)["rows"] as unknown[]).shift();
    expect(compareDefinitions(questionnaire(), after)).toMatchObject([
      { class: "destructive", variable: "avail.cbt", path: "pages[1].elements[0].rows[0]" },
    ]);
  });

  test("says the heaviest first", () => {
    expect(
      classesOf((d) => {
        at(d, 0, 0)["title"] = "Antal";
        at(d, 0, 0)["max"] = 10;
        d.pages[1]?.elements.pop();
      }),
    ).toEqual(["destructive", "meaning", "cosmetic"]);
  });

  test("refuses what is no definition", () => {
    expect(() => compareDefinitions([], questionnaire())).toThrow(TypeError);
  });
});

const choice = (definition: Questionnaire, i: number, change: Json): void => {
  Object.assign((at(definition, 0, 1)["choices"] as Json[])[i] ?? {}, change);
};

const detailsColumn = (definition: Questionnaire, change: Json): void => {
  Object.assign((at(definition, 1, 2)["columns"] as Json[])[0] ?? {}, change);
};
