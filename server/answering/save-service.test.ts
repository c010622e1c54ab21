import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import type { SaveRequest } from "./save-messages.ts";
import { openSaveService } from "./save-service.ts";

const folder = mkdtempSync(join(tmpdir(), "behovskartan-saves-"));
const settings = { databaseUrl: undefined, municipalityNames: new Map(), saved: new Int32Array(1) };
const request: SaveRequest = { kind: "draft", token: "finns-inte", session: undefined, text: '{"answers":{}}' };

beforeAll(async () => {
  await buildIfStale("server");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a worker that crashes acknowledges nothing, is logged, and is started again for the next answer", async () => {
  const lines: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
  // A folder is no database file: the worker fails when it opens it.
  const broken = openSaveService({ ...settings, file: folder }, log);
  const both = [broken.save(request), broken.save(request)];
  for (const one of both) await expect(one).rejects.toMatchObject({ code: "internal", status: 500 });
  await expect(broken.save(request)).rejects.toMatchObject({ code: "internal" });
  expect(lines).toHaveLength(2);
  await broken.close();
});

test("closing answers everything that was asked for before", async () => {
  const service = openSaveService({ ...settings, file: join(folder, "test.db") }, pino({ level: "silent" }));
  const asked = Array.from({ length: 100 }, () => service.save(request));
  await service.close();
  const replies = await Promise.all(asked);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
  expect(JSON.parse(replies[0]?.json ?? "")).toMatchObject({ code: "link-not-found" });
});
