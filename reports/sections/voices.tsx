import { defineChart } from "../charts/define-chart.tsx";
import { countIn, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf, textIn } from "../charts/read-table.ts";
import { topRows } from "../charts/ranking.ts";
import { experienceBody, statementsBody, supportBody } from "../charts/voices-chart.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import { fisherExact } from "../stats/fisher.ts";
import { formatNumber, formatShortList, inSentence, shareOfAnswers } from "../text/format.ts";
import { answeringGroups, isTooFew } from "./voices-groups.ts";
import { hasVoices, isShared, STATEMENTS } from "./voices-statements.ts";
import { experienceTable, respondentsTable, statementsTable, supportTable } from "./voices-tables.ts";

const SOURCE = "Källa: de svarande i varje grupp. Grupperna slås inte ihop, och de är inget slumpmässigt urval.";
const SHARED = new Set(STATEMENTS.filter((one) => isShared(one) && hasVoices(one)).map(({ code }) => code));
const OWN = new Set(STATEMENTS.filter((one) => !isShared(one) && hasVoices(one)).map(({ code }) => code));
const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

const side = defineChart({
  section: "voices",
  id: "side-by-side",
  title: (tables) => headline(tables),
  subtitle: (tables) => tableOf(tables, "statements").title,
  description: (tables) => sentencesOf([headline(tables), ...own(tables)]).join(" "),
  body: (tables, context) => statementsBody(tables, context, SHARED),
  source: SOURCE,
});

const ownWords = defineChart({
  section: "voices",
  id: "own-words",
  title: (tables) => own(tables)[0] ?? "För få unga och vårdnadshavare har svarat om hur de blir bemötta",
  subtitle: () => "Vad de unga och vårdnadshavarna svarar om bemötande och om sig själva, antal svar",
  description: (tables) => sentencesOf(own(tables)).join(" "),
  body: (tables, context) => statementsBody(tables, context, OWN),
  source: SOURCE,
});

const experience = defineChart({
  section: "voices",
  id: "contacts",
  title: (tables) => restarts(tables)[0] ?? "För få har svarat på hur många gånger de har fått börja om",
  subtitle: () => "Antal ställen och antal gånger man har fått börja om, antal svar",
  description: (tables) => sentencesOf(restarts(tables)).join(" "),
  body: experienceBody,
  source: SOURCE,
});

const missing = defineChart({
  section: "voices",
  id: "missing",
  title: (tables) => wanted(tables)[0] ?? "Ingen grupp har svarat på vilket stöd som saknas",
  subtitle: () => "Stöd som saknas, andel av gruppens svar",
  description: (tables) => sentencesOf(wanted(tables)).join(" "),
  body: supportBody,
  source: SOURCE,
});

export const voices: Section = {
  id: "voices",
  question: "Vad säger de unga och vårdnadshavarna, bredvid personalen och parterna?",
  reads: [
    ...new Set(STATEMENTS.flatMap(({ asked }) => asked.map(({ column }) => column.split(".", 1)[0] ?? column))),
    "v_role",
    "v_age_band",
    "v_n_contacts",
    "v_wait_first",
    "v_wait_support",
    "v_missing",
    "v_had",
    "v_helped_most",
    "st_missing",
    "iv_missing",
  ],
  method:
    "Varje grupp redovisas för sig och slås aldrig ihop med en annan. Svar på olika skalor jämförs som bra, varken eller och dåliga; hur frågan löd " +
    "står i tabellen. Grupper av personer med färre svar än tröskeln visas inte. Skillnaden mellan två grupper prövas med Fishers exakta test på bra " +
    "svar mot övriga, strängare ju fler jämförelser som görs (Bonferroni); den som svarar har själv valt att göra det, så testet säger inget om dem som inte svarat.",

  compute(data) {
    const threshold = data.study.suppression_threshold;
    const voice = answeringGroups(data).find(({ instrument }) => instrument === "voice");
    if (voice === undefined) return { status: "no-answers" };
    const most = Math.max(...voice.respondents);
    if (most === 0 || isTooFew("voice", most, threshold))
      return { status: "too-few", n: voice.responses.n, minimum: threshold };
    return {
      status: "ok",
      tables: {
        statements: statementsTable(data),
        respondents: respondentsTable(data),
        experience: experienceTable(data),
        support: supportTable(data),
      },
    };
  },

  sentences: (tables) =>
    sentencesOf([
      headline(tables),
      ...own(tables),
      ...restarts(tables),
      ...wanted(tables),
      ...had(tables),
      ...hidden(tables),
    ]),

  charts: [side, ownWords, experience, missing],
};

