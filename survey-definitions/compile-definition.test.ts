import { describe, expect, test } from "vitest";
import { compileDefinition } from "./compile-definition.ts";
import { compiled, ownParty, variables } from "../tests/fixtures/fielded-party.ts";

const codes = (answers: Record<string, unknown>, values = {}) =>
  compiled.validate(answers, values).map(({ variable, code }) => [variable, code]);
const message = (answers: Record<string, unknown>) => compiled.validate(answers)[0]?.message;

describe("validate", () => {
  test("takes no answers at all, and a whole one", () => {
    expect(codes({})).toEqual([]);
    expect(
      codes({
        n_known: 40,
        n_known_low: 35,
        n_known_high: 40,
        n_known_by_k: { only_us: 10, one_more: 20, two_or_more: 10 },
        iv_avail: { outreach: "available" },
        iv_details: { outreach: { iv_effect: 4, iv_limits: ["age", "queue"] } },
        lead_times: { assessment: { lt_typical: "d8_14", lt_low: 5, lt_high: 5 } },
        iv_wanted_rank: ["outreach", "cbt_treatment"],
        missing_reasons: { "iv_capacity.outreach": "cannot_state" },
      }),
    ).toEqual([]);
  });

  test.each([
    ["a question that is not there", { favourite: 1 }, "favourite", "unknown-variable"],
    ["a row that is not there", { iv_avail: { yoga: "available" } }, "iv_avail.yoga", "unknown-variable"],
    [
      "a column that is not there",
      { iv_details: { outreach: { price: 3 } } },
      "iv_details.outreach.price",
      "unknown-variable",
    ],
    ["one value where there are rows", { iv_avail: "available" }, "iv_avail", "not-rows"],
    ["a text in a number", { n_known: "abc" }, "n_known", "not-a-number"],
    ["half a person", { n_known: 4.5 }, "n_known", "not-whole"],
    ["a negative number", { n_known: -1 }, "n_known", "out-of-range"],
    ["a code that is not offered", { trend_3y: "doubled" }, "trend_3y", "unknown-code"],
    [
      "low above high",
      { lead_times: { assessment: { lt_low: 9, lt_high: 3 } } },
      "lt_low.assessment",
      "low-above-high",
    ],
    ["a low above high of persons", { n_known_low: 9, n_known_high: 3 }, "n_known_low", "low-above-high"],
    ["a number outside its range", { n_known: 4, n_known_low: 5 }, "n_known", "outside-range"],
    ["a number above its range", { n_caseload_age: 9, n_caseload_age_high: 5 }, "n_caseload_age", "outside-range"],
    [
      "parts that are not the whole",
      { n_known: 40, n_known_by_k: { only_us: 10, one_more: 20, two_or_more: 9 } },
      "n_known_by_k",
      "sum-mismatch",
    ],
    [
      "parts outside the range of the whole",
      { n_known_low: 30, n_known_high: 38, n_known_by_k: { only_us: 10, one_more: 20, two_or_more: 9 } },
      "n_known_by_k",
      "sum-mismatch",
    ],
    ["a choice twice", { iv_missing: ["outreach", "outreach"] }, "iv_missing", "repeated-code"],
    [
      "more places than there are",
      { problem_top3: ["npf", "work", "crime", "family"] },
      "problem_top3",
      "too-many-codes",
    ],
    ["a day that is none", { ref_date: "2026-13-01" }, "ref_date", "not-a-date"],
    ["too long a text", { inclusion_note: "x".repeat(501) }, "inclusion_note", "too-long"],
    ["an identity number in a text", { open_comment: "Se 19811218-9876" }, "open_comment", "identity-number"],
    ["an identity number in a number", { n_known: 8112189876 }, "n_known", "identity-number"],
    ["an identity number in an unknown question", { x: { y: "811218-9876" } }, "x", "identity-number"],
    ["an unknown reason", { missing_reasons: { n_known: "lazy" } }, "n_known", "unknown-code"],
    [
      "a reason for an unknown column",
      { missing_reasons: { nn: "dont_know" } },
      "missing_reasons.nn",
      "unknown-variable",
    ],
  ])("refuses %s", (_, answers, variable, code) => {
    expect(codes(answers)).toEqual([[variable, code]]);
  });

  test("compares parts with the whole only when all of them are stated", () => {
    expect(codes({ n_known: 40, n_known_by_k: { only_us: 50, one_more: 1 } })).toEqual([]);
    expect(codes({ n_known_by_k: { only_us: 50, one_more: 1, two_or_more: 2 } })).toEqual([]);
  });

  test("leaves an overlap that is larger than the group to the report", () => {
    expect(codes({ n_known: 4, n_overlap: { "p-primary-care": 9 } })).toEqual([]);
  });

  test("refuses what a party says about itself", () => {
    const answers = { n_overlap: { [ownParty]: 3 } };
    expect(codes(answers, { party_id: ownParty })).toEqual([[`n_overlap.${ownParty}`, "unknown-variable"]]);
    expect(codes(answers, { party_id: "p-primary-care" })).toEqual([]);
  });

  test("says the question, what was sent and the way out, in plain Swedish", () => {
    expect(message({ n_known: "ca 40" })).toBe(
      "Svaret på ”Kända personer i målgruppen” måste vara ett heltal, 0 eller större. Du skrev ”ca 40”. " +
        "Är du osäker? Lämna talet tomt och välj ”Vi kan bara ange ett intervall”, eller varför talet inte kan anges.",
    );
    expect(message({ n_known: 2_000_000 })).toContain("från 0 till 1\u00A0000\u00A0000 (personer)");
    expect(message({ lead_times: { assessment: { lt_low: 9, lt_high: 3 } } })).toBe(
      "Det lägsta är större än det högsta: ”Kortaste tid”, raden ”Bedömning” är 9 och ”Längsta tid”, raden ”Bedömning” är 3. " +
        "Byt plats på talen eller rätta det som är fel.",
    );
  });

  test("repeats no identity number in a message or a name", () => {
    const answers = { "811218-9876": 1, trend_3y: "811218-9876", n_known: "811218-9876", open_comment: "811218-9876" };
    const problems = compiled.validate(answers);
    expect(problems).toHaveLength(4);
    expect(JSON.stringify(problems)).not.toContain("9876");
  });
});

