/** The sections that read other questionnaires than the parties' own: what holds for each of them. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { declaredInputs } from "../reports/declared-inputs.ts";
import type { ComputeContext, Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { datasetOf, studyOf } from "./fixtures/dataset.ts";
import { allAnswers, PROJECT_SECTIONS, projectTowns, projectWith } from "./fixtures/project.ts";

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
      const keys = table.columns.map(({ key }) => key).sort();
      for (const row of table.rows) expect(Object.keys(row).sort(), table.id).toEqual(keys);
    }
  });

  test("a table is found under its own id and has labels for every code in it", () => {
    for (const [id, table] of Object.entries(tablesOf())) {
      expect(table.id).toBe(id);
      for (const [key, labels] of Object.entries(table.labels))
        for (const row of table.rows) {
          const cell = row[key];
          const codes = typeof cell === "string" ? cell.split("|").filter((code) => code !== "") : [];
          for (const code of codes) expect(labels, `${id}.${key}`).toHaveProperty([code]);
        }
    }
  });

  test.each([
    ["the fixture", projectTowns],
    ["nobody who answered", unanswered],
    ["one answer", oneAnswer],
    ["answers in which everything is missing", allMissing],
  ])("with %s every sentence is a sentence and every chart is drawn", (_, data) => {
    const outcome = section.compute(declaredInputs(data, section.reads), context);
    if (outcome.status !== "ok") return;
    const sentences = section.sentences(outcome.tables);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*[^.]\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
    }
    for (const chart of section.charts) {
      const svg = renderToStaticMarkup(chart.draw(outcome.tables, { width: 640, invented: true }));
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(chart.title(outcome.tables)).toMatch(/[^.]$/);
    }
  });

  test("the sentences are these", () => {
    expect(section.sentences(tablesOf())).toMatchSnapshot();
  });

  test.each([390, 960])("the charts are drawn like this at %d px", async (width) => {
    for (const chart of section.charts) {
      const svg = renderToStaticMarkup(chart.draw(tablesOf(), { width, invented: true }));
      await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(
        `snapshots/${section.id}-${chart.id}-${width}.svg`,
      );
    }
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
