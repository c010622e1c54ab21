import { expect, test } from "vitest";
import { shownTime, storedTime, swedishDay } from "./shown-time.ts";

/** In Sweden it is 00:30 on the day after in summer (UTC+2), and 23:30 on the same day in winter (UTC+1). */
const [summer, winter] = [new Date("2026-07-01T22:30:00Z"), new Date("2026-12-31T22:30:00Z")];

test("a day is the day that it is in Sweden", () => {
  expect([swedishDay(summer), swedishDay(winter)]).toEqual(["2026-07-02", "2026-12-31"]);
});

test("of anonymous answers the day alone is stored and shown", () => {
  for (const instrument of ["staff", "voice"] as const) {
    expect(storedTime(instrument, summer)).toBe("2026-07-02T00:00:00.000Z");
    expect(shownTime(instrument, "2026-07-02T00:00:00.000Z")).toBe("2026-07-02");
  }
});

test("of official answers the time is", () => {
  for (const instrument of ["party", "case", "follow-up"] as const) {
    expect(shownTime(instrument, storedTime(instrument, summer))).toBe("2026-07-01T22:30:00.000Z");
  }
});

test("a stored day stays that day when it is exported and read back", () => {
  for (const at of [summer, winter]) {
    const stored = storedTime("voice", at);
    expect(storedTime("voice", new Date(stored))).toBe(stored);
  }
});
