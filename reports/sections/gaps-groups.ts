/** What the staff and the young say is missing and wanted, beside the parties. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { countMentions, eachList } from "./count-codes.ts";
import { GROUP_LABELS } from "./interventions-tables.ts";
import { periodOf } from "./places.ts";

interface Asked {
  readonly group: Instrument;
  readonly name: string;
}

const MISSING_ASKED: readonly Asked[] = [
  { group: "party", name: "iv_missing" },
  { group: "staff", name: "st_missing" },
  { group: "voice", name: "v_missing" },
];
const WANTED_ASKED: readonly Asked[] = [
  { group: "party", name: "iv_wanted_rank" },
  { group: "staff", name: "st_wanted_rank" },
];
const PLACES = 5;

/** Groups that have answered at all, in a fixed order; the groups are never merged. */
const answering = ({ responses }: Dataset, asked: readonly Asked[]): readonly Asked[] =>
  asked.filter(({ group }) => (responses.get(group)?.n ?? 0) > 0);

const HEAD = [
  { key: "intervention", label: "Insats", unit: "code" },
  { key: "group", label: "Svarande", unit: "code" },
] as const;

export function missingByGroupTable(data: Dataset): Table {
  const { study, responses } = data;
  const codes = study.interventions.map(({ code }) => code);
  const counted = answering(data, MISSING_ASKED).map(({ group, name }) => ({
    group,
    ...countMentions(responses.get(group)?.columns.get(name), codes),
  }));
  return {
    id: "missing_by_group",
    title: `Insatser som saknas enligt parterna, personalen och de unga, andel av svaren, ${periodOf(study)}`,
    columns: [
      ...HEAD,
      { key: "n", label: "Svar som säger att den saknas", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows: codes.flatMap((intervention) =>
      counted.map(({ group, by, answers }): TableRow => {
        const n = by.get(intervention)?.mentions ?? 0;
        return { intervention, group, n, answers, share: answers === 0 ? missing("not_answered") : n / answers };
      }),
    ),
    notes: ["Grupperna slås inte ihop."],
    labels: { intervention: labelsOf(study.interventions), group: GROUP_LABELS },
  };
}

/** Points an answer, so that groups of different size can stand side by side: 5 is everybody's first choice. */
export function wantedByGroupTable(data: Dataset): Table {
  const { study, responses } = data;
  const rows = answering(data, WANTED_ASKED).map(({ group, name }) => {
    const scores = new Map(study.interventions.map(({ code }) => [code, { score: 0, first: 0 }]));
    let answers = 0;
    eachList(responses.get(group)?.columns.get(name), (codes) => {
      answers++;
      codes.slice(0, PLACES).forEach((code, place) => {
        const of = scores.get(code);
        if (of === undefined) return;
        of.score += PLACES - place;
        if (place === 0) of.first++;
      });
    });
    return { group, scores, answers };
  });
  return {
    id: "wanted_by_group",
    title: `Insatser som parterna och personalen helst vill ha, poäng per svar, ${periodOf(study)}`,
    columns: [
      ...HEAD,
      { key: "score", label: "Poäng", unit: "points" },
      { key: "first_choices", label: "Förstahandsval", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
      { key: "per_answer", label: "Poäng per svar", unit: "points" },
    ],
    rows: study.interventions.flatMap(({ code }) =>
      rows.map(({ group, scores, answers }): TableRow => {
        const { score = 0, first = 0 } = scores.get(code) ?? {};
        const per = answers === 0 ? missing("not_answered") : score / answers;
        return { intervention: code, group, score, first_choices: first, answers, per_answer: per };
      }),
    ),
    notes: ["Plats ett ger 5 poäng, plats två 4 och så vidare till 1 poäng för plats fem. De unga får inte frågan."],
    labels: { intervention: labelsOf(study.interventions), group: GROUP_LABELS },
  };
}
