import { defineChart } from "../charts/define-chart.tsx";
import { topRows } from "../charts/ranking.ts";
import { rankedBody } from "../charts/ranked-chart.ts";
import { ratingsBody } from "../charts/ratings-chart.ts";
import {
  countIn,
  hasCounts,
  hidesAny,
  hidesRatings,
  labelIn,
  NOT_SHOWN,
  tableOf,
  textIn,
} from "../charts/read-table.ts";
import { verdictsBody } from "../charts/places-verdict-chart.ts";
import { experienceBody, OWNERS_RANKED, todayBody } from "../charts/responsibility-chart.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, countInWords, formatList, formatNumber, formatShortList, inSentence } from "../text/format.ts";
import { hasAnswers } from "./places.ts";
import { ownerTable, placesTable, todayTable, whoSaysTable } from "./responsibility-tables.ts";
import { experienceTable, needTable } from "./responsibility-views.ts";

const owner = defineChart({
  section: "responsibility",
  id: "owner",
  title: (tables) => pointedOut(tables),
  subtitle: (tables) => tableOf(tables, "owner").title,
  description: (tables) => [pointedOut(tables), ...verdicts(tables)].map((text) => `${text}.`).join(" "),
  body: (tables, context) => rankedBody(tables, context, OWNERS_RANKED),
  source: "Källa: parternas svar.",
});

const places = defineChart({
  section: "responsibility",
  id: "places",
  title: (tables) => spread(tables),
  subtitle: (tables) => tableOf(tables, "places").title,
  description: (tables) => [...new Set([spread(tables), ...verdicts(tables)])].map((text) => `${text}.`).join(" "),
  place: true,
  body: verdictsBody,
  source: "Källa: parternas svar.",
});

const today = defineChart({
  section: "responsibility",
  id: "today",
  title: (tables) => exists(tables),
  subtitle: (tables) => tableOf(tables, "today").title,
  description: (tables) => `${exists(tables)}.`,
  place: true,
  body: todayBody,
  source: "Källa: parternas svar.",
});

const need = defineChart({
  section: "responsibility",
  id: "need",
  title: (tables) => needed(tables),
  subtitle: (tables) => tableOf(tables, "need").title,
  description: (tables) => `${needed(tables)}.`,
  body: (tables, context) => ratingsBody(tables, context, { table: "need", name: "code", each: "varje påstående" }),
  source: "Källa: de svarandes bedömning. Grupperna slås inte ihop.",
});

const experience = defineChart({
  section: "responsibility",
  id: "experience",
  title: (tables) => lost(tables) ?? "Personalen har inte svarat på hur ofta personer faller mellan",
  subtitle: (tables) => tableOf(tables, "experience").title,
  description: (tables) => `${lost(tables) ?? "Personalen har inte svarat"}.`,
  applies: (tables) => hasCounts(tables, "experience"),
  body: experienceBody,
  source: "Källa: personalens svar.",
});

export const responsibility: Section = {
  id: "responsibility",
  question: "Vem bör hålla ihop ansvaret?",
  reads: [
    "joint_resp_need",
    "joint_resp_owner",
    "joint_resp_today",
    "st_joint_need",
    "st_resp_clear",
    "st_single_party_enough",
    "st_bounced",
    "st_fall_outside",
    "st_dead_end",
  ],
  method:
    "Antal svar; en part som svarar för flera kommuner räknas en gång för varje kommun. Parterna och personalen redovisas var för sig. Att flera pekar ut sig själva, eller att ingen " +
    "pekas ut, avgörs kommun för kommun bland dem som svarat.",

  compute(data) {
    if (!hasAnswers(data, ["party", "staff"])) return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        owner: ownerTable(data),
        places: placesTable(data),
        today: todayTable(data),
        need: needTable(data),
        experience: experienceTable(data),
        who_says: whoSaysTable(data),
      },
    };
  },

  sentences: (tables) =>
    [pointedOut(tables), ...verdicts(tables), exists(tables), needed(tables), lost(tables)].flatMap((text) =>
      text === undefined ? [] : [`${text}.`],
    ),

  placeSentences: (tables) => [...verdicts(tables), exists(tables)].map((text) => `${text}.`),

  charts: [owner, places, today, need, experience],
};

const ANSWERS = ["svar", "svar"] as const;

function pointedOut(tables: Tables): string {
  const table = tableOf(tables, "owner");
  const top = topRows(table.rows, (row) => countIn(row.mentions));
  const [first] = top;
  if (first === undefined) return "Ingen part har svarat på vem som bör bära ett samlat ansvar";
  const n = `${formatNumber(countIn(first.mentions))} av ${formatNumber(countIn(first.answers))} svar${top.length > 1 ? " vardera" : ""}`;
  const names = formatShortList(
    top.map((row) => `”${labelIn(table, "owner", row.owner)}”`),
    3,
  );
  return `På frågan vem som bör bära ett samlat ansvar är det vanligaste svaret ${names} (${n})`;
}

