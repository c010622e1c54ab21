/** The sections that read other questionnaires than the parties' own: what holds for each of them. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { declaredInputs } from "../reports/declared-inputs.ts";
import type { ComputeContext, Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { allAnswers, PROJECT_SECTIONS, projectTowns, projectWith } from "./fixtures/project.ts";
import {
  expectLabels,
  expectSameDrawings,
  expectWholeRows,
  expectWordsAndDrawings,
} from "./fixtures/section-checks.ts";

let context: ComputeContext;
beforeAll(async () => {
  context = { solver: await loadSolver() };
});

const none = datasetOf({ study: studyOf([], {}), names: {}, answers: [] });
const instruments = Object.keys(allAnswers) as (keyof typeof allAnswers)[];
const each = (answers: (instrument: keyof typeof allAnswers) => Parameters<typeof projectWith>[0]["case"]) =>
  projectWith(Object.fromEntries(instruments.map((instrument) => [instrument, answers(instrument)])));
const unanswered = projectWith({});
const oneAnswer = each((instrument) => allAnswers[instrument].slice(0, 1));
/** Every cell of every column says why it is missing. */
const allMissing = each((instrument) =>
  allAnswers[instrument].map((answer) => ({
    ...answer,
    cells: Object.fromEntries(Object.keys(answer.cells).map((name) => [name, "!dont_know"])),
    pairs: {},
  })),
);

const chosen = sections.filter(({ id }) => PROJECT_SECTIONS.includes(id));

test("they stand last in the report, in this order", () => {
  expect(sections.slice(-5).map(({ id }) => id)).toEqual(PROJECT_SECTIONS);
});

describe.each(chosen)("section $id", (section) => {
  const tablesOf = (data = projectTowns): Tables => {
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
      expect(table.rows.length, table.id).toBeGreaterThan(0);
      expectWholeRows(table);
    }
  });

  test("a table is found under its own id and has labels for every code in it", () => {
    expectLabels(tablesOf());
  });

  test.each([
    ["the fixture", projectTowns],
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

  test.each([390, 960])("the charts are drawn like this at %d px", async (width) => {
    await expectSameDrawings(section, tablesOf(), width);
  });

  test("the same tables give the same bytes, and each mark has a tooltip and a key of its own", () => {
    for (const chart of section.charts) {
      for (const width of [390, 960]) {
        const draw = () => renderToStaticMarkup(chart.draw(tablesOf(), { width, invented: false }));
        expect(draw()).toBe(draw());
        const keys = [...draw().matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
        expect(new Set(keys).size, chart.id).toBe(keys.length);
        expect(draw()).not.toContain('data-tip=""');
      }
    }
  });
});
