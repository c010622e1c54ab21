/** What a link to a publication opens, for whom, for how long; and what a browser may keep of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStudy } from "../../server/study/create-study.ts";
import { createViewLink } from "../../server/study/links.ts";
import { hashToken } from "../../server/tokens.ts";
import { type Answer, type Application, reference, startApplication, studyFile } from "./application.ts";

let app: Application;
let publication = "";

beforeAll(async () => {
  app = await startApplication({ RATE_LIMIT: "6000,12000" });
  await app.call("POST", `${await app.answerPath()}/submit`, { answers: { n_known: 42 } });
  publication = await publish("unga");
});
afterAll(() => app.stop());

async function publish(study: string): Promise<string> {
  const body = { title: "Våren", sections: [{ id: "group-size" }] };
  const made = await app.call("POST", `/api/studies/${study}/publications`, body, app.investigator);
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body["id"]);
}

interface Link {
  readonly id: string;
  readonly token: string;
}
async function linkTo(limits: object = {}): Promise<Link> {
  const path = `/api/studies/unga/publications/${publication}/links`;
  const { body } = await app.call("POST", path, limits, app.investigator);
  return { id: String(body["id"]), token: String(body["token"]) };
}
const code = ({ status, body }: Answer) => [status, body["code"]];
const get = (path: string, headers = {}) => app.call("GET", path, undefined, headers);
const cookieOf = ({ headers }: Answer) => headers.get("set-cookie") ?? "";

describe("a link with a passcode", () => {
  const passcode = "tre små ord";

  test("opens nothing before it is given: no page, no figure, no file", async () => {
    const { token } = await linkTo({ passcode });
    for (const path of ["", "/report.xlsx", "/group-size/counts.csv", "/group-size/counts.svg"]) {
      expect(code(await get(`/api/published/${token}${path}`)), path).toEqual([401, "passcode-needed"]);
    }
    const page = await get(`/rapport/${token}`);
    expect(page.status).toBe(401);
    expect(page.text).toContain('name="passcode"');
    expect(page.text).not.toContain("Våren");
  });

  test("opens for whoever gives it, by a cookie that no script reads, and no other link", async () => {
    const { token } = await linkTo({ passcode });
    const other = await linkTo({ passcode });
    const wrong = await app.call("POST", `/api/published/${token}/access`, { passcode: "Tre små ord" });
    expect([...code(wrong), wrong.headers.get("set-cookie")]).toEqual([401, "passcode-wrong", null]);
    const right = await app.call("POST", `/api/published/${token}/access`, { passcode });
    expect(right.status).toBe(204);
    expect(cookieOf(right)).toMatch(/HttpOnly/);
    expect(cookieOf(right)).toMatch(/SameSite=Lax/);
    const cookie = cookieOf(right).split(";")[0] ?? "";
    expect((await get(`/api/published/${token}`, { cookie })).status).toBe(200);
    const page = await get(`/rapport/${token}`, { cookie });
    expect(page.text).toContain("Våren");
    // On another site's page nobody is asked for it.
    expect(page.text).not.toContain("Bädda in");
    expect(code(await get(`/api/published/${other.token}`, { cookie }))).toEqual([401, "passcode-needed"]);
  });

  test("takes it from a plain form, and comes back to the page that was asked for", async () => {
    const { token } = await linkTo({ passcode });
    const post = (word: string) =>
      fetch(`${app.url}/rapport/${token}?kommun=1492`, {
        method: "POST",
        body: new URLSearchParams({ passcode: word }),
        redirect: "manual",
      });
    const wrong = await post("fel");
    expect([wrong.status, (await wrong.text()).includes("Lösenordet stämmer inte")]).toEqual([401, true]);
    const right = await post(passcode);
    expect([right.status, right.headers.get("location")]).toEqual([303, `/rapport/${token}?kommun=1492`]);
    expect(right.headers.get("set-cookie")).toMatch(/HttpOnly/);
  });

  test("takes no more than so many wrong ones, and no right one after them", async () => {
    const { token } = await linkTo({ passcode });
    const path = `/api/published/${token}/access`;
    const codes = new Set<unknown>();
    for (let i = 0; i < 25; i++) codes.add((await app.call("POST", path, { passcode: `gissning ${i}` })).body["code"]);
    expect(codes).toEqual(new Set(["passcode-wrong", "too-many-passcodes"]));
    expect(code(await app.call("POST", path, { passcode }))).toEqual([429, "too-many-passcodes"]);
    const form = await fetch(`${app.url}/rapport/${token}`, {
      method: "POST",
      body: new URLSearchParams({ passcode }),
    });
    expect([form.status, form.headers.get("content-type")]).toEqual([429, "text/html; charset=utf-8"]);
    expect(await form.text()).toMatch(/för många försök/i);
  });

  test("keeps no more of it than a slow hash", async () => {
    const { token } = await linkTo({ passcode });
    expect((await app.store.publications.findViewLink(hashToken(token)))?.passcodeHash).toMatch(/^\$argon2id\$/);
  });
});

describe("a link", () => {
  test("that is only to look at shows the report, and gives no file of it", async () => {
    const { token } = await linkTo({ download: false });
    expect((await get(`/api/published/${token}`)).status).toBe(200);
    const page = await get(`/rapport/${token}`);
    expect(page.text).toContain("Våren");
    expect(page.text).not.toContain(`/api/published/${token}/`);
    for (const path of ["report.docx", "report.pdf", "report.zip", "group-size/counts.csv", "group-size/counts.png"]) {
      expect(code(await get(`/api/published/${token}/${path}`)), path).toEqual([403, "look-only"]);
    }
  });

  test("that is withdrawn leads nowhere at once, also for a browser that has been there", async () => {
    const { id, token } = await linkTo();
    const seen = await get(`/api/published/${token}`);
    const tag = { "if-none-match": seen.headers.get("etag") ?? "" };
    expect((await get(`/api/published/${token}`, tag)).status).toBe(304);
    expect((await app.call("DELETE", `/api/studies/unga/links/${id}`, undefined, app.investigator)).status).toBe(204);
    expect(code(await get(`/api/published/${token}`, tag))).toEqual([404, "link-withdrawn"]);
    const page = await get(`/rapport/${token}`);
    expect([page.status, page.text.includes("dragits tillbaka")]).toEqual([404, true]);
  });

  test("with a last day opens that day, and is 410 the day after", async () => {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());
    const { token } = await linkTo({ until: today });
    expect((await get(`/api/published/${token}`)).status).toBe(200);
    const old = { id: "gammal", study: "unga", publication, tokenHash: hashToken("gammal-token"), download: true };
    await app.store.publications.createViewLink({ ...old, createdAt: "2026-01-01T00:00:00.000Z", until: "2026-01-31" });
    expect(code(await get("/api/published/gammal-token"))).toEqual([410, "link-expired"]);
    const page = await get("/rapport/gammal-token");
    expect([page.status, page.text.includes("gäller inte längre")]).toEqual([410, true]);
  });

  test("that nobody has made is a page in Swedish too, and tells nothing", async () => {
    const page = await get("/rapport/finns-inte");
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.text).toContain("Länken finns inte");
    expect(code(await get("/api/published/finns-inte"))).toEqual([404, "link-not-found"]);
  });

  test("to what is newest follows it; before anything is published it says so", async () => {
    await createStudy(app.store, reference, { ...studyFile, id: "ny", invented: true }, new Date().toISOString());
    const maker = { store: app.store, config: { publicUrl: "" }, now: () => new Date() };
    const { url } = await createViewLink(maker, "ny");
    expect(code(await get(url.replace("/rapport/", "/api/published/")))).toEqual([404, "not-published"]);
    expect((await get(url)).text).toContain("Inget är publicerat än");

    const newest = await createViewLink(maker, "unga");
    const address = newest.url.replace("/rapport/", "/api/published/");
    const before = (await get(address)).body["number"];
    publication = await publish("unga");
    expect((await get(address)).body["number"]).toBe(Number(before) + 1);
  });

  test("counts among those in force", async () => {
    const list = `/api/studies/unga/publications/${publication}/links`;
    const { id } = await linkTo({ download: false, passcode: "hemligt ord" });
    const { body } = await app.call("GET", list, undefined, app.investigator);
    expect(body["links"]).toContainEqual(expect.objectContaining({ id, passcode: true, download: false }));
    expect(JSON.stringify(body)).not.toContain("argon2");
  });
});

describe("the files", () => {
  test.each([
    ["report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["report.html", "text/html; charset=utf-8"],
    ["report.zip", "application/zip"],
    ["group-size/counts.csv", "text/csv; charset=utf-8"],
    ["group-size/counts.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ])("%s has its type and a name, and is not sent twice to whoever has it", async (file, type) => {
    const { token } = await linkTo();
    const sent = await get(`/api/published/${token}/${file}`);
    expect([sent.status, sent.headers.get("content-type")]).toEqual([200, type]);
    expect(sent.headers.get("content-disposition")).toMatch(/^attachment; filename="unga-/);
    expect(sent.headers.get("cache-control")).toBe("private, no-cache");
    const again = await get(`/api/published/${token}/${file}`, { "if-none-match": sent.headers.get("etag") ?? "" });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test("a chart is drawn for the width that is asked for, and may stand on another site's page", async () => {
    const { token } = await linkTo();
    const { charts } =
      ((await get(`/api/published/${token}`)).body["sections"] as { charts: { id: string }[] }[])[0] ?? {};
    const path = `/api/published/${token}/group-size/${charts?.[0]?.id}.svg`;
    const [wide, narrow] = [await get(`${path}?width=900`), await get(`${path}?width=400`)];
    expect(wide.text).toMatch(/^<svg [^>]*width="900"/);
    expect(narrow.text).toMatch(/^<svg [^>]*width="400"/);
    expect(wide.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(wide.headers.get("etag")).not.toBe(narrow.headers.get("etag"));
  });

  test.each([
    ["finns-inte/counts.csv", 404, "section-not-found"],
    ["coverage/cells.csv", 404, "section-not-found"],
    ["group-size/finns-inte.csv", 404, "table-not-found"],
    ["group-size/finns-inte.svg", 404, "chart-not-found"],
    ["group-size/counts.svg?width=7", 400, "invalid-input"],
    ["report.doc", 404, "not-found"],
  ])("%s is %i %s", async (file, status, expected) => {
    const { token } = await linkTo();
    expect(code(await get(`/api/published/${token}/${file}`))).toEqual([status, expected]);
  });
});
