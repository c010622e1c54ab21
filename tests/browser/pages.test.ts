import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { openBrowser } from "./chromium.ts";
import { startExample, type ExampleServer } from "./example-server.ts";

let server: ExampleServer;
let browser: Browser;
/** Signed in once: the login link is used up by its first use. */
let investigator: Awaited<ReturnType<BrowserContext["storageState"]>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startExample(), openBrowser()]);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
  investigator = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const WIDTHS = [
  { name: "a phone", width: 390, height: 844 },
  { name: "a laptop", width: 1440, height: 900 },
] as const;

/** Each page, and what stands on it when it is ready. */
const PAGES: readonly { path: () => string; ready: RegExp }[] = [
  { path: () => `${server.origin}/`, ready: /Vilka behöver stöd/ },
  { path: () => `${server.origin}/tillganglighet`, ready: /Tillgänglighet/ },
  { path: () => `${server.origin}/om-uppgifterna`, ready: /uppgifter/i },
  { path: () => `${server.origin}/logga-in`, ready: /Logga in/ },
  { path: () => server.answer, ready: /Unga med sammansatta/ },
  { path: () => server.board, ready: /svar från parterna/ },
  { path: () => `${server.origin}/rapport/finns-inte`, ready: /finns inte|hittar|hittades/i },
  { path: () => `${server.origin}/svara/finns-inte`, ready: /länk/i },
  { path: () => `${server.origin}/utredning`, ready: /Studier/ },
  { path: () => `${server.origin}/utredning/exempel`, ready: /15 av 18/ },
  { path: () => `${server.origin}/utredning/exempel/upplagg`, ready: /Upplägg/ },
  { path: () => `${server.origin}/utredning/exempel/inbjudan`, ready: /Inbjudan/ },
  { path: () => `${server.origin}/utredning/exempel/svar`, ready: /svar/i },
  { path: () => `${server.origin}/utredning/exempel/svar?enkat=staff`, ready: /Arbetsförmedlingen/ },
  { path: () => `${server.origin}/utredning/exempel?enkat=staff`, ready: /platser/ },
  { path: () => `${server.origin}/utredning/exempel?enkat=voice`, ready: /kommuner/ },
  { path: () => `${server.origin}/utredning/exempel?enkat=follow-up`, ready: /Skickat/ },
  { path: () => `${server.origin}/utredning/exempel/forslag`, ready: /Vad ska göras/ },
  { path: () => `${server.origin}/utredning/exempel/rapport`, ready: /svar från parterna/ },
];

async function open(path: string, ready: RegExp, width: number, height: number): Promise<[Page, string[]]> {
  const context = await browser.newContext({ viewport: { width, height }, storageState: investigator });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.goto(path);
  await page.locator("main").getByText(ready).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
  return [page, complaints];
}

describe.each(WIDTHS)("on $name", ({ width, height }) => {
  test.each(PAGES.map((one, index) => [index, one] as const))(
    "page %i is accessible, fits, and asks no other host",
    async (_, { path, ready }) => {
      const [page, complaints] = await open(path(), ready, width, height);
      expect(await violationsOf(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("every part of the questionnaire is accessible and fits", async () => {
    const [page, complaints] = await open(server.answer, /Unga med sammansatta/, width, height);
    await page
      .getByRole("button", { name: /Börja svara|Fortsätt/ })
      .first()
      .click();
    for (let part = 1; part <= 9; part++) {
      await page
        .getByText(new RegExp(`Del ${part} av 9`))
        .first()
        .waitFor();
      expect(await violationsOf(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: part < 9 ? "Nästa" : "Granska svaret" }).click();
    }
    await page.getByRole("heading", { name: "Granska och skicka" }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test("a finding gives its table, and downloads as SVG, PNG and CSV", async () => {
  const [page] = await open(`${server.origin}/utredning/exempel/rapport`, /svar från parterna/, 1440, 900);
  await page
    .getByText(/^Tabell/)
    .first()
    .click();
  await page.getByRole("table").first().waitFor();
  await page.getByText("Ladda ner").first().click();
  for (const [name, ending] of [
    [/SVG/, "svg"],
    [/PNG/, "png"],
    [/CSV/, "csv"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).filter({ visible: true }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
  }
  await page.context().close();
});

test("the address carries the filter, and Back takes it away", async () => {
  const [page] = await open(`${server.origin}/utredning/exempel/rapport?kommun=1492`, /8 av 9 svar/, 1440, 900);
  await page.goto(`${server.origin}/utredning/exempel/rapport`);
  await page.getByText("15 av 18 svar").first().waitFor();
  await page.goBack();
  await page.getByText("8 av 9 svar").first().waitFor();
  await page.context().close();
});
