/** What `export responses` writes, `import responses` reads back to the same answers: all five questionnaires. */
import { beforeEach, describe, expect, test } from "vitest";
import { responsesCsv, responsesJson } from "../../server/export/responses.ts";
import { importResponses } from "../../server/import/import-responses.ts";
import { openStore } from "../../server/store/open.ts";
import type { NewRevision, Store } from "../../server/store/store.ts";
import { createStudy } from "../../server/study/create-study.ts";
import { Questionnaires } from "../../server/study/questionnaires.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { givenAnswers } from "../fixtures/answers-of-all-instruments.ts";
import { allInstruments } from "../http/all-instruments.ts";
import { reference } from "../http/application.ts";
import { ENGINES, createDatabase, type TestDatabase } from "./engines.ts";

const AT = "2026-05-04T00:00:00.000Z";

interface Place {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly questionnaires: Questionnaires;
  readonly study: Study;
}

async function openPlace(engine: (typeof ENGINES)[number]): Promise<Place> {
  const database = await createDatabase(engine);
  const store = await openStore(database.where);
  const created = await createStudy(store, reference, allInstruments, AT);
  if (created.status === "invalid") throw new Error(JSON.stringify(created.problems));
  const questionnaires = new Questionnaires(store, reference.municipalityNames);
  return { database, store, questionnaires, study: created.study };
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}

const csvOf = ({ store, questionnaires, study }: Place) => text(responsesCsv(store, questionnaires, study));
async function answersOf({ store, questionnaires, study }: Place) {
  const { responses } = JSON.parse(await text(responsesJson(store, questionnaires, study))) as {
    responses: { instrument: string; party?: string; municipality?: string; submitted_at: string; answers: unknown }[];
  };
  return responses.map(({ instrument, party, municipality, submitted_at, answers }) => ({
    instrument,
    party,
    municipality,
    submitted_at,
    answers,
  }));
}
const importInto = ({ store, questionnaires, study }: Place, csv: string) =>
  importResponses(store, questionnaires, study, Buffer.from(csv), AT);

describe.each(ENGINES)("on %s", (engine) => {
  let from: Place;
  let to: Place;
  beforeEach(async () => {
    [from, to] = [await openPlace(engine), await openPlace(engine)];
    const fielded = await from.store.listFielded("alla");
    for (const { answers, ...place } of givenAnswers) {
      const assignment = await from.store.findAssignment("alla", place);
      const definition = fielded.find(
        (row) => row.instrument === place.instrument && row.municipality === (place.municipality ?? ""),
      );
      if (assignment === undefined || definition === undefined) throw new Error(JSON.stringify(place));
      const { compiled } = await from.questionnaires.get(definition.id);
      const values = place.party === undefined ? {} : { party_id: place.party };
      expect(compiled.validate(answers, values)).toEqual([]);
      const saved = await from.store.saveRevision({
        assignment,
        ...(place.instrument === "follow-up" ? { byPeriod: true } : {}),
        kind: "submitted",
        fielded: definition.id,
        answers,
        shown: compiled.shown(answers, values),
        role: "respondent",
        baseRevision: 0,
        savedAt: AT,
      } satisfies NewRevision);
      expect(saved.status).toBe("saved");
    }
    return async () => {
      for (const { store, database } of [from, to]) {
        await store.close();
        await database.remove();
      }
    };
  });

  test("the answers of all five questionnaires come back as they were given, and so does the file", async () => {
    const csv = await csvOf(from);
    expect(await importInto(to, csv)).toEqual({ status: "imported", responses: givenAnswers.length });
    const back = await answersOf(to);
    expect(back).toEqual(await answersOf(from));
    expect(back.map(({ answers }) => answers)).toEqual(
      expect.arrayContaining(givenAnswers.map(({ answers }) => answers)),
    );
    expect(await csvOf(to)).toBe(csv);
  });

  test("importing again changes the official answers and each period, and adds to the anonymous ones", async () => {
    const csv = await csvOf(from);
    await importInto(to, csv);
    await importInto(to, csv.replace("2026-07-01,2026-12-31", "2027-01-01,2027-06-30"));
    const counts: Record<string, number> = {};
    for (const { instrument, responses } of await to.store.coverage("alla")) {
      counts[instrument] = (counts[instrument] ?? 0) + responses;
    }
    // Two parties, one party's case; staff and voice twice over; of the follow-up a third period.
    expect(counts).toEqual({ party: 2, staff: 4, voice: 4, case: 1, "follow-up": 3 });
    const assignment = (await to.store.findAssignment("alla", { instrument: "follow-up" })) ?? 0;
    const periods = await to.store.listResponses(assignment);
    const revisions = await Promise.all(
      periods.map(async ({ response, period }) => [period?.from, (await to.store.listRevisions(response)).length]),
    );
    expect(Object.fromEntries(revisions)).toEqual({ "2026-01-01": 2, "2026-07-01": 1, "2027-01-01": 1 });
  });
});
