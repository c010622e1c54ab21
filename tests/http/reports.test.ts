import { unzipSync, strFromU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { sections } from "../../reports/sections/index.ts";
import { createStudy } from "../../server/study/create-study.ts";
import { createViewLink } from "../../server/study/links.ts";
import { type Application, reference, startApplication, studyFile } from "./application.ts";

let app: Application;
beforeAll(async () => {
  await buildIfStale("server");
  app = await startApplication();
  for (const [party, municipality, known] of [
    ["soc-amal", "1492", 42],
    ["bup", "1492", 17],
    ["bup", "1487", 30],
  ] as const) {
    await app.call("POST", `${await app.answerPath(party, municipality)}/submit`, { answers: { n_known: known } });
  }
});
afterAll(() => app.stop());

const get = (path: string) => app.call("GET", `/api/studies/unga/report${path}`, undefined, app.investigator);

interface SectionBody {
  readonly id: string;
  readonly status: string;
  readonly tables: readonly { readonly id: string; readonly rows: readonly Record<string, unknown>[] }[];
  readonly charts: readonly { readonly id: string }[];
}
const sectionsOf = (body: Record<string, unknown>) => body["sections"] as readonly SectionBody[];
const rowsOf = (body: Record<string, unknown>, table: string) =>
  sectionsOf(body).flatMap(({ tables }) => tables.find(({ id }) => id === table)?.rows ?? []);

describe("the report", () => {
  test("answers every section with what has been sent, also what came a moment ago", async () => {
    const { status, body } = await get("");
    expect(status).toBe(200);
    expect(sectionsOf(body).map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
    expect(sectionsOf(body).filter((section) => section.status === "failed")).toEqual([]);
    const before = rowsOf(body, "totals").find((row) => row["municipality"] === "1487");
    // Vänersborg: 30 (BUP); the social services have not answered.
    expect(before).toMatchObject({ sum_reported: 30, parties_answered: 1, parties_expected: 2 });
    await app.call("POST", `${await app.answerPath("soc-vbg", "1487")}/submit`, { answers: { n_known: 70 } });
    const after = rowsOf((await get("?section=group-size")).body, "totals").find(
      (row) => row["municipality"] === "1487",
    );
    expect(after).toMatchObject({ sum_reported: 100, parties_answered: 2 });
  });

  test("is the same bytes for the same question", async () => {
    expect((await get("?municipality=1492")).text).toBe((await get("?municipality=1492")).text);
  });

  test("is narrowed by section, municipality and party, written in either way", async () => {
    const { body } = await get("?section=group-size&municipality=1492&party=bup,soc-amal");
    expect(sectionsOf(body).map(({ id }) => id)).toEqual(["group-size"]);
    expect(rowsOf(body, "counts").map((row) => row["party"])).toEqual(["soc-amal", "bup"]);
    const repeated = await get("?section=group-size&municipality=1492&party=bup&party=soc-amal");
    expect(repeated.text).toBe((await get("?section=group-size&municipality=1492&party=bup&party=soc-amal")).text);
    const kind = await get("?section=group-size&party=child_psychiatry");
    expect(rowsOf(kind.body, "counts").map((row) => row["municipality"])).toEqual(["1492", "1487"]);
  });

  test.each([
    ["?section=finns-inte", 404, "section-not-found"],
    ["/finns-inte/grid.svg", 404, "section-not-found"],
    ["/coverage/finns-inte.svg", 404, "chart-not-found"],
    ["/coverage/finns-inte.csv", 404, "table-not-found"],
    ["/coverage/grid.svg?width=7", 400, "invalid-input"],
    ["/coverage/grid.gif", 404, "not-found"],
  ])("%s is %i %s", async (path, status, code) => {
    const refused = await get(path);
    expect([refused.status, refused.body["code"]]).toEqual([status, code]);
  });

  test("of an unknown study is 404", async () => {
    const refused = await app.call("GET", "/api/studies/annan/report", undefined, app.investigator);
    expect([refused.status, refused.body["code"]]).toEqual([404, "study-not-found"]);
  });
});

describe("a download", () => {
  test("of a chart as SVG is drawn for the width asked for, and holds nothing that runs", async () => {
    const wide = await get("/coverage/grid.svg");
    expect(wide.headers.get("content-type")).toBe("image/svg+xml");
    expect(wide.headers.get("content-disposition")).toBe('attachment; filename="unga-coverage-grid.svg"');
    expect(wide.text).toMatch(/^<svg /);
    expect(wide.text).not.toMatch(/<script|onload|href="http/);
    expect((await get("/coverage/grid.svg?width=320")).text).not.toBe(wide.text);
  });

  test("of a chart as PNG is twice as wide in pixels", async () => {
    const response = await fetch(`${app.url}/api/studies/unga/report/coverage/grid.png?width=400`, {
      headers: app.investigator,
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(800);
  });

  test("of a table as CSV holds ids and numbers, for Swedish Excel words and decimal commas", async () => {
    const plain = await get("/group-size/counts.csv");
    expect(plain.headers.get("content-disposition")).toContain('filename="unga-group-size-counts.csv"');
    expect(plain.text.split("\r\n")[0]).toMatch(/^party,/);
    expect(plain.text).toContain("bup,");
    const excel = await fetch(`${app.url}/api/studies/unga/report/group-size/counts.csv?excel=1`, {
      headers: app.investigator,
    });
    const bytes = Buffer.from(await excel.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain(";Åmål;");
  });

  test("of a table as Excel is a workbook with typed cells", async () => {
    const response = await fetch(`${app.url}/api/studies/unga/report/group-size/totals.xlsx`, {
      headers: app.investigator,
    });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = strFromU8(files["xl/worksheets/sheet3.xml"] ?? new Uint8Array());
    // Åmål: 42 + 17 = 59.
    expect(sheet).toMatch(/<c[^>]*><v>59<\/v><\/c>/);
    expect(sheet).toContain('state="frozen"');
  });
});

test("the figures are for users alone: a view link opens none of them", async () => {
  const maker = { store: app.store, config: { publicUrl: "" }, now: () => new Date() };
  const { url } = await createViewLink(maker, "unga");
  const token = url.replace("/rapport/", "");
  const answers = await Promise.all([
    app.call("GET", "/api/studies/unga/report"),
    app.call("GET", "/api/studies/unga/report", undefined, { authorization: `Bearer ${token}` }),
    app.call("GET", `/api/published/${token}`),
    app.call("GET", `/api/view/${token}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 404, 404]);
});

test("the installation points out an example study to anybody, and no study that only has its id", async () => {
  const other = await startApplication();
  expect((await other.call("GET", "/api/installation")).body).toEqual({});
  const at = new Date().toISOString();
  await createStudy(other.store, reference, { ...studyFile, id: "exempel" }, at);
  expect((await other.call("GET", "/api/installation")).body).toEqual({});
  expect((await other.call("GET", "/api/published/exempel")).body["code"]).toBe("link-not-found");
  await other.stop();

  await createStudy(app.store, reference, { ...studyFile, id: "exempel", invented: true }, at);
  const { body } = await app.call("GET", "/api/installation");
  expect(body).toEqual({ example: { title: studyFile.title, report: "/rapport/exempel" } });
  expect((await app.call("GET", "/api/published/exempel")).body["code"]).toBe("not-published");
});