/** Where nobody is to lead, where everybody is, where they agree. */
function verdicts(tables: Tables): readonly string[] {
  const table = tableOf(tables, "places");
  const said = (verdict: string) => table.rows.filter((row) => row.verdict === verdict);
  const places = (rows: readonly TableRow[]) =>
    formatShortList(
      rows.map((row) => labelIn(table, "municipality", row.municipality)),
      4,
    );
  const sentence = (verdict: string, words: (names: string) => string) => {
    const rows = said(verdict);
    return rows.length === 0 ? [] : [words(places(rows))];
  };
  const agreed = said("one");
  return [
    ...(agreed.length > 0 && agreed.length <= 4
      ? agreed.map(
          (row) =>
            `I ${labelIn(table, "municipality", row.municipality)} pekar alla som pekar ut någon på samma: ${ownerNames(tables, row)} (${counted(countIn(row.mentions), ANSWERS, true)})`,
        )
      : sentence("one", (names) => `Alla som pekar ut någon pekar på samma i ${names}`)),
    ...sentence("nobody", (names) => `Ingen pekas ut i ${names}`),
    ...sentence("everybody", (names) => `Flera parter pekar ut sig själva i ${names}`),
    ...sentence("elsewhere", (names) => `Alla pekar på någon annan än sig själva i ${names}`),
    ...sentence("differ", (names) => `Svaren pekar åt olika håll i ${names}`),
  ];
}

/** In how many municipalities nobody or everybody is to lead. */
function spread(tables: Tables): string {
  const known = tableOf(tables, "places").rows.filter((row) => textIn(row.verdict) !== "");
  if (known.length === 0) return "Ingen part har svarat på vem som bör leda";
  const count = (...verdicts: readonly string[]) =>
    known.filter((row) => verdicts.includes(textIn(row.verdict))).length;
  const [agreed, nobody, everybody] = [count("one"), count("nobody", "elsewhere"), count("everybody")];
  const rest = [
    ...(nobody > 0 ? [`i ${countInWords(nobody)} vill ingen själv leda`] : []),
    ...(everybody > 0 ? [`i ${countInWords(everybody)} pekar flera ut sig själva`] : []),
  ];
  const all = counted(known.length, ["kommun", "kommuner"]);
  if (known.length === 1) return verdicts(tables)[0] ?? all;
  const of =
    agreed === 0
      ? `Parterna pekar inte ut samma i någon av ${all}`
      : `Parterna pekar ut samma i ${countInWords(agreed)} av ${all}`;
  return rest.length === 0 ? of : `${of}; ${rest.join(", och ")}`;
}

const ownerNames = (tables: Tables, row: TableRow): string =>
  formatList(
    textIn(row.most_named)
      .split("|")
      .map((code) => labelIn(tableOf(tables, "places"), "most_named", code)),
  );

function exists(tables: Tables): string {
  const { rows } = tableOf(tables, "today");
  const sum = (key: string) => rows.reduce((all, row) => all + countIn(row[key]), 0);
  const [yes, partly, no] = [sum("yes"), sum("partly"), sum("no")];
  const n = yes + partly + no;
  if (n === 0) return "Ingen part har svarat på om ett samlat ansvar finns i dag";
  return `Ett samlat ansvar finns i dag enligt ${formatNumber(yes)} av ${formatNumber(n)} svar, delvis enligt ${formatNumber(partly)} och inte alls enligt ${formatNumber(no)}`;
}

function needed(tables: Tables): string {
  const asked = tableOf(tables, "need").rows.filter((row) => row.code === "need");
  const rows = asked.filter((row) => !hidesRatings(row) && countIn(row.n) > 0);
  if (rows.length === 0 && asked.some(hidesRatings))
    return `Hur många som ser ett behov av ett samlat ansvar ${NOT_SHOWN}`;
  if (rows.length === 0) return "Ingen har bedömt behovet av ett samlat ansvar";
  const parts = rows.map((row) => {
    const high = `${formatNumber(countIn(row.c4) + countIn(row.c5))} av ${formatNumber(countIn(row.n))} svar`;
    return `enligt ${high} från ${row.group === "party" ? "parterna" : "personalen"}`;
  });
  const rest = asked.some(hidesRatings) ? `; personalens svar ${NOT_SHOWN}` : "";
  return `Ett samlat ansvar behövs i hög eller mycket hög grad ${formatList(parts)}${rest}`;
}

/** What the staff see most often; undefined without staff. */
function lost(tables: Tables): string | undefined {
  const table = tableOf(tables, "experience");
  const keys = ["never", "rarely", "sometimes", "often", "always"];
  const n = (row: TableRow) => keys.reduce((sum, key) => sum + countIn(row[key]), 0);
  const shown = table.rows.filter((row) => !hidesAny(row, [...keys, "dont_know"]));
  const hides = shown.length < table.rows.length;
  const oftenIn = (row: TableRow) => countIn(row.often) + countIn(row.always);
  const rows = shown.filter((row) => n(row) > 0);
  if (rows.length === 0) return hides ? `Hur ofta personalen ser att personer faller mellan ${NOT_SHOWN}` : undefined;
  const top = topRows(rows, (row) => oftenIn(row) / n(row), -1);
  const [first] = top;
  if (first === undefined) return undefined;
  const what = formatList(top.map((row) => `”${inSentence(labelIn(table, "code", row.code))}”`));
  const share = `${formatNumber(oftenIn(first))} av ${formatNumber(n(first))} svar${top.length > 1 ? " vardera" : ""}`;
  return `Personalen ser oftast${hides ? ", av det som visas," : ""} ${what}: ofta eller alltid enligt ${share}`;
}
