/** Publishing and verifying by the command line, as it is delivered. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { studyFile } from "./application.ts";

const BIN = join(import.meta.dirname, "../../server/behovskartan.js");
const folder = mkdtempSync(join(tmpdir(), "behovskartan-publish-cli-"));
const inFolder = (name: string) => join(folder, name);
const env = { PATH: process.env.PATH, DATA_DIR: inFolder("data"), LOG_LEVEL: "warn" };

function run(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, env, encoding: "utf8" },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

const SECTIONS = ["--section", "coverage", "group-size"];
const answers = `instrument,version,party,municipality,respondent,submitted_at,n_known
party,1,soc-amal,1492,,2026-05-01T00:00:00Z,42
party,1,bup,1492,,2026-05-01T00:00:00Z,3
party,1,bup,1487,,2026-05-01T00:00:00Z,30
`;

beforeAll(async () => {
  await buildIfStale("server");
  writeFileSync(inFolder("study.json"), JSON.stringify(studyFile));
  writeFileSync(inFolder("svar.csv"), answers);
  writeFileSync(inFolder("inledning.md"), "Detta är **viktigt**.");
  expect((await run("study", "create", "study.json")).code).toBe(0);
  expect((await run("publish", "unga", "--title", "För tidigt")).err).toContain("Ingen har svarat än");
  expect((await run("import", "responses", "unga", "svar.csv")).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("publish", () => {
  test("prints the address and nothing else; what is done meanwhile is told beside it", async () => {
    const { code, out, err } = await run(
      "publish",
      "unga",
      "--title",
      "Ett",
      ...SECTIONS,
      "--introduction",
      "inledning.md",
      "--archive",
      "arkiv.zip",
    );
    expect(err).not.toContain("fel");
    expect([code, out]).toEqual([0, expect.stringMatching(/^http:\/\/localhost:3000\/rapport\/[\w-]{32}\n$/)]);
    const files = unzipSync(readFileSync(inFolder("arkiv.zip")));
    expect(strFromU8(files["publicering.json"] ?? new Uint8Array())).toContain("Detta är **viktigt**.");
  });

  test.each([
    [["publish", "unga"], 2, "--title"],
    [["publish", "unga", "--title", "x", "--until", "igår"], 2, "--until"],
    [["publish", "unga", "--title", "x", "--passcode", "kort"], 2, "minst 6 tecken"],
    [["publish", "finns-inte", "--title", "x"], 1, "finns-inte"],
    [["publish", "unga", "--title", "x", "--section", "finns-inte"], 1, "inget avsnitt ”finns-inte”"],
    [["publish", "unga", "--title", "x", "--until", "2020-01-01"], 1, "har redan varit"],
    [["publish", "unga", "--title", "x", "--draft"], 1, "inget utkast"],
    [["verify"], 2, "Argumentet fil saknas"],
    [["verify", "finns-inte.zip"], 1, "finns inte"],
    [["verify", "svar.csv"], 1, "varken ett arkiv"],
  ])("%j is exit %i and says why on stderr", async (args, expected, message) => {
    const { code, out, err } = await run(...args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([expected, ""]);
  });
});

describe("verify", () => {
  const archive = () => unzipSync(readFileSync(inFolder("arkiv.zip")));
  const write = (name: string, files: Readonly<Record<string, string>>) =>
    writeFileSync(
      inFolder(name),
      zipSync({
        ...archive(),
        ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
      }),
    );
  const textOf = (path: string) => strFromU8(archive()[path] ?? new Uint8Array());

  test("makes the publication again out of its archive: byte for byte the same", async () => {
    const { code, out, err } = await run("verify", "arkiv.zip");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("byte-identisk");
    expect(out).toMatch(/SHA-256: [0-9a-f]{64}/);
  });

  test("finds an answer that has been changed in the archive, and names the cell that it changes", async () => {
    const text = textOf("arkiv.json");
    const changed = text.replace(/"values":\[42,3,30\]/, '"values":[43,3,30]');
    // The order of the answers is the database's: the figure stands where it stands.
    const other = changed === text ? text.replace(/\b42\b/, "43") : changed;
    expect(other).not.toBe(text);
    write("svar-andrat.zip", { "arkiv.json": other });
    const { code, err } = await run("verify", "svar-andrat.zip");
    expect(code).toBe(1);
    expect(err).toContain("kontrollsumman skiljer sig");
    expect(err).toMatch(/group-size \/ counts \/ rad \d+ \/ n_known: 42 i filen, 43 när det görs om/);
  });

  test("finds a figure that has been changed in the publication", async () => {
    const text = textOf("publicering.json");
    const changed = text.replace('"n_known":30', '"n_known":31');
    expect(changed).not.toBe(text);
    write("tal-andrat.zip", { "publicering.json": changed });
    const { code, err } = await run("verify", "tal-andrat.zip");
    expect(code).toBe(1);
    expect(err).toMatch(/group-size \/ counts \/ rad \d+ \/ n_known: 31 i filen, 30 när det görs om/);
  });

  test("of the publication alone finds a sentence that its figures do not say", async () => {
    const text = textOf("publicering.json");
    writeFileSync(inFolder("rapport.json"), text);
    expect(await run("verify", "rapport.json")).toMatchObject({ code: 0, err: "" });
    const [sentence = ""] = (JSON.parse(text) as { sections: { sentences: string[] }[] }).sections[1]?.sentences ?? [];
    writeFileSync(inFolder("rapport-andrad.json"), text.replaceAll(JSON.stringify(sentence), '"Allt är bra."'));
    const { code, err } = await run("verify", "rapport-andrad.json");
    expect([code, err.includes("group-size / sentences")]).toEqual([1, true]);
    writeFileSync(inFolder("rapport-bredare.json"), JSON.stringify(JSON.parse(text), undefined, 2));
    expect(await run("verify", "rapport-bredare.json")).toMatchObject({ code: 1 });
  });
});
