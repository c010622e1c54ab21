import { expect, test } from "vitest";
import type { Study } from "../../survey-definitions/study.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { CoverageIndex, countResponses, countStatuses, groupsOf, type CoverageFilter } from "./coverage-model.ts";

/** Two municipalities; social services answer for one, child psychiatry and a clinic for both. */
const study = {
  municipalities: ["1492", "1487"],
  parties: [
    { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1492", "1487"] },
    { id: "ifo", kind: "social_services", name: "Socialtjänsten", municipalities: ["1492"] },
    { id: "um", kind: "youth_clinic", name: "Ungdomsmottagningen", municipalities: ["1492", "1487"] },
  ],
} as unknown as Study;

const cell = (party: string, municipality: string, status: CoverageCell["status"]): CoverageCell => ({
  assignment: `${party}-${municipality}`,
  instrument: "party",
  party,
  municipality,
  status,
  responses: 0,
  links: 0,
});
const cells = [
  cell("bup", "1492", "answered"),
  cell("bup", "1487", "draft"),
  cell("ifo", "1492", "answered"),
  cell("um", "1492", "declined"),
  cell("um", "1487", "not_started"),
  { ...cell("ifo", "1492", "not_started"), instrument: "staff" as const, assignment: "staff" },
];
const index = new CoverageIndex(cells, "party");
const everything: CoverageFilter = { instrument: "party", municipality: "", kind: "", status: "" };
const partyIds = (filter: Partial<CoverageFilter>): string[] =>
  groupsOf(study, index, { ...everything, ...filter }).flatMap(({ parties }) => parties.map(({ id }) => id));

test("a party has no cell where it answers for nobody, nor one of another questionnaire", () => {
  expect(index.find("ifo", "1487")).toBeUndefined();
  expect(index.find("ifo", "1492")?.status).toBe("answered");
});

test("parties stand by kind, in the order of the codes", () => {
  expect(partyIds({})).toEqual(["ifo", "um", "bup"]);
});

test("a filter on the status keeps the parties with at least one such cell in the municipality shown", () => {
  expect(partyIds({ status: "answered" })).toEqual(["ifo", "bup"]);
  expect(partyIds({ status: "answered", municipality: "1487" })).toEqual([]);
  expect(partyIds({ status: "not_started", municipality: "1487" })).toEqual(["um"]);
});

test("a filter on the municipality leaves out parties that do not cover it", () => {
  expect(partyIds({ municipality: "1487" })).toEqual(["um", "bup"]);
});

test("every cell is counted once", () => {
  expect(countStatuses(index.of(study.parties, study.municipalities))).toEqual({
    answered: 2,
    draft: 1,
    not_started: 1,
    declined: 1,
  });
});

test("an index has the cells of its own questionnaire, with or without a party", () => {
  const voice: CoverageCell = { ...cell("", "1487", "answered"), instrument: "voice", responses: 7 };
  const { party: _, ...withoutParty } = voice;
  const voices = new CoverageIndex([...cells, withoutParty], "voice");
  expect(voices.cells).toEqual([withoutParty]);
  expect(voices.find(undefined, "1487")).toEqual(withoutParty);
  expect(countResponses(voices.cells)).toBe(7);
});
