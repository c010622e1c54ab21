import { textIn } from "../charts/read-table.ts";
import { NEED_MET } from "../../survey-definitions/codes.ts";
import { reasonCode, type Dataset, type ListColumn } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { concordance } from "../stats/kendall-w.ts";
import { labelsOf, missing, singleColumns } from "./cells.ts";
import { municipalityLabels, periodOf } from "./places.ts";

const PLACES = 5;
const NEEDS = ["no_need", "met", "partly", "unmet"] as const;

/** Interventions that the answers name as missing. One row an intervention of the study, named or not. */
export function missingTable(data: Dataset): Table {
  const { study } = data;
  const named = new Map<string, number>(study.interventions.map(({ code }) => [code, 0]));
  let answered = 0;
  eachList(data, "iv_missing", (codes) => {
    answered++;
    codes.forEach((code, i) => {
      if (codes.indexOf(code) === i) named.set(code, (named.get(code) ?? 0) + 1);
    });
  });
  return {
    id: "missing",
    title: `Insatser som parterna säger saknas, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "parties_missing", label: "Svar som säger att den saknas", unit: "responses" },
      { key: "parties_answered", label: "Svar på frågan", unit: "responses" },
    ],
    rows: [...named].map(([intervention, n]) => ({ intervention, parties_missing: n, parties_answered: answered })),
    notes: ["En part som svarar för flera kommuner räknas en gång för varje kommun."],
    labels: { intervention: labelsOf(study.interventions) },
  };
}

/** Points by place: five for the first, one for the fifth. */
export function wantedTable(data: Dataset): Table {
  const { study } = data;
  const wanted = new Map(study.interventions.map(({ code }) => [code, { score: 0, first: 0 }]));
  let answers = 0;
  eachList(data, "iv_wanted_rank", (codes) => {
    answers++;
    codes.slice(0, PLACES).forEach((code, place) => {
      const of = wanted.get(code) ?? { score: 0, first: 0 };
      of.score += PLACES - place;
      if (place === 0) of.first++;
      wanted.set(code, of);
    });
  });
  return {
    id: "wanted",
    title: `Insatser som parterna helst vill ha, poäng, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "score", label: "Poäng", unit: "points" },
      { key: "first_choices", label: "Förstahandsval", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows: [...wanted].map(([intervention, { score, first }]) => ({
      intervention,
      score,
      first_choices: first,
      answers,
    })),
    notes: ["Plats ett ger 5 poäng, plats två 4 och så vidare till 1 poäng för plats fem."],
    labels: { intervention: labelsOf(study.interventions) },
  };
}

/** How far the need is covered, by domain and municipality; a row for each, asked or not. */
export function needTable(data: Dataset): Table {
  const { study } = data;
  const party = data.responses.get("party");
  const places = study.municipalities.length;
  const columns = singleColumns(party, "need_met", study.problem_domains);
  const notAsked = reasonCode("not_asked");
  const rows = study.problem_domains.flatMap(({ code: domain }, d): TableRow[] => {
    const counts = study.municipalities.map(() => ({ no_need: 0, met: 0, partly: 0, unmet: 0, unknown: 0 }));
    const column = columns[d];
    const keys = column?.codes.map((code) => NEEDS.find((need) => need === code)) ?? [];
    for (let i = 0; column !== undefined && i < (party?.n ?? 0); i++) {
      const count = counts[party?.municipality[i] ?? places];
      if (count === undefined || column.reasons[i] === notAsked) continue;
      const need = column.reasons[i] === 0 ? keys[column.values[i] ?? -1] : undefined;
      count[need ?? "unknown"]++;
    }
    return study.municipalities.map((municipality, place): TableRow => {
      const count = counts[place] ?? { no_need: 0, met: 0, partly: 0, unmet: 0, unknown: 0 };
      return { domain, municipality, ...count, coverage: coverageOf(count) };
    });
  });
  return {
    id: "coverage",
    title: `Hur behoven är täckta, antal svar från parterna, ${periodOf(study)}`,
    columns: [
      { key: "domain", label: "Område", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      ...NEED_MET.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "unknown", label: "Vet ej eller inget svar", unit: "responses" },
      { key: "coverage", label: "Andel täckt", unit: "share" },
    ],
    rows,
    notes: ["Andelen täckt är ”täckt” genom ”täckt”, ”delvis täckt” och ”inte täckt” tillsammans."],
    labels: { domain: labelsOf(study.problem_domains), municipality: municipalityLabels(data) },
  };
}

