import { describe, expect, it } from "vitest";
import { startState } from "./save-state.ts";
import { hashOf, placeOf, type Place } from "./place.ts";
import { partToResume } from "./resume.ts";
import type { Instrument } from "../../survey-definitions/codes.ts";
import { FACTS, minutesByPage, roundMinutes } from "./estimate.ts";
import { saveText, tabTitle, topLine } from "./words.ts";

const study = {
  id: "s",
  title: "Studien",
  target_group: { age_min: 16, age_max: 25, description: "" },
  reference_period: { from: "2026-01-01", to: "2026-09-30" },
  invented: false,
};

const at = (instrument: Instrument, answers = {}) => ({ study, instrument, answers });

describe("the line at the top", () => {
  const municipality = { code: "1492", name: "Åmål" };
  const bup = { id: "bup", name: "BUP", kind: "child_psychiatry" };

  it("names party, place and ages", () => {
    expect(topLine({ ...at("party"), party: bup, municipality })).toBe("BUP i Åmål svarar om 16–25 år");
  });

  it("does not name a place twice", () => {
    const party = { id: "ifo", name: "Socialtjänsten i Åmål", kind: "social_services" };
    expect(topLine({ ...at("case"), party, municipality })).toBe("Socialtjänsten i Åmål svarar om 16–25 år");
  });

  it("does not say that a member of staff answers for the party", () => {
    expect(topLine({ ...at("staff"), party: bup, municipality })).toBe("Medarbetare: BUP i Åmål");
  });

  it("names the period of a follow-up, with the year once", () => {
    const period = { fu_period_start: "2026-01-01", fu_period_end: "2026-03-31" };
    expect(topLine(at("follow-up", period))).toBe("Uppföljning 1 januari – 31 mars 2026");
    expect(topLine(at("follow-up"))).toBe("Uppföljning: Studien");
  });

  it("is kept out of the tab of a young person", () => {
    expect(tabTitle({ ...at("voice"), municipality })).toBe("Frågor");
    expect(tabTitle({ ...at("party"), municipality })).toBe("Svar om 16–25 år i Åmål – Behovskartan");
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
    const [text = 0, comment = 0, conditional = 0] = minutesByPage({ pages }, FACTS);
    expect(text).toBeGreaterThan(0);
    expect(conditional).toBeGreaterThan(0);
    expect(conditional).toBeLessThan(comment);
    expect(minutesByPage({}, FACTS)).toEqual([]);
  });

  it("is told in whole minutes, and in fives above ten", () => {
    expect([0.2, 1.4, 9.6, 12, 43].map(roundMinutes)).toEqual([1, 1, 10, 10, 45]);
  });
});
