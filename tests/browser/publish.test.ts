/** How a report is published: written, looked at, published, given to a board behind a passcode, and taken back. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { openBrowser } from "./chromium.ts";
import type { ExampleServer } from "./example-server.ts";
import { startFreshExample } from "./fresh-example.ts";

let server: ExampleServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshExample(), openBrowser()]);
  context = await browser.newContext({ viewport: LAPTOP });
  page = await context.newPage();
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The report is computed, protected and audited meanwhile, beside other tests. */
const WORK_MS = 240_000;

const chapter = (path = ""): string => `${server.origin}/utredning/exempel/publicera${path}`;
const saved = (): Promise<void> => page.getByText(/^Sparad \d\d:\d\d/).waitFor();
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName ?? null);

/** Accessible, and as wide as the screen, on a laptop and on a phone. */
async function expectGood(): Promise<void> {
  for (const size of [PHONE, LAPTOP]) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `horizontal scrolling on ${page.url()} at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  expect(await violationsOf(page)).toEqual([]);
}

test("the chapter is found in the menu, and leads to the editor", async () => {
  await page.goto(`${server.origin}/utredning/exempel`);
  await page.getByRole("navigation", { name: "Studiens kapitel" }).getByRole("link", { name: "Publicering" }).click();
  const prepare = page.getByRole("link", { name: /^Förbered (en|nästa) publicering$/ });
  await prepare.waitFor();
  await expectGood();
  await prepare.click();
  await page.getByLabel("Rubrik").waitFor();
});

test("what is written and chosen is saved by itself, and by keyboard a section moves without losing the focus", async () => {
  await page.goto(chapter("/forbered"));
  await page.getByLabel("Rubrik").fill("Ungas väg till stöd");
  await page.getByLabel("Inledning").fill("Vi ville veta **hur många** de är.\n\n- skolan\n- vården");
  await page.getByRole("button", { name: /^Visa hur det blir ?: Inledning/ }).click();
  expect(await page.locator(".markdown-field .markdown strong").textContent()).toBe("hur många");

  const names = (): Promise<readonly string[]> =>
    page
      .locator(".publish-section:not(.publish-section-out) .publish-section-name")
      .evaluateAll((rows) => rows.map((row) => row.textContent));
  expect((await names()).slice(0, 2)).toEqual(["1.Vilka som har svarat", "2.Hur många de är"]);
  await page.getByRole("button", { name: "Flytta ner: Vilka som har svarat" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("Flytta ner: Vilka som har svarat");
  expect((await names()).slice(0, 3)).toEqual([
    "1.Hur många de är",
    "2.Hur många olika personer",
    "3.Vilka som har svarat",
  ]);
  await page.getByRole("checkbox", { name: "Befolkningen" }).uncheck();
  await page.getByRole("button", { name: /^Egen text till hur många de är/ }).click();
  await page.getByLabel("Text före hur många de är").fill("Så läser du talen.");
  await saved();
  await expectGood();

  await page.reload();
  await page.getByLabel("Rubrik").waitFor();
  expect(await page.getByLabel("Rubrik").inputValue()).toBe("Ungas väg till stöd");
  expect((await names())[2]).toBe("3.Vilka som har svarat");
  expect(await page.getByRole("checkbox", { name: "Befolkningen" }).isChecked()).toBe(false);
});

test("free texts are shown when somebody says that they have read them, and not before", async () => {
  await page.goto(chapter("/forbered"));
  await page.getByRole("switch", { name: "Visa fritexterna ur svaren" }).click();
  const dialog = page.getByRole("dialog");
  // It cannot be pressed before that; a click would wait until it can.
  await dialog.getByRole("button", { name: "Visa fritexterna" }).press("Enter");
  expect(await page.getByRole("switch", { includeHidden: true }).isChecked()).toBe(false);
  await expectGood();
  await dialog.getByRole("link", { name: "Läs fritexterna först" }).click();
  await page.getByText("En väg tillbaka till skolan mitt i terminen.").first().waitFor();
  await expectGood();
  await page.getByRole("link", { name: "Tillbaka till publiceringen" }).click();
  await page.getByRole("switch").click();
  await dialog.getByRole("checkbox", { name: /Jag har läst alla texter/ }).check();
  await dialog.getByRole("button", { name: "Visa fritexterna" }).click();
  expect(await page.getByRole("switch").isChecked()).toBe(true);
  await page.keyboard.press("Control+s");
  await saved();
  await page.getByRole("switch").click();
  expect(await page.getByRole("switch").isChecked()).toBe(false);
  await saved();
});

test("two who write at once lose nothing, and an identity number is told where it stands", async () => {
  await page.goto(chapter("/forbered"));
  await page.getByLabel("Slutsats").fill("Börja med en mottagning.");
  await page.keyboard.press("Control+s");
  await saved();
  const other = await context.newPage();
  await other.goto(chapter("/forbered"));
  await other.getByLabel("Slutsats").fill("Börja i Åmål.");
  await other.keyboard.press("Control+s");
  await other.getByText(/^Sparad \d\d:\d\d/).waitFor();
  await other.close();

  const mine = page.getByLabel("Slutsats");
  await mine.fill("Börja med en mottagning för unga.");
  await page.keyboard.press("Control+s");
  await page.getByText("Någon annan har ändrat samma text.").waitFor();
  await page.getByText("Börja i Åmål.").waitFor();
  expect(await mine.inputValue()).toBe("Börja med en mottagning för unga.");
  await page.getByRole("button", { name: "Behåll min" }).click();

  // The example of Skatteverket: 121212-1212.
  await mine.fill("Vi mötte 121212-1212.");
  await page.getByText(/Här står ett personnummer/).waitFor();
  await page.getByText(/Inget sparades nu/).waitFor();
  await mine.fill("Börja med en mottagning för unga.");
  await page.keyboard.press("Control+s");
  await saved();
});

test("without the network the text stays, and is saved when it is back", async () => {
  await page.goto(chapter("/forbered"));
  await page.getByLabel("Slutsats").waitFor();
  await context.setOffline(true);
  await page.getByLabel("Slutsats").fill("Skrivet på tåget.");
  await page.getByText("Inte sparat. Texten finns kvar här.").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Spara nu" }).click();
  await saved();
  expect(await page.getByLabel("Slutsats").inputValue()).toBe("Skrivet på tåget.");
});

test("a publication without a title is not begun", async () => {
  await page.goto(chapter("/forbered"));
  await page.getByLabel("Rubrik").fill("");
  await page.getByRole("button", { name: "Förhandsvisa" }).click();
  await page.getByText("Publiceringen behöver en rubrik.").waitFor();
  expect(await page.getByLabel("Rubrik").evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press("Control+s");
  await saved();
  await page.getByLabel("Rubrik").fill("Ungas väg till stöd");
  await saved();
});

test(
  "a preview is worked on while one is elsewhere, is read as the board will read it, and is published as it is",
  async () => {
    await page.goto(chapter("/forbered"));
    await page.getByRole("button", { name: "Förhandsvisa" }).click();
    await page.getByRole("progressbar", { name: "Arbetet med publiceringen" }).waitFor();
    await page.reload();
    await page.goto(chapter());
    await page.getByRole("link", { name: /Se den och publicera ?: Ungas väg till stöd/ }).click({ timeout: WORK_MS });
    await page.getByRole("heading", { name: "Så är små tal skyddade" }).waitFor();
    await page.getByText("Var det är dolt").click();
    await expectGood();

    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("button", { name: "Öppna förhandsvisningen" }).click(),
    ]);
    await tab.waitForURL(/\/rapport\//);
    await tab
      .getByText(/Förhandsvisning/)
      .first()
      .waitFor();
    await tab.getByText("Så läser du talen.").waitFor();
    const previewAddress = tab.url();
    await tab.close();

    await page.getByRole("button", { name: "Publicera …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("18 avsnitt med dina texter, diagram och tabeller").waitFor();
    await dialog.getByText("inga fritexter ur svaren").waitFor();
    await expectGood();
    await dialog.getByRole("button", { name: "Publicera" }).click();
    await page.getByRole("heading", { name: "Länkar till publiceringen" }).waitFor();
    expect(await focused()).toBe("H1");
    await expectGood();
    // The link by which the preview was looked at leads nowhere.
    const visitor = await browser.newPage();
    await visitor.goto(previewAddress);
    await visitor.getByRole("heading", { name: "Länken har dragits tillbaka" }).waitFor();
    await visitor.close();
  },
  WORK_MS,
);

test("a board opens its link with the passcode, looks without taking along, and not after it is withdrawn", async () => {
  await page.getByRole("button", { name: "Föreslå ett lösenord" }).click();
  await page.getByLabel("Sista dag").fill("2099-03-31");
  await page.getByLabel("Bara titta").check();
  await page.getByRole("button", { name: "Gör en länk" }).click();
  await page.getByText("Skicka lösenordet en annan väg än länken").waitFor();
  await expectGood();
  const [address = "", passcode = ""] = await page.locator(".new-address .address").allTextContents();
  expect(address).toMatch(/\/rapport\/\S{20,}/);
  expect(passcode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await page.getByText("med lösenord · bara titta · till och med 31 mars 2099").waitFor();

  const board = await (await browser.newContext({ viewport: PHONE })).newPage();
  await board.goto(address);
  await board.getByLabel("Lösenord").fill("fel lösenord");
  await board.getByRole("button", { name: "Öppna rapporten" }).click();
  await board.getByText(/Lösenordet stämmer inte/).waitFor();
  await board.getByLabel("Lösenord").fill(passcode);
  await board.getByRole("button", { name: "Öppna rapporten" }).click();
  await board.getByText("Så läser du talen.").waitFor();
  const token = new URL(address).pathname.split("/").at(-1) ?? "";
  const status = (path: string): Promise<number> =>
    board.evaluate(async (url) => (await fetch(url)).status, `${server.origin}/api/published/${token}${path}`);
  expect(await status("")).toBe(200);
  expect(await status("/report.xlsx")).toBe(403);

  await page.getByRole("button", { name: /^Dra tillbaka ?: Gjord/ }).click();
  await page.getByText("Den som har länken kan inte läsa längre.").waitFor();
  await page.getByRole("button", { name: "Dra tillbaka", exact: true }).click();
  await page.getByText(/länkar som inte gäller/).waitFor();
  await board.reload();
  await board.getByRole("heading", { name: "Länken har dragits tillbaka" }).waitFor();
  await board.context().close();
});

test("the files of a publication are there for the investigator, and the archive too", async () => {
  for (const [name, ending] of [
    ["Excel", "xlsx"],
    ["Hämta arkivfilen", "zip"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    expect(await download.failure()).toBeNull();
  }
});

test("an attempt that failed says why, and can be made again or removed", async () => {
  const summary = {
    id: "gick-inte",
    title: "Ungas väg till stöd",
    status: "failed",
    createdAt: "2026-11-21T13:02:00.000Z",
    problem: { code: "audit-failed", message: "Granskningen hittade ett litet tal som går att räkna ut." },
    links: 0,
  };
  await page.route("**/publications/gick-inte", (route) =>
    route.request().method() === "DELETE" ? route.fulfill({ status: 204 }) : route.fulfill({ json: summary }),
  );
  await page.goto(chapter("/gick-inte"));
  await page.getByText(summary.problem.message).waitFor();
  await page.getByRole("button", { name: "Försök igen" }).waitFor();
  await expectGood();
  await page.getByRole("button", { name: "Ta bort försöket" }).click();
  await page.getByRole("button", { name: "Ta bort", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Publicering" }).waitFor();
});
