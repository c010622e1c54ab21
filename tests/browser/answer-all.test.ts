/** Each questionnaire filled in once, all of it, on a phone; then what the server has, and that the report has changed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildIfStale } from "../../build.ts";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { Assignment } from "../../survey-definitions/study.ts";
import { cellOf, createAllInstruments, linkPath } from "../http/all-instruments.ts";
import { type Application, startApplication } from "../http/application.ts";
import { begin, expectSound, type Figures, fillAllParts, fillPart, openPhone } from "./answering.ts";
import { openBrowser } from "./chromium.ts";

// Every part is looked through by axe: half a minute for the longest, several times that on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

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

const AMAL = { municipality: "1492" } as const;
const SOC = { party: "soc-amal", ...AMAL } as const;
const addressOf = async (place: Assignment): Promise<string> =>
  `${app.url}${(await linkPath(app, place)).replace("/api/answer/", "/svara/")}`;

interface Stored {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly shown: readonly string[];
}

/** The only answer that was sent for an assignment. */
async function storedAnswer(place: Assignment): Promise<Stored> {
  const { assignment } = await cellOf(app, place);
  const get = async (path: string) => (await app.call("GET", path, undefined, app.investigator)).body;
  const { responses } = await get(`/api/studies/alla/assignments/${encodeURIComponent(assignment)}/responses`);
  const [{ id, status } = { id: "", status: "" }, ...others] = responses as { id: string; status: string }[];
  expect([status, others]).toEqual(["submitted", []]);
  const { revisions } = await get(`/api/responses/${id}`);
  const latest = (revisions as { revision: number }[]).at(-1)?.revision;
  return (await get(`/api/responses/${id}/revisions/${latest}`)) as unknown as Stored;
}

/** The questions that were asked and not answered; a way out is asked only of those who lack the figures. */
const leftOut = ({ answers, shown }: Stored): readonly string[] =>
  shown.filter((name) => !(name in answers) && !name.endsWith("_instead"));

