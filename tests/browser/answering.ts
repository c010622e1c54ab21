/** Filling in a questionnaire as a person with a phone does: every question that is seen, part by part. */
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { violationsOf } from "./axe.ts";

export interface Phone {
  readonly page: Page;
  /** What the page complained of, and addresses that it asked elsewhere. */
  readonly complaints: readonly string[];
  /** Method and path of every request to the answering part of the server. */
  readonly requests: readonly string[];
}

export async function openPhone(browser: Browser, origin: string): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: "Europe/Stockholm" });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) complaints.push(url);
    if (url.includes("/api/answer/")) requests.push(`${request.method()} ${new URL(url).pathname.split("/")[4] ?? ""}`);
  });
  return { page, complaints, requests };
}

/** Accessible as it stands, and no wider than a narrow phone. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(overflow, `horizontal scrolling at 320 px on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Figures by field ("fu_flow_plan_exit"); every other is 1. */
export type Figures = Readonly<Record<string, string>>;

/** More than there are cards that appear one after the other. */
const ROUNDS = 20;

/**
 * Answers every question of the part, also those that appear on the way.
 * @throws {Error} when there is always something left: the page does not keep what it is told
 */
export async function fillPart(page: Page, figures: Figures = {}): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    if ((await page.evaluate(fillVisible, figures)) === 0) return;
  }
  throw new Error(`something was left to answer on ${page.url()} after ${ROUNDS} rounds`);
}

/**
 * Runs in the page, which is much faster than one call for each field: clicks and types as a person would.
 * @returns how many questions it answered
 */
function fillVisible(figures: Figures): number {
  let answered = 0;
  const visible = <E extends HTMLElement>(selector: string): E[] =>
    [...document.querySelectorAll<E>(`main ${selector}`)].filter((element) => element.offsetParent !== null);
  const write = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    answered += 1;
  };
  for (const list of visible(".choices")) {
    const inputs = [...list.querySelectorAll("input")];
    if (inputs.some(({ checked }) => checked)) continue;
    inputs[Math.min(1, inputs.length - 1)]?.click();
    answered += inputs.length > 0 ? 1 : 0;
  }
  if (document.querySelector("main .ranked") === null) {
    for (const button of visible(".choice-button").slice(0, 1)) {
      button.click();
      answered += 1;
    }
  }
  for (const field of visible<HTMLInputElement>("input.input, textarea")) {
    if (field.value !== "") continue;
    const isNumber = field.inputMode === "decimal";
    if (field.type === "date") write(field, "2026-06-30");
    else write(field, isNumber ? (figures[field.id.slice(2)] ?? "1") : "Det här är påhittat.");
  }
  for (const field of visible<HTMLSelectElement>("select")) {
    if (field.value === "") write(field, field.options[2]?.value ?? "");
  }
  return answered;
}

/** Goes through all parts from the one that is open, to the page where the answer is reviewed; returns their headings. */
export async function fillAllParts(page: Page, figures?: Figures): Promise<readonly string[]> {
  const headings: string[] = [];
  for (;;) {
    headings.push(await page.locator("main h1:visible").innerText());
    await fillPart(page, figures);
    await expectSound(page);
    const next = page.locator(".thumb-bar-inner button").last();
    const isLast = (await next.innerText()) === "Granska svaret";
    await next.click();
    if (isLast) break;
    await expect.poll(() => page.locator("main h1:visible").innerText()).not.toBe(headings.at(-1));
  }
  await page.getByRole("heading", { name: "Granska och skicka" }).waitFor();
  await expectSound(page);
  return headings;
}

/** Begins at the first page. */
export async function begin(page: Page, address: string, button: RegExp | string): Promise<void> {
  await page.goto(address);
  await page.locator("main h1").waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: button }).click();
  await page.getByText(/^Del 1 av/).waitFor();
}
