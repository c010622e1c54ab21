import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { arrangeAnswers } from "../../survey-definitions/arrange.ts";
import { INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import { definitionOf } from "../../survey-definitions/instruments.ts";
import { parseStudy } from "../../survey-definitions/parse-study.ts";
import { readAnswers } from "../../survey-definitions/read-answers.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { createExample } from "../study/create-example.ts";
import { Questionnaires } from "../study/questionnaires.ts";
import { readReference } from "../study/reference.ts";
import { EXAMPLE_PROPOSALS } from "./proposals.ts";
import { exampleResponses } from "./responses.ts";
import { EXAMPLE_ID, exampleStudy } from "./study.ts";

const reference = await readReference();
const parsed = parseStudy(exampleStudy, reference);
if (parsed.study === undefined) throw new Error(JSON.stringify(parsed.problems));
const { study } = parsed;

function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-example-"));
  const opened = openStore({ file: join(folder, "example.db") });
  onTestFinished(async () => {
    await (await opened).close();
    rmSync(folder, { recursive: true });
  });
  const placeOf = (store: Store) => ({
    store,
    reference,
    questionnaires: new Questionnaires(store, reference.municipalityNames),
    config: { publicUrl: "" },
    now: () => new Date("2026-11-22T12:00:00.000Z"),
  });
  return { opened, placeOf };
}

test("every answer of the example is one that the questionnaire takes", async () => {
  const { opened, placeOf } = openPlace();
  const store = await opened;
  const place = placeOf(store);
  await createExample(place);
  const fielded = await store.listFielded(EXAMPLE_ID);
  const problems: unknown[] = [];
  for (const { assignment, answers } of exampleResponses(study)) {
    const { instrument, party, municipality = "" } = assignment;
    const row = fielded.find((one) => one.instrument === instrument && one.municipality === municipality);
    const { variables, compiled } = await place.questionnaires.get(row?.id ?? 0);
    const arranged = arrangeAnswers(variables, answers);
    const values = party === undefined ? {} : { party_id: party };
    problems.push(...compiled.validate(arranged, values));
    problems.push(...readAnswers(variables, arranged, new Set(compiled.shown(arranged, values))).problems);
  }
  expect(problems).toEqual([]);
});

test("the example has as many answers of each questionnaire as it says, and few voices in the small place", () => {
  const responses = exampleResponses(study);
  const n = (instrument: Instrument, kind = "submitted") =>
    responses.filter((one) => one.assignment.instrument === instrument && one.kind === kind).length;
  // 18 places of a party in a municipality; one declined, one not begun and one draft; of the cases two are not begun.
  expect(INSTRUMENTS.map((instrument) => n(instrument))).toEqual([15, 150, 14, 45, 3]);
  expect(INSTRUMENTS.map((instrument) => n(instrument, "draft"))).toEqual([1, 0, 1, 0, 0]);
  const young = responses.filter(
    ({ assignment, answers }) =>
      assignment.instrument === "voice" && assignment.municipality === "1492" && answers["v_role"] === "young",
  );
  expect(young.length).toBeLessThan(study.suppression_threshold);
});

test("the figures of the parties are those that the example has had from the beginning", () => {
  const known = exampleResponses(study)
    .filter(({ assignment }) => assignment.instrument === "party")
    .map(({ assignment, answers }) => `${assignment.party} ${assignment.municipality} ${String(answers["n_known"])}`);
  expect(known).toMatchInlineSnapshot(`
    [
      "ifo-amal 1492 52",
      "ifo-vanersborg 1487 136",
      "elevhalsa-amal 1492 22",
      "elevhalsa-vanersborg 1487 41",
      "ame-amal 1492 29",
      "kaa-vanersborg 1487 28",
      "arbetsformedlingen 1492 26",
      "arbetsformedlingen 1487 76",
      "forsakringskassan 1492 11",
      "bup 1492 24",
      "bup 1487 37",
      "vuxenpsykiatrin 1492 14",
      "vuxenpsykiatrin 1487 61",
      "primarvarden 1492 undefined",
      "ungdomsmottagningen 1492 23",
      "ungdomsmottagningen 1487 64",
    ]
  `);
});

/** Variables that the example leaves empty: reasons why a count is not given, and ranges, where it is given. */
const UNANSWERED = /_instead$|_low$|_high$|^n_\w+_(source|precision)$|^contrib_hours_month_/;

test("every question has an answer somewhere in the example", () => {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    for (const [name, inside] of Object.entries(value)) {
      names.add(name.split(".")[0] ?? "");
      walk(inside);
    }
  };
  for (const { answers } of exampleResponses(study)) walk(answers);
  const empty = INSTRUMENTS.flatMap((instrument) => Object.keys(definitionOf(instrument, 1)?.dictionary ?? {})).filter(
    (name) => !names.has(name) && !UNANSWERED.test(name),
  );
  // The link says which party and place it is.
  expect(empty).toEqual(["resp_party", "resp_area", "st_party", "st_area", "fu_status_12m"]);
});

test("no text of the example holds an identity number", () => {
  const texts = [...exampleResponses(study).map(({ answers }) => answers), ...EXAMPLE_PROPOSALS];
  expect(texts.filter((each) => findIdentityNumber(JSON.stringify(each)) !== undefined)).toEqual([]);
});

test("an example that was cut short is finished the next time, and one that is finished stays as it is", async () => {
  const { opened, placeOf } = openPlace();
  const store = await opened;
  const broken: Store = { ...store, importRevisions: () => Promise.reject(new Error("the disk is full")) };
  await expect(createExample(placeOf(broken))).rejects.toThrow("the disk is full");
  const answered = async () => (await store.coverage(EXAMPLE_ID)).reduce((sum, { responses }) => sum + responses, 0);
  expect(await answered()).toBe(0);
  await createExample(placeOf(store));
  expect(await answered()).toBe(15 + 150 + 14 + 45 + 3);
  await createExample(placeOf(store));
  expect(await answered()).toBe(15 + 150 + 14 + 45 + 3);
  expect((await store.proposals(EXAMPLE_ID)).proposals).toEqual(EXAMPLE_PROPOSALS);
});

test("the example's answers to open questionnaires keep the day alone", async () => {
  const { opened, placeOf } = openPlace();
  const store = await opened;
  await createExample(placeOf(store));
  for await (const { revision } of store.submittedRevisions(EXAMPLE_ID, "voice"))
    expect(revision.savedAt).toMatch(/^2026-1[01]-\d\dT00:00:00\.000Z$/);
});
