/** The command line as it is delivered: the bundle, started by its bin. */
import { execFile, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { studyFile } from "./application.ts";

const BIN = join(import.meta.dirname, "../../server/behovskartan.js");
const folder = mkdtempSync(join(tmpdir(), "behovskartan-cli-"));
const inFolder = (name: string) => join(folder, name);
const env = { PATH: process.env.PATH, HOME: folder, DATA_DIR: inFolder("data"), LOG_LEVEL: "warn", RATE_LIMIT: "off" };

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** From a working directory that is not the project's. */
function run(args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, env, encoding: "utf8" },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end(input);
  });
}

beforeAll(async () => {
  await buildIfStale("server");
  writeFileSync(inFolder("study.json"), JSON.stringify(studyFile));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("wrong usage is exit 2, with a message in Swedish on stderr and nothing on stdout", () => {
  test.each([
    [["hitta-pa"], "inget kommando ”hitta-pa”"],
    [["study"], "Användning:"],
    [["study", "create"], "Argumentet fil saknas"],
    [["study", "list", "--snabbt"], "inget tillval ”--snabbt”"],
    [["user", "add", "a@b.se"], "--role"],
    [["user", "add", "a@b.se", "--role", "chef"], "”chef” går inte"],
    [["report", "unga", "--format", "svg"], "--section"],
    [["link", "unga"], "--instrument"],
    [["export", "responses", "unga"], "--format"],
  ])("%j", async (args, message) => {
    const { code, out, err } = await run(args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, ""]);
  });
});

test("help is on stdout with exit 0 for every command", async () => {
  for (const args of [["--help"], ["study", "--help"], ["report", "--help"], ["calc", "--help"], ["help", "link"]]) {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toContain("Användning: behovskartan");
  }
});

test("a reader that closes the pipe early is no error", async () => {
  const child = spawn(process.execPath, [BIN, "study", "--help"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect([code, err]).toEqual([0, ""]);
});

test("a mistyped variable is exit 1 and named", async () => {
  const child = await new Promise<Outcome>((resolve) => {
    const started = execFile(
      process.execPath,
      [BIN, "study", "list"],
      { env: { ...env, PORT: "tre" } },
      (_error, out, err) => resolve({ code: started.exitCode, out, err }),
    );
  });
  expect(child.code).toBe(1);
  expect(child.err).toContain("PORT");
});

describe("a study from the command line", () => {
  test("is created once, listed and shown", async () => {
    expect(await run(["study", "create", "study.json"])).toEqual({ code: 0, out: "unga\n", err: "" });
    const again = await run(["study", "create", "study.json"]);
    expect([again.code, again.out]).toEqual([1, ""]);
    expect(again.err).toContain("unga");
    expect((await run(["study", "list"])).out).toBe("unga\topen\t0/4\tUnga med sammansatta behov\n");
    const shown = JSON.parse((await run(["study", "show", "unga"])).out) as { coverage: unknown[] };
    expect(shown.coverage).toHaveLength(4);
    expect((await run(["study", "show", "annan"])).code).toBe(1);
  });

  test("that is not a study file is refused, naming every field that is wrong", async () => {
    writeFileSync(inFolder("wrong.json"), JSON.stringify({ ...studyFile, id: "ny", parties: "bup", title: 7 }));
    const refused = await run(["study", "create", "wrong.json"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("parties");
    expect(refused.err).toContain("title");
    writeFileSync(inFolder("broken.json"), "{");
    expect((await run(["study", "create", "broken.json"])).code).toBe(1);
    expect((await run(["study", "create", "finns-inte.json"])).err).toContain("filen finns inte");
  });

  test("gives links: the address and nothing else", async () => {
    const options = ["--party", "bup", "--municipality", "1492", "--instrument", "party"];
    expect((await run(["link", "unga", ...options])).out).toMatch(/^http:\/\/localhost:3000\/svara\/[\w-]{32}\n$/);
    expect((await run(["link", "unga", "--view"])).out).toMatch(/^http:\/\/localhost:3000\/rapport\/[\w-]{32}\n$/);
    const nobody = await run([
      "link",
      "unga",
      "--party",
      "soc-amal",
      "--municipality",
      "1487",
      "--instrument",
      "party",
    ]);
    expect([nobody.code, nobody.out]).toEqual([1, ""]);
  });
});

test("a user is added without asking anything, and gets an API token once", async () => {
  const added = await run(["user", "add", "U@exempel.se", "--role", "investigator"]);
  expect(added.out).toMatch(/^http:\/\/localhost:3000\/logga-in\/[\w-]{32}\n$/);
  expect((await run(["user", "add", "u@exempel.se", "--role", "admin"])).code).toBe(1);
  expect((await run(["user", "token", "u@exempel.se", "--name", "skript"])).out).toMatch(/^[\w-]{32}\n$/);
  expect((await run(["user", "token", "annan@exempel.se", "--name", "skript"])).code).toBe(1);
  const short = await run(["user", "add", "v@exempel.se", "--role", "admin", "--password-stdin"], "kort\n");
  expect(short.code).toBe(1);
  const long = await run(["user", "add", "v@exempel.se", "--role", "admin", "--password-stdin"], "tolv tecken!\n");
  expect(long.code).toBe(0);
});

describe("one method on its own", () => {
  test("reads JSON from standard input and from a file", async () => {
    // Wilson's interval for 7 of 20: R 4.2.2, prop.test(7, 20, correct = FALSE)$conf.int = 0.1811918, 0.5671457.
    const { code, out } = await run(["calc", "wilson"], '{"successes":7,"n":20}');
    expect(code).toBe(0);
    const { low, high } = JSON.parse(out) as { low: number; high: number };
    expect([low.toFixed(7), high.toFixed(7)]).toEqual(["0.1811918", "0.5671457"]);
    writeFileSync(inFolder("input.json"), '{"successes":7,"n":20}');
    expect((await run(["calc", "wilson", "input.json"])).out).toBe(out);
  });

  test.each([
    ["wilson", "{"],
    ["wilson", '{"successes":30,"n":20}'],
    ["trolleri", "{}"],
  ])("refuses %s with %s: exit 1", async (method, input) => {
    const { code, out } = await run(["calc", method], input);
    expect([code, out]).toEqual([1, ""]);
  });
});

describe("files in and out", () => {
  const head = "instrument,version,party,municipality,respondent,submitted_at,n_known,iv_avail.outreach";

  test("an import that is refused changes nothing, one that is accepted is exported and read back the same", async () => {
    writeFileSync(inFolder("wrong.csv"), `${head}\nparty,1,bup,1492,,2026-05-04,många,available\n`);
    const refused = await run(["import", "responses", "unga", "wrong.csv"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("Rad 2, kolumnen ”n_known”");
    writeFileSync(inFolder("right.csv"), `${head}\nparty,1,bup,1492,,2026-05-04,24,available\n`);
    expect((await run(["import", "responses", "unga", "right.csv"])).code).toBe(0);
    const { out } = await run(["export", "responses", "unga", "--format", "csv"]);
    expect(out.split("\r\n")).toHaveLength(3);
    writeFileSync(inFolder("export.csv"), out);
    expect((await run(["import", "responses", "unga", "export.csv"])).code).toBe(0);
    expect((await run(["export", "responses", "unga", "--format", "csv"])).out).toBe(out);
    await run(["export", "responses", "unga", "--format", "package", "--out", "answers.zip"]);
    const packed = unzipSync(readFileSync(inFolder("answers.zip")));
    const answers = strFromU8(packed["responses.csv"] ?? new Uint8Array());
    expect(answers).toBe((await run(["export", "responses", "unga", "--format", "csv"])).out);
  });

  test("statistics are taken in, or refused by row", async () => {
    writeFileSync(inFolder("wrong.csv"), "region,age,sex,year\n1492,16,M,2024\n");
    expect((await run(["import", "statistics", "unga", "wrong.csv"])).code).toBe(1);
    writeFileSync(inFolder("right.csv"), "region,age,sex,year,population\n1492,16,M,2024,70\n1492,16,F,2024,64\n");
    expect(await run(["import", "statistics", "unga", "right.csv"])).toMatchObject({ code: 0, err: "" });
  });

  test("the report comes as JSON, CSV, Excel, PDF, a page, SVG and PNG; any other format is refused", async () => {
    const json = JSON.parse((await run(["report", "unga", "--format", "json"])).out) as { sections: { id: string }[] };
    expect(json.sections.map(({ id }) => id)).toContain("coverage");
    const one = ["--section", "coverage"];
    const csv = await run(["report", "unga", ...one, "--table", "cells", "--format", "csv"]);
    expect(csv.out).toMatch(/^instrument,party,\S*municipality,status,responses\r\n/);
    expect((await run(["report", "unga", ...one, "--chart", "grid", "--format", "svg"])).out).toMatch(/^<svg /);
    await run(["report", "unga", ...one, "--chart", "grid", "--format", "png", "--out", "grid.png"]);
    expect(readFileSync(inFolder("grid.png")).subarray(1, 4).toString()).toBe("PNG");
    await run(["report", "unga", "--format", "xlsx", "--out", "report.xlsx"]);
    const files = unzipSync(readFileSync(inFolder("report.xlsx")));
    expect(strFromU8(files["xl/workbook.xml"] ?? new Uint8Array())).toContain('name="1.1 Svar från varje part"');
    await run(["report", "unga", "--format", "pdf", "--out", "report.pdf"]);
    expect(readFileSync(inFolder("report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await run(["report", "unga", "--format", "html"])).out).toMatch(/^<!doctype html>/i);
    const odt = await run(["report", "unga", "--format", "odt"]);
    expect([odt.code, odt.out]).toEqual([2, ""]);
    expect((await run(["report", "annan", "--format", "json"])).code).toBe(1);
  });

  test("a backup is put back whole; a cut one is refused and the data stay", async () => {
    expect((await run(["backup", "copy.db"])).code).toBe(0);
    copyFileSync(inFolder("copy.db"), inFolder("cut.db"));
    truncateSync(inFolder("cut.db"), 40_000);
    const refused = await run(["restore", "cut.db"]);
    expect(refused.code).toBe(1);
    const exported = (await run(["export", "responses", "unga", "--format", "csv"])).out;
    await run(["study", "close", "unga"]);
    expect((await run(["restore", "copy.db"])).code).toBe(0);
    expect((await run(["study", "list"])).out).toContain("\topen\t");
    expect((await run(["export", "responses", "unga", "--format", "csv"])).out).toBe(exported);
  });
});

test("the definitions that come with the program are in order", async () => {
  expect(await run(["definitions", "check"])).toMatchObject({ code: 0, err: "" });
  writeFileSync(inFolder("definition.json"), '{"pages":[{"elements":[{"type":"text"}]}]}');
  const refused = await run(["definitions", "check", "definition.json"]);
  expect([refused.code, refused.out]).toEqual([1, ""]);
});

test("commands work on the database while the server runs, and the server ends when it is told", async () => {
  const server = spawn(process.execPath, [BIN, "serve"], { cwd: folder, env: { ...env, PORT: "0" } });
  const url = await new Promise<string>((resolve) => {
    server.stdout.on("data", (text: Buffer) => resolve(/http:\S+/.exec(text.toString())?.[0] ?? ""));
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const link = (
    await run(["link", "unga", "--party", "bup", "--municipality", "1487", "--instrument", "party"])
  ).out.trim();
  const token = link.slice(link.lastIndexOf("/") + 1);
  const sent = await fetch(`${url}/api/answer/${token}/submit`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"answers":{"n_known":5}}',
  });
  expect(sent.status).toBe(201);
  expect((await run(["study", "list"])).out).toContain("\t2/4\t");
  const busy = await run(["restore", "copy.db"]);
  expect([busy.code, busy.err]).toEqual([1, expect.stringContaining("Stoppa servern")]);
  const code = await new Promise((resolve) => {
    server.on("exit", resolve);
    server.kill("SIGTERM");
  });
  expect(code).toBe(0);
});
