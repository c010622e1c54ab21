import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAllInstruments, linkPath } from "./all-instruments.ts";
import { type Application, startApplication } from "./application.ts";

const ADDRESS = "203.0.113.77";
const DEVICE = "Provtelefon/7.3 (igenkannlig)";
const COOKIE = "prov_kaka=abc123def456";
const sender = { "x-forwarded-for": ADDRESS, "user-agent": DEVICE, cookie: COOKIE, "accept-language": "fi-FI" };
const traces = [ADDRESS, "127.0.0.1", "::1", "Provtelefon", "prov_kaka", "abc123def456", "fi-FI"];

const lines: string[] = [];
let app: Application;
let token: string;
beforeAll(async () => {
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  // The limits keep addresses, in memory: they are part of what is tried here.
  app = await startApplication({ TRUST_PROXY: "1", RATE_LIMIT: "6000,12000" }, log);
  await createAllInstruments(app);
  const path = await linkPath(app, { instrument: "voice", municipality: "1492" });
  token = path.split("/").at(-1) ?? "";
  const draft = await app.call("PUT", `${path}/draft`, { answers: { v_hope: 4 } }, sender);
  const session = String(draft.body["session"]);
  const body = { answers: { v_hope: 5 }, baseRevision: 1, signedBy: "Alva Exempel" };
  expect((await app.call("POST", `${path}/submit?session=${session}`, body, sender)).status).toBe(201);
  expect((await app.call("POST", `${path}/submit`, { answers: { v_retold: "n1" } }, sender)).status).toBe(201);
  await app.call("POST", `${path}/submit`, { answers: { v_retold: "fel" } }, sender);
});
afterAll(() => app.stop());

test("no table has a column for who sends an answer or from what", () => {
  const columns = readTables((database, table) =>
    database
      .prepare<[string], { name: string }>("select name from pragma_table_info(?)")
      .all(table)
      .map(({ name }) => `${table}.${name}`),
  );
  const telling = /(^|_)(ip|address|agent|device|browser|cookie|fingerprint|referr?er|language|host)(_|$)/;
  expect(columns).toContain("revisions.answers");
  expect(columns.filter((column) => telling.test(column.split(".")[1] ?? ""))).toEqual([]);
});

test("no row of any table holds the address, the device, a cookie, a name or the time of day", () => {
  const rows = readTables((database, table) =>
    database
      .prepare<[], Record<string, unknown>>(`select * from "${table}"`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  );
  const answers = rows.filter((row) => row.startsWith("revisions"));
  expect(answers).toHaveLength(3);
  for (const trace of [...traces, "Alva Exempel", token]) {
    expect(rows.filter((row) => row.includes(trace))).toEqual([]);
  }
  for (const row of answers) expect(row).toMatch(/"saved_at":"\d{4}-\d\d-\d\dT00:00:00\.000Z"/);
});

test("nothing of it stands in the files of the database either, and the log names neither sender nor link", () => {
  const files = readdirSync(app.folder).map((name) => readFileSync(join(app.folder, name)).toString("latin1"));
  expect(files.some((bytes) => bytes.includes("v_hope"))).toBe(true);
  for (const trace of [ADDRESS, "Provtelefon", "prov_kaka", "Alva Exempel", token]) {
    expect(files.filter((bytes) => bytes.includes(trace))).toEqual([]);
  }
  const log = lines.join("");
  expect(log).toContain("/api/answer/…");
  for (const trace of [...traces, token, "v_hope", "Alva Exempel"]) expect(log).not.toContain(trace);
});

/** What `read` finds in every table, views aside. */
function readTables(read: (database: Sqlite.Database, table: string) => readonly string[]): readonly string[] {
  const database = new Sqlite(join(app.folder, "behovskartan.db"), { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all();
    return tables.flatMap(({ name }) => read(database, name));
  } finally {
    database.close();
  }
}
