/** How many parties know each person, and what that says of those whom nobody knows. */
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { chao, chaoObjections, type ChaoObjection } from "../stats/chao.ts";
import { missing } from "./cells.ts";
import { groupAndPeriod, municipalityLabels } from "./places.ts";
import { asNumbers, expectedByPlace } from "./range-sums.ts";

export interface KnownBy {
  only_us: number;
  one_more: number;
  two_or_more: number;
  /** Answers with all three figures. */
  stated: number;
}

const KEYS = ["only_us", "one_more", "two_or_more"] as const;

/** What the answers of each municipality add up to, in the order of the study. */
export function knownBy({ study, responses }: Dataset): readonly KnownBy[] {
  const found = study.municipalities.map((): KnownBy => ({ only_us: 0, one_more: 0, two_or_more: 0, stated: 0 }));
  const party = responses.get("party");
  const [only, one, more] = KEYS.map((key) => asNumbers(party?.columns.get(`n_known_by_k.${key}`)));
  if (party === undefined || only === undefined || one === undefined || more === undefined) return found;
  for (let i = 0; i < party.n; i++) {
    const place = found[party.municipality[i] ?? -1];
    if (place === undefined || only.reasons[i] !== 0 || one.reasons[i] !== 0 || more.reasons[i] !== 0) continue;
    place.stated++;
    place.only_us += only.values[i] ?? 0;
    place.one_more += one.values[i] ?? 0;
    place.two_or_more += more.values[i] ?? 0;
  }
  return found;
}

/** Sums over the parties that give all three figures. Persons known to three parties stand in three of them. */
export function knownByTable(data: Dataset, found: readonly KnownBy[] = knownBy(data)): Table {
  const expected = expectedByPlace(data);
  return {
    id: "known_by",
    title: `Kända efter hur många parter som känner dem, ${groupAndPeriod(data.study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "only_us", label: "Bara hos parten själv", unit: "persons, counted once a party" },
      { key: "one_more", label: "Hos en part till", unit: "persons, counted once a party" },
      { key: "two_or_more", label: "Hos minst två parter till", unit: "persons, counted once a party" },
      { key: "stated", label: "Parter som angett alla tre tal", unit: "parties" },
      { key: "expected", label: "Parter som tillfrågats", unit: "parties" },
    ],
    rows: data.study.municipalities.map((municipality, place): TableRow => {
      const { only_us = 0, one_more = 0, two_or_more = 0, stated = 0 } = found[place] ?? {};
      return { municipality, only_us, one_more, two_or_more, stated, expected: expected[place] ?? 0 };
    }),
    notes: [
      "En person som två parter känner till står i båda parternas tal, så talen kan inte läggas ihop till personer.",
    ],
    labels: { municipality: municipalityLabels(data) },
  };
}

const OBJECTIONS: Readonly<Record<ChaoObjection, string>> = {
  "fewer-than-three-parties": "färre än tre parter är med",
  "party-missing": "alla parter har inte svarat på frågan",
  "too-few-twice": "färre än fem personer är kända hos precis två parter",
  "not-a-mixture": "talen följer inte det mönster som metoden bygger på",
};
const ASSUMPTIONS =
  "Gäller om varje part vet vilka andra som känner personen, om parterna i frågan är studiens parter och om alla kan vara kända hos flera. Annars kan gränsen bli för hög.";

/**
 * Chao's lower bound where it can be defended, otherwise why not.
 *
 * One known to two parties stands in two answers: f2 is half the sum, rounded up, which makes the bound lower. Those known
 * to three or more are at least their sum through the number of parties, and at most through three; the least is counted
 * in and the most is given to the test of the pattern, so that only a pattern that fails in any case is refused.
 */
export function chaoTable(data: Dataset, found: readonly KnownBy[] = knownBy(data)): Table {
  const expected = expectedByPlace(data);
  return {
    id: "chao",
    title: `Nedre gräns för hela målgruppen (Chao), ${groupAndPeriod(data.study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "once", label: "Kända hos en part", unit: "persons" },
      { key: "twice", label: "Kända hos två parter", unit: "persons" },
      { key: "lower_bound", label: "Nedre gräns", unit: "persons" },
      { key: "low", label: "95 % intervall för gränsen, lägst", unit: "persons" },
      { key: "high", label: "95 % intervall för gränsen, högst", unit: "persons" },
      { key: "note", label: "Förutsättningar", unit: "" },
    ],
    rows: data.study.municipalities.map((municipality, place): TableRow => {
      const count = found[place] ?? { only_us: 0, one_more: 0, two_or_more: 0, stated: 0 };
      return { municipality, ...chaoCells(count, expected[place] ?? 0) };
    }),
    notes: ["Gränsen säger att målgruppen är minst så stor. Den är ingen skattning av hur stor den är."],
    labels: { municipality: municipalityLabels(data) },
  };
}

function chaoCells({ only_us, one_more, two_or_more, stated }: KnownBy, parties: number): TableRow {
  const none = missing(stated === 0 ? "not_answered" : "cannot_state");
  const refuse = (why: string) => ({ lower_bound: none, low: none, high: none, note: `Ingen gräns: ${why}.` });
  if (stated === 0) return { once: none, twice: none, ...refuse("ingen part har svarat på frågan") };
  const [once, twice] = [only_us, one_more / 2];
  const objections = chaoObjections({
    parties,
    answered: Math.min(stated, parties),
    once,
    twice,
    thrice: two_or_more / 3,
  });
  if (objections.length > 0) return { once, twice, ...refuse(objections.map((one) => OBJECTIONS[one]).join(" och ")) };
  const atLeastTwice = Math.ceil(twice);
  const persons = once + atLeastTwice + Math.floor(two_or_more / Math.max(3, parties));
  const { lowerBound, low, high } = chao(once, atLeastTwice, persons);
  return { once, twice, lower_bound: lowerBound, low: low ?? none, high: high ?? none, note: ASSUMPTIONS };
}
