import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { startBoard, type BoardServer } from "./board-server.ts";
import { openBrowser } from "./chromium.ts";

let server: BoardServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startBoard(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1440, height: 900 } } as const;
const SMALLEST = { width: 320, height: 640 } as const;

interface Opened {
  readonly page: Page;
  /** What the page complained of, and addresses that it asked elsewhere. */
  readonly complaints: string[];
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: SIZES.laptop, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (![server.origin, "data:", "file:"].some((own) => url.startsWith(own))) complaints.push(url);
  });
  await page.goto(address);
  return { page, complaints };
}

const close = ({ page }: Opened): Promise<void> => page.context().close();

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Waits for what a busy machine takes its time with. */
const soon = <T>(find: () => T) => expect.poll(find, { timeout: 20_000 });

/** Every text of every drawing is looked at. */
const WHOLE_REPORT_MS = 240_000;

describe.each([
  ["phone", "the report for one municipality", "/rapport/exempel?kommun=1492"],
  ["laptop", "the report", "/rapport/exempel"],
] as const)("on a %s", (size, report, address) => {
  test.each([
    [report, address],
    ["a long table", "/rapport/exempel/tabell/interventions/availability"],
    ["the form for the passcode", "/kod"],
    ["a link that has ended", "/slut"],
  ])(
    "%s is accessible, fits, and asks no other host",
    async (_, path) => {
      const opened = await open(server.origin + path, { viewport: SIZES[size] });
      expect(await violationsOf(opened.page)).toEqual([]);
      expect(await overflow(opened.page)).toBe(0);
      expect(opened.complaints).toEqual([]);
      await close(opened);
    },
    WHOLE_REPORT_MS,
  );
});

test("at 320 px nothing is wider than the window", async () => {
  const opened = await open(server.board, { viewport: SMALLEST });
  expect(await overflow(opened.page)).toBe(0);
  await close(opened);
});

