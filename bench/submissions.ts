/**
 * Submissions stored durably per second at 1, 16 and 64 clients, beside what bounds them: Express that parses the same
 * body and stores nothing, and bare durable commits of the same bytes. All in one run on one machine.
 */
import Database from "better-sqlite3";
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../server/root.ts";
import { sixtyAnswers } from "./answers.ts";
import { benchStudy, install, makeLinks } from "./installation.ts";
import { load, type LoadResult, type PreparedRequest } from "./load-client.ts";
import { printMachine, printTable } from "./table.ts";

const CLIENTS = [1, 16, 64];
const REQUESTS: Record<number, number> = { 1: 1500, 16: 6000, 64: 8000 };
const PLACES = 1024;

const municipalities = readFileSync(join(projectRoot, "data/reference/municipalities.csv"), "utf8")
  .split("\n")
  .slice(1, 33)
  .map((line) => line.slice(0, 4));

printMachine();
const study = benchStudy(municipalities, PLACES / municipalities.length);
const installation = await install(study);
const places = study.parties.flatMap(({ id }) =>
  study.municipalities.map((municipality) => ({ party: id, municipality })),
);
const tokens = await makeLinks(installation, study.id, places);
const parser = await startParser();
const rows: Record<string, string | number>[] = [];
const revisions = tokens.map(() => 0);

for (const clients of CLIENTS) {
  const parsed = await load(
    parser.port,
    clients,
    requests(clients, () => "/parse"),
    201,
  );
  const stored = await load(
    installation.port,
    clients,
    requests(clients, (place) => `/api/answer/${tokens[place]}/submit`),
    201,
  );
  rows.push(row("Express som bara tolkar", clients, parsed), row("Behovskartan, varaktigt sparat", clients, stored));
  rows.push({ what: "andel av (a)", clients, "per s": `${Math.round((100 * stored.perSecond) / parsed.perSecond)} %` });
}
rows.push({ what: "nakna varaktiga skrivningar", clients: 1, "per s": Math.round(bareCommits(1)) });
rows.push({ what: "nakna varaktiga skrivningar, 64 åt gången", clients: 64, "per s": Math.round(bareCommits(64)) });
printTable("Inskickade svar per sekund (60 svar, ungefär 3 kB)", rows);
parser.stop();
await installation.close();

/** Every client walks its own places, so that no two write the same answer. */
function requests(clients: number, path: (place: number) => string): (client: number) => PreparedRequest | undefined {
  const left = Array.from({ length: clients }, () => Math.ceil((REQUESTS[clients] ?? 1000) / clients));
  const at = Array.from({ length: clients }, (_, client) => client);
  return (client) => {
    if ((left[client] ?? 0) === 0) return undefined;
    left[client] = (left[client] ?? 0) - 1;
    const place = (at[client] ?? 0) % PLACES;
    at[client] = (at[client] ?? 0) + clients;
    const baseRevision = revisions[place] ?? 0;
    const target = path(place);
    if (target !== "/parse") revisions[place] = baseRevision + 1;
    const answers = sixtyAnswers(place + baseRevision);
    return {
      method: "POST",
      path: target,
      body: JSON.stringify({ answers, shown: Object.keys(answers), baseRevision }),
    };
  };
}

function row(what: string, clients: number, result: LoadResult): Record<string, string | number> {
  return {
    what,
    clients,
    "per s": result.perSecond,
    "p50 ms": result.p50,
    "p95 ms": result.p95,
    "p99 ms": result.p99,
    fel: result.failures,
  };
}

async function startParser(): Promise<{ port: number; stop(): void }> {
  const child = fork(join(import.meta.dirname, "express-parser.js"), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const port = await new Promise<number>((resolve) => child.once("message", (message) => resolve(Number(message))));
  return { port, stop: () => child.kill() };
}

/** Rows per second of one JSON text a row in SQLite with `synchronous=FULL`, `batch` rows a commit. */
function bareCommits(batch: number): number {
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-commit-"));
  const db = new Database(join(folder, "bare.db"));
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.exec("create table answers (id integer primary key, json text not null) strict");
  const insert = db.prepare("insert into answers (json) values (?)");
  const texts = Array.from({ length: 200 }, (_, index) => JSON.stringify(sixtyAnswers(index)));
  const rounds = Math.ceil(6000 / batch);
  const commit = db.transaction((round: number) => {
    for (let i = 0; i < batch; i++) insert.run(texts[(round + i) % texts.length]);
  });
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) commit(round);
  const perSecond = (rounds * batch * 1000) / (performance.now() - begin);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}
