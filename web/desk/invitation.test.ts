import { expect, test } from "vitest";
import type { StudyDetail } from "../../survey-definitions/wire.ts";
import { invitationTo } from "./invitation.ts";

const detail = {
  study: {
    target_group: { age_min: 16, age_max: 25, description: "" },
    parties: [
      { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1492"] },
      { id: "soc", kind: "social_services", name: "Socialtjänsten i Åmål", municipalities: ["1492"] },
    ],
  },
  municipalityNames: { "1492": "Åmål" },
} as unknown as StudyDetail;

const to = (place: Parameters<typeof invitationTo>[1], limits = {}) =>
  invitationTo(detail, place, limits, "https://x.se/svara/abc");

test("the message has the address and the last day", () => {
  const { message } = to({ instrument: "voice", municipality: "1492" }, { until: "2027-03-31" });
  expect(message).toContain("Hur är det att få stöd i Åmål?\n");
  expect(message).toContain("https://x.se/svara/abc");
  expect(message).toContain("Svara senast 31 mars 2027.");
});

test("a link without a last day mentions none", () => {
  expect(to({ instrument: "voice", municipality: "1492" }).message).not.toContain("senast");
});

test("the place is said once, where the party is named after it", () => {
  expect(to({ instrument: "staff", party: "soc", municipality: "1492" }).title).toBe(
    "Du som möter unga i ditt arbete på socialtjänsten i Åmål",
  );
  expect(to({ instrument: "party", party: "soc", municipality: "1492" }).title).toBe("Socialtjänsten i Åmål svarar");
});

test("an abbreviation keeps its capitals in the middle of a sentence", () => {
  expect(to({ instrument: "staff", party: "bup", municipality: "1492" }).title).toBe(
    "Du som möter unga i ditt arbete på BUP i Åmål",
  );
});
