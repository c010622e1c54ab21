/**
 * What each page loads, and how long it takes until it can be read and used in Chromium with the processor slowed down
 * four times: the first page of an answering link, its first question, and the report, of the example and of a large study.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { projectRoot } from "../server/root.ts";
import { startExample } from "../tests/browser/example-server.ts";
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

const pages = [
  { name: "startsidan", address: server.origin },
  { name: "svara, första sidan", address: server.answer },
  { name: "rapporten", address: server.board },
];
for (const { name, address } of pages) {
  const loaded = new Set<string>();
  await withPage(async (page) => {
    page.on("response", (response) => {
      if (response.url().endsWith(".js")) loaded.add(new URL(response.url()).pathname.split("/").at(-1) ?? "");
    });
    await page.goto(address);
    await page.locator("h1").first().waitFor();
    sizes.push({ sida: name, ...sizeOf(name.startsWith("svara") ? firstScripts(loaded) : [...loaded]) });
  });
}
const all = readdirSync(join(projectRoot, "dist/web/assets")).filter((file) => file.endsWith(".js"));
sizes.push({
  sida: "svara, frågorna (laddas under tiden)",
  ...sizeOf(all.filter((f) => f.startsWith("questionnaire"))),
});

await timed("svara: läsbar (första innehåll)", server.answer, async (page) => {
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
});
await timed("svara: ”Börja svara” går att trycka på", server.answer, async (page) => {
  await page
    .getByRole("button", { name: /Börja svara|Fortsätt/ })
    .first()
    .waitFor();
});
await timed("svara: första frågan går att besvara", server.answer, async (page) => {
  await page
    .getByRole("button", { name: /Börja svara|Fortsätt/ })
    .first()
    .click();
  await page.locator("main input, main textarea, main select").filter({ visible: true }).first().waitFor();
});
await timed("rapporten: första meningen", server.board, async (page) => {
  await page.getByText("svar från parterna").filter({ visible: true }).first().waitFor();
});
const answerLargeReport = await largeReport();
for (const [what, mark] of [
  ["första meningen", ".finding h2"],
  ["första diagrammet", ".chart svg"],
] as const) {
  await timed(
    `rapporten, 60 kommuner och 1 200 parter: ${what}`,
    server.board,
    async (page) => page.locator(mark).filter({ visible: true }).first().waitFor(),
    answerLargeReport,
  );
}
await timed(
  "rapporten, 60 kommuner och 1 200 parter: framme vid sista avsnittet",
  server.board,
  async (page) => {
    await page.locator(".chart svg").first().waitFor();
    await page.locator(".contents-folded summary").click();
    await page.locator(".contents-folded a").last().click();
    await page.locator("#methods .foot-line").waitFor();
  },
  answerLargeReport,
);
printTable("JavaScript som sidan laddar, kB", sizes);
printTable(`Tid i Chromium, processorn ${SLOWER} gånger långsammare, ms`, times);
await browser.close();
await server.stop();

/** The questionnaire's own scripts come while the first page is read; they have a row of their own. */
function firstScripts(loaded: ReadonlySet<string>): readonly string[] {
  const html = readFileSync(join(projectRoot, "dist/web/answer.html"), "utf8");
  return [...loaded].filter((file) => html.includes(file));
}

function sizeOf(files: readonly string[]): Record<string, number> {
  const bytes = files.map((file) => readFileSync(join(projectRoot, "dist/web/assets", file)));
  const sum = (of: (text: Buffer) => Buffer): number =>
    bytes.reduce((total, text) => total + of(text).length, 0) / 1000;
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
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      const begin = performance.now();
      await page.goto(address, { waitUntil: "commit" });
      await ready(page);
      if (round > 0) found.push(performance.now() - begin);
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
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await visit(await context.newPage());
  await context.close();
}
