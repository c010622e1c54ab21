/** What an investigator does with the open questionnaires, with answers in numbers, and with proposals. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { openBrowser } from "./chromium.ts";
import { PUBLISHED_MS, publishedPage, type ExampleServer } from "./example-server.ts";
import { startFreshExample } from "./fresh-example.ts";

let server: ExampleServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshExample(), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; };");
  page = await context.newPage();
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (path: string): Promise<unknown> => page.goto(`${server.origin}/utredning/exempel${path}`);

test("a link to the young in one place is limited, and comes with a code, a text and a sheet", async () => {
  await open("?enkat=voice");
  await page.getByRole("button", { name: /^Åmål/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Högst så många svar").fill("50");
  await dialog.getByLabel("Sista dag att svara").fill("2099-03-31");
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Gör en länk" }).click();

  await dialog.getByRole("img", { name: /QR-kod/ }).waitFor();
  const address = await dialog.locator(".new-address .address").textContent();
  expect(address).toMatch(/\/svara\/\S{20,}/);
  await dialog.getByText("Text att skicka med").click();
  const message = await dialog.getByRole("textbox", { name: /Ändra texten/ }).inputValue();
  expect(message).toContain(address);
  expect(message).toContain("Svara senast 31 mars 2099.");
  await dialog.getByText("0 av högst 50 svar · till och med 31 mars 2099").waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await dialog.getByRole("button", { name: "Skriv ut ett blad att sätta upp" }).click();
  await page.waitForFunction("window.printed === 1");
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".sheet");
  await sheet.getByText(String(address).replace(/^https?:\/\//, "")).waitFor();
  expect(await page.locator("#root").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
});

test("a cell of the staff's grid leads to its answers, one by one, without the time of day", async () => {
  await open("?enkat=staff");
  await page
    .getByRole("button", { name: /svar: Arbetsförmedlingen, Åmål/ })
    .first()
    .click();
  await page.getByRole("link", { name: /Läs de \d+ svaren/ }).click();
  await page.getByRole("heading", { name: /Arbetsförmedlingen/ }).waitFor();
  const answers = page.locator(".answer-list li");
  await answers.first().waitFor();
  expect(await answers.count()).toBeGreaterThan(1);
  expect(await answers.first().textContent()).not.toMatch(/\d\d:\d\d/);
  expect(await violationsOf(page)).toEqual([]);
  await answers.first().getByRole("link").click();
  await page.getByRole("heading", { name: /Version 1/ }).waitFor();
});

test("the follow-up is listed by period, the latest first", async () => {
  await open("?enkat=follow-up");
  await page.locator(".answer-list li").first().waitFor();
  const periods = await page.locator(".answer-list a").allTextContents();
  expect(periods.map((period) => /till \d+ (\S+)/.exec(period)?.[1])).toEqual(["september", "juni", "mars"]);
});

test("a proposal is saved while it is written, and what two have written is kept", async () => {
  await open("/forslag");
  await page.getByRole("button", { name: "Lägg till ett förslag" }).click();
  await page.keyboard.type("Öppna en gemensam mottagning");
  await page.keyboard.press("Control+s");
  await page.getByText(/^Sparad \d\d:\d\d/).waitFor();

  const other = await context.newPage();
  await other.goto(`${server.origin}/utredning/exempel/forslag`);
  const theirs = other.getByLabel("Vad ska göras?").last();
  await theirs.fill("Öppna en mottagning i Åmål");
  await other.keyboard.press("Control+s");
  await other.getByText(/^Sparad \d\d:\d\d/).waitFor();
  await other.close();

  const mine = page.getByLabel("Vad ska göras?").last();
  await mine.fill("Öppna en gemensam mottagning för unga");
  await page.keyboard.press("Control+s");
  await page.getByText("Någon annan har ändrat samma text.").waitFor();
  await page.getByText("Öppna en mottagning i Åmål").waitFor();
  expect(await mine.inputValue()).toBe("Öppna en gemensam mottagning för unga");
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Behåll min" }).click();
  await page.reload();
  await page.getByText("Öppna en gemensam mottagning för unga").waitFor();
});

test("the contents follow the reader, and lead to a section that has not been in view", async () => {
  await open("/rapport");
  const contents = page.getByRole("navigation", { name: "Innehåll" });
  await contents.getByRole("link", { name: "Metod och underlag" }).click();
  await contents.locator('.contents-beside [aria-current="location"]', { hasText: "Metod och underlag" }).waitFor();
  await page.locator("#methods").getByRole("heading").first().waitFor();
  const top = await page.evaluate(() => document.getElementById("methods")?.getBoundingClientRect().top ?? NaN);
  expect(Math.abs(top)).toBeLessThan(300);
});

test("after a jump to the end and a print the contents name the section that is on the screen", async () => {
  await open("/rapport");
  await page.getByRole("navigation", { name: "Innehåll" }).waitFor();
  await page.locator("#group-size").getByRole("img").first().waitFor();
  /** The name lit in the map, and the one that the place of the sections on the screen asks for. */
  const lit = () =>
    page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>(".contents-beside a")];
      const passed = links.filter(({ hash }) => {
        const top = document.getElementById(hash.slice(1))?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight / 3;
      });
      return [links.find((link) => link.ariaCurrent === "location")?.hash, (passed.at(-1) ?? links[0])?.hash];
    });
  const settle = () => page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 300)));
  for (const move of ["End", "Home", "End"]) {
    await page.keyboard.press(move);
    await settle();
    const [named, there] = await lit();
    expect(named, `after ${move}`).toBe(there);
  }
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await settle();
  const [named, there] = await lit();
  expect(named, "after a print").toBe(there);
});

test(
  "the start page leads to the example's report",
  async () => {
    await publishedPage(server);
    await page.goto(server.origin);
    await page.getByRole("link", { name: "Läs exemplets rapport" }).click();
    await page
      .getByText(/svar från parterna/)
      .first()
      .waitFor();
  },
  PUBLISHED_MS,
);
