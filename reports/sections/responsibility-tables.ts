import { JOINT, NOBODY, PARTY_KINDS, UNCLEAR, YES_PARTLY_NO, type Category } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { byKind, byMunicipality } from "./groups.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { KIND_LABELS, municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";

export const OWNERS: readonly Category[] = [JOINT, ...PARTY_KINDS, NOBODY, UNCLEAR];
const OWNER_CODES = OWNERS.map(({ code }) => code);

/** Who should lead, by the kind of party that says so. A row for each that anybody names. */
export function ownerTable({ responses, study }: Dataset): Table {
  const party = responses.get("party");
  const groups = party === undefined ? { ids: [], of: new Int32Array() } : byKind(party, study);
  const counts = countCodes(party?.columns.get("joint_resp_owner"), groups, OWNER_CODES);
  const answers = counts.reduce((sum, { by }) => sum + by.reduce((all, n) => all + n, 0), 0);
  const rows = OWNER_CODES.flatMap((owner, place): TableRow[] => {
    const kinds = groups.ids.filter((_, kind) => (counts[kind]?.by[place] ?? 0) > 0);
    const mentions = counts.reduce((sum, { by }) => sum + (by[place] ?? 0), 0);
    return mentions === 0 ? [] : [{ owner, mentions, answers, named_by: kinds.join("|") }];
  });
  return {
    id: "owner",
    title: `Vem som bör bära ett samlat ansvar enligt parterna, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "owner", label: "Vem", unit: "code" },
      { key: "mentions", label: "Svar som pekar ut den", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
      { key: "named_by", label: "Pekas ut av", unit: "code" },
    ],
    rows:
      rows.length > 0 ? rows : [{ owner: UNCLEAR.code, mentions: 0, answers: 0, named_by: missing("not_answered") }],
    notes: [],
    labels: { owner: labelsOf(OWNERS), named_by: KIND_LABELS },
  };
}

/** What each party says: who should lead, whether anybody does today, how great the need is. */
export function whoSaysTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "who_says",
    title: `Vad varje part svarat om ansvaret, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "owner", label: "Vem som bör leda", unit: "code" },
      { key: "today", label: "Finns i dag", unit: "code" },
      { key: "need", label: "Behov", unit: "1–5" },
    ],
    notes: [],
    labels: {
      party: partyLabels(study),
      municipality: municipalityLabels(data),
      owner: labelsOf(OWNERS),
      today: labelsOf(YES_PARTLY_NO),
    },
  };
  return withLazyRows(head, () => {
    const columns = data.responses.get("party")?.columns;
    const [owner, today, need] = ["joint_resp_owner", "joint_resp_today", "joint_resp_need"].map((name) =>
      cellReader(columns?.get(name)),
    );
    const none = missing("not_answered");
    return partyPlaces(data).map(({ party, municipality, row }): TableRow => {
      const rating = need?.(row) ?? none;
      return {
        party,
        municipality,
        owner: owner?.(row) ?? none,
        today: today?.(row) ?? none,
        need: typeof rating === "string" ? Number(rating) : rating,
      };
    });
  });
}

/** Whether a joint responsibility exists today, by municipality. */
export function todayTable(data: Dataset): Table {
  const { study } = data;
  const party = data.responses.get("party");
  const codes = YES_PARTLY_NO.map(({ code }) => code);
  const counts =
    party === undefined ? [] : countCodes(party.columns.get("joint_resp_today"), byMunicipality(party, study), codes);
  return {
    id: "today",
    title: `Om det finns ett samlat ansvar i dag enligt parterna, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      ...YES_PARTLY_NO.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "responses" },
    ],
    rows: study.municipalities.map((municipality, place): TableRow => {
      const { by = [], dontKnow = 0, noAnswer = 0 } = counts[place] ?? {};
      const said = Object.fromEntries(codes.map((code, i) => [code, by[i] ?? 0]));
      return { municipality, ...said, dont_know: dontKnow, no_answer: noAnswer };
    }),
    notes: [],
    labels: { municipality: municipalityLabels(data) },
  };
}

export const VERDICTS: readonly Category[] = [
  { code: "one", label: "Alla pekar ut samma" },
  { code: "differ", label: "Olika parter pekas ut" },
  { code: "everybody", label: "Flera pekar ut sig själva" },
  { code: "elsewhere", label: "Alla pekar på någon annan" },
  { code: "nobody", label: "Ingen pekas ut" },
];

/**
 * Where nobody is to lead and where everybody is, by municipality: what the answers that are there add up to.
 *
 * `nobody`: every answer says nobody or unclear. `everybody`: at least two name their own kind. `elsewhere`: at least two
 * name a kind, and each a kind other than its own, without agreeing. `one`: all who name anybody name the same (with one
 * answer too). `differ`: all else.
 */
export function placesTable(data: Dataset): Table {
  const { responses, study } = data;
  const party = responses.get("party");
  const column = party?.columns.get("joint_resp_owner");
  const found = study.municipalities.map(() => ({ named: new Map<string, number>(), own: 0, nobody: 0, answers: 0 }));
  const kinds = study.parties.map(({ kind }) => kind as string);
  for (let i = 0; column?.kind === "single" && i < (party?.n ?? 0); i++) {
    const place = found[party?.municipality[i] ?? -1];
    const owner = column.reasons[i] === 0 ? column.codes[column.values[i] ?? -1] : undefined;
    if (place === undefined || owner === undefined) continue;
    place.answers++;
    if (owner === NOBODY.code || owner === UNCLEAR.code) place.nobody++;
    else place.named.set(owner, (place.named.get(owner) ?? 0) + 1);
    if (owner === kinds[party?.party[i] ?? -1]) place.own++;
  }
  return {
    id: "places",
    title: `Om parterna är överens om vem som bör leda, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "verdict", label: "Vad svaren säger", unit: "code" },
      { key: "named", label: "Olika som pekas ut", unit: "" },
      { key: "most_named", label: "Pekas ut av flest", unit: "code" },
      { key: "mentions", label: "Svar som pekar ut den", unit: "responses" },
      { key: "own", label: "Svar som pekar ut den egna parten", unit: "responses" },
      { key: "nobody", label: "Svar: ingen eller oklart", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows: study.municipalities.map((municipality, p): TableRow => {
      const { named, own, nobody, answers } = found[p] ?? {
        named: new Map<string, number>(),
        own: 0,
        nobody: 0,
        answers: 0,
      };
      const most = Math.max(0, ...named.values());
      const ahead = OWNER_CODES.filter((owner) => named.get(owner) === most);
      const none = missing("not_answered");
      return {
        municipality,
        verdict: answers === 0 ? none : verdictOf(named, own),
        named: named.size,
        most_named: ahead.length > 0 ? ahead.join("|") : answers === 0 ? none : missing("not_applicable"),
        mentions: most,
        own,
        nobody,
        answers,
      };
    }),
    notes: ["Gäller bara dem som svarat. Vem som faktiskt leder i dag visas i tabellen om samlat ansvar i dag."],
    labels: { municipality: municipalityLabels(data), verdict: labelsOf(VERDICTS), most_named: labelsOf(OWNERS) },
  };
}

function verdictOf(named: ReadonlyMap<string, number>, own: number): string {
  if (named.size === 0) return "nobody";
  if (named.size === 1) return "one";
  if (own >= 2) return "everybody";
  return own === 0 && !named.has(JOINT.code) ? "elsewhere" : "differ";
}
