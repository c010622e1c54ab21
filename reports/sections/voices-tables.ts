import { AGES, PLACES, TIMES } from "../../survey-definitions/easy-words.ts";
import { LEAD_TIME_BINS, type Category } from "../../survey-definitions/codes.ts";
import type { Column, Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { countCodes, eachList } from "./count-codes.ts";
import type { Groups } from "./groups.ts";
import { medianOfCounts } from "./ratings.ts";
import { answeringGroups, isTooFew, VOICE_GROUPS, type Answering } from "./voices-groups.ts";
import { STATEMENTS, type Asked, type Statement } from "./voices-statements.ts";

const GROUP = { key: "group", label: "Svarande", unit: "code" };
const groupLabels = labelsOf(VOICE_GROUPS);
const RATINGS = ["1", "2", "3", "4", "5"];
const SUPPRESSED = missing("suppressed");

/** The rows of one group, or its reason in every cell where too few have answered. */
const keptBack = (row: TableRow, keys: readonly string[]): TableRow => ({
  ...row,
  ...Object.fromEntries(keys.map((key) => [key, SUPPRESSED])),
});

export function respondentsTable(data: Dataset): Table {
  const { suppression_threshold: threshold } = data.study;
  return {
    id: "respondents",
    title: "Vilka som har svarat",
    columns: [GROUP, { key: "n", label: "Svar", unit: "responses" }],
    rows: answeringGroups(data).flatMap(({ instrument, groups, respondents }) =>
      groups.ids.map((group, place): TableRow => {
        const n = respondents[place] ?? 0;
        return { group, n: isTooFew(instrument, n, threshold) ? SUPPRESSED : n };
      }),
    ),
    notes: ["Den som inte har sagt om hen är ung eller vårdnadshavare ingår inte i någon grupp."],
    labels: { group: groupLabels },
  };
}

const VALUES = ["n", "positive", "middle", "negative", "dont_know", "net", "median"];

/** One row a statement × group that is asked about it; a group below the threshold has its reason in every cell. */
export function statementsTable(data: Dataset): Table {
  const answering = answeringGroups(data);
  const threshold = data.study.suppression_threshold;
  const rows = STATEMENTS.flatMap((statement) =>
    statement.asked.flatMap((asked) => {
      const found = answering.find(({ instrument }) => instrument === asked.instrument);
      return found === undefined ? [] : statementRows(statement, asked, found, threshold);
    }),
  );
  return {
    id: "statements",
    title: "Samma sak enligt de unga, vårdnadshavarna, personalen och parterna, antal svar",
    columns: [
      { key: "statement", label: "Påstående", unit: "code" },
      GROUP,
      { key: "asked", label: "Så löd frågan", unit: "code" },
      { key: "n", label: "Svar med ett värde", unit: "responses" },
      { key: "positive", label: "Bra svar", unit: "responses" },
      { key: "middle", label: "Varken eller", unit: "responses" },
      { key: "negative", label: "Dåliga svar", unit: "responses" },
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "net", label: "Netto", unit: "percentage points" },
      { key: "median", label: "Median", unit: "1–5" },
    ],
    rows,
    notes: [
      "På skalan 1–5 är 4 och 5 bra svar, 3 varken eller, och 1 och 2 dåliga; där frågan är ställd tvärtom är det omvänt. På ja, delvis och nej är ja ett bra svar. " +
        "Netto är andelen bra svar minus andelen dåliga, i procentenheter. Medianen gäller frågor med skalan 1–5, som de är ställda.",
      `Grupper med färre än ${threshold} svar visas inte.`,
    ],
    labels: {
      statement: labelsOf(STATEMENTS),
      group: groupLabels,
      asked: Object.fromEntries(
        STATEMENTS.flatMap((one) => one.asked.map(({ column, question }) => [column, question])),
      ),
    },
  };
}

function statementRows(
  { code }: Statement,
  { instrument, column: name, sides }: Asked,
  { responses, groups, respondents }: Answering,
  threshold: number,
): readonly TableRow[] {
  const { positive, middle, negative } = sides;
  const column = responses.columns.get(name);
  const codes = [...positive, ...middle, ...negative];
  const isScale = codes.every((one) => RATINGS.includes(one));
  const counted = countCodes(column, groups, codes);
  return groups.ids.map((group, place): TableRow => {
    const head = { statement: code, group, asked: name };
    const { by, dontKnow, noAnswer } = counted[place] ?? { by: [], dontKnow: 0, noAnswer: 0 };
    const sum = (from: number, to: number) => by.slice(from, to).reduce((total, n) => total + n, 0);
    const good = sum(0, positive.length);
    const between = sum(positive.length, positive.length + middle.length);
    const bad = sum(positive.length + middle.length, codes.length);
    const n = good + between + bad;
    if (isTooFew(instrument, respondents[place] ?? 0, threshold) || isTooFew(instrument, n, threshold))
      return keptBack(head, VALUES);
    const none = missing(dontKnow > 0 ? "dont_know" : noAnswer > 0 ? "not_answered" : "not_asked");
    const byRating = RATINGS.map((rating) => by[codes.indexOf(rating)] ?? 0);
    const median: TableCell = isScale ? (medianOfCounts(byRating) ?? none) : missing("not_applicable");
    return {
      ...head,
      n,
      positive: good,
      middle: between,
      negative: bad,
      dont_know: dontKnow,
      net: n === 0 ? none : (100 * (good - bad)) / n,
      median,
    };
  });
}

