import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIfStale } from "../build.ts";
import { openStore } from "../server/store/open.ts";
import type { Store } from "../server/store/store.ts";
import { createStudy } from "../server/study/create-study.ts";
import { createAnswerLink } from "../server/study/links.ts";
import { reference, studyFile } from "./http/application.ts";

const CLIENTS = 24;
const folder = mkdtempSync(join(tmpdir(), "behovskartan-kill-"));
const paths: string[] = [];
let store: Store;

beforeAll(async () => {
  await buildIfStale("server");
  store = await openStore({ file: join(folder, "behovskartan.db") });
  const parties = Array.from({ length: CLIENTS }, (_, i) => ({
    id: `p${i}`,
    kind: "other",
    name: `Part ${i}`,
    municipalities: ["1492"],
  }));
  await createStudy(store, reference, { ...studyFile, municipalities: ["1492"], parties }, new Date().toISOString());
  const maker = { store, config: { publicUrl: "" }, now: () => new Date() };
  for (const { id } of parties) {
    const link = await createAnswerLink(maker, "unga", { instrument: "party", party: id, municipality: "1492" });
    paths.push(String(link?.url).replace("/svara/", "/api/answer/"));
  }
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

interface Receipt {
  readonly id: string;
  readonly revision: number;
  readonly sha256: string;
}

test("every receipt that the server gave is kept after it was killed, eight times under load", async () => {
  const receipts: Receipt[] = [];
  for (let round = 0; round < 8; round++) {
    const given = await killWhileAnswering(50 + Math.random() * 250);
    expect(given.length).toBeGreaterThan(0);
    receipts.push(...given);
  }
  for (const { id, revision, sha256 } of receipts) {
    expect(await store.findRevision(id, revision)).toMatchObject({ sha256, kind: "submitted" });
  }
  expect(new Set(receipts.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(receipts.length);
}, 300_000);

/** Lets a new server answer for a while after its first receipt. */
async function killWhileAnswering(milliseconds: number): Promise<readonly Receipt[]> {
  const port = await freePort();
  const server = spawn(process.execPath, [join(import.meta.dirname, "../server/behovskartan.js"), "serve"], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, RATE_LIMIT: "off", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => server.stdout.once("data", resolve));
  const receipts: Receipt[] = [];
  let timer: NodeJS.Timeout | undefined;
  const told = (receipt: Receipt): void => {
    receipts.push(receipt);
    timer ??= setTimeout(() => server.kill("SIGKILL"), milliseconds);
  };
  await Promise.all(paths.map((path) => sendUntilGone(`http://127.0.0.1:${port}${path}`, server, told)));
  return receipts;
}

async function sendUntilGone(url: string, server: ChildProcess, told: (receipt: Receipt) => void): Promise<void> {
  const sheet = (await (await fetch(url)).json()) as { revision: number };
  for (let revision = sheet.revision; server.exitCode === null; revision++) {
    try {
      const response = await fetch(`${url}/submit`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ answers: { n_known: revision }, baseRevision: revision }),
      });
      expect(response.status).toBe(201);
      told(((await response.json()) as { receipt: Receipt }).receipt);
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
