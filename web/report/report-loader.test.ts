import { expect, test } from "vitest";
import type { Report } from "../../reports/report.ts";
import { ReportLoader, type FetchSections } from "./report-loader.ts";

const IDS = ["coverage", "group-size", "gaps", "methods"];

/** A server that notes what it is asked for and answers when told to. */
function serverOf(places: { readonly municipalities: number; readonly parties: number }, name = "all") {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const server = {
    asked,
    broken: false,
    /** Answers everything that is asked for from now on, until nothing is. */
    async answerAll(): Promise<void> {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    fetch: ((sections, signal) =>
      new Promise((resolve, reject) => {
        asked.push(`${name}: ${sections.join(" ")}`);
        signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
        waiting.push(() => resolve(server.broken ? { problem: "nej" } : { report: reportOf(sections) }));
      })) as FetchSections<string>,
  };
  const reportOf = (sections: readonly string[]): Report =>
    ({
      study: {
        municipalities: Array.from({ length: places.municipalities }, (_, i) => ({ code: `${i}`, name: "" })),
        parties: Array.from({ length: places.parties }, (_, i) => ({ id: `${i}`, name: "", kind: "other" })),
      },
      filter: { municipalities: [], parties: [] },
      definitions: [],
      sections: sections.map((id) => ({ id, question: name })),
    }) as unknown as Report;
  return server;
}
const small = { municipalities: 2, parties: 12 };
const large = { municipalities: 60, parties: 1200 };

test("of a small study the first section comes first, and then all the others at once", async () => {
  const server = serverOf(small);
  const loader = new ReportLoader<string>(IDS);
  loader.select(server.fetch);
  await server.answerAll();
  expect(server.asked).toEqual(["all: coverage", "all: group-size gaps methods"]);
  expect(loader.state()).toMatchObject({ loading: false, fresh: new Set(IDS) });
});

test("of a large study only what is near the screen is fetched, one at a time in the order of the report", async () => {
  const server = serverOf(large);
  const loader = new ReportLoader<string>(IDS);
  loader.select(server.fetch);
  await server.answerAll();
  loader.setNear("methods", true);
  loader.setNear("group-size", true);
  await server.answerAll();
  expect(server.asked).toEqual(["all: coverage", "all: methods", "all: group-size"]);
  expect(loader.state().sections.has("gaps")).toBe(false);
});

test("for paper the rest of a large study is fetched", async () => {
  const server = serverOf(large);
  const loader = new ReportLoader<string>(IDS);
  loader.select(server.fetch);
  await server.answerAll();
  const whole = loader.fetchAll();
  await server.answerAll();
  await whole;
  expect([...loader.state().sections.keys()]).toEqual(IDS);
});

test("another selection drops what was on its way, keeps the old figures in view, and replaces them", async () => {
  const before = serverOf(small, "before");
  const after = serverOf(small, "after");
  const loader = new ReportLoader<string>(IDS);
  loader.select(before.fetch);
  await before.answerAll();
  loader.select(after.fetch);
  expect(loader.state().sections.get("gaps")?.question).toBe("before");
  expect(loader.state().fresh.size).toBe(0);
  await before.answerAll();
  await after.answerAll();
  expect(after.asked).toEqual(["after: coverage group-size gaps methods"]);
  expect(loader.state().sections.get("gaps")?.question).toBe("after");
});

test("a failure is told once, and what is missing is asked for again when the reader wants it", async () => {
  const server = serverOf(small);
  const loader = new ReportLoader<string>(IDS);
  loader.select(server.fetch);
  server.broken = true;
  await server.answerAll();
  expect(loader.state()).toMatchObject({ problem: "nej", loading: false });
  server.broken = false;
  loader.retry();
  await server.answerAll();
  expect(loader.state()).toMatchObject({ problem: undefined, fresh: new Set(IDS) });
});
