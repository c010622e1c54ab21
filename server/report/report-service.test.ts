import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { beforeAll, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { openReportService, type ReportRequest } from "./report-service.ts";

beforeAll(async () => {
  await buildIfStale("server");
});

const request: ReportRequest = {
  study: "finns-inte",
  filter: { municipalities: [], parties: [] },
  sections: [],
  output: { format: "json" },
};

test("a worker that crashes answers everybody who waits, is logged, and is started again for the next", async () => {
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-worker-"));
  const lines: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
  // A folder is no database file: the worker fails when it opens it.
  const broken = openReportService({ databaseUrl: undefined, file: folder }, log);
  await expect(broken.render(request)).rejects.toMatchObject({ code: "report-failed", status: 503 });
  await expect(broken.render(request)).rejects.toMatchObject({ code: "report-failed" });
  expect(lines).toHaveLength(2);
  await broken.close();

  const whole = openReportService({ databaseUrl: undefined, file: join(folder, "test.db") }, log);
  const twice = [whole.render(request), whole.render(request)] as const;
  expect(twice[0]).toBe(twice[1]);
  await expect(twice[0]).rejects.toMatchObject({ code: "study-not-found" });
  await whole.close();
  rmSync(folder, { recursive: true });
});