describe("without a script", () => {
  test("the report is whole: figures, tables, words and municipalities are a click away", async () => {
    const opened = await open(server.board, { javaScriptEnabled: false });
    const { page } = opened;
    const section = page.locator("#group-size");
    await section.locator(".chart-wide svg").first().waitFor();
    const tables = section.getByRole("table");
    await soon(() => tables.first().isVisible()).toBe(false);
    await section.getByText(/^Tabeller/).click();
    await soon(() => tables.first().isVisible()).toBe(true);
    await section.getByText("Så vet vi det").click();
    // One opens at a time.
    await soon(() => tables.first().isVisible()).toBe(false);
    await section.getByText(/15 av 18 har svarat/).waitFor();

    await page.getByRole("navigation", { name: "Kommun" }).getByRole("link", { name: "Åmål" }).click();
    await page.waitForURL(/\?kommun=1492$/);
    await page.getByText("Du läser om Åmål").waitFor();
    await page
      .locator("#interventions")
      .getByText(/^Tabeller/)
      .click();
    await page
      .locator("#interventions")
      .getByRole("link", { name: /^Hela tabellen/ })
      .first()
      .click();
    await page.waitForURL(/tabell\/interventions\/\w+\?kommun=1492$/);
    await page.getByRole("link", { name: /^Tillbaka till/ }).click();
    await page.waitForURL(/\?kommun=1492#interventions$/);
    await close(opened);
  });

  test("paper shows methods and short tables, and no controls", async () => {
    const opened = await open(server.board, { javaScriptEnabled: false });
    const { page } = opened;
    await page.emulateMedia({ media: "print" });
    const section = page.locator("#group-size");
    expect(await section.getByText("Antalen är parternas egna").isVisible()).toBe(true);
    expect(await section.getByRole("table").last().isVisible()).toBe(true);
    expect(await page.getByText("Ladda ner rapporten").isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Innehåll" }).isVisible()).toBe(false);
    await close(opened);
  });
});

describe("with its script", () => {
  test("the page fetches less than 15 kB of program", async () => {
    const opened = await open(server.board);
    const bytes = await opened.page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(".js"))
        .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(1_000);
    // Before compression, which makes it a third.
    expect(bytes).toBeLessThan(15_000);
    await close(opened);
  });

  test("the map of contents follows the reader", async () => {
    const opened = await open(server.board);
    const { page } = opened;
    const current = page.locator(".contents-beside [aria-current]");
    await page.evaluate(() => document.getElementById("gaps")?.scrollIntoView({ behavior: "instant" }));
    await soon(() => current.textContent()).toBe("Det som saknas");
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await soon(() => current.count()).toBe(0);
    await close(opened);
  });

  test("values of a chart are told one after the other by the arrow keys", async () => {
    const opened = await open(server.board);
    const { page } = opened;
    await page.locator("#group-size .chart-wide").first().focus();
    await page.keyboard.press("ArrowRight");
    const first = await page.locator("#group-size .chart-tip").textContent();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#group-size .chart-tip").textContent()).not.toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.locator("#group-size .chart-tip").count()).toBe(0);
    await close(opened);
  });
});

describe("step by step", () => {
  const position = (page: Page): Promise<string | null> => page.locator(".steps-position").textContent();
  const title = (page: Page): Promise<string | null> => page.locator(".steps-title").textContent();

  test(
    "the keyboard alone goes through the report and back to where it stopped",
    async () => {
      const opened = await open(server.board);
      const { page } = opened;
      const button = page.getByRole("button", { name: /Visa steg för steg/ });
      await button.focus();
      await page.keyboard.press("Enter");
      // Its title, and the first chart of each of the nineteen sections.
      await soon(() => position(page)).toBe("1 av 20");
      await page.keyboard.press("ArrowLeft");
      await soon(() => position(page)).toBe("1 av 20");
      await page.keyboard.press("PageDown");
      await page.keyboard.press("ArrowRight");
      await soon(() => position(page)).toBe("3 av 20");
      expect(await title(page)).toContain("av 1\u00a0000 invånare");
      expect(new URL(page.url()).hash).toBe("#visa/group-size/per-1000");
      await page.keyboard.press("End");
      await soon(() => position(page)).toBe("20 av 20");
      await page.keyboard.press("Home");
      await page.keyboard.press("PageDown");
      await page.keyboard.press("PageUp");
      await soon(() => position(page)).toBe("1 av 20");
      expect(await violationsOf(page, "dialog")).toEqual([]);
      await page.keyboard.press("PageDown");
      await page.keyboard.press("Escape");
      await soon(() => page.locator("dialog[open]").count()).toBe(0);
      expect(new URL(page.url()).hash).toBe("");
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      await close(opened);
    },
    WHOLE_REPORT_MS,
  );

  test("a reload stays at the step, in the municipality that is chosen", async () => {
    const opened = await open(`${server.board}?kommun=1492#visa/group-size/per-1000`);
    const { page } = opened;
    await soon(() => position(page)).toBe("3 av 20");
    await page.getByText("Gäller Åmål").last().waitFor();
    await page.reload();
    await soon(() => position(page)).toBe("3 av 20");
    await close(opened);
  });

  test("every chart can be shown, and one that is asked for brings the others", async () => {
    const opened = await open(`${server.board}#visa/problems/top`);
    const { page } = opened;
    await soon(() => title(page)).toMatch(/^Tydligast är/);
    const all = page.getByRole("button", { name: /^Alla \d+ diagram$/ });
    expect(await all.getAttribute("aria-pressed")).toBe("true");
    await all.click();
    // Back among the leading ones: the first of its section.
    await soon(() => title(page)).toMatch(/^Vanligast är/);
    await close(opened);
  });

  test.each([
    ["a projector", { width: 1920, height: 1080 }],
    ["a phone", SIZES.phone],
  ])("on %s a drawing is as wide as the screen lets it and no wider", async (_, viewport) => {
    const opened = await open(`${server.board}#visa/problems/frequency`, { viewport });
    const { page } = opened;
    const drawing = await page.locator(".steps-drawing svg").boundingBox();
    expect(drawing?.width).toBeLessThanOrEqual(viewport.width);
    expect(drawing?.width).toBeGreaterThan(Math.min(900, viewport.width * 0.8));
    expect(await overflow(page)).toBe(0);
    await close(opened);
  });
});

describe("one file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "behovskartan-file-"));
    writeFileSync(join(folder, "report.html"), server.standalone);
    writeFileSync(join(folder, "copy.html"), server.workingCopy);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const address = (file: string): string => pathToFileURL(join(folder, file)).href;

  test(
    "needs nothing beside it, and is accessible",
    async () => {
      const opened = await open(address("report.html"));
      expect(await opened.page.evaluate(() => document.fonts.check('17px "Source Sans 3"'))).toBe(true);
      expect(await violationsOf(opened.page)).toEqual([]);
      expect(await opened.page.locator("script, link, img").count()).toBe(0);
      expect(opened.complaints).toEqual([]);
      await close(opened);
    },
    WHOLE_REPORT_MS,
  );

  test("a working copy warns at its top; a publication does not", () => {
    expect(server.workingCopy).toContain("Arbetskopia med oskyddade uppgifter.</strong> Får inte spridas.");
    expect(server.workingCopy).toContain(
      '@top-center{content:"Arbetskopia med oskyddade uppgifter. Får inte spridas."',
    );
    expect(server.standalone).not.toContain("Arbetskopia");
  });
});
