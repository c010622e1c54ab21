import { beforeEach, describe, expect, test } from "vitest";
import { cellOf, createAllInstruments, linkPath } from "./all-instruments.ts";
import { type Application, startApplication } from "./application.ts";

const FOLLOW_UP = { instrument: "follow-up" } as const;
const spring = { fu_period_start: "2026-01-01", fu_period_end: "2026-06-30" };
const autumn = { fu_period_start: "2026-07-01", fu_period_end: "2026-12-31" };

let app: Application;
let path: string;
beforeEach(async () => {
  app = await startApplication();
  await createAllInstruments(app);
  path = await linkPath(app, FOLLOW_UP);
  return () => app.stop();
});

interface Period {
  readonly session: string;
  readonly from?: string;
  readonly to?: string;
  readonly status: string;
}
const sheet = async (session?: string) =>
  (await app.call("GET", session === undefined ? path : `${path}?session=${session}`)).body;
const periods = async () => (await sheet())["periods"] as readonly Period[];
const send = (answers: object, baseRevision = 0, session = "") =>
  app.call("POST", `${path}/submit${session && `?session=${session}`}`, { answers, baseRevision });
const draft = (answers: object, baseRevision = 0, session = "") =>
  app.call("PUT", `${path}/draft${session && `?session=${session}`}`, { answers, baseRevision });
const idOf = (sent: { body: Record<string, unknown> }) => (sent.body["receipt"] as { id: string }).id;

describe("the follow-up has one answer a period", () => {
  test("another period makes another answer, with or without a base revision", async () => {
    const first = await send({ ...spring, fu_enrolled: 8 });
    const second = await send({ ...autumn, fu_enrolled: 5 }, 1);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(idOf(second)).not.toBe(idOf(first));
    expect(await periods()).toMatchObject([
      { session: idOf(second), from: "2026-07-01", to: "2026-12-31", status: "submitted" },
      { session: idOf(first), from: "2026-01-01", to: "2026-06-30", status: "submitted" },
    ]);
    expect(await cellOf(app, FOLLOW_UP)).toMatchObject({ status: "answered", responses: 2 });
    expect(await sheet(idOf(first))).toMatchObject({
      session: idOf(first),
      answers: { ...spring, fu_enrolled: 8 },
      status: "submitted",
      receipt: { id: idOf(first) },
    });
  });

  test("the same period is the same answer, by the usual rules of revisions", async () => {
    const first = await send({ ...spring, fu_enrolled: 8 });
    const stale = await send({ ...spring, fu_enrolled: 9 });
    expect(stale).toMatchObject({ status: 409, body: { code: "conflict", conflicts: ["fu_enrolled"], revision: 1 } });
    const again = await send({ ...spring, fu_enrolled: 9 }, 1);
    expect(again.body["receipt"]).toMatchObject({ id: idOf(first), revision: 2 });
    expect(await periods()).toHaveLength(1);
  });

  test("a draft opens again without a session, and goes on when its period has been stated", async () => {
    const first = await draft({ fu_enrolled: 3 });
    const session = String(first.body["session"]);
    expect(await sheet()).toMatchObject({ session, answers: { fu_enrolled: 3 }, revision: 1, status: "draft" });
    expect(await periods()).toEqual([{ session, status: "draft", savedAt: expect.stringMatching(/Z$/) as string }]);
    const dated = await draft({ fu_enrolled: 3, ...spring }, 1);
    expect(dated.body).toMatchObject({ session, revision: 2 });
    expect(await periods()).toMatchObject([{ session, from: "2026-01-01", to: "2026-06-30" }]);
    const sent = await send({ fu_enrolled: 3, ...spring }, 2);
    expect(idOf(sent)).toBe(session);
    expect(await sheet()).toMatchObject({ answers: {}, revision: 0, status: "not_started" });
  });

  test("a period that another answer has is 422 at its first day, and nothing is saved", async () => {
    const first = await send({ ...spring, fu_enrolled: 8 });
    const second = await send({ ...autumn, fu_enrolled: 5 });
    for (const save of [send, draft]) {
      const refused = await save({ ...spring, fu_enrolled: 5 }, 1, idOf(second));
      expect(refused).toMatchObject({
        status: 422,
        body: { code: "answers-invalid", problems: [{ variable: "fu_period_start", code: "period-taken" }] },
      });
    }
    expect(await sheet(idOf(second))).toMatchObject({ answers: autumn, revision: 1 });
    expect(await sheet(idOf(first))).toMatchObject({ revision: 1 });
  });

  test("a sent answer stays at its period until another is sent", async () => {
    const first = idOf(await send({ ...spring, fu_enrolled: 8 }));
    const moved = { ...autumn, fu_enrolled: 8 };
    expect((await draft(moved, 1, first)).status).toBe(200);
    expect(await periods()).toMatchObject([{ session: first, from: "2026-01-01", status: "reopened" }]);
    expect((await send(moved, 2, first)).status).toBe(201);
    expect(await periods()).toMatchObject([{ session: first, from: "2026-07-01", status: "submitted" }]);
    const anew = await send({ ...spring, fu_enrolled: 1 });
    expect(idOf(anew)).not.toBe(first);
  });

  test("twenty people who begin the same period at the same time share one answer", async () => {
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, i) => draft({ ...spring, [`fu_${i % 2 ? "enrolled" : "waiting"}`]: 1 })),
    );
    expect(new Set(saves.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(saves.map(({ body }) => body["session"])).size).toBe(1);
    expect(await periods()).toHaveLength(1);
  });

  test("the investigator sees its answers with their periods", async () => {
    await send({ ...spring, fu_enrolled: 8 });
    await draft({ fu_enrolled: 2 });
    const { assignment } = await cellOf(app, FOLLOW_UP);
    const list = await app.call(
      "GET",
      `/api/studies/alla/assignments/${assignment}/responses`,
      undefined,
      app.investigator,
    );
    expect(list.body["responses"]).toMatchObject([
      { status: "draft" },
      { status: "submitted", period: { from: "2026-01-01", to: "2026-06-30" } },
    ]);
  });
});