const SIDES = ["n", "positive", "middle", "negative", "net"];
const shown = (row: TableRow | undefined): row is TableRow => typeof row?.net === "number" && !hidesAny(row, SIDES);
const ofShown = (hides: boolean): string => (hides ? ", av det som visas," : "");
const good = (row: TableRow): number => countIn(row.positive) / Math.max(1, countIn(row.n));
const said = (row: TableRow): string => shareOfAnswers(good(row), countIn(row.n));

/** The statement about which young people and staff (or, without them, the parties) are farthest apart, of those that are so by more than chance. */
function headline(tables: Tables): string {
  const table = tableOf(tables, "statements");
  const rowOf = (statement: string, group: string) => {
    const row = table.rows.find((one) => one.statement === statement && one.group === group);
    return shown(row) ? row : undefined;
  };
  const pairs = [...SHARED].flatMap((statement) => {
    const young = rowOf(statement, "young");
    const other = rowOf(statement, "staff") ?? rowOf(statement, "party");
    return young === undefined || other === undefined
      ? []
      : [{ young, other, gap: Math.abs(good(young) - good(other)) }];
  });
  const hides = table.rows.some((row) => SHARED.has(textIn(row.statement)) && hidesAny(row, SIDES));
  if (pairs.length === 0 && hides) return `Hur de ungas svar skiljer sig från andra gruppers ${NOT_SHOWN}`;
  if (pairs.length === 0) return "De ungas svar kan inte jämföras med någon annan grupp än";
  if (pairs.every(({ gap }) => gap === 0)) return "Grupperna svarar lika i allt som kan jämföras";
  const [widest] = pairs
    .filter(({ young, other }) => !isChance(young, other, pairs.length))
    .sort((a, b) => b.gap - a.gap);
  if (widest === undefined)
    return `Skillnaderna mellan ${hides ? "de svar som visas" : "grupperna"} är små nog att kunna bero på slumpen`;
  const { young, other } = widest;
  const name = labelIn(table, "statement", young.statement);
  const group = other.group === "staff" ? "personalen" : "parterna";
  return `Mest skiljer sig${ofShown(hides)} svaren om ”${inSentence(name)}”: ${said(young)} från de unga är bra, mot ${said(other)} från ${group}`;
}

/** Each of several differences is put to a stricter test (Bonferroni). */
function isChance(a: TableRow, b: TableRow, comparisons: number): boolean {
  const cells = (row: TableRow) => [countIn(row.positive), countIn(row.n) - countIn(row.positive)] as const;
  return fisherExact([cells(a), cells(b)]).twoSided * comparisons > 0.05;
}

/** What young people are most and least content with, of what they alone are asked about. */
function own(tables: Tables): readonly string[] {
  const table = tableOf(tables, "statements");
  const rows = table.rows.filter((row) => OWN.has(textIn(row.statement)) && row.group === "young" && shown(row));
  const [first] = rows;
  const hides = table.rows.some(
    (row) => OWN.has(textIn(row.statement)) && row.group === "young" && hidesAny(row, SIDES),
  );
  if (first === undefined) return hides ? [`De ungas svar om bemötande ${NOT_SHOWN}`] : [];
  const name = (row: TableRow) => `”${labelIn(table, "asked", row.asked).replace(/\.$/, "")}”`;
  if (rows.length === 1) return [`På ${name(first)} är ${said(first)} från de unga bra`];
  const ordered = [...rows].sort((a, b) => good(b) - good(a));
  const [best, worst] = [ordered[0] ?? first, ordered.at(-1) ?? first];
  if (good(best) === good(worst)) return [`De ungas egna frågor får lika stor andel bra svar`];
  return [
    `Flest bra svar från de unga${hides ? " av dem som visas" : ""} får ${name(best)} (${said(best)}), minst ${name(worst)} (${said(worst)})`,
  ];
}

