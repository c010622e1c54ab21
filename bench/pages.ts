/**
 * What each page loads, and how long it takes until it can be read and used in Chromium with the processor slowed down
 * four times: the first page of an answering link, its first question, a published report and the investigator's own, of
 * the example and of a large study.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { projectRoot } from "../server/root.ts";
import { publishedPage, startExample } from "../tests/browser/example-server.ts";
import { chromiumPath, FLAGS } from "../tests/browser/chromium.ts";
import { largeReport } from "./large-report.ts";
import { printMachine, printTable } from "./table.ts";

const ROUNDS = 5;
const SLOWER = 4;

printMachine();
const server = await startExample();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS] });
const sizes: Record<string, string | number>[] = [];
const times: Record<string, string | number>[] = [];
const published = await publishedPage(server);
const large = await largeReport();
const session = await signIn();
const desk = `${server.origin}/utredning/exempel/rapport`;

const pages = [
  { name: "startsidan", address: server.origin },
  { name: "svara, första sidan", address: server.answer },
  { name: "publicerad rapport", address: server.board },
  { name: "utredarens rapport", address: desk },
];
for (const { name, address } of pages) {
  const loaded = new Set<string>();
  await withPage(async (page) => {
    page.on("response", (response) => {
      if (response.url().endsWith(".js")) loaded.add(new URL(response.url()).pathname.split("/").at(-1) ?? "");
    });
    await page.goto(address);
    await page.locator("main h2, main h1").first().waitFor();
    sizes.push({ sida: name, ...sizeOf(scriptsOf(name.startsWith("svara") ? firstScripts(loaded) : [...loaded])) });
  });
}
const all = readdirSync(join(projectRoot, "dist/web/assets")).filter((file) => file.endsWith(".js"));
sizes.push({
  sida: "svara, frågorna (laddas under tiden)",
  ...sizeOf(scriptsOf(all.filter((f) => f.startsWith("questionnaire")))),
});
printTable("JavaScript som sidan laddar, kB", sizes);
printTable("Sidan själv, HTML, kB", [
  { sida: "publicerad rapport, exemplet", ...sizeOf([Buffer.from(published)]) },
  { sida: "publicerad rapport, 60 kommuner och 1 200 parter", ...sizeOf([Buffer.from(large.board)]) },
]);

const begin = (page: Page) => page.getByRole("button", { name: /Börja svara|Fortsätt/ }).first();
const seen = (mark: string) => (page: Page) => page.locator(mark).filter({ visible: true }).first().waitFor();

await timed("svara: läsbar (första innehåll)", server.answer, painted);
await timed("svara: ”Börja svara” går att trycka på", server.answer, (page) => begin(page).waitFor());
await timed("svara: första frågan går att besvara", server.answer, async (page) => {
  await begin(page).click();
  await page.locator("main input, main textarea, main select").filter({ visible: true }).first().waitFor();
});
for (const [whose, address, prepare] of [
  ["publicerad rapport, exemplet", server.board, undefined],
  ["publicerad rapport, 60 kommuner och 1 200 parter", server.board, large.answerBoard],
  ["utredarens rapport, exemplet", desk, undefined],
  ["utredarens rapport, 60 kommuner och 1 200 parter", desk, large.answerDesk],
] as const) {
  await timed(`${whose}: läsbar (första innehåll)`, address, painted, prepare);
  await timed(`${whose}: första meningen`, address, seen(".finding h2"), prepare);
  await timed(`${whose}: första diagrammet`, address, seen(".chart svg"), prepare);
  await timed(`${whose}: framme vid sista avsnittet`, address, throughContents, prepare);
}
printTable(`Tid i Chromium, 390 px, processorn ${SLOWER} gånger långsammare, ms`, times);
await browser.close();
await server.stop();

/** The login link is used up by its first use; every page has its cookie. */
async function signIn(): Promise<NonNullable<BrowserContextOptions["storageState"]>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
}

async function throughContents(page: Page): Promise<void> {
  await page.locator(".contents-folded summary").click();
  await page.locator('.contents-folded a[href="#methods"]').click();
  await page.locator("#methods .finding-foot").waitFor();
  await page.waitForFunction(() => {
    const section = document.getElementById("methods");
    return section !== null && Math.abs(section.getBoundingClientRect().top) < innerHeight;
  });
}

/** The questionnaire's own scripts come while the first page is read; they have a row of their own. */
function firstScripts(loaded: ReadonlySet<string>): readonly string[] {
  const html = readFileSync(join(projectRoot, "dist/web/answer.html"), "utf8");
  return [...loaded].filter((file) => html.includes(file));
}

function scriptsOf(files: readonly string[]): readonly Buffer[] {
  return files.map((file) => readFileSync(join(projectRoot, "dist/web/assets", file)));
}

function sizeOf(files: readonly Buffer[]): Record<string, number> {
  const sum = (of: (text: Buffer) => Buffer): number =>
    files.reduce((total, text) => total + of(text).length, 0) / 1000;
  return {
    rått: sum((text) => text),
    gzip: sum((text) => gzipSync(text, { level: 9 })),
    brotli: sum((text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  };
}

async function timed(
  what: string,
  address: string,
  ready: (page: Page) => Promise<void>,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const found: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await withPage(async (page) => {
      await prepare(page);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      const began = performance.now();
      await page.goto(address, { waitUntil: "commit" });
      await ready(page);
      if (round > 0) found.push(performance.now() - began);
    });
  }
  found.sort((a, b) => a - b);
  times.push({
    vad: what,
    min: found[0] ?? NaN,
    median: found[Math.floor(ROUNDS / 2)] ?? NaN,
    max: found.at(-1) ?? NaN,
  });
}

async function withPage(visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, storageState: session });
  await visit(await context.newPage());
  await context.close();
}
