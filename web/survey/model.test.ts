import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemOf, withoutIdentityNumbers } from "./check.ts";
import { QUESTION_TYPES } from "./control.tsx";
import { fieldsOf, findOwner } from "./fields.ts";
import { createModel, shownNames } from "./model.ts";
import { readNumber, writeNumber } from "./number-text.ts";
import { linesOf } from "./plain.ts";
import { familiesOf, isAnswered } from "./progress.ts";
import { SurveySession } from "./session.ts";

const definition = {
  pages: [
    {
      name: "one",
      elements: [
        {
          type: "panel",
          name: "n_family",
          elements: [
            { type: "text", name: "n", title: "Hur många?", inputType: "number", min: 0, step: 1 },
            {
              type: "dropdown",
              name: "n_instead",
              title: "Kan ni inte ange antalet?",
              visibleIf: "{n} empty",
              choices: [{ value: "range", text: "Vi kan bara ange ett intervall" }],
            },
          ],
        },
        { type: "comment", name: "note", title: "Vad mer i {municipality_name}?", visibleIf: "{n} > 10" },
        {
          type: "multipletext",
          name: "overlap",
          title: "Hos andra",
          items: [
            { name: "bup", title: "BUP", cid: "party:bup", inputType: "number" },
            { name: "ifo", title: "Socialtjänsten", cid: "party:ifo", inputType: "number" },
          ],
        },
        {
          type: "matrixdropdown",
          name: "details",
          title: "Om stödet",
          rows: [{ value: "boende", text: "Boendestöd" }],
          columns: [
            { name: "capacity", title: "Platser", cellType: "text", inputType: "number" },
            {
              name: "limits",
              title: "Gränser",
              cellType: "checkbox",
              choices: [
                { value: "age", text: "Ålder" },
                { value: "queue", text: "Kö" },
              ],
            },
          ],
        },
        {
          type: "ranking",
          name: "rank",
          title: "Ordna",
          choices: [
            { value: "a", text: "Alfa" },
            { value: "b", text: "Beta" },
          ],
        },
      ],
    },
  ],
};
const sheet = {
  definition,
  party: { id: "bup", name: "BUP", kind: "child_psychiatry" },
  municipality: { code: "1492", name: "Åmål" },
};
const question = (session: SurveySession, name: string) => {
  const found = session.model.getQuestionByName(name);
  if (!found) throw new Error(`no such question: ${name}`);
  return found;
};
const field = (session: SurveySession, key: string) => {
  const found = session.model
    .getAllQuestions()
    .flatMap(fieldsOf)
    .find((one) => one.key === key);
  if (!found) throw new Error(`no such field: ${key}`);
  return found;
};

describe("the model", () => {
  it("tells which questions are shown, and fills in the place", () => {
    const model = createModel(sheet, { n: 3 });
    expect(shownNames(model)).toEqual(["n", "overlap", "details", "rank"]);
    model.setValue("n", 12);
    expect(shownNames(model)).toContain("note");
    expect(model.getQuestionByName("note")?.locTitle.renderedHtml).toBe("Vad mer i Åmål?");
  });

  it("does not ask a party about itself", () => {
    expect(fieldsOf(question(new SurveySession(createModel(sheet, {})), "overlap")).map(({ key }) => key)).toEqual([
      "overlap.ifo",
    ]);
  });

  it("keeps what it does not know, and what is hidden", () => {
    const answers = { n: 3, note: "dold", missing_reasons: { "x.y": "cannot_state" } };
    expect(createModel(sheet, answers).data).toEqual(answers);
  });

  it("leaves the answers that it was given alone", () => {
    const answers = { overlap: { ifo: 1 } };
    const session = new SurveySession(createModel(sheet, answers));
    session.answer(field(session, "overlap.ifo").question, 9);
    expect(answers).toEqual({ overlap: { ifo: 1 } });
    expect(session.model.data).toEqual({ overlap: { ifo: 9 } });
  });
});

