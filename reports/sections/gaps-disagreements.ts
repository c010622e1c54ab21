/** Where a party says something of another that the other denies: a plain rule each, without a verdict on who is right. */
import { NO_ACTION } from "../../survey-definitions/case-options.ts";
import type { Category } from "../../survey-definitions/codes.ts";
import { stagesOf } from "../../survey-definitions/study-cases.ts";
import { codeAt, type Dataset, type PairCell } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { inSentence } from "../text/format.ts";
import { labelsOf } from "./cells.ts";
import { eachList } from "./count-codes.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { instrumentPlaces, municipalityLabels, partyLabels, periodOf } from "./places.ts";

const DISAGREEMENTS = [
  { code: "support", label: "Stöd som finns sägs saknas" },
  { code: "cooperation", label: "Samverkan som den andra inte känns vid" },
  { code: "agreement", label: "Överenskommelse som den andra inte känns vid" },
  { code: "overlap", label: "Gemensamma personer som den andra inte har" },
  { code: "handover", label: "Överlämning till en part som inte gör något" },
] as const satisfies readonly Category[];
type Kind = (typeof DISAGREEMENTS)[number]["code"];

interface Disagreement {
  /** Index in `study.municipalities`. */
  readonly place: number;
  readonly kind: Kind;
  readonly parties: readonly string[];
  readonly says: string;
  readonly others: readonly string[];
  readonly otherSays: string;
}

/**
 * One row a disagreement, by municipality, made when it is asked for; and how many there are of each kind, at once: a
 * study of a thousand parties has too many to write each down before anybody reads them. Only what both have answered is
 * compared: silence denies nothing.
 */
export function disagreementTables(data: Dataset): { readonly disagreements: Table; readonly denials: Table } {
  const { study } = data;
  const written = [...supportDenied(data), ...handoversDenied(data)];
  const pairs = PAIRS.map((question) => ({ question, cells: deniedCells(data, question) }));
  const parties = partyLabels(study);
  const labels = { municipality: municipalityLabels(data), kind: labelsOf(DISAGREEMENTS) };
  const head = {
    id: "disagreements",
    title: `Där parterna säger emot varandra, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "kind", label: "Vad det gäller", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "says", label: "Säger", unit: "text" },
      { key: "other", label: "Annan part", unit: "" },
      { key: "other_says", label: "Säger", unit: "text" },
    ],
    notes: [
      "Stöd: en part säger att stödet saknas i kommunen, en annan att det finns hos den. Samverkan, överenskommelse och gemensamma personer: den ena säger att det finns, den andra aldrig, ingen eller 0.",
      "Överlämning: i ett fall säger en part att en annan tar vid, men den säger att den inte gör något i nästa skede.",
      "Bara det som båda har svarat på jämförs. Tabellen säger inte vem som har rätt.",
    ],
    labels: { ...labels, party: parties, other: parties },
  };
  const rows = (): readonly TableRow[] => {
    const all = [
      ...written,
      ...pairs.flatMap(({ question, cells }) => cells.map((cell) => spelled(data, question, cell))),
    ];
    const byPlace = study.municipalities.map(() => DISAGREEMENTS.map((): TableRow[] => []));
    for (const one of all) byPlace[one.place]?.[KINDS.indexOf(one.kind)]?.push(rowOf(study.municipalities, one));
    return byPlace.flat(2);
  };
  const counted = countedBy(study.municipalities.length, [
    ...written.map(({ place, kind }) => [place, kind] as const),
    ...pairs.flatMap(({ question, cells }) =>
      cells.map(({ row }) => [data.responses.get("party")?.municipality[row] ?? -1, question.kind] as const),
    ),
  ]);
  const denials = {
    id: "denials",
    title: `Hur ofta parterna säger emot varandra, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      ...DISAGREEMENTS.map(({ code, label }) => ({ key: code, label, unit: "times" })),
    ],
    rows: counted.map((of, place): TableRow => ({ municipality: study.municipalities[place] ?? "", ...of })),
    notes: [],
    labels: { municipality: labels.municipality },
  };
  return { disagreements: withLazyRows(head, rows), denials };
}

const KINDS: readonly Kind[] = DISAGREEMENTS.map(({ code }) => code);

const rowOf = (municipalities: readonly string[], one: Disagreement): TableRow => ({
  municipality: municipalities[one.place] ?? "",
  kind: one.kind,
  party: one.parties.join("|"),
  says: one.says,
  other: one.others.join("|"),
  other_says: one.otherSays,
});

function countedBy(places: number, found: readonly (readonly [place: number, kind: Kind])[]) {
  const none = () => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const counts = Array.from({ length: places }, none);
  for (const [place, kind] of found) {
    const count = counts[place];
    if (count !== undefined) count[kind]++;
  }
  return counts;
}

/** By intervention and municipality: those who name it as missing, and those who have it in full. */
function supportDenied(data: Dataset): readonly Disagreement[] {
  const { study, responses } = data;
  const party = responses.get("party");
  if (party === undefined) return [];
  const itemOf = new Map(study.interventions.map(({ code }, item) => [code, item]));
  const named = study.interventions.map(() => study.municipalities.map((): string[] => []));
  const idAt = (i: number) => study.parties[party.party[i] ?? -1]?.id;
  eachList(party.columns.get("iv_missing"), (codes, i) => {
    const id = idAt(i);
    if (id === undefined) return;
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] ?? "";
      const here = named[itemOf.get(code) ?? -1]?.[party.municipality[i] ?? -1];
      if (codes.indexOf(code) === at) here?.push(id);
    }
  });
  return study.interventions.flatMap(({ code, label }, item) => {
    const what = inSentence(label);
    const column = party.columns.get(`iv_avail.${code}`);
    const have = study.municipalities.map((): string[] => []);
    if (column?.kind !== "single") return [];
    const full = column.codes.indexOf("available");
    for (let i = 0; i < party.n; i++) {
      const id = column.reasons[i] === 0 && column.values[i] === full ? idAt(i) : undefined;
      if (id !== undefined) have[party.municipality[i] ?? -1]?.push(id);
    }
    return have.flatMap((others, place): Disagreement[] => {
      const parties = named[item]?.[place] ?? [];
      // A party that both has it and names it as missing says that what it has is not enough.
      const denied = parties.filter((id) => !others.includes(id));
      if (denied.length === 0 || others.length === 0) return [];
      return [
        { place, kind: "support", parties: denied, says: `${what} saknas`, others, otherSays: `${what} finns hos oss` },
      ];
    });
  });
}

