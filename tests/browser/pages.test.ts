import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { openBrowser } from "./chromium.ts";
import { PUBLISHED_MS, publishedPage, type ExampleServer } from "./example-server.ts";
import { startFreshExample } from "./fresh-example.ts";

let server: ExampleServer;
let browser: Browser;
/** Signed in once: the login link is used up by its first use. All pages share it, and what the browser has fetched. */
let context: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshExample(), openBrowser()]);
  context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const PHONE = { width: 390, height: 844 } as const;
const LAPTOP = { width: 1440, height: 900 } as const;

/** Each page but that of a publication, which has tests of its own, and what stands on it when it is ready. */
const PAGES: readonly { path: () => string; ready: RegExp }[] = [
  { path: () => `${server.origin}/`, ready: /Vilka behöver stöd/ },
  { path: () => `${server.origin}/tillganglighet`, ready: /Tillgänglighet/ },
  { path: () => `${server.origin}/om-uppgifterna`, ready: /uppgifter/i },
  { path: () => `${server.origin}/logga-in`, ready: /Logga in/ },
  { path: () => server.answer, ready: /Unga med sammansatta/ },
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
  { path: () => `${server.origin}/utredning/exempel/publicera`, ready: /Publicering/ },
  { path: () => `${server.origin}/utredning/exempel/rapport`, ready: /svar från parterna/ },
];

interface Opened {
  readonly page: Page;
  /** What the page complained of, and addresses that it asked elsewhere. */
  readonly complaints: readonly string[];
}

/** Opens an address and waits until `ready` is seen and everything that was asked for has come. */
async function open(path: string, ready: RegExp, size: typeof PHONE | typeof LAPTOP): Promise<Opened> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  const complaints: string[] = [];
  let [asked, answered] = [0, 0];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    asked += 1;
    if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  page.on("requestfinished", () => (answered += 1));
  page.on("requestfailed", () => (answered += 1));
  await page.goto(path);
  await page.locator("main").getByText(ready).filter({ visible: true }).first().waitFor();
  let before: number;
  do {
    before = asked;
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate((quiet) => new Promise((resolve) => setTimeout(resolve, quiet)), QUIET_MS);
  } while (answered < asked || asked > before);
  return { page, complaints };
}

/** Reads the page to its end: sections of a report are drawn, and take their true height, when they come near. */
const readThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await frame();
      await frame();
    }
    scrollTo({ top: 0, behavior: "instant" });
    await frame();
  });

/** A page that has asked for nothing this long, and waits for nothing, has drawn what it knows. */
const QUIET_MS = 100;

/** At another width drawings are laid out anew: a moment is theirs. */
async function expectFits(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect
    .poll(overflow, { message: `horizontal scrolling on ${page.url()}`, timeout: 10_000 })
    .toBeLessThanOrEqual(0);
}

describe.each([
  ["a phone", PHONE],
  ["a laptop", LAPTOP],
] as const)("on %s", (_, size) => {
  test.each(PAGES.map((one, index) => [index, one] as const))(
    "page %i is accessible, fits, and asks no other host",
    async (_index, { path, ready }) => {
      const { page, complaints } = await open(path(), ready, size);
      // Once is enough for what does not change with the width; a long report takes its time.
      if (size === LAPTOP) await readThrough(page);
      await expectFits(page);
      expect(await violationsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});

test("every part of an empty questionnaire is accessible on a laptop, and fits there and on a phone", async () => {
  const { page, complaints } = await open(server.answer, /Unga med sammansatta/, LAPTOP);
  await page
    .getByRole("button", { name: /Börja svara|Fortsätt/ })
    .first()
    .click();
  for (let part = 1; part <= 9; part++) {
    await page
      .getByText(new RegExp(`Del ${part} av 9`))
      .first()
      .waitFor();
    await expectFits(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await expectFits(page);
    await page.setViewportSize(LAPTOP);
    await page.getByRole("button", { name: part < 9 ? "Nästa" : "Granska svaret" }).click();
  }
  await page.getByRole("heading", { name: "Granska och skicka" }).waitFor();
  await expectFits(page);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

/** Bytes of JavaScript that a page fetches, as sent. */
const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );

test(
  "who opens a published report fetches less than 15 kB of program, and nothing from another host",
  async () => {
    await publishedPage(server);
    const { page, complaints } = await open(server.board, /svar från parterna/, PHONE);
    await expectFits(page);
    expect(complaints).toEqual([]);
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(15_000);
    await page.close();
  },
  PUBLISHED_MS,
);

test("a finding gives its table, and downloads as SVG, PNG and CSV", async () => {
  const { page } = await open(`${server.origin}/utredning/exempel/rapport`, /svar från parterna/, LAPTOP);
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
  await page.close();
});

test(
  "the code that a published chart gives shows it on another site's page",
  async () => {
    await publishedPage(server);
    const { page } = await open(server.board, /svar från parterna/, LAPTOP);
    const section = page.locator("#group-size");
    await section.getByText("Bädda in").click();
    await section.getByRole("button", { name: "Kopiera koden" }).first().click();
    await section.getByText("Kopierad.").waitFor();
    const code = await section.locator(".embed-code").first().inputValue();
    expect(await violationsOf(page, "#group-size")).toEqual([]);

    const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(code));
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
    await page.waitForFunction(() => document.images[0]?.complete);
    expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBe(760);
    await page.getByRole("link", { name: "Hela rapporten" }).click();
    await page.waitForURL(/\/rapport\/[\w-]+#diagram-group-size-/);
    await page.close();
    site.close();
  },
  PUBLISHED_MS,
);

test("the address carries the filter, and Back takes it away", async () => {
  const { page } = await open(`${server.origin}/utredning/exempel/rapport?kommun=1492`, /8 av 9 svar/, LAPTOP);
  await page.goto(`${server.origin}/utredning/exempel/rapport`);
  await page.getByText("15 av 18 svar").first().waitFor();
  await page.goBack();
  await page.getByText("8 av 9 svar").first().waitFor();
  await page.close();
});
