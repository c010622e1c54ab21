/** What else is said of the support: whether results are followed up, whether staff know of it, and what is not listed. */
import { FOLLOW_UP } from "../../survey-definitions/option-sets.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { countCodes, eachList } from "./count-codes.ts";
import { allInOne } from "./groups.ts";
import { periodOf } from "./places.ts";

/** Whether the result is followed up: answers of the parties where the support exists. */
export function followedUpTable({ study, responses }: Dataset): Table {
  const party = responses.get("party");
  const codes = FOLLOW_UP.map(({ code }) => code);
  const rows = study.interventions.flatMap(({ code }): TableRow[] => {
    if (party === undefined) return [];
    const [counts] = countCodes(party.columns.get(`iv_followed_up.${code}`), allInOne(party), codes);
    const { by = [], dontKnow = 0, noAnswer = 0 } = counts ?? {};
    const answers = by.reduce((sum, n) => sum + n, 0);
    const [systematic = 0, sometimes = 0, no = 0] = by;
    return [{ intervention: code, systematic, sometimes, no, dont_know: dontKnow, no_answer: noAnswer, answers }];
  });
  return {
    id: "followed_up",
    title: `Om resultatet av stödet följs upp, antal svar från parterna, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      ...FOLLOW_UP.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "responses" },
      { key: "answers", label: "Svar ja, ibland eller nej", unit: "responses" },
    ],
    rows,
    notes: ["Frågan ställs bara där stödet finns, helt eller delvis."],
    labels: { intervention: labelsOf(study.interventions) },
  };
}

/**
 * How many of the staff know the support well enough to judge it, among those who work where a party says that it exists.
 * Staff of municipalities where nobody says so are not in the base: they cannot know what is not there.
 */
export function knowledgeTable({ study, responses }: Dataset): Table {
  const staff = responses.get("staff");
  const party = responses.get("party");
  const known = staff?.columns.get("st_knows_iv");
  const exists = study.interventions.map(({ code }) => {
    const column = party?.columns.get(`iv_avail.${code}`);
    const places = new Set<number>();
    if (column?.kind !== "single") return places;
    const here = column.codes.map((one) => one === "available" || one === "partly");
    for (let i = 0; i < (party?.n ?? 0); i++)
      if (column.reasons[i] === 0 && here[column.values[i] ?? -1] === true) places.add(party?.municipality[i] ?? -1);
    return places;
  });
  const counts = study.interventions.map(() => ({ know: 0, answers: 0, know_all: 0 }));
  const itemOf = new Map(study.interventions.map(({ code }, item) => [code, item]));
  const answersAt = new Map<number, number>();
  let answers = 0;
  eachList(known, (codes, i) => {
    answers++;
    const place = staff?.municipality[i] ?? -1;
    answersAt.set(place, (answersAt.get(place) ?? 0) + 1);
    for (const [at, code] of codes.entries()) {
      const item = itemOf.get(code) ?? -1;
      const count = counts[item];
      if (count === undefined || codes.indexOf(code) !== at) continue;
      count.know_all++;
      if (exists[item]?.has(place) === true) count.know++;
    }
  });
  for (const [item, count] of counts.entries())
    for (const place of exists[item] ?? []) count.answers += answersAt.get(place) ?? 0;
  return {
    id: "knowledge",
    title: `Personal som känner stödet så väl att de kan bedöma det, där stödet finns, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "know", label: "Känner stödet, där det finns", unit: "responses" },
      { key: "answers", label: "Svar från personal där det finns", unit: "responses" },
      { key: "know_all", label: "Känner stödet, alla svar", unit: "responses" },
      { key: "answers_all", label: "Alla svar på frågan", unit: "responses" },
    ],
    rows:
      answers === 0
        ? []
        : study.interventions.map(({ code }, item): TableRow => ({
            intervention: code,
            ...(counts[item] ?? { know: 0, answers: 0, know_all: 0 }),
            answers_all: answers,
          })),
    notes: ["Stödet finns i kommunen när minst en part säger att det finns, helt eller delvis."],
    labels: { intervention: labelsOf(study.interventions) },
  };
}
