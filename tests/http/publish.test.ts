/** Publishing over HTTP: from the answers to what a reader of the link gets. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStudy } from "../../server/study/create-study.ts";
import { type Application, reference, startApplication, studyFile } from "./application.ts";

let app: Application;
const PUBLICATIONS = "/api/studies/unga/publications";

/** Small enough to be quick, with a count of people by party and municipality. */
const SECTIONS = ["coverage", "group-size"].map((id) => ({ id }));

beforeAll(async () => {
  app = await startApplication();
  for (const [party, municipality, known] of [
    ["soc-amal", "1492", 42],
    ["bup", "1492", 3],
    ["bup", "1487", 30],
    ["soc-vbg", "1487", 61],
  ] as const) {
    await app.call("POST", `${await app.answerPath(party, municipality)}/submit`, { answers: { n_known: known } });
  }
});
afterAll(() => app.stop());

const asUser = (method: string, path: string, body?: unknown, headers = {}) =>
  app.call(method, path, body, { ...app.investigator, ...headers });
const publish = (more: object = {}) => asUser("POST", PUBLICATIONS, { title: "Våren", sections: SECTIONS, ...more });
const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body["code"]];
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

interface Published {
  readonly title: string;
  readonly number: number;
  readonly sections: readonly {
    id: string;
    before: string;
    tables: { id: string; rows: Record<string, unknown>[] }[];
  }[];
  readonly protection: { readonly audit: { readonly passed: boolean; readonly primary: number } };
  readonly basis: { readonly previous: string };
  readonly changes?: { readonly number: number };
}
const read = (text: string) => JSON.parse(text) as Published;

async function settled(id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { body } = await asUser("GET", `${PUBLICATIONS}/${id}`);
    if (body["status"] !== "working") return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("publishing", () => {
  test("gives an address that shows the protected report, whose SHA-256 is its content address", async () => {
    const { status, body } = await publish({ introduction: "Detta är **viktigt**." });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "published", number: 1, title: "Våren", links: 1 });
    expect(body["url"]).toMatch(new RegExp(`/rapport/${String(body["token"])}$`));
    const shown = await app.call("GET", `/api/published/${String(body["token"])}`);
    expect(shown.status).toBe(200);
    expect(sha256(shown.text)).toBe(body["sha256"]);
    const report = read(shown.text);
    expect(report.sections.map(({ id }) => id)).toEqual(["coverage", "group-size"]);
    expect(report.protection.audit.passed).toBe(true);
    // BUP in Åmål knows three: fewer than five. Its total with the social services' 42 would give it away.
    const rows = report.sections[1]?.tables.find(({ id }) => id === "counts")?.rows ?? [];
    const cell = (party: string, municipality: string) =>
      rows.find((row) => row["party"] === party && row["municipality"] === municipality)?.["n_known"];
    expect(cell("bup", "1492")).toEqual({ missing: "suppressed" });
    expect(cell("soc-vbg", "1487")).toBe(61);
    expect(shown.text).not.toMatch(/"n_known":3\b/);
    expect(shown.text).not.toContain('"sum_reported":45');
  });

  test("the page says the same without a script, and follows a chosen municipality", async () => {
    const { body } = await publish();
    const page = await app.call("GET", `/rapport/${String(body["token"])}?kommun=1487`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.text).toContain("Vänersborg");
    const table = await app.call("GET", `/rapport/${String(body["token"])}/tabell/group-size/counts`);
    expect(table.text).toContain("BUP");
    const unknown = await app.call("GET", `/rapport/${String(body["token"])}/tabell/group-size/finns-inte`);
    expect([unknown.status, unknown.text.includes("Tabellen finns inte")]).toEqual([404, true]);
  });

  test("again numbers it anew, names the one before, and leaves that as it was", async () => {
    const first = await publish({ title: "Ett" });
    const before = await app.call("GET", `/api/published/${String(first.body["token"])}`);
    const second = await publish({ title: "Två" });
    const after = await app.call("GET", `/api/published/${String(first.body["token"])}`);
    expect(after.text).toBe(before.text);
    const report = read((await app.call("GET", `/api/published/${String(second.body["token"])}`)).text);
    expect(report.number).toBe(read(before.text).number + 1);
    expect(report.basis.previous).toBe(first.body["sha256"]);
    expect(report.changes?.number).toBe(read(before.text).number);
  });

  test("of a study without answers is refused, and the list says why", async () => {
    await createStudy(app.store, reference, { ...studyFile, id: "tom" }, new Date().toISOString());
    const refused = await asUser("POST", "/api/studies/tom/publications", { title: "Tom" });
    expect(code(refused)).toEqual([422, "publication-refused"]);
    expect(refused.body["message"]).toContain("Ingen har svarat");
    const { body } = await asUser("GET", "/api/studies/tom/publications");
    expect(body["publications"]).toMatchObject([{ status: "failed", problem: { code: "no-answers" } }]);
  });

  test.each([
    [{ title: "" }, 400, "invalid-input"],
    [{ sections: [{ id: "finns-inte" }] }, 404, "section-not-found"],
    [{ sections: [{ id: "coverage" }, { id: "coverage" }] }, 400, "invalid-input"],
    [{ introduction: "Ring 19811218-9876." }, 422, "identity-number-in-text"],
    [{ link: { until: "2020-01-01" } }, 400, "invalid-input"],
    [{ link: { passcode: "kort" } }, 400, "invalid-input"],
    [{ sektioner: [] }, 400, "invalid-input"],
  ])("with %j is refused before anything is begun", async (more, status, expected) => {
    const before = await asUser("GET", PUBLICATIONS);
    expect(code(await publish(more))).toEqual([status, expected]);
    expect((await asUser("GET", PUBLICATIONS)).text).toBe(before.text);
  });

  test("needs an account", async () => {
    expect(code(await app.call("POST", PUBLICATIONS, { title: "x" }))).toEqual([401, "not-signed-in"]);
    expect(code(await app.call("GET", PUBLICATIONS))).toEqual([401, "not-signed-in"]);
  });

  test("that takes long answers at once when asked to; meanwhile a second is refused and the address says so", async () => {
    const begun = await asUser(
      "POST",
      PUBLICATIONS,
      { title: "Lång", sections: SECTIONS },
      { prefer: "respond-async" },
    );
    expect([begun.status, begun.body["status"]]).toEqual([202, "working"]);
    expect(code(await publish())).toEqual([409, "publication-in-progress"]);
    const early = await app.call("GET", `/api/published/${String(begun.body["token"])}`);
    expect([200, 503]).toContain(early.status);
    expect(await settled(String(begun.body["id"]))).toMatchObject({ status: "published" });
    expect((await app.call("GET", `/api/published/${String(begun.body["token"])}`)).status).toBe(200);
  });
});

