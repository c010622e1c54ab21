/** The work on a publication is taken up again by the next process when this one is killed. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { configFrom } from "../../server/config.ts";
import { readReference } from "../../server/study/reference.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { createExample } from "../../server/study/create-example.ts";
import { Questionnaires } from "../../server/study/questionnaires.ts";

const folder = mkdtempSync(join(tmpdir(), "behovskartan-publish-"));
let store: Store;

beforeAll(async () => {
  await buildIfStale("server");
  store = await openStore({ file: join(folder, "behovskartan.db") });
  const reference = await readReference();
  const questionnaires = new Questionnaires(store, reference.municipalityNames);
  // The example's own publication is begun with it; nobody works on it yet.
  await createExample({ store, reference, questionnaires, config: configFrom({}), now: () => new Date() });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const publication = async () => (await store.publications.list("exempel", "2026-01-01"))[0];

async function until(
  what: string,
  reached: (found: Awaited<ReturnType<typeof publication>>) => boolean,
): Promise<void> {
  const giveUpAt = Date.now() + 150_000;
  while (!reached(await publication())) {
    if (Date.now() > giveUpAt) throw new Error(`${what}: ${JSON.stringify(await publication())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A server that has begun to listen. */
async function serve() {
  const server = spawn(process.execPath, [join(import.meta.dirname, "../../server/behovskartan.js"), "serve"], {
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: folder, RATE_LIMIT: "off", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => server.stdout.once("data", resolve));
  return server;
}

test("killed in the middle, it is done by the server that starts after it, once, and asked for by nobody", async () => {
  const killed = await serve();
  await until("the first server begins", (found) => found?.progress !== undefined || found?.status !== "working");
  const ended = new Promise((resolve) => killed.once("exit", resolve));
  killed.kill("SIGKILL");
  await ended;
  expect(await publication()).toMatchObject({ status: "working" });

  const next = await serve();
  await until("the second server finishes", (found) => found?.status !== "working");
  expect(await publication()).toMatchObject({ status: "published", number: 1 });
  expect(await store.publications.list("exempel", "2026-01-01")).toHaveLength(1);
  const over = new Promise((resolve) => next.once("exit", resolve));
  next.kill("SIGTERM");
  await over;
}, 240_000);

test("broken off again and again it fails at last, and says so", async () => {
  const id = randomUUID();
  const plan = { title: "Aldrig klar", introduction: "", conclusion: "", sections: [], freeTexts: false };
  await store.publications.create({ id, study: "exempel", plan, preview: false, createdAt: new Date().toISOString() });
  // Four processes took it on, a moment each, and were never heard of again.
  for (let i = 0; i < 4; i++) {
    const at = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await store.publications.claim({ owner: `p${i}`, until: at }, at)).toMatchObject({ id, attempt: i + 1 });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const server = await serve();
  await until("it fails", (found) => found?.status === "failed");
  expect(await publication()).toMatchObject({ id, problem: { code: "interrupted" } });
  const over = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await over;
}, 60_000);
