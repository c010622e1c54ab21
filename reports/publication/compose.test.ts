import { describe, expect, test } from "vitest";
import { smallPublication } from "../../tests/fixtures/small-documents.ts";
import type { Table } from "../section.ts";
import { composePublication, PlanError } from "./compose.ts";
import type { ProtectedReport } from "./publication.ts";
import { readPublication } from "./read-publication.ts";
import { workingCopy } from "./working-copy.ts";

const population: Table = {
  id: "population",
  title: "Invånare 16–25 år",
  columns: [
    { key: "municipality", label: "Kommun", unit: "code" },
    { key: "persons", label: "Invånare", unit: "persons" },
    { key: "year", label: "År", unit: "year" },
    { key: "source", label: "Källa", unit: "" },
    { key: "approximated", label: "Ungefärligt", unit: "" },
    { key: "parties", label: "Parter", unit: "parties" },
  ],
  rows: [
    { municipality: "1492", persons: 1176, year: 2024, source: "SCB", approximated: false, parties: 9 },
    { municipality: "1487", persons: 4315, year: 2024, source: "SCB", approximated: false, parties: 9 },
  ],
  notes: [],
  labels: { municipality: { "1492": "Åmål", "1487": "Vänersborg" } },
};
const remarks: Table = { ...population, id: "remarks", title: "Lokala förhållanden", rows: [] };

/** Two sections: one that tells municipalities apart and one that does not. */
const report = {
  study: {
    ...smallPublication.study,
    municipalities: [
      { code: "1492", name: "Åmål" },
      { code: "1487", name: "Vänersborg" },
    ],
  },
  definitions: smallPublication.definitions,
  filter: { municipalities: [], parties: [] },
  protection: smallPublication.protection,
  sections: [
    {
      id: "background",
      question: "Hur många unga bor i kommunerna?",
      status: "ok",
      method: "Folkmängd.",
      sentences: ["I målgruppens ålder finns 1 176 invånare i Åmål och 4 315 invånare i Vänersborg."],
      tables: [population, remarks],
      charts: [{ id: "population", title: "Folkmängd", description: "Folkmängd." }],
    },
    {
      id: "gains",
      question: "Vad vinner man?",
      status: "no-answers",
      method: "",
      sentences: [],
      tables: [],
      charts: [],
    },
  ],
} as unknown as ProtectedReport;

const plan = { title: "Till styrelsen", introduction: "Först.", conclusion: "Sist.", sections: [], freeTexts: false };
const frame = {
  date: "2026-11-22",
  number: 1,
  basis: { program: "behovskartan 0.3.0", dataset: "b".repeat(64), responses: { party: 15 }, previous: "" },
};

describe("a publication", () => {
  test("has all sections in their order where the plan names none", () => {
    const { sections } = composePublication(report, plan, frame);
    expect(sections.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["background", "", ""],
      ["gains", "", ""],
    ]);
  });

  test("has the plan's sections in the plan's order, with the investigator's words around them", () => {
    const sections = [
      { id: "gains", before: "Före.", after: "" },
      { id: "background", before: "", after: "Efter." },
    ];
    const publication = composePublication(report, { ...plan, sections }, frame);
    expect(publication.sections.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["gains", "Före.", ""],
      ["background", "", "Efter."],
    ]);
    expect(publication.sections[1]?.tables).toEqual([population, remarks]);
  });

  test("refuses a section that the report does not have, and one that stands twice", () => {
    const with_ = (...ids: readonly string[]) => {
      try {
        composePublication(report, { ...plan, sections: ids.map((id) => ({ id, before: "", after: "" })) }, frame);
        return "composed";
      } catch (error) {
        return error instanceof PlanError ? error.code : error;
      }
    };
    expect(with_("gains", "weather")).toBe("unknown-section");
    expect(with_("gains", "background", "gains")).toBe("section-twice");
    expect(with_("gains")).toBe("composed");
  });

  test("refuses the report of a part of the study", () => {
    const part = { ...report, filter: { municipalities: ["1492"], parties: [] } };
    expect(() => composePublication(part, plan, frame)).toThrow(RangeError);
  });

  test("tells each municipality of its own rows, and leaves out sections that tell none apart", () => {
    expect(composePublication(report, plan, frame).places).toEqual({
      "1492": [
        {
          id: "background",
          sentences: [
            "I målgruppens ålder finns 1\u00a0176 invånare i Åmål.",
            "Talen kommer från SCB och gäller 2024.",
          ],
          charts: [
            {
              id: "population",
              title: "I målgruppens ålder finns 1\u00a0176 invånare i Åmål",
              description:
                "I målgruppens ålder finns 1\u00a0176 invånare i Åmål. Talen kommer från SCB och gäller 2024.",
            },
          ],
        },
      ],
      "1487": [
        {
          id: "background",
          sentences: [
            "I målgruppens ålder finns 4\u00a0315 invånare i Vänersborg.",
            "Talen kommer från SCB och gäller 2024.",
          ],
          charts: [
            {
              id: "population",
              title: "I målgruppens ålder finns 4\u00a0315 invånare i Vänersborg",
              description:
                "I målgruppens ålder finns 4\u00a0315 invånare i Vänersborg. Talen kommer från SCB och gäller 2024.",
            },
          ],
        },
      ],
    });
  });

  test("carries nothing of the report but what a publication has", () => {
    const leaking = { ...report, memory: { cells: [3] } };
    expect(JSON.stringify(composePublication(leaking, plan, frame))).not.toContain("memory");
  });

  test("is plain JSON, the same for the same input, and can be read back", () => {
    const publication = composePublication(report, plan, frame);
    const json = JSON.stringify(publication);
    expect(JSON.stringify(composePublication(report, plan, frame))).toBe(json);
    expect(readPublication(JSON.parse(json))).toEqual(publication);
  });

  test("tells what is new since the one before, which the first one does not", () => {
    const first = composePublication(report, plan, frame);
    expect(first).not.toHaveProperty("changes");
    const sections = report.sections.map((section) => ({ ...section, sentences: ["Annat."] }));
    const second = composePublication({ ...report, sections }, plan, { ...frame, number: 2 }, first);
    expect(second.changes).toEqual({
      number: 1,
      date: "2026-11-22",
      sections: [
        {
          id: "background",
          status: "changed",
          before: "I målgruppens ålder finns 1 176 invånare i Åmål och 4 315 invånare i Vänersborg.",
          now: "Annat.",
          tables: [],
        },
        { id: "gains", status: "changed", now: "Annat.", tables: [] },
      ],
    });
  });
});

test("a working copy has the whole report and no words of anybody", () => {
  const copy = workingCopy(report, "2026-11-22");
  expect(copy.kind).toBe("working-copy");
  expect(copy.title).toBe("Liten studie");
  expect(copy.sections.map(({ id, before, after }) => [id, before, after])).toEqual([
    ["background", "", ""],
    ["gains", "", ""],
  ]);
  expect(copy).not.toHaveProperty("protection");
});
