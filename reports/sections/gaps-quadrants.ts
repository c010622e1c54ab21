/** Where each intervention stands in each municipality: needed and not there, there and not reached, there and no help. */
import type { Category } from "../../survey-definitions/codes.ts";
import type { Column, Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing, ratingReader } from "./cells.ts";
import { eachList } from "./count-codes.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, periodOf } from "./places.ts";
import { netOfCounts } from "./ratings.ts";

const QUADRANTS = [
  { code: "need_without", label: "Behov utan insats" },
  { code: "not_reaching", label: "Finns men når inte" },
  { code: "not_helping", label: "Finns men hjälper inte" },
  { code: "works", label: "Finns, når och hjälper" },
  { code: "effect_unknown", label: "Finns och når, för få bedömningar" },
  { code: "not_asked_for", label: "Finns inte, efterfrågas inte" },
  { code: "unknown", label: "Inget besked" },
] as const satisfies readonly Category[];
type Quadrant = (typeof QUADRANTS)[number]["code"];

/** An intervention does not reach where at least this share of the answers names it as missing although it is there. */
export const NOT_REACHING_FROM = 1 / 3;
/** Fewer ratings than this of a group in a municipality say nothing of whether the support helps. */
export const LEAST_RATINGS = 3;

/** More low than high ratings, by at least this many percentage points. */
export const NOT_HELPING_AT = -10;

export interface QuadrantFacts {
  /** Parties that have said whether the support exists with them; where it does at least partly; where it does fully. */
  readonly told: number;
  readonly exists: number;
  readonly fully: number;
  /** Answers to what is missing; those that name the intervention; those that wish for it. */
  readonly asked: number;
  readonly missing: number;
  readonly wanted: number;
  /** Net of each group with enough ratings, in percentage points. */
  readonly nets: readonly number[];
}

/**
 * The rule, in this order; thresholds above.
 *
 * 1. Nobody has said whether it exists: no word. 2. It exists with nobody: a need where somebody names it as missing or
 * wishes for it, otherwise not asked for. 3. It exists but only partly with everybody, or a third of the answers names it
 * as missing ("does not exist with any party, or the group cannot get it"): it does not reach. 4. A group's net is
 * −10 or below: it does not help. 5. Some group has rated it: it works; otherwise the effect is unknown.
 */
export function quadrantOf({ told, exists, fully, asked, missing: named, wanted, nets }: QuadrantFacts): Quadrant {
  if (told === 0) return "unknown";
  if (exists === 0) return named + wanted > 0 ? "need_without" : "not_asked_for";
  if (fully === 0 || (asked > 0 && named / asked >= NOT_REACHING_FROM)) return "not_reaching";
  if (nets.some((net) => net <= NOT_HELPING_AT)) return "not_helping";
  return nets.length > 0 ? "works" : "effect_unknown";
}

const GROUPS = [
  { group: "party", base: "iv_effect" },
  { group: "staff", base: "st_effect" },
  { group: "voice", base: "v_effect" },
] as const;

/** One row an intervention × municipality, with everything that the rule looks at. */
export function quadrantsTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "quadrants",
    title: `Var varje insats står i varje kommun, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "quadrant", label: "Läge", unit: "code" },
      { key: "told", label: "Parter som svarat om den finns", unit: "parties" },
      { key: "exists", label: "Finns hos, helt eller delvis", unit: "parties" },
      { key: "fully", label: "Finns helt hos", unit: "parties" },
      { key: "asked", label: "Svar på vad som saknas", unit: "responses" },
      { key: "missing", label: "Säger att den saknas", unit: "responses" },
      { key: "wanted", label: "Önskar den", unit: "responses" },
      { key: "party_net", label: "Netto, parterna", unit: "percentage points" },
      { key: "party_n", label: "Betyg, parterna", unit: "responses" },
      { key: "staff_net", label: "Netto, personalen", unit: "percentage points" },
      { key: "staff_n", label: "Betyg, personalen", unit: "responses" },
      { key: "voice_net", label: "Netto, de unga", unit: "percentage points" },
      { key: "voice_n", label: "Betyg, de unga", unit: "responses" },
    ],
    notes: [
      "Behov utan insats: ingen part har insatsen, men minst ett svar säger att den saknas eller önskar den.",
      "Finns men når inte: insatsen finns bara delvis, eller minst en tredjedel av svaren säger att den saknas. Saknas betyder att den inte finns hos någon part eller att gruppen inte kan få den.",
      `Finns men hjälper inte: den finns och når, men i någon grupp med minst ${LEAST_RATINGS} betyg är nettot −10 eller lägre, alltså tydligt fler 1 och 2 än 4 och 5. Finns, når och hjälper: ingen sådan grupp. Grupperna slås inte ihop.`,
    ],
    labels: {
      intervention: labelsOf(study.interventions),
      municipality: municipalityLabels(data),
      quadrant: labelsOf(QUADRANTS),
    },
  };
  return withLazyRows(head, () => quadrantRows(data));
}

/** How many municipalities have each quadrant, by intervention: what remains to be read where they are many. */
export function quadrantTotalsTable({ study }: Dataset, quadrants: Table): Table {
  const head = {
    id: "quadrants_total",
    title: `Var varje insats står, antal kommuner, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      ...QUADRANTS.map(({ code, label }) => ({ key: code, label, unit: "municipalities" })),
    ],
    notes: [],
    labels: { intervention: labelsOf(study.interventions) },
  };
  return withLazyRows(head, () => {
    const counts = new Map(study.interventions.map(({ code }) => [code, new Map<TableCell | undefined, number>()]));
    for (const { intervention, quadrant } of quadrants.rows) {
      const of = typeof intervention === "string" ? counts.get(intervention) : undefined;
      of?.set(quadrant, (of.get(quadrant) ?? 0) + 1);
    }
    return [...counts].map(([intervention, of]): TableRow => ({
      intervention,
      ...Object.fromEntries(QUADRANTS.map(({ code }) => [code, of.get(code) ?? 0])),
    }));
  });
}

