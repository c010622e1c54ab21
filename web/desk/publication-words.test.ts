import { expect, test } from "vitest";
import type { ProtectionProtocol } from "../../reports/protection/protocol.ts";
import { protectionWords, publicationLinkFacts, publicationLinkState } from "./publication-words.ts";

const PROTOCOL: ProtectionProtocol = {
  threshold: 5,
  protection: 3,
  freeTexts: false,
  method: "optimal",
  audit: { passed: true, cells: 90, relations: 30, primary: 7, secondary: 4, attacked: 11, narrowest: 3, earlier: 0 },
  tables: [
    { section: "group-size", table: "counts", hidden: 6, cells: 36 },
    { section: "profile", table: "groups", hidden: 12, cells: 80 },
  ],
};

test("the protection is told in plain words", () => {
  // 1–4 are four whole numbers: an interval that is 3 wide.
  expect(protectionWords(PROTOCOL)).toEqual([
    "Antal personer från 1 till 4 visas inte, och inte heller svaren från en grupp med färre än 5.",
    "7 antal personer är dolda för att de är små, och 4 för att de små annars går att räkna ut.",
    "Skyddet är prövat: vi försökte räkna ut de 11 dolda talen på alla sätt som går. För varje litet tal är minst 4 olika tal fortfarande möjliga.",
    "Så få siffror som möjligt är dolda.",
    "Fritexterna ur svaren visas inte.",
    "Med allt som följer av det är 18 uppgifter i tabellerna dolda.",
  ]);
});

test("where nothing is small there is nothing to hide, and earlier publications are told of", () => {
  const words = protectionWords({
    ...PROTOCOL,
    method: "none-needed",
    freeTexts: true,
    audit: { passed: true, cells: 90, relations: 30, primary: 0, secondary: 0, attacked: 0, earlier: 2 },
    tables: [],
  });
  expect(words).toEqual([
    "Antal personer från 1 till 4 visas inte, och inte heller svaren från en grupp med färre än 5.",
    "Här finns inga små antal personer.",
    "De 2 tidigare publiceringarna räknades med: skillnaden mellan dem avslöjar inget.",
    "Fritexterna ur svaren visas.",
  ]);
});

test("a link opens on its last day and not after it", () => {
  const link = { id: "a", createdAt: "2026-11-01T08:00:00Z", passcode: true, download: false, until: "2026-11-22" };
  expect(publicationLinkState(link, "2026-11-22")).toBeUndefined();
  expect(publicationLinkState(link, "2026-11-23")).toBe("Tiden har gått ut");
  expect(publicationLinkState({ ...link, withdrawnAt: "2026-11-02T08:00:00Z" }, "2026-11-22")).toBe("Tillbakadragen");
  expect(publicationLinkFacts(link)).toEqual(["med lösenord", "bara titta", "till och med 22 november 2026"]);
});