describe("compileDefinition", () => {
  test.each([
    ["a required answer", { elements: [{ type: "text", name: "q", isRequired: true }] }],
    ["a condition that it does not understand", { elements: [{ type: "text", name: "q", visibleIf: "age({x}) > 3" }] }],
    ["a trigger", { triggers: [], elements: [] }],
  ])("throws for %s instead of judging otherwise than the page", (_, definition) => {
    expect(() => compileDefinition(definition, variables)).toThrow(RangeError);
  });

  test("hides what stands in a hidden page or panel, and never lists what takes no answer", () => {
    const small = compileDefinition(
      {
        pages: [
          {
            name: "a",
            elements: [
              { type: "html", name: "intro" },
              { type: "text", name: "one" },
            ],
          },
          {
            name: "b",
            visibleIf: "{one} notempty",
            elements: [
              { type: "panel", name: "p", visibleIf: "{one} = 'x'", elements: [{ type: "text", name: "two" }] },
              { type: "text", name: "three" },
              { type: "text", name: "four", visible: false },
              { type: "text", name: "five", visibleIf: "{party_id} <> 'soc'" },
            ],
          },
        ],
      },
      [],
    );
    expect(small.shown({})).toEqual(["one"]);
    expect(small.shown({ one: "y" })).toEqual(["one", "three", "five"]);
    expect(small.shown({ one: "x" }, { party_id: "soc" })).toEqual(["one", "two", "three"]);
  });
});