interface Report {
  readonly sections: readonly {
    readonly id: string;
    readonly tables: readonly { readonly id: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
  }[];
}

/** Answers of an instrument as the report counts them. */
async function counted(instrument: Instrument): Promise<unknown> {
  const { body } = await app.call("GET", "/api/studies/alla/report?section=coverage", undefined, app.investigator);
  const coverage = (body as unknown as Report).sections.find(({ id }) => id === "coverage");
  const cells = coverage?.tables.find(({ id }) => id === "cells")?.rows ?? [];
  return cells.reduce((sum, row) => (row["instrument"] === instrument ? sum + Number(row["responses"]) : sum), 0);
}

/** @throws {Error} with what is to be put right, when the page says that something is */
async function send(page: Page, thanks: string): Promise<void> {
  await page.getByRole("button", { name: "Skicka svaret" }).click();
  const outcome = page.getByRole("heading", { name: thanks }).or(page.locator(".error-summary"));
  const text = await outcome.first().innerText();
  if (!text.includes(thanks)) throw new Error(text);
}

test("a party answers everything", async () => {
  const place = { instrument: "party", ...SOC } as const;
  const { page, complaints } = await openPhone(browser, app.url);
  await begin(page, await addressOf(place), "Börja svara");
  // One of each of "only us", "one more", "two or more": three persons in all.
  await fillAllParts(page, { n_known: "3", n_known_high: "3" });
  await page.getByLabel("Chefens namn och roll").fill("Enhetschefen");
  await send(page, "Tack, svaret är skickat");
  await expectSound(page);
  expect(leftOut(await storedAnswer(place))).toEqual([]);
  expect(await counted("party")).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a member of staff answers everything, is thanked, and leaves an empty form to the next", async () => {
  const place = { instrument: "staff", ...SOC } as const;
  const { page, complaints } = await openPhone(browser, app.url);
  await begin(page, await addressOf(place), "Börja svara");
  await fillAllParts(page);
  expect(await page.getByLabel("Chefens namn och roll").count()).toBe(0);
  await send(page, "Tack, svaret är skickat");
  await page.getByText("Inget mer behövs").waitFor();
  await expectSound(page);
  const stored = await storedAnswer(place);
  expect(leftOut(stored)).toEqual([]);
  expect(stored.answers).toMatchObject({ st_years: "y2_5", st_open_comment: "Det här är påhittat." });
  expect(await counted("staff")).toBe(1);

  expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
  await page.getByRole("button", { name: "Ny person svarar" }).click();
  await page.getByRole("button", { name: "Börja svara" }).click();
  await page.getByText(/^Del 1 av/).waitFor();
  expect(await page.locator("main input:checked").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a young person answers everything, and nothing reaches the server before it is sent", async () => {
  const place = { instrument: "voice", ...AMAL } as const;
  const { page, complaints, requests } = await openPhone(browser, app.url);
  await begin(page, await addressOf(place), "Börja");
  expect(await page.title()).toBe("Frågor");
  await page.getByLabel("En ung person").check({ force: true });
  await fillAllParts(page);
  expect(requests.filter((request) => !request.startsWith("GET"))).toEqual([]);
  expect((await cellOf(app, place)).status).toBe("not_started");
  await send(page, "Tack för ditt svar");
  await expectSound(page);
  const stored = await storedAnswer(place);
  expect(leftOut(stored)).toEqual([]);
  expect(stored.answers).toMatchObject({ v_role: "young", v_listened: 2, v_hope: 2 });
  expect(await counted("voice")).toBe(1);
  expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a party follows the case through its stages, with the story at hand", async () => {
  const place = { instrument: "case", ...SOC } as const;
  const { page, complaints } = await openPhone(browser, app.url);
  await begin(page, await addressOf(place), "Börja läsa");
  await fillPart(page);
  await page.getByRole("button", { name: "Nästa" }).click();
  await page.getByText(/^Skede 1 av 2 · /).waitFor();
  await page.getByText("Läs skedet igen").click();
  const again = page.getByRole("region", { name: "Skedet" });
  expect(await again.innerText()).toMatch(/Alex går sällan till skolan[^]*Alex är sexton år/);
  await expectSound(page);
  await page.keyboard.press("Escape");
  await again.waitFor({ state: "hidden" });
  const headings = await fillAllParts(page);
  expect(headings).toEqual(["Skolan märker något", "Utredningen", "Till sist"]);
  await send(page, "Tack, svaret är skickat");
  expect(leftOut(await storedAnswer(place))).toEqual([]);
  expect(await counted("case")).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/**
 * 10 enrolled: 1 in each of ten classes of time, 4 of them within 14 days. 12 participants: 1 in each row of a dimension
 * but the first, which has the rest. 5 exits: 1 in each of five outcomes, and 1 + 1 + 1 + 2 over the four ways out.
 */
const FIGURES: Figures = {
  fu_enrolled: "10",
  fu_within_14d: "4",
  fu_participants: "12",
  fu_profile: "10", // three rows for sex: women, men, other
  fu_profile_age_16_19: "9",
  fu_profile_single_parent_yes: "10",
  fu_profile_education_none: "8",
  fu_profile_support_income_support: "5",
  fu_assessed: "6",
  fu_exits: "5",
  fu_flow_intervention_exit: "2",
};

test("a project tells of two periods", async () => {
  const place = { instrument: "follow-up" } as const;
  const { page, complaints } = await openPhone(browser, app.url);
  const address = await addressOf(place);
  await page.goto(address);
  await page.getByLabel("Första dagen").fill("2026-01-01");
  await page.getByLabel("Sista dagen").fill("2026-03-31");
  await expectSound(page);
  await page.getByRole("button", { name: "Börja med perioden" }).click();
  await page.getByText(/^Del 1 av/).waitFor();
  expect(await page.getByLabel("Vilken dag slutar den?").inputValue()).toBe("2026-03-31");
  await fillAllParts(page, FIGURES);
  await send(page, "Tack, svaret är skickat");
  const stored = await storedAnswer(place);
  expect(leftOut(stored)).toEqual([]);
  expect(stored.answers).toMatchObject({
    fu_period_start: "2026-01-01",
    fu_enrolled: 10,
    fu_exit_outcome: { work: 1 },
  });
  expect(await counted("follow-up")).toBe(1);

  await page.goto(address);
  await page.getByText("1 januari – 31 mars 2026").first().waitFor();
  expect(await page.getByLabel("Första dagen").inputValue()).toBe("2026-04-01");
  expect(await page.getByLabel("Sista dagen").inputValue()).toBe("2026-06-30");
  await page.getByRole("button", { name: "Börja med perioden" }).click();
  await page.getByLabel("Vilken dag börjar perioden?").fill("2026-01-01");
  await page.getByLabel("Vilken dag slutar den?").fill("2026-03-31");
  await page.getByText(/^Det finns redan ett svar för perioden/).waitFor();
  await page.getByLabel("Vilken dag slutar den?").fill("2026-02-28");
  await page
    .getByText(/^Det finns redan ett svar för perioden/)
    .first()
    .waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
  await page.context().close();
});