describe("a preview", () => {
  test("is shown to nobody but users, and becomes the publication with the very same bytes", async () => {
    const made = await publish({ title: "Förhand", preview: true });
    expect(made.body).toMatchObject({ status: "preview", links: 0 });
    expect(made.body["token"]).toBeUndefined();
    const at = `${PUBLICATIONS}/${String(made.body["id"])}`;
    const preview = await asUser("GET", `${at}/report`);
    expect(code(await app.call("GET", `${at}/report`))).toEqual([401, "not-signed-in"]);
    const published = await asUser("POST", `${at}/publish`);
    expect(published.body).toMatchObject({ status: "published", sha256: sha256(preview.text) });
    const link = await asUser("POST", `${at}/links`, {});
    expect(link.status).toBe(201);
    expect((await app.call("GET", `/api/published/${String(link.body["token"])}`)).text).toBe(preview.text);
    expect(code(await asUser("POST", `${at}/publish`))).toEqual([409, "not-a-preview"]);
    expect(code(await asUser("DELETE", at))).toEqual([409, "publication-kept"]);
  });

  test("is read by its links until it is published; they do not lead to the publication", async () => {
    const made = await publish({ preview: true });
    const at = `${PUBLICATIONS}/${String(made.body["id"])}`;
    const { body } = await asUser("POST", `${at}/links`, {});
    const read = () => app.call("GET", `/api/published/${String(body["token"])}`);
    expect((await read()).status).toBe(200);
    expect((await asUser("POST", `${at}/publish`)).body).toMatchObject({ status: "published", links: 0 });
    expect(code(await read())).toEqual([404, "link-withdrawn"]);
  });

  test("that something was published after is outdated, and can be removed", async () => {
    const preview = await publish({ preview: true });
    await publish();
    const at = `${PUBLICATIONS}/${String(preview.body["id"])}`;
    expect(code(await asUser("POST", `${at}/publish`))).toEqual([409, "publication-outdated"]);
    expect((await asUser("DELETE", at)).status).toBe(204);
    expect(code(await asUser("GET", at))).toEqual([404, "publication-not-found"]);
  });

  test("of one study is not found under another", async () => {
    const { body } = await publish({ preview: true });
    await createStudy(app.store, reference, { ...studyFile, id: "annan" }, new Date().toISOString());
    for (const rest of ["", "/report", "/archive", "/links", "/report.xlsx", "/coverage/cells.csv"]) {
      const refused = await asUser("GET", `/api/studies/annan/publications/${String(body["id"])}${rest}`);
      expect(code(refused), rest).toEqual([404, "publication-not-found"]);
    }
  });
});

describe("the draft", () => {
  const DRAFT = "/api/studies/unga/publication-draft";
  const plan = { title: "Utkast", introduction: "", conclusion: "", sections: [], freeTexts: false };

  test("has the study's title until it is saved, and follows the version that it was changed from", async () => {
    expect((await asUser("GET", DRAFT)).body).toEqual({ version: 0, plan: { ...plan, title: studyFile.title } });
    expect((await asUser("PUT", DRAFT, { version: 0, plan })).body).toEqual({ version: 1, plan });
    expect(code(await asUser("PUT", DRAFT, { version: 0, plan }))).toEqual([409, "publication-draft-changed"]);
    expect((await asUser("GET", DRAFT)).body).toEqual({ version: 1, plan });
  });

  test("takes no identity number", async () => {
    const wrong = { ...plan, sections: [{ id: "coverage", before: "811218-9876", after: "" }] };
    expect(code(await asUser("PUT", DRAFT, { version: 1, plan: wrong }))).toEqual([422, "identity-number-in-text"]);
  });
});