function quadrantRows(data: Dataset): readonly TableRow[] {
  const { study, responses } = data;
  const party = responses.get("party");
  const missingOf = namedByPlace(data, party, "iv_missing");
  const wantedOf = namedByPlace(data, party, "iv_wanted_rank");
  return study.interventions.flatMap(({ code }, item) => {
    const availability = availabilityByPlace(data, party, code);
    const ratings = GROUPS.map(({ group, base }) => {
      const of = responses.get(group);
      return ratingsByPlace(data, of, of?.columns.get(`${base}.${code}`));
    });
    return study.municipalities.map((municipality, place): TableRow => {
      const { told = 0, exists = 0, fully = 0 } = availability[place] ?? {};
      const [ofParty, ofStaff, ofVoice] = ratings.map((counts) => netAt(counts[place] ?? []));
      const nets = [ofParty, ofStaff, ofVoice].flatMap((one) => one ?? []);
      const facts: QuadrantFacts = {
        told,
        exists,
        fully,
        asked: missingOf.answers[place] ?? 0,
        missing: missingOf.named[item]?.[place] ?? 0,
        wanted: wantedOf.named[item]?.[place] ?? 0,
        nets: nets.flatMap(({ n, net }) => (n >= LEAST_RATINGS && typeof net === "number" ? [net] : [])),
      };
      const { asked, missing: named, wanted } = facts;
      return {
        intervention: code,
        municipality,
        quadrant: quadrantOf(facts),
        told,
        exists,
        fully,
        asked,
        missing: named,
        wanted,
        party_net: ofParty?.net ?? NO_NET,
        party_n: ofParty?.n ?? 0,
        staff_net: ofStaff?.net ?? NO_NET,
        staff_n: ofStaff?.n ?? 0,
        voice_net: ofVoice?.net ?? NO_NET,
        voice_n: ofVoice?.n ?? 0,
      };
    });
  });
}

/** By intervention and municipality, how many answers name it; and by municipality, how many answered. */
function namedByPlace({ study }: Dataset, party: Responses | undefined, name: string) {
  const named = study.interventions.map(() => study.municipalities.map(() => 0));
  const answers = study.municipalities.map(() => 0);
  const itemOf = new Map(study.interventions.map(({ code }, item) => [code, item]));
  eachList(party?.columns.get(name), (codes, i) => {
    const place = party?.municipality[i] ?? -1;
    if (place < 0) return;
    answers[place] = (answers[place] ?? 0) + 1;
    codes.forEach((code, at) => {
      const counts = named[itemOf.get(code) ?? -1];
      if (counts !== undefined && codes.indexOf(code) === at) counts[place] = (counts[place] ?? 0) + 1;
    });
  });
  return { named, answers };
}

function availabilityByPlace({ study }: Dataset, party: Responses | undefined, code: string) {
  const found = study.municipalities.map(() => ({ told: 0, exists: 0, fully: 0 }));
  const column = party?.columns.get(`iv_avail.${code}`);
  if (party === undefined || column?.kind !== "single") return found;
  const { codes, values, reasons } = column;
  const [full, part] = [codes.indexOf("available"), codes.indexOf("partly")];
  for (let i = 0; i < party.n; i++) {
    const count = found[party.municipality[i] ?? -1];
    if (count === undefined || reasons[i] !== 0) continue;
    const value = values[i] ?? -1;
    count.told++;
    if (value === full) count.fully++;
    if (value === full || value === part) count.exists++;
  }
  return found;
}

function ratingsByPlace({ study }: Dataset, of: Responses | undefined, column: Column | undefined) {
  const counts = study.municipalities.map(() => [0, 0, 0, 0, 0]);
  if (column === undefined || of === undefined) return counts;
  const ratingOf = ratingReader(column);
  for (let i = 0; i < of.n; i++) {
    const rating = ratingOf(i);
    const here = counts[of.municipality[i] ?? -1];
    if (here !== undefined && rating !== undefined) here[rating - 1] = (here[rating - 1] ?? 0) + 1;
  }
  return counts;
}

const NO_NET = missing("not_answered");

function netAt(counts: readonly number[]): { readonly n: number; readonly net: TableCell } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return { n, net: netOfCounts(counts) ?? NO_NET };
}