function restarts(tables: Tables): readonly string[] {
  const table = tableOf(tables, "experience");
  return ["young", "guardian"].flatMap((group) => {
    const asked = table.rows.filter((row) => row.question === "v_retold" && row.group === group);
    // One answer that is not shown leaves the others without a sum.
    const who = group === "young" ? "de unga" : "vårdnadshavarna";
    if (asked.some((row) => hidesAny(row, ["n", "answers", "share"])))
      return [`Hur många gånger ${who} har fått börja om ${NOT_SHOWN}`];
    const rows = asked.filter((row) => typeof row.share === "number");
    const answers = countIn(rows[0]?.answers);
    if (answers === 0) return [];
    const again = rows.reduce((sum, row) => sum + (row.answer === "v_retold.n0" ? 0 : countIn(row.n)), 0);
    return [`Enligt ${shareOfAnswers(again / answers, answers)} från ${who} har man fått börja om minst en gång`];
  });
}

/** The answers of a group that are shown, and whether there are others. */
function told(table: Table, question: string | undefined, group: string) {
  const asked = table.rows.filter((row) => row.question === question && row.group === group);
  const isShown = (row: TableRow) => !hidesAny(row, ["n", "answers", "share"]);
  return {
    rows: asked.filter((row) => typeof row.share === "number" && isShown(row)),
    hides: asked.some((row) => !isShown(row)),
  };
}

/** What each group most often says is missing. */
function wanted(tables: Tables): readonly string[] {
  const table = tableOf(tables, "support");
  return ["young", "guardian", "staff", "party"].flatMap((group) => {
    const { rows, hides } = told(table, "missing", group);
    const top = topRows(rows, (row) => countIn(row.n));
    const [first] = top;
    if (first === undefined || top.length > 3) return [];
    const names = formatShortList(top.map((row) => inSentence(labelIn(table, "intervention", row.intervention))));
    const n = `${formatNumber(countIn(first.n))} av ${formatNumber(countIn(first.answers))} svar`;
    const who = labelIn(table, "group", group).toLowerCase();
    return [`Enligt ${who} saknas oftast${ofShown(hides)} ${names} (${n}${top.length > 1 ? " vardera" : ""})`];
  });
}

/** What support most of the young have had, and what most of them say helped most. */
function had(tables: Tables): readonly string[] {
  const table = tableOf(tables, "support");
  const parts = [
    ["had", "har fått"],
    ["helped_most", "tycker hjälpte mest"],
  ].flatMap(([question, words = ""]) => {
    const { rows, hides } = told(table, question, "young");
    const top = topRows(rows, (row) => countIn(row.n));
    const [first] = top;
    if (first === undefined || top.length > 3) return [];
    const names = formatShortList(top.map((row) => inSentence(labelIn(table, "intervention", row.intervention))));
    const each = top.length > 1 ? " vardera" : "";
    return [
      `det som flest${ofShown(hides)} ${words} är ${names} (${formatNumber(countIn(first.n))} av ${formatNumber(countIn(first.answers))} svar${each})`,
    ];
  });
  return parts.length === 0 ? [] : [`De unga: ${parts.join(", och ")}`];
}

function hidden(tables: Tables): readonly string[] {
  const table = tableOf(tables, "respondents");
  const few = table.rows.filter((row) => isHidden(row.n));
  if (few.length === 0) return [];
  const names = formatShortList(few.map((row) => labelIn(table, "group", row.group).toLowerCase()));
  return [`Hur många svar som kommit från ${names} ${NOT_SHOWN}`];
}
