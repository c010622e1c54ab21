import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import type { ExampleServer } from "./example-server.ts";
import { startFreshExample } from "./fresh-example.ts";

let server: ExampleServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshExample(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Presses Tab until the focus is on the element whose accessible name begins with `name`. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const pattern = typeof name === "string" ? new RegExp(`^${name}`) : name;
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return (
        element?.getAttribute("aria-label") ??
        (labels.map((label) => label.innerText).join(" ") || element?.innerText) ??
        ""
      );
    });
    if (pattern.test(focused.trim())) return;
  }
  throw new Error(`200 presses of Tab did not reach ${pattern}`);
}

const saved = (page: Page) =>
  page
    .getByText(/^Sparad? \d\d:\d\d/)
    .first()
    .waitFor();

test("a party answers with the keyboard alone, reloads in the middle, sends, and the report changes", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: "Europe/Stockholm" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(server.answer);
  await tabTo(page, "Börja svara");
  await page.keyboard.press("Enter");
  await page.getByText(/Del 1 av/).waitFor();
  await tabTo(page, "Nästa");
  await page.keyboard.press("Enter");
  await page.getByText(/Del 2 av/).waitFor();
  await tabTo(page, "Kvinnor 16");
  await page.keyboard.type("31");
  await saved(page);
  await page.reload();
  await page.getByText(/Del 2 av/).waitFor();
  expect(
    await page.locator("input").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
  ).toContain("31");

  for (let part = 2; part < 9; part++) {
    await tabTo(page, "Nästa");
    await page.keyboard.press("Enter");
    await page.getByText(new RegExp(`Del ${part + 1} av`)).waitFor();
  }
  await tabTo(page, "Granska svaret");
  await page.keyboard.press("Enter");
  await tabTo(page, "Skicka svaret");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /Tack/ }).waitFor();

  // The published report stays as it was; the investigator's own is of now.
  await page.goto(server.login);
  await page.getByRole("button", { name: /Logga in/ }).click();
  await page.waitForURL(/\/utredning/);
  await page.goto(`${server.origin}/utredning/exempel/rapport`);
  await page.getByRole("heading", { name: "16 av 18 svar från parterna har kommit in" }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
