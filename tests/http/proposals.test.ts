import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, startApplication } from "./application.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.stop());

const PATH = "/api/studies/unga/proposals";
const get = () => app.call("GET", PATH, undefined, app.investigator);
const put = (version: number, proposals: unknown) => app.call("PUT", PATH, { version, proposals }, app.investigator);

const sip = {
  id: "p1",
  kind: "proposal",
  municipality: "1492",
  what: "En ingång för alla",
  who: "Båda",
  by: "2027-06-30",
};
const basis = { id: "p2", kind: "basis", party: "bup", what: "Två tjänster från och med hösten" };

describe("the investigator's proposals", () => {
  test("are none at first, and come back in their order as they were saved", async () => {
    expect((await get()).body).toEqual({ version: 0, proposals: [] });
    expect(await put(0, [sip, basis])).toMatchObject({ status: 200, body: { version: 1, proposals: [sip, basis] } });
    expect((await put(1, [basis, sip])).body["version"]).toBe(2);
    expect((await get()).body).toEqual({ version: 2, proposals: [basis, sip] });
  });

  test("that somebody else has changed meanwhile are 409, and theirs stay", async () => {
    const { version } = (await get()).body as { version: number };
    expect((await put(version, [sip])).status).toBe(200);
    expect(await put(version, [basis])).toMatchObject({ status: 409, body: { code: "proposals-changed" } });
    expect((await get()).body["proposals"]).toEqual([sip]);
  });

  test.each([
    ["an unknown field", { ...sip, whom: "x" }, "proposals[0].whom"],
    ["an unknown kind", { ...sip, kind: "idea" }, "proposals[0].kind"],
    ["a municipality that is not the study's", { ...sip, municipality: "0180" }, "proposals[0].municipality"],
    ["a party that is not the study's", { ...basis, party: "polis" }, "proposals[0].party"],
    ["a day that does not exist", { ...sip, by: "2027-02-30" }, "proposals[0].by"],
    ["no text", { ...sip, what: " " }, "proposals[0].what"],
    // 19811218-9876 is Skatteverket's example of a valid number.
    ["an identity number", { ...sip, who: "811218-9876" }, "proposals[0].who"],
    ["a bare text", "En ingång", "proposals[0]"],
  ])("with %s are 422, name the field, and store nothing", async (_what, proposal, field) => {
    const before = (await get()).body;
    const refused = await put(Number(before["version"]), [proposal]);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "proposals-invalid", problems: [{ variable: field }] },
    });
    expect(refused.text).not.toContain("811218");
    expect((await get()).body).toEqual(before);
  });

  test("with the same id twice are 422", async () => {
    const { version } = (await get()).body as { version: number };
    expect((await put(version, [sip, sip])).body["problems"]).toMatchObject([{ variable: "proposals[1].id" }]);
  });

  test("are for the signed-in only, of a study that exists", async () => {
    expect((await app.call("GET", PATH)).status).toBe(401);
    expect((await app.call("PUT", PATH, { version: 0, proposals: [] })).status).toBe(401);
    expect((await app.call("GET", "/api/studies/ingen/proposals", undefined, app.investigator)).status).toBe(404);
  });
});