const OFTEN: Readonly<Record<string, string>> = {
  year: "någon gång om året",
  term: "någon gång per termin",
  month: "varje månad",
  week: "varje vecka",
};
const HOW: Readonly<Record<string, string>> = { oral: "en muntlig", written: "en skriftlig" };

interface PairQuestion {
  readonly kind: Kind;
  readonly name: string;
  readonly affirms: (value: number | string) => boolean;
  readonly denial: number | string;
  readonly says: (value: number | string) => string;
  readonly otherSays: string;
}

/** What one says of the other exists, and the other's answer about the one says that it does not. */
const PAIRS: readonly PairQuestion[] = [
  {
    kind: "cooperation",
    name: "coop_freq",
    affirms: (value) => value in OFTEN,
    denial: "never",
    says: (value) => `vi samverkar ${OFTEN[value] ?? ""}`,
    otherSays: "vi samverkar aldrig",
  },
  {
    kind: "agreement",
    name: "coop_agreement",
    affirms: (value) => value in HOW,
    denial: "none",
    says: (value) => `vi har ${HOW[value] ?? ""} överenskommelse`,
    otherSays: "vi har ingen överenskommelse",
  },
  {
    kind: "overlap",
    name: "n_overlap",
    affirms: (value) => Number(value) > 0,
    denial: 0,
    says: (value) => `${value} av våra är också hos dem`,
    otherSays: "ingen av våra är hos dem",
  },
];

/** The cells in which a party affirms what the other party denies of it. */
function deniedCells({ study, responses }: Dataset, { name, affirms, denial }: PairQuestion): readonly PairCell[] {
  const party = responses.get("party");
  const cells = party?.pairs.get(name) ?? [];
  if (party === undefined || cells.length === 0) return [];
  const indexOf = new Map(study.parties.map(({ id }, p) => [id, p]));
  const parties = study.parties.length;
  // A party in a municipality is the first row of its answers there.
  const firstRow = new Int32Array(parties * study.municipalities.length).fill(-1);
  const at = (row: number) => (party.municipality[row] ?? -1) * parties + (party.party[row] ?? -1);
  for (let row = 0; row < party.n; row++)
    if ((party.party[row] ?? -1) >= 0 && (firstRow[at(row)] ?? 0) < 0) firstRow[at(row)] = row;
  // Who denies × the party that is denied.
  const denials = new Set<number>();
  for (const { row, other, value } of cells) {
    const by = value === denial ? (firstRow[at(row)] ?? -1) : -1;
    const denied = indexOf.get(other);
    if (by >= 0 && denied !== undefined) denials.add(by * parties + denied);
  }
  return cells.filter(({ row, other, value }) => {
    const from = party.party[row] ?? -1;
    const place = party.municipality[row] ?? -1;
    if (from < 0 || place < 0 || !affirms(value)) return false;
    const index = indexOf.get(other);
    const by = index === undefined ? -1 : (firstRow[place * parties + index] ?? -1);
    return by >= 0 && denials.has(by * parties + from);
  });
}

function spelled({ study, responses }: Dataset, { kind, says, otherSays }: PairQuestion, cell: PairCell): Disagreement {
  const party = responses.get("party");
  return {
    place: party?.municipality[cell.row] ?? -1,
    kind,
    parties: [study.parties[party?.party[cell.row] ?? -1]?.id ?? ""],
    says: says(cell.value),
    others: [cell.other],
    otherSays,
  };
}

/** In the case questionnaire: a party that is to take over, and does nothing in the stage that follows. */
function handoversDenied(data: Dataset): readonly Disagreement[] {
  const { study, responses } = data;
  const answers = responses.get("case");
  if (answers === undefined) return [];
  const places = instrumentPlaces(data, "case").filter(({ row }) => row >= 0);
  const stages = stagesOf(study);
  return stages.flatMap(({ row, case: story, stage }, s) => {
    const next = stages[s + 1];
    const sends = answers.columns.get(`stg_next.${row}`);
    const acts = next?.case.id === story.id ? answers.columns.get(`stg_your_action.${next.row}`) : undefined;
    if (next === undefined || sends?.kind !== "single" || acts?.kind !== "multiple") return [];
    const idle = ({ row: i }: { readonly row: number }) =>
      acts.reasons[i] === 0 && acts.values[i]?.includes(NO_ACTION.code) === true;
    const idleAt = Map.groupBy(places.filter(idle), ({ place }) => place);
    return places.flatMap((one) => {
      const kind = codeAt(sends, one.row);
      if (kind === undefined) return [];
      const others = (idleAt.get(one.place) ?? []).filter((other) => other.kind === kind && other.party !== one.party);
      return others.map((other): Disagreement => ({
        place: one.place,
        kind: "handover",
        parties: [one.party],
        says: `de tar vid efter ”${stage.title}”`,
        others: [other.party],
        otherSays: `vi gör inget i ”${next.stage.title}”`,
      }));
    });
  });
}