describe("a number field", () => {
  it("reads numbers as people write them, and gives other texts back", () => {
    expect(["12 345", "3,5", " 7 ", "1\u00a0000", "ca 40", ""].map(readNumber)).toEqual([
      12345,
      3.5,
      7,
      1000,
      "ca 40",
      undefined,
    ]);
    expect([12345, 1234, 3.5, -2].map(writeNumber)).toEqual(["12\u00a0345", "1234", "3,5", "−2"]);
  });

  it("keeps a text that is no number in sight, complains about it and shows the way out", () => {
    const session = new SurveySession(createModel(sheet, {}));
    session.write(field(session, "n"), "ca 40");
    session.visit("n");
    expect(session.unread("n")).toBe("ca 40");
    expect(session.model.data).toEqual({});
    expect(session.problem("n")).toBe(
      "Här behövs ett heltal, 0 eller större. Du skrev ”ca 40”. Är du osäker? Öppna ”Kan ni inte ange antalet?” och välj ”Vi kan bara ange ett intervall”.",
    );
    session.write(field(session, "n"), "40");
    expect(session.problem("n")).toBeUndefined();
    expect(session.model.data).toEqual({ n: 40 });
  });

  it("takes no part of a person", () => {
    const session = new SurveySession(createModel(sheet, {}));
    session.write(field(session, "n"), "3,5");
    expect(problemOf(field(session, "n"))).toBe("Här behövs ett heltal, 0 eller större. Du skrev ”3,5”.");
  });
});

describe("an identity number", () => {
  // 811218-9876 is Skatteverket's own example of a number.
  const text = "Gäller 811218-9876";

  it("is complained about while it is written", () => {
    const session = new SurveySession(createModel(sheet, { n: 12 }));
    session.answer(question(session, "note"), text);
    expect(session.problem("note")).toContain("personnummer");
  });

  it("is neither sent nor kept: the question keeps what it had", () => {
    expect(withoutIdentityNumbers({ note: text, n: 1 }, { note: "förut" })).toEqual({ note: "förut", n: 1 });
    expect(withoutIdentityNumbers({ rows: { a: text }, n: 1 }, {})).toEqual({ n: 1 });
  });
});

describe("an answer in words", () => {
  const session = new SurveySession(createModel(sheet, {}));
  const lines = (name: string, value: unknown) => linesOf(question(session, name), value);

  it("names rows, columns and choices", () => {
    expect(lines("overlap", { ifo: 12000 })).toEqual([{ label: "Socialtjänsten", text: "12\u00a0000" }]);
    expect(lines("details", { boende: { capacity: 4, limits: ["age", "queue"] } })).toEqual([
      { label: "Boendestöd", text: "Platser: 4\nGränser: Ålder, Kö" },
    ]);
    expect(lines("rank", ["b", "a"])).toEqual([{ label: "", text: "1. Beta  2. Alfa" }]);
  });

  it("is empty for what is not answered, and zero for zero", () => {
    expect(lines("overlap", {})).toEqual([]);
    expect(lines("n", undefined)).toEqual([]);
    expect(lines("n", 0)).toEqual([{ label: "", text: "0" }]);
  });
});

describe("finding the question of a column", () => {
  const model = createModel(sheet, {});

  it("looks in questions, items and columns", () => {
    expect(findOwner(model, "n")?.key).toBe("n");
    expect(findOwner(model, "overlap.ifo")?.key).toBe("overlap.ifo");
    expect(findOwner(model, "capacity.boende")?.key).toBe("details.boende.capacity");
    expect(findOwner(model, "nothing")).toBeUndefined();
  });
});

describe("what counts as answered", () => {
  it("is a count that is left by its way out", () => {
    const [page] = createModel(sheet, { n_instead: "range" }).visiblePages;
    const families = page ? familiesOf(page) : [];
    expect(families.map(({ main, members }) => [main.name, members.length])).toEqual([
      ["n", 2],
      ["overlap", 1],
      ["details", 1],
      ["rank", 1],
    ]);
    expect(families.map(isAnswered)).toEqual([true, false, false, false]);
  });
});

describe("the released party questionnaire", () => {
  it("uses only kinds of question that the page can show", () => {
    const released: unknown = JSON.parse(
      readFileSync(new URL("../../survey-definitions/party/v1/survey.json", import.meta.url), "utf8"),
    );
    const shown = new Set([...QUESTION_TYPES, "panel", "html"]);
    const used = [...JSON.stringify(released).matchAll(/"type":"(\w+)","name"/g)].map(([, type = ""]) => type);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((type) => !shown.has(type))).toEqual([]);
  });
});
