/** Leaving in a hurry, what a phone keeps, and links that take no more answers. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale } from "../../build.ts";
import { hashToken } from "../../server/tokens.ts";
import { createAllInstruments, linkPath } from "../http/all-instruments.ts";
import { type Application, startApplication } from "../http/application.ts";
import { expectSound, fillPart, openPhone } from "./answering.ts";
import { openBrowser } from "./chromium.ts";

let app: Application;
let browser: Browser;

beforeAll(async () => {
  await buildIfStale("web");
  [app, browser] = await Promise.all([startApplication(), openBrowser()]);
  await createAllInstruments(app);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const YOUNG = { instrument: "voice", municipality: "1492" } as const;
const addressOf = (path: string): string => `${app.url}${path.replace("/api/answer/", "/svara/")}`;

/** Two parts into the questionnaire of a young person. */
async function halfway(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Börja", exact: true }).click();
  await page.getByText(/^Del 1 av/).waitFor();
  await fillPart(page);
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByText(/^Del 2 av/).waitFor();
  await fillPart(page);
}

const kept = (page: Page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);

describe("a young person leaves in a hurry", () => {
  const ways: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ["with the button", (page) => page.getByRole("button", { name: "Lämna sidan snabbt" }).click()],
    [
      "with Escape three times",
      async (page) => {
        for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
      },
    ],
  ];
  test.each(ways)("%s: an empty page, nothing behind it and nothing kept", async (_, leave) => {
    const { page, requests } = await openPhone(browser, app.url);
    const address = addressOf(await linkPath(app, YOUNG));
    await page.goto(`${app.url}/om-uppgifterna`);
    await halfway(page, address);
    await leave(page);
    await page.waitForURL("about:blank");
    expect(await page.title()).toBe("");
    expect(requests.filter((request) => !request.startsWith("GET"))).toEqual([]);
    await page.goBack();
    expect(page.url()).toBe(`${app.url}/om-uppgifterna`);
    expect(await kept(page)).toEqual([0, 0]);
    await page.context().close();
  });

  test("also when the answers were kept in the tab, which otherwise survive a reload", async () => {
    const { page } = await openPhone(browser, app.url);
    const address = addressOf(await linkPath(app, YOUNG));
    await page.goto(address);
    await page.getByLabel("Spara mina svar").check();
    await halfway(page, address);
    await page.reload();
    await page.getByText(/^Del 2 av/).waitFor();
    expect(await page.locator("main input:checked").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Lämna sidan snabbt" }).click();
    await page.waitForURL("about:blank");
    await page.goto(address);
    await page.getByRole("button", { name: "Börja", exact: true }).waitFor();
    expect(await kept(page)).toEqual([0, 0]);
    await page.context().close();
  });

  test("a reload without that choice begins anew", async () => {
    const { page } = await openPhone(browser, app.url);
    await halfway(page, addressOf(await linkPath(app, YOUNG)));
    expect(await kept(page)).toEqual([0, 0]);
    await page.reload();
    await page.getByText(/^Del 2 av/).waitFor();
    expect(await page.locator("main input:checked").count()).toBe(0);
    await page.context().close();
  });
});

test("what a member of staff has not sent goes with the tab", async () => {
  const { page } = await openPhone(browser, app.url);
  const address = addressOf(await linkPath(app, { instrument: "staff", party: "bup", municipality: "1492" }));
  await page.goto(address);
  await page.getByRole("button", { name: "Börja svara" }).click();
  await page.getByText(/^Del 1 av/).waitFor();
  await fillPart(page);
  await page.getByText(/^Sparad/).waitFor();
  await page.reload();
  await page.getByText(/^Del 1 av/).waitFor();
  expect(await page.locator("main input:checked").count()).toBeGreaterThan(0);
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByRole("button", { name: "Börja svara" }).waitFor();
  expect(await other.evaluate(() => localStorage.length)).toBe(0);
  await page.context().close();
});

test("a link that has taken its answers says so kindly", async () => {
  const { page } = await openPhone(browser, app.url);
  const path = await linkPath(app, YOUNG, { maxAnswers: 1 });
  await app.call("POST", `${path}/submit`, { answers: { v_retold: "n1" } });
  await page.goto(addressOf(path));
  await page.getByRole("heading", { name: "Vi har fått de svar som behövs" }).waitFor();
  await expectSound(page);
  await page.context().close();
});

test("a link that has lasted its time says until when, and that what was sent is kept", async () => {
  const { page, complaints } = await openPhone(browser, app.url);
  const assignment = await app.store.findAssignment("alla", YOUNG);
  if (assignment === undefined) throw new Error("no assignment");
  await app.store.createLink({
    id: "gammal",
    study: "alla",
    assignment,
    tokenHash: hashToken("gammal-token"),
    createdAt: "2026-01-01T00:00:00.000Z",
    until: "2026-01-31",
  });
  await page.goto(`${app.url}/svara/gammal-token`);
  await page.getByRole("heading", { name: "Tiden för att svara är slut" }).waitFor();
  const text = await page.locator("main").innerText();
  expect(text).toContain("31 januari 2026");
  expect(text).toContain("Det som redan är skickat finns kvar.");
  expect(await page.getByRole("button").count()).toBe(0);
  await expectSound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("one who is halfway when the link becomes full is told when sending", async () => {
  const { page } = await openPhone(browser, app.url);
  const path = await linkPath(app, YOUNG, { maxAnswers: 1 });
  await halfway(page, addressOf(path));
  await app.call("POST", `${path}/submit`, { answers: { v_retold: "n1" } });
  await page.getByText("Alla delar").click();
  await page.getByRole("link", { name: "Granska och skicka" }).click();
  await page.getByRole("button", { name: "Skicka svaret" }).click();
  await page.getByText("Länken har tagit emot så många svar").waitFor();
  await page.context().close();
});
