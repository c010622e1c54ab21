import { describe, expect, it } from "vitest";
import { nextPeriod } from "./next-period.ts";

describe("the period that is suggested", () => {
  it("is as many whole months, right after the latest", () => {
    const quarters = [
      { from: "2026-01-01", to: "2026-03-31" },
      { from: "2025-10-01", to: "2025-12-31" },
    ];
    expect(nextPeriod(quarters)).toEqual({ from: "2026-04-01", to: "2026-06-30" });
    expect(nextPeriod([{ from: "2025-01-01", to: "2025-12-31" }])).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    // 2028 is a leap year.
    expect(nextPeriod([{ from: "2028-01-01", to: "2028-01-31" }])).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });

  it("is none where the latest is not whole months, or there is none", () => {
    expect(nextPeriod([])).toBeUndefined();
    expect(nextPeriod([{}])).toBeUndefined();
    expect(nextPeriod([{ from: "2026-01-15", to: "2026-03-14" }])).toBeUndefined();
    expect(nextPeriod([{ from: "2026-01-01", to: "2026-03-30" }])).toBeUndefined();
  });
});
