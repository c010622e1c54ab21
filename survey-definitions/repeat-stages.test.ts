import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { place as anyPlace } from "../tests/fixtures/fielded-party.ts";
import { checkDefinition } from "./check-definition.ts";
import type { Dictionary } from "./dictionary.ts";
import { expandDictionary } from "./expand.ts";
import { resolveDefinition } from "./resolve.ts";
import { stagesOf } from "./study-cases.ts";
import type { Case, Place } from "./study.ts";

const template = {
  pages: [
    { name: "start", vid: "p1", elements: [{ type: "comment", name: "role", vid: "q0", title: "Roll" }] },
    {
      name: "stage.*",
      vid: "p2",
      repeatFor: "stages",
      title: "{stage.no} av {case.stages}: {stage.title}",
      elements: [
        { type: "html", name: "story.*", vid: "q1", html: "<p>{stage.text}</p>" },
        { type: "html", name: "persons.*", vid: "q2", html: "<p>{case.persons}</p>", onlyFirst: true },
        { type: "checkbox", name: "action.*", vid: "q3", title: "Vad gör ni?", choicesFrom: "interventions" },
        { type: "comment", name: "basis.*", vid: "q4", title: "Varför?", visibleIf: "{action.*} notempty" },
      ],
    },
  ],
};

const dictionary = {
  role: { kind: "text", path: ["role"], label: "Roll", answers: [], maxLength: 100 },
  action: {
    kind: "multiple",
    path: ["action.*"],
    over: "stages",
    label: "Åtgärd",
    answers: [],
    categories: "interventions",
  },
  basis: { kind: "text", path: ["basis.*"], over: "stages", label: "Stöd", answers: [], maxLength: 100 },
} as const satisfies Dictionary;

const story: Case = {
  id: "flickan",
  version: 2,
  title: "Flickan",
  persons: [
    { role: "Flickan", description: "är åtta år." },
    { role: "Läraren", description: "ser henne varje dag." },
  ],
  stages: [
    { no: 1, title: "Skolan ser", text: "Hon <viskar> & går.\n\nIngen hör.", age: 8 },
    { no: 2, title: "Efteråt", text: "Ett år senare. Se {study.title}.", age: 9 },
  ],
};

const placeWith = (cases: readonly Case[]): Place => ({ ...anyPlace, study: { ...anyPlace.study, cases } });

interface Element {
  readonly name: string;
  readonly vid: string;
  readonly html?: string;
  readonly visibleIf?: string;
}
interface Page extends Element {
  readonly title?: string;
  readonly elements: readonly Element[];
}
const pagesFor = (cases: readonly Case[]): readonly Page[] =>
  resolveDefinition(template, placeWith(cases))["pages"] as readonly Page[];

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
const line = fc.string({ unit: fc.constantFrom(..."abcåäö {}.*<>&\n"), minLength: 1, maxLength: 30 });
const stories: fc.Arbitrary<readonly Case[]> = fc.uniqueArray(
  fc.record({
    id,
    version: fc.integer({ min: 1, max: 9 }),
    title: line,
    persons: fc.array(fc.record({ role: line, description: line }), { minLength: 1, maxLength: 2 }),
    stages: fc
      .array(fc.record({ title: line, text: line, age: fc.integer({ min: 0, max: 25 }) }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((stages) => stages.map((stage, i) => ({ ...stage, no: i + 1 }))),
  }),
  { selector: (found) => found.id, maxLength: 4 },
);

describe("pages for stages", () => {
  test("tell the story first, stage by stage, with names and conditions of their own", () => {
    const [, first, second] = pagesFor([story]);
    expect(first).toMatchObject({ name: "stage.flickan_1", vid: "p2/stage:flickan_1", title: "1 av 2: Skolan ser" });
    expect(first?.elements).toMatchObject([
      { html: "<p>Hon &lt;viskar&gt; &amp; går.</p><p>Ingen hör.</p>" },
      { html: "<p>Flickan: är åtta år.<br>Läraren: ser henne varje dag.</p>" },
      { name: "action.flickan_1", choices: [{ value: "case_management" }, {}, {}, {}, {}] },
      { name: "basis.flickan_1", visibleIf: "{action.flickan_1} notempty", vid: "q4/stage:flickan_1" },
    ]);
    expect(second?.elements.map(({ name }) => name)).toEqual([
      "story.flickan_2",
      "action.flickan_2",
      "basis.flickan_2",
    ]);
  });

  test("leave the words of a story as they were written", () => {
    expect(pagesFor([story])[2]?.elements[0]?.html).toBe("<p>Ett år senare. Se {study.title}.</p>");
  });

  test("are not there without cases", () => {
    expect(pagesFor([]).map(({ name }) => name)).toEqual(["start"]);
    expect(expandDictionary(dictionary, placeWith([])).map(({ name }) => name)).toEqual(["role"]);
  });

  test("can be repeated for nothing else", () => {
    const other = { pages: [{ name: "x", vid: "p", repeatFor: "parties", elements: [] }] };
    expect(() => resolveDefinition(other, placeWith([]))).toThrow(RangeError);
    expect(checkDefinition(other).map(({ code }) => code)).toContain("unknown-list");
  });

  test("are one for every stage, and ask for exactly the columns of the dictionary", () => {
    fc.assert(
      fc.property(stories, (cases) => {
        const pages = pagesFor(cases);
        const rows = stagesOf({ cases }).map(({ row }) => row);
        expect(pages.map(({ name }) => name)).toEqual(["start", ...rows.map((row) => `stage.${row}`)]);
        const asked = pages.flatMap(({ elements }) => elements.filter(({ html }) => html === undefined));
        const columns = expandDictionary(dictionary, placeWith(cases));
        expect(asked.map(({ name }) => name).toSorted()).toEqual(columns.map(({ path }) => path.join("/")).toSorted());
        expect(columns.map(({ name }) => name)).toEqual([
          "role",
          ...rows.map((row) => `action.${row}`),
          ...rows.map((row) => `basis.${row}`),
        ]);
      }),
    );
  });

  test("have ids of their own that are the same each time, whatever other cases there are", () => {
    fc.assert(
      fc.property(stories, (cases) => {
        const ids = (all: readonly Page[]) => all.flatMap((page) => [page.vid, ...page.elements.map(({ vid }) => vid)]);
        const together = ids(pagesFor(cases));
        expect(new Set(together).size).toBe(together.length);
        expect(ids(pagesFor(cases))).toEqual(together);
        const alone = cases.flatMap((one) => ids(pagesFor([one]).slice(1)));
        expect(together.slice(2)).toEqual(alone);
        expect(checkDefinition(resolveDefinition(template, placeWith(cases)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
