import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/passwords.ts";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication({ RATE_LIMIT: "6000,12000" });
  const row = {
    id: "admin",
    email: "a@exempel.se",
    role: "admin" as const,
    passwordHash: await hashPassword("ett långt lösen"),
  };
  await app.store.createUser(row, new Date().toISOString());
});
afterAll(() => app.stop());

const sessionOf = (headers: Headers): string => /^bk_session=[^;]+/.exec(headers.get("set-cookie") ?? "")?.[0] ?? "";

describe("signing in", () => {
  test("with a login link works once", async () => {
    const token = await app.loginToken();
    const first = await app.call("POST", "/api/session/link", { token });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ email: "u@exempel.se", role: "investigator" });
    expect(first.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    expect(first.headers.get("set-cookie")).not.toContain("Secure");
    const second = await app.call("POST", "/api/session/link", { token });
    expect([second.status, second.body["code"]]).toEqual([401, "login-link-not-valid"]);
    expect(second.headers.get("set-cookie")).toBeNull();
  });

  test("with a password gives a session that ends when signing out", async () => {
    const signedIn = await app.call("POST", "/api/session", { email: "A@exempel.se ", password: "ett långt lösen" });
    expect(signedIn.status).toBe(200);
    const cookie = sessionOf(signedIn.headers);
    expect((await app.call("GET", "/api/session", undefined, { cookie })).body).toEqual({
      email: "a@exempel.se",
      role: "admin",
    });
    expect((await app.call("DELETE", "/api/session", undefined, { cookie })).status).toBe(204);
    expect((await app.call("GET", "/api/session", undefined, { cookie })).status).toBe(401);
  });

  test("with a wrong password and with an unknown address is answered in the same words", async () => {
    const wrong = await app.call("POST", "/api/session", { email: "a@exempel.se", password: "ett annat lösen" });
    const unknown = await app.call("POST", "/api/session", { email: "b@exempel.se", password: "ett annat lösen" });
    expect(wrong.status).toBe(401);
    expect(unknown.text).toBe(wrong.text);
  });

  test("is refused after ten failures for the same account, also with the right password", async () => {
    const attempt = (password: string) => app.call("POST", "/api/session", { email: "a@exempel.se", password });
    for (let i = 0; i < 10; i++) await attempt(`fel lösenord ${i}`);
    const refused = await attempt("ett långt lösen");
    expect([refused.status, refused.body["code"]]).toEqual([429, "too-many-logins"]);
  });
});

describe("a session", () => {
  const signIn = async () =>
    sessionOf((await app.call("POST", "/api/session/link", { token: await app.loginToken() })).headers);

  test("changes nothing when another site sends the call", async () => {
    const cookie = await signIn();
    const body = { status: "closed" };
    for (const foreign of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://annan.example" },
      { origin: "null" },
    ]) {
      const refused = await app.call("PATCH", "/api/studies/unga", body, { cookie, ...foreign });
      expect([refused.status, refused.body["code"]]).toEqual([403, "cross-site"]);
    }
    expect((await app.call("GET", "/api/studies/unga", undefined, { cookie })).body["status"]).toBe("open");
  });

  test("can choose a password of at least twelve characters", async () => {
    const cookie = await signIn();
    const short = await app.call("PUT", "/api/session/password", { password: "elva tecken" }, { cookie });
    expect([short.status, short.body["code"]]).toEqual([422, "password-too-short"]);
    const chosen = await app.call("PUT", "/api/session/password", { password: "tolv tecken!" }, { cookie });
    expect(chosen.status).toBe(204);
    const login = await app.call("POST", "/api/session", { email: "u@exempel.se", password: "tolv tecken!" });
    expect(login.status).toBe(200);
  });
});

test.each([
  ["GET", "/api/session"],
  ["GET", "/api/studies"],
  ["POST", "/api/studies"],
  ["GET", "/api/studies/unga"],
  ["GET", "/api/studies/unga/coverage"],
  ["GET", "/api/studies/unga/links"],
  ["GET", "/api/studies/unga/report"],
  ["GET", "/api/studies/unga/responses.csv"],
  ["GET", "/api/studies/unga/report/coverage/cells.csv"],
  ["GET", "/api/responses/x"],
])("%s %s needs somebody signed in", async (method, path) => {
  const bodies = method === "POST" ? {} : undefined;
  for (const headers of [
    {},
    { cookie: "bk_session=0123456789abcdef0123" },
    { authorization: "Bearer 0123456789abcdef0123" },
  ]) {
    const refused = await app.call(method, path, bodies, headers);
    expect([refused.status, refused.body["code"]]).toEqual([401, "not-signed-in"]);
  }
});

test("every answer forbids other hosts, frames, inline scripts and referrers", async () => {
  const { headers } = await app.call("GET", "/healthz");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-powered-by")).toBeNull();
});

test("more requests than the limit are 429 with a code and a sentence", async () => {
  const tight = await startApplication({ RATE_LIMIT: "3,5" });
  const path = await tight.answerPath();
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await tight.call("GET", path)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await tight.call("GET", path)).body).toMatchObject({ code: "too-many-requests" });
  await tight.stop();
});

test("the default lets one address send fifty answers a second for a minute", async () => {
  const { configFrom } = await import("../../server/config.ts");
  const { rateLimit } = configFrom({});
  expect(rateLimit).not.toBe("off");
  if (rateLimit !== "off") expect(Math.min(rateLimit.perAddress, rateLimit.perLink)).toBeGreaterThanOrEqual(50 * 60);
});

test("the API description names every route, with its input and its problems", async () => {
  const { body } = await app.call("GET", "/api/openapi.json");
  const paths = body["paths"] as Record<string, Record<string, Record<string, unknown>>>;
  expect(body["openapi"]).toBe("3.1.0");
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/api/answer/{token}/submit", "/api/studies/{study}/report", "/healthz"]),
  );
  const submit = paths["/api/answer/{token}/submit"]?.["post"];
  expect(submit?.["requestBody"]).toMatchObject({
    content: {
      "application/json": { schema: { required: ["answers"], properties: { baseRevision: { minimum: 0 } } } },
    },
  });
  expect(Object.keys(submit?.["responses"] as object)).toEqual(
    expect.arrayContaining(["201", "400", "404", "409", "410", "413", "422", "429"]),
  );
});

test("an address that leads nowhere is 404 with a code", async () => {
  const missing = await app.call("GET", "/api/finns-inte");
  expect([missing.status, missing.body["code"]]).toEqual([404, "not-found"]);
  expect((await app.call("GET", "/..%2f..%2fpackage.json")).status).toBe(404);
});
