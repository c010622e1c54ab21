import { readdirSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { declaredInputs } from "../reports/declared-inputs.ts";
import { compileReport } from "../reports/report.ts";
import type { ComputeContext, Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { PROJECT_SECTIONS } from "./fixtures/project.ts";
import {
  expectLabels,
  expectSameDrawings,
  expectWholeRows,
  expectWordsAndDrawings,
} from "./fixtures/section-checks.ts";
import { AMAL, answers, parties, study, twoTowns } from "./fixtures/two-towns.ts";

let context: ComputeContext;
let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
  context = { solver };
});

const names = { "1492": "Åmål", "1487": "Vänersborg" };
const none = datasetOf({ study: studyOf([], {}), names: {}, answers: [] });
const unanswered = datasetOf({ study, names, answers: [] });
const oneAnswer = datasetOf({ study, names, answers: answers.slice(0, 1) });
/** Every cell of every column says why it is missing. */
const allMissing = datasetOf({
  study,
  names,
  answers: answers.map((answer) => ({
    ...answer,
    cells: Object.fromEntries(Object.keys(answer.cells).map((name) => [name, "!dont_know"])),
    pairs: {},
  })),
});

test("every section file is in the list, and in the order of the report", () => {
  const files = readdirSync("reports/sections").filter((name) => /^[a-z-]+\.tsx$/.test(name));
  expect(sections.map(({ id }) => `${id}.tsx`).sort()).toEqual(files.sort());
  expect(sections.map(({ id }) => id)).toEqual([
    "coverage",
    "group-size",
    "unduplicated",
    "profile",
    "problems",
    "interventions",
    "gaps",
    "lead-times",
    "responsibility",
    "cooperation",
    "barriers",
    "gains",
    "resources",
    "background",
    ...PROJECT_SECTIONS,
  ]);
});

/** Tables of what the fixture does not have: contradictions, models, free texts and answers of the staff. */
const MAY_BE_EMPTY =
  "open_answers conflicts models patterns other_support other_missing knowledge staff work reasonable meets notes conditions remarks budget".split(
    " ",
  );

/** Those of the other questionnaires have a test file and a fixture of their own. */
const ofParties = sections.filter(({ id }) => !PROJECT_SECTIONS.includes(id));

describe.each(ofParties)("section $id", (section) => {
  const tablesOf = (data = twoTowns): Tables => {
    const outcome = section.compute(declaredInputs(data, section.reads), context);
    if (outcome.status !== "ok") throw new Error(`fixture gave ${outcome.status}`);
    return outcome.tables;
  };

  test("asks a question and names its method", () => {
    expect(section.question).toMatch(/\?$/);
    expect(section.method).toMatch(/\.$/);
  });

  test("a study without parties has no answers", () => {
    expect(section.compute(none, context)).toEqual({ status: "no-answers" });
  });

  test("every column is in every row, and every row has no other", () => {
    for (const table of Object.values(tablesOf())) {
      expect(table.rows.length).toBeGreaterThan(MAY_BE_EMPTY.includes(table.id) ? -1 : 0);
      expectWholeRows(table);
    }
  });

  test("a table is found under its own id and has labels for every code in it", () => {
    expectLabels(tablesOf());
  });

  test.each([
    ["the fixture", twoTowns],
    ["nobody who answered", unanswered],
    ["one answer", oneAnswer],
    ["answers in which everything is missing", allMissing],
  ])("with %s every sentence is a sentence and every chart is drawn", (_, data) => {
    const outcome = section.compute(declaredInputs(data, section.reads), context);
    if (outcome.status !== "ok") return;
    expectWordsAndDrawings(section, outcome.tables);
  });

  test("the sentences are these", () => {
    expect(section.sentences(tablesOf())).toMatchSnapshot();
  });

  test("the tables are these", () => {
    expect(tablesOf()).toMatchSnapshot();
  });

  test.each([390, 960])("the charts are drawn like this at %d px", async (width) => {
    await expectSameDrawings(section, tablesOf(), width);
  });

  test("the same tables give the same bytes, and each mark has a tooltip and a key of its own", () => {
    for (const chart of section.charts) {
      const draw = () => renderToStaticMarkup(chart.draw(tablesOf(), { width: 800, invented: false }));
      expect(draw()).toBe(draw());
      expect(draw()).not.toContain("Exempel med påhittade svar");
      const keys = [...draw().matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(draw()).not.toContain('data-tip=""');
    }
  });

  test("a chosen mark dims the others", () => {
    for (const chart of section.charts) {
      const svg = renderToStaticMarkup(chart.draw(tablesOf(), { width: 800, invented: false }));
      const key = /data-key="([^"]*)"/.exec(svg)?.[1] ?? "";
      const chosen = renderToStaticMarkup(chart.draw(tablesOf(), { width: 800, invented: false, highlight: key }));
      const marks = [...chosen.matchAll(/<g data-key/g)].length;
      expect([...chosen.matchAll(/opacity="0.35"/g)]).toHaveLength(marks - 1);
    }
  });
});

test("resvg sets the texts in the report's font: a drawing without its texts is another picture", () => {
  const section = sections.find(({ id }) => id === "group-size");
  const outcome = section?.compute(twoTowns, context);
  if (section === undefined || outcome?.status !== "ok") throw new Error("no group-size");
  const svg = renderToStaticMarkup(section.charts[0]?.draw(outcome.tables, { width: 640, invented: true }) ?? <svg />);
  const font = {
    loadSystemFonts: false,
    fontFiles: ["Regular", "Semibold"].map((face) => `node_modules/source-sans/TTF/SourceSans3-${face}.ttf`),
  };
  const picture = (text: string) => new Resvg(text, { font }).render().pixels;
  const darkPixels = (pixels: Buffer) => pixels.filter((value, i) => i % 4 === 0 && value < 60).length;
  const withTexts = darkPixels(picture(svg));
  const without = darkPixels(picture(svg.replace(/<text[^>]*>[^<]*<\/text>/g, "")));
  expect(withTexts).toBeGreaterThan(without + 2000);
});

test("apostrophe, ampersand and no-break space come through to the drawing", () => {
  const report = compileReport(ofParties, twoTowns, { municipalities: [], parties: [] }, context, (id, error) => {
    throw new Error(id, { cause: error });
  });
  expect(report.sections.map(({ status }) => status)).toEqual(ofParties.map(() => "ok"));
  expect(JSON.stringify(report)).toContain("O'Hara\u00a0& vänner");
  const svg = renderToStaticMarkup(
    sections[0]?.charts[0]?.draw(
      Object.fromEntries(report.sections[0]?.tables.map((table) => [table.id, table]) ?? []),
      {
        width: 640,
        invented: true,
      },
    ) ?? <svg />,
  );
  expect(svg).toContain("O&#x27;Hara\u00a0&amp; vänner");
});

test("a section sees only what it says that it reads", () => {
  const narrowed = declaredInputs(twoTowns, ["n_known", "iv_avail"]).responses.get("party");
  expect([...(narrowed?.columns.keys() ?? [])].sort()).toEqual(
    ["n_known", ...study.interventions.map(({ code }) => `iv_avail.${code}`)].sort(),
  );
  expect(narrowed?.pairs.size).toBe(0);
});

test("the fixture has the parties and answers that its comment counts", () => {
  expect(parties.reduce((sum, { municipalities }) => sum + municipalities.length, 0)).toBe(9);
  expect(answers.filter(({ municipality }) => municipality === AMAL)).toHaveLength(4);
  expect(answers).toHaveLength(7);
});
