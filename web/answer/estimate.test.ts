import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolveDefinition } from "../../survey-definitions/resolve.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { minutesByPage } from "./estimate.ts";
import { mannerOf } from "./manner.ts";

const interventions = Array.from({ length: 18 }, (_, i) => ({ code: `iv_${i}`, label: `Stöd ${i}` }));
const study: Study = {
  id: "s",
  title: "Studien",
  target_group: { age_min: 16, age_max: 25, description: "Unga" },
  reference_period: { from: "2026-01-01", to: "2026-06-30" },
  municipalities: ["1492"],
  parties: [{ id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1492"] }],
  interventions,
  problem_domains: [],
  instruments: [],
  suppression_threshold: 5,
  norms: [],
  invented: false,
};

function minutesFor(instrument: "staff" | "voice"): number {
  const path = new URL(`../../survey-definitions/${instrument}/v1/survey.json`, import.meta.url);
  const released = JSON.parse(readFileSync(path, "utf8")) as object;
  const definition = resolveDefinition(released, {
    study,
    party: undefined,
    municipality: "1492",
    municipalityNames: new Map(),
  });
  return minutesByPage(definition, mannerOf({ instrument }).pace).reduce((sum, page) => sum + page, 0);
}

describe("the time that is promised for opinions", () => {
  it("is about five minutes for staff", () => {
    // Counted by hand over the printed questionnaire, with 18 kinds of support of which somebody knows five:
    // 19 questions with one tap at 6 s = 114; 2 lists of 18 at 16 s = 32; 5 kinds rated at 4 s = 20; a ranking 25;
    // 8 waits at 5 s = 40; 8 barriers at 4 s = 32; one in four writes for a minute = 15; 10 pages to read at 2 s = 20.
    // 298 s = 5.0 minutes.
    expect(minutesFor("staff")).toBeGreaterThan(4.5);
    expect(minutesFor("staff")).toBeLessThan(5.5);
  });

  it("is five to seven minutes for a young person", () => {
    // 20 questions with one tap at 10 s = 200; 2 lists of 18 at 30 s = 60 and a short one 10; 3 kinds rated at 8 s = 24;
    // 7 pages to read at 6 s = 42. 336 s = 5.6 minutes.
    expect(minutesFor("voice")).toBeGreaterThan(5);
    expect(minutesFor("voice")).toBeLessThan(7);
  });
});
