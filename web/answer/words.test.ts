import { describe, expect, it } from "vitest";
import { startState } from "./save-state.ts";
import { hashOf, placeOf, type Place } from "./place.ts";
import { partToResume } from "./resume.ts";
import { minutesByPage, roundMinutes } from "./estimate.ts";
import { saveText, topLine } from "./words.ts";

const study = {
  id: "s",
  title: "Studien",
  target_group: { age_min: 16, age_max: 25, description: "" },
  reference_period: { from: "2026-01-01", to: "2026-09-30" },
  invented: false,
};

describe("the line at the top", () => {
  const municipality = { code: "1492", name: "Åmål" };

  it("names party, place and ages", () => {
    const party = { id: "bup", name: "BUP", kind: "child_psychiatry" };
    expect(topLine({ study, party, municipality })).toBe("BUP i Åmål svarar om 16–25 år");
  });

  it("does not name a place twice", () => {
    const party = { id: "ifo", name: "Socialtjänsten i Åmål", kind: "social_services" };
    expect(topLine({ study, party, municipality })).toBe("Socialtjänsten i Åmål svarar om 16–25 år");
  });

  it("does without a party", () => {
    expect(topLine({ study, municipality })).toBe("Svar om 16–25 år i Åmål");
  });
});

describe("the corner", () => {
  const savedAt = "2026-11-21T14:02:00";

  it("says when it was saved: the clock today, the date before that", () => {
    const state = startState({ answers: {}, revision: 1, savedAt });
    expect(saveText(state, new Date("2026-11-21T15:00:00"))).toBe("Sparad 14:02");
    expect(saveText(state, new Date("2026-11-23T15:00:00"))).toBe("Sparad 21 november 14:02");
  });

  it("never says saved while something is not", () => {
    const state = startState({ answers: {}, revision: 1, savedAt });
    expect(saveText({ ...state, trouble: { kind: "offline" } }, new Date(savedAt))).toBe("Inte skickat än");
  });
});

describe("the place in the address", () => {
  it("comes back as it was", () => {
    const places: readonly Place[] = [
      { at: "intro" },
      { at: "part", number: 3 },
      { at: "review" },
      { at: "compare" },
      { at: "receipt" },
    ];
    for (const place of places) expect(placeOf(hashOf(place))).toEqual(place);
  });

  it("is the first page for anything else", () => {
    for (const hash of ["", "#", "#del-0", "#del-", "#del-x", "#något"]) expect(placeOf(hash)).toEqual({ at: "intro" });
  });
});

describe("what is worked out from the definition alone", () => {
  const pages = [
    { elements: [{ type: "text", name: "a" }] },
    { elements: [{ type: "panel", name: "p", elements: [{ type: "comment", name: "b" }] }] },
    { elements: [{ type: "comment", name: "c", visibleIf: "{a} notempty" }] },
  ];

  it("is the last part with an answer, also inside a panel", () => {
    expect(partToResume({ pages }, {})).toBe(1);
    expect(partToResume({ pages }, { a: 1, b: "x" })).toBe(2);
  });

  it("is the time each page takes, less for what is asked of some only", () => {
    const [text = 0, comment = 0, conditional = 0] = minutesByPage({ pages });
    expect(text).toBeGreaterThan(0);
    expect(conditional).toBeGreaterThan(0);
    expect(conditional).toBeLessThan(comment);
    expect(minutesByPage({})).toEqual([]);
  });

  it("is told in whole minutes, and in fives above ten", () => {
    expect([0.2, 1.4, 9.6, 12, 43].map(roundMinutes)).toEqual([1, 1, 10, 10, 45]);
  });
});