interface NeedCounts {
  readonly no_need: number;
  readonly met: number;
  readonly partly: number;
  readonly unmet: number;
  readonly unknown: number;
}

function coverageOf({ no_need, met, partly, unmet, unknown }: NeedCounts): TableCell {
  const need = met + partly + unmet;
  if (need > 0) return met / need;
  return missing(unknown > 0 ? "dont_know" : no_need > 0 ? "not_applicable" : "not_answered");
}

/** The same over all municipalities. */
export function needByDomainTable({ study }: Dataset, need: Table): Table {
  const sums = new Map<string, NeedCounts>();
  for (const row of need.rows) {
    const domain = textIn(row.domain);
    const before = sums.get(domain) ?? { no_need: 0, met: 0, partly: 0, unmet: 0, unknown: 0 };
    const add = (key: keyof NeedCounts) => before[key] + Number(row[key]);
    sums.set(domain, {
      no_need: add("no_need"),
      met: add("met"),
      partly: add("partly"),
      unmet: add("unmet"),
      unknown: add("unknown"),
    });
  }
  return {
    ...need,
    id: "coverage_by_domain",
    title: `Hur behoven är täckta i alla kommuner, antal svar från parterna, ${periodOf(study)}`,
    columns: need.columns.filter(({ key }) => key !== "municipality"),
    rows: [...sums].map(([domain, counts]) => ({ domain, ...counts, coverage: coverageOf(counts) })),
    labels: { domain: labelsOf(study.problem_domains) },
  };
}

/** Kendall's W of the wishes. Items that an answer leaves unranked share its remaining places. */
export function agreementTable(data: Dataset): Table {
  const items = data.study.interventions;
  const rankSums = items.map(() => 0);
  const placeOf = new Map(items.map(({ code }, item) => [code, item]));
  let [raters, tied, sharedSum] = [0, 0, 0];
  eachList(data, "iv_wanted_rank", (codes) => {
    let ranked = 0;
    for (const code of codes) if (placeOf.has(code)) ranked++;
    const left = items.length - ranked;
    const shared = ranked + (left + 1) / 2;
    raters++;
    tied += left ** 3 - left;
    // Everybody's shared place is added once at the end; here only what a ranked item differs from it.
    sharedSum += shared;
    let place = 0;
    for (const code of codes) {
      const item = placeOf.get(code);
      if (item !== undefined) rankSums[item] = (rankSums[item] ?? 0) + ++place - shared;
    }
  });
  const w = concordance(
    rankSums.map((sum) => sum + sharedSum),
    tied,
    raters,
  )?.w;
  return {
    id: "agreement",
    title: `Hur eniga parterna är om ordningen, ${periodOf(data.study)}`,
    columns: [
      { key: "w", label: "Kendalls W", unit: "0–1" },
      { key: "raters", label: "Svar med ordning", unit: "responses" },
      { key: "items", label: "Insatser", unit: "interventions" },
    ],
    rows: [{ w: w ?? missing("cannot_state"), raters, items: items.length }],
    notes: ["0 betyder ingen enighet, 1 full enighet. Insatser som inte rangordnats delar på de platser som är kvar."],
    labels: {},
  };
}

/** Calls with every answer to a question whose value is a list. */
function eachList(data: Dataset, name: string, use: (codes: readonly string[]) => void): void {
  const column = data.responses.get("party")?.columns.get(name);
  if (column?.kind !== "multiple" && column?.kind !== "ranking") return;
  const list: ListColumn = column;
  list.values.forEach((codes, i) => {
    if (list.reasons[i] === 0) use(codes);
  });
}