const TIME_BINS: readonly Category[] = LEAD_TIME_BINS.map(({ code, label }) => ({ code, label }));

export const EXPERIENCES = [
  { code: "v_n_contacts", label: "Hur många ställen har du haft kontakt med?", categories: PLACES },
  { code: "v_retold", label: "Hur många gånger har du fått börja om?", categories: TIMES },
  { code: "v_wait_first", label: "Hur länge väntade du på det första mötet?", categories: TIME_BINS },
  { code: "v_wait_support", label: "Hur länge väntade du på att hjälpen skulle börja?", categories: TIME_BINS },
  { code: "v_age_band", label: "Hur gammal är du?", categories: AGES },
] as const satisfies readonly (Category & {
  readonly categories: readonly (Category & { readonly missing?: string })[];
})[];

/** Every answer to the questions about what somebody has been through, of young people and of guardians. */
export function experienceTable(data: Dataset): Table {
  const threshold = data.study.suppression_threshold;
  const voices = answeringGroups(data).filter(({ instrument }) => instrument === "voice");
  const rows = voices.flatMap(({ responses, groups, respondents }) =>
    EXPERIENCES.flatMap(({ code: question, categories }) => {
      const codes = categories.flatMap((one) => ("missing" in one ? [] : [one.code]));
      const counted = countCodes(responses.columns.get(question), groups, codes);
      return groups.ids.flatMap((group, place) => {
        const by = counted[place]?.by ?? [];
        const answers = by.reduce((sum, n) => sum + n, 0);
        const few = isTooFew("voice", respondents[place] ?? 0, threshold) || isTooFew("voice", answers, threshold);
        return codes.map((answer, i): TableRow => {
          const head = { question, group, answer: `${question}.${answer}` };
          if (few) return keptBack(head, ["n", "answers", "share"]);
          const n = by[i] ?? 0;
          return { ...head, n, answers, share: answers === 0 ? missing("not_answered") : n / answers };
        });
      });
    }),
  );
  return {
    id: "experience",
    title: "Vad de unga och vårdnadshavarna har varit med om, antal svar",
    columns: [
      { key: "question", label: "Fråga", unit: "code" },
      GROUP,
      { key: "answer", label: "Svar", unit: "code" },
      { key: "n", label: "Antal", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows,
    notes: [`Grupper med färre än ${threshold} svar visas inte.`],
    labels: {
      question: labelsOf(EXPERIENCES),
      group: groupLabels,
      answer: Object.fromEntries(
        EXPERIENCES.flatMap(({ code, categories }) => categories.map((one) => [`${code}.${one.code}`, one.label])),
      ),
    },
  };
}

export const SUPPORT_QUESTIONS: readonly Category[] = [
  { code: "missing", label: "Saknas" },
  { code: "had", label: "Har fått" },
  { code: "helped_most", label: "Hjälpte mest" },
];

const SUPPORT: readonly {
  readonly question: string;
  readonly instrument: Asked["instrument"];
  readonly column: string;
}[] = [
  { question: "missing", instrument: "voice", column: "v_missing" },
  { question: "missing", instrument: "staff", column: "st_missing" },
  { question: "missing", instrument: "party", column: "iv_missing" },
  { question: "had", instrument: "voice", column: "v_had" },
  { question: "helped_most", instrument: "voice", column: "v_helped_most" },
];

/** What support each group says is missing, and what young people have had and what of it helped most. */
export function supportTable(data: Dataset): Table {
  const { study } = data;
  const answering = answeringGroups(data);
  const rows = SUPPORT.flatMap(({ question, instrument, column }) => {
    const found = answering.find((one) => one.instrument === instrument);
    if (found === undefined) return [];
    const { groups, respondents } = found;
    const counted = mentionsByGroup(found.responses.columns.get(column), groups);
    return groups.ids.flatMap((group, place) => {
      const { answers, mentions } = counted[place] ?? { answers: 0, mentions: new Map<string, number>() };
      const few = [respondents[place] ?? 0, answers].some((n) => isTooFew(instrument, n, study.suppression_threshold));
      return study.interventions.map(({ code }): TableRow => {
        const head = { question, intervention: code, group };
        if (few) return keptBack(head, ["n", "answers", "share"]);
        const n = mentions.get(code) ?? 0;
        return { ...head, n, answers, share: answers === 0 ? missing("not_answered") : n / answers };
      });
    });
  });
  return {
    id: "support",
    title: "Stöd som saknas, stöd som man har fått och stöd som hjälpte mest, andel av svaren",
    columns: [
      { key: "question", label: "Fråga", unit: "code" },
      { key: "intervention", label: "Insats", unit: "code" },
      GROUP,
      { key: "n", label: "Svar som nämner den", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows,
    notes: [`Grupper med färre än ${study.suppression_threshold} svar visas inte. Grupperna slås inte ihop.`],
    labels: {
      question: labelsOf(SUPPORT_QUESTIONS),
      intervention: labelsOf(study.interventions),
      group: groupLabels,
    },
  };
}

function mentionsByGroup(column: Column | undefined, groups: Groups) {
  const counted = groups.ids.map(() => ({ answers: 0, mentions: new Map<string, number>() }));
  eachList(column, (codes, i) => {
    const of = counted[groups.of[i] ?? -1];
    if (of === undefined) return;
    of.answers++;
    for (const code of new Set(codes)) of.mentions.set(code, (of.mentions.get(code) ?? 0) + 1);
  });
  return counted;
}
