import { HOW_COMMON } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableColumn, TableRow } from "../section.ts";
import { concordance } from "../stats/kendall-w.ts";
import { consensus } from "../stats/consensus.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { countCodes, countMentions, eachList, type CodeCounts } from "./count-codes.ts";
import { allInOne, byKind, type Groups } from "./groups.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { KIND_LABELS, municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";

const COMMON = HOW_COMMON.map(({ code }) => code);

const FREQUENCY_COLUMNS: readonly TableColumn[] = [
  ...HOW_COMMON.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
  { key: "dont_know", label: "Vet ej", unit: "responses" },
  { key: "no_answer", label: "Inget svar", unit: "responses" },
];

const frequencyCells = ({ by, dontKnow, noAnswer }: CodeCounts): TableRow => ({
  ...Object.fromEntries(COMMON.map((code, place) => [code, by[place] ?? 0])),
  dont_know: dontKnow,
  no_answer: noAnswer,
});

/** How common each problem is, by kind of party that answers. */
export function frequencyTable(data: Dataset): Table {
  const { study } = data;
  const rows = eachDomain(data, byKind, (domain, kind, counts) => ({
    domain,
    party_kind: kind,
    ...frequencyCells(counts),
  }));
  return {
    id: "frequency",
    title: `Hur vanliga problemen är i gruppen, antal svar efter slag av part, ${periodOf(study)}`,
    columns: [
      { key: "domain", label: "Område", unit: "code" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      ...FREQUENCY_COLUMNS,
    ],
    rows,
    notes: [],
    labels: { domain: labelsOf(study.problem_domains), party_kind: KIND_LABELS },
  };
}

/** The same over all parties, with how alike they answer. */
export function frequencyByDomainTable(data: Dataset): Table {
  const { study } = data;
  const rows = eachDomain(data, allInOne, (domain, _, counts) => ({
    domain,
    ...frequencyCells(counts),
    consensus: consensus(counts.by) ?? missing("not_answered"),
  }));
  return {
    id: "frequency_by_domain",
    title: `Hur vanliga problemen är i gruppen, antal svar från parterna, ${periodOf(study)}`,
    columns: [
      { key: "domain", label: "Område", unit: "code" },
      ...FREQUENCY_COLUMNS,
      { key: "consensus", label: "Samstämmighet", unit: "0–1" },
    ],
    rows,
    notes: [
      "Samstämmigheten är 1 när alla svarar lika och 0 när hälften svarar ”ingen” och hälften ”de flesta” (Tastle och Wierman).",
    ],
    labels: { domain: labelsOf(study.problem_domains) },
  };
}

function eachDomain(
  { responses, study }: Dataset,
  divide: (responses: Responses, study: Study) => Groups,
  make: (domain: string, group: string, counts: CodeCounts) => TableRow,
): readonly TableRow[] {
  const party = responses.get("party");
  if (party === undefined) return [];
  const groups = divide(party, study);
  return study.problem_domains.flatMap(({ code }) =>
    countCodes(party.columns.get(`problem_freq.${code}`), groups, COMMON).map((counts, place) =>
      make(code, groups.ids[place] ?? "", counts),
    ),
  );
}

/** How many place a problem among their three, and how many place it first. */
export function topTable({ responses, study }: Dataset): Table {
  const column = responses.get("party")?.columns.get("problem_top3");
  const { by, answers } = countMentions(
    column,
    study.problem_domains.map(({ code }) => code),
  );
  return {
    id: "top",
    title: `De tre tydligaste problemen enligt parterna, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "domain", label: "Område", unit: "code" },
      { key: "mentions", label: "Nämns bland de tre", unit: "responses" },
      { key: "first", label: "Nämns först", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows: [...by].map(([domain, { mentions, first }]) => ({ domain, mentions, first, answers })),
    notes: ["En part som svarar för flera kommuner räknas en gång för varje kommun."],
    labels: { domain: labelsOf(study.problem_domains) },
  };
}

/** What each party answered: the values that belong beside every coefficient. */
export function byPartyTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "by_party",
    title: `Vad varje part svarat om problemen, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "domain", label: "Område", unit: "code" },
      { key: "frequency", label: "Hur vanligt", unit: "code" },
      { key: "place", label: "Plats bland de tre", unit: "place" },
    ],
    notes: ["Plats 1 är det tydligaste problemet. ”Inte aktuellt”: området är inte bland partens tre."],
    labels: {
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      domain: labelsOf(study.problem_domains),
      frequency: labelsOf(HOW_COMMON),
    },
  };
  return withLazyRows(head, () => byPartyRows(data));
}

function byPartyRows(data: Dataset): readonly TableRow[] {
  const columns = data.responses.get("party")?.columns;
  const top = columns?.get("problem_top3");
  const lists: (readonly string[] | undefined)[] = [];
  eachList(top, (codes, i) => (lists[i] = codes));
  const [unranked, unanswered] = [missing("not_applicable"), missing("not_answered")];
  return data.study.problem_domains.flatMap(({ code }) => {
    const frequency = cellReader(columns?.get(`problem_freq.${code}`));
    return partyPlaces(data).map(({ party, kind, municipality, row }): TableRow => {
      const list = row < 0 ? undefined : lists[row];
      const place = list?.indexOf(code) ?? -1;
      return {
        party,
        party_kind: kind,
        municipality,
        domain: code,
        frequency: frequency(row),
        place: place >= 0 ? place + 1 : list === undefined ? unanswered : unranked,
      };
    });
  });
}

/** Kendall's W of the three places. Problems that an answer leaves out share the places after its own. */
export function agreementTable({ responses, study }: Dataset): Table {
  const items = study.problem_domains;
  const rankSums = items.map(() => 0);
  const placeOf = new Map(items.map(({ code }, item) => [code, item]));
  let [raters, tied, sharedSum] = [0, 0, 0];
  eachList(responses.get("party")?.columns.get("problem_top3"), (codes) => {
    const ranked = codes.flatMap((code) => placeOf.get(code) ?? []);
    const left = items.length - ranked.length;
    const shared = ranked.length + (left + 1) / 2;
    raters++;
    tied += left ** 3 - left;
    // Everybody's shared place is added once at the end; here only what a ranked problem differs from it.
    sharedSum += shared;
    ranked.forEach((item, place) => (rankSums[item] = (rankSums[item] ?? 0) + place + 1 - shared));
  });
  const found = concordance(
    rankSums.map((sum) => sum + sharedSum),
    tied,
    raters,
  );
  return {
    id: "agreement",
    title: `Hur eniga parterna är om de tydligaste problemen, ${periodOf(study)}`,
    columns: [
      { key: "w", label: "Kendalls W", unit: "0–1" },
      { key: "raters", label: "Svar med ordning", unit: "responses" },
      { key: "items", label: "Områden", unit: "domains" },
    ],
    rows: [{ w: found?.w ?? missing("cannot_state"), raters, items: items.length }],
    notes: [
      "0 betyder ingen enighet, 1 full enighet. Områden som inte är bland de tre delar på de platser som är kvar. Läs måttet tillsammans med vad varje part svarat.",
    ],
    labels: {},
  };
}
