import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Assignment, Study } from "../survey-definitions/study.ts";
import { openStore } from "../server/store/open.ts";
import { ENGINES, createDatabase, type TestDatabase } from "./store/engines.ts";
import { AT, study as small } from "./store/small-study.ts";

const CLIENTS = 24;
const script = join(import.meta.dirname, "kill/save-under-load.ts");

const study: Study = {
  ...small,
  municipalities: ["1492"],
  parties: Array.from({ length: CLIENTS }, (_, i) => ({
    id: `p${i}`,
    kind: "other",
    name: `P${i}`,
    municipalities: ["1492"],
  })),
};
const assignments = study.parties.map(({ id }): Assignment => ({
  instrument: "party",
  party: id,
  municipality: "1492",
}));

let database: TestDatabase;
afterEach(() => database.remove());

describe.each(ENGINES)("on %s", (engine) => {
  const numbers: number[] = [];
  let fielded = 0;

  beforeEach(async () => {
    database = await createDatabase(engine);
    const store = await openStore(database.where);
    const definition = {
      study: study.id,
      instrument: "party",
      version: 1,
      municipality: "1492",
      sha256: "",
      json: "{}",
    } as const;
    await store.createStudy(study, assignments, [definition], AT);
    fielded = (await store.listFielded(study.id))[0]?.id ?? 0;
    numbers.length = 0;
    for (const assignment of assignments) numbers.push((await store.findAssignment(study.id, assignment)) ?? 0);
    await store.close();
  });

  test("every save that was acknowledged is there after the process was killed, twenty times under load", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const lines = await killWhileSaving(20 + Math.random() * 300);
      expect(lines.length).toBeGreaterThan(0);
      acknowledged.push(...lines);
      const missing = await missingFrom(lines);
      expect(missing).toEqual([]);
    }
    expect(await missingFrom(acknowledged)).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  }, 300_000);

  /** Lets a new process save for a while after its first acknowledgement; gives the whole lines that it wrote. */
  async function killWhileSaving(milliseconds: number): Promise<readonly string[]> {
    const child = spawn(
      process.execPath,
      [script, JSON.stringify(database.where), String(fielded), ...numbers.map(String)],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let [out, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    const gone = once(child, "close");
    await Promise.race([once(child.stdout, "data"), gone]);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill("SIGKILL");
    await gone;
    if (child.signalCode !== "SIGKILL") throw new Error(`the process ended by itself: ${errors}`);
    return out.slice(0, out.lastIndexOf("\n")).split("\n");
  }

  async function missingFrom(lines: readonly string[]): Promise<readonly string[]> {
    const rows = await database.run(`select assignment_id, revision, sha256 from revisions
      join responses on responses.id = revisions.response_id`);
    const stored = new Set(
      rows.map((row) => `${String(row.assignment_id)} ${String(row.revision)} ${String(row.sha256)}`),
    );
    return lines.filter((line) => !stored.has(line));
  }
});
