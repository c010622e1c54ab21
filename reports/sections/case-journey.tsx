import { defineChart } from "../charts/define-chart.tsx";
import { compareBody } from "../charts/compare-journeys-chart.ts";
import { waitWords } from "../charts/journey-lanes.ts";
import { lanesBody } from "../charts/journey-chart.ts";
import { contactsBody, leadBody, waitBody } from "../charts/journey-places-chart.ts";
import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import { topRows } from "../charts/ranking.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatList, formatNumber, formatRange, formatShortList, inSentence } from "../text/format.ts";
import { answersTable, differenceTable, realismTable, wordsTable } from "./case-journey-answers.ts";
import { journeyTables, stagesTable } from "./case-journey-tables.ts";

const SOURCE = "Källa: parternas svar om ett påhittat fall. De svarar var för sig om samma berättelse.";
const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

const lanes = defineChart({
  section: "case-journey",
  id: "lanes",
  title: (tables) => headline(tables),
  subtitle: () => "Vem som ser, gör något, leder och tar vid i varje skede",
  description: (tables) => sentencesOf([headline(tables), ...passedOn(tables), ...contacts(tables)]).join(" "),
  body: lanesBody,
  source: SOURCE,
});

const lead = defineChart({
  section: "case-journey",
  id: "lead",
  title: (tables) => passedOn(tables)[0] ?? headline(tables),
  subtitle: () => "Antal skeden efter hur eniga parterna är om vem som leder",
  description: (tables) => sentencesOf([headline(tables), ...passedOn(tables)]).join(" "),
  body: leadBody,
  source: SOURCE,
});

const contact = defineChart({
  section: "case-journey",
  id: "contacts",
  title: (tables) => contacts(tables)[0] ?? "Ingen part har sagt vilka kontakter som finns",
  subtitle: () => "Antal kontakter i alla skeden, den ungas och föräldrarnas",
  description: (tables) => sentencesOf([...contacts(tables), ...handed(tables)]).join(" "),
  body: contactsBody,
  source: SOURCE,
});

const wait = defineChart({
  section: "case-journey",
  id: "waiting",
  title: (tables) => waiting(tables)[0] ?? "Ingen part har sagt hur länge den unga väntar",
  subtitle: () => "Väntan i alla skeden tillsammans, dagar",
  description: (tables) => sentencesOf(waiting(tables)).join(" "),
  body: waitBody,
  source: SOURCE,
});

const compare = defineChart({
  section: "case-journey",
  id: "compare",
  title: (tables) => heaviest(tables),
  subtitle: () => "Kontakter, överlämningar, omtag, väntan och skeden utan självklar ledare, kommun för kommun",
  description: (tables) => sentencesOf([heaviest(tables), ...handed(tables), ...waiting(tables)]).join(" "),
  body: compareBody,
  source: SOURCE,
});

export const caseJourney: Section = {
  id: "case-journey",
  question: "Vad händer med en ung person på vägen mellan parterna?",
  reads: [
    "stg_detects",
    "stg_signal_to_action",
    "stg_your_action",
    "stg_basis",
    "stg_contacts_young",
    "stg_contacts_parent",
    "stg_lead",
    "stg_lead_others",
    "stg_next",
    "stg_handover_mode",
    "stg_consent_needed",
    "stg_info_stop",
    "stg_wait_days_low",
    "stg_wait_days_high",
    "stg_retell",
    "stg_risk",
    "stg_better",
    "stg_better_effect",
    "stg_cost_band",
    "case_realism",
  ],
  method:
    "Parterna svarar var för sig om samma påhittade fall, skede för skede. Ett skede har en självklar ledare när alla som svarat pekar ut samma " +
    "part. Minst två tror att den andra leder när två parter var för sig blir utpekade och båda säger att en annan leder. En kontakt är en part " +
    "i ett skede som någon räknar med. En överlämning är ett skede där någon säger att en annan part tar vid. Väntan är den kortaste och den " +
    "längsta som någon anger, lagd ihop över skedena.",

  compute(data) {
    const answers = data.responses.get("case");
    if (answers === undefined || answers.n === 0 || (data.study.cases ?? []).length === 0)
      return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        stages: stagesTable(data),
        ...journeyTables(data),
        answers: answersTable(data),
        difference: differenceTable(data),
        realism: realismTable(data),
        words: wordsTable(data),
      },
    };
  },

  sentences: (tables) =>
    sentencesOf([
      headline(tables),
      ...passedOn(tables),
      ...contacts(tables),
      ...handed(tables),
      ...waiting(tables),
      ...difference(tables),
    ]),

  charts: [lanes, compare, lead, contact, wait],
};

const answeredRows = (tables: Tables): readonly TableRow[] =>
  tableOf(tables, "measures").rows.filter((row) => countIn(row.answers) > 0);

const sumOf = (rows: readonly TableRow[], key: string): number => rows.reduce((sum, row) => sum + countIn(row[key]), 0);

function headline(tables: Tables): string {
  const rows = answeredRows(tables);
  const [known, unclear] = [sumOf(rows, "lead_stages"), sumOf(rows, "no_lead")];
  if (known === 0) return "Ingen part har sagt vem som leder i något skede";
  const [only] = rows;
  const place =
    rows.length === 1
      ? ` i ${labelIn(tableOf(tables, "measures"), "municipality", only?.municipality)}`
      : " när varje kommun och fall räknas för sig";
  if (unclear === 0)
    return known === 1
      ? "I det enda skede som har svar är parterna eniga om vem som leder"
      : `Parterna är eniga om vem som leder i alla ${formatNumber(known)} skeden som har svar`;
  return `I ${formatNumber(unclear)} av ${formatNumber(known)} skeden finns ingen självklar ledare${place}`;
}

/** Where most stages have nobody who leads as a matter of course, over all cases. */
function heaviest(tables: Tables): string {
  const table = tableOf(tables, "measures");
  const places = new Map<string, { clear: number; known: number }>();
  for (const row of answeredRows(tables)) {
    const place = textIn(row.municipality);
    const { clear, known } = places.get(place) ?? { clear: 0, known: 0 };
    places.set(place, { clear: clear + countIn(row.no_lead), known: known + countIn(row.lead_stages) });
  }
  const rows = [...places].filter(([, { known }]) => known > 0);
  if (rows.length < 2) return headline(tables);
  const share = ([, { clear, known }]: (typeof rows)[number]) => clear / known;
  const ordered = [...rows].sort((a, b) => share(b) - share(a));
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (most === undefined || least === undefined || share(most) === share(least))
    return "Lika stor andel av skedena saknar självklar ledare i alla kommuner";
  const said = ([place, { clear, known }]: (typeof rows)[number]) =>
    `${labelIn(table, "municipality", place)} (${formatNumber(clear)} av ${formatNumber(known)} skeden)`;
  return `Oftast saknas en självklar ledare i ${said(most)}, mest sällan i ${said(least)}`;
}

function passedOn(tables: Tables): readonly string[] {
  const rows = tableOf(tables, "stage_summary").rows.filter((row) => typeof row.passed === "boolean");
  if (rows.length === 0) return [];
  const passed = rows.filter((row) => row.passed === true);
  if (passed.length === 0) return ["I inget skede tror två parter var för sig att den andra leder"];
  return [
    `I ${formatNumber(passed.length)} av ${formatNumber(rows.length)} skeden tror minst två parter att den andra leder`,
  ];
}

const caseName = (tables: Tables, id: string) => labelIn(tableOf(tables, "measures"), "case", id);

/** One text a case, over the municipalities that have a figure: "mellan 12 och 20" where they differ. */
function eachCase(
  tables: Tables,
  key: string,
  say: (title: string, range: string, rows: readonly TableRow[]) => string,
) {
  const table = tableOf(tables, "measures");
  const ids = [...new Set(table.rows.map((row) => textIn(row.case)))];
  return ids.flatMap((id) => {
    const rows = table.rows.filter((row) => row.case === id && typeof row[key] === "number");
    const values = rows.map((row) => countIn(row[key]));
    if (values.length === 0) return [];
    return [say(caseName(tables, id), formatRange(Math.min(...values), Math.max(...values)), rows)];
  });
}

/** Only where a figure differs between municipalities. */
const inPlaces = (...ranges: readonly string[]): string =>
  ranges.some((range) => range.includes("–")) ? ", beroende på kommun" : "";

const contacts = (tables: Tables): readonly string[] =>
  eachCase(
    tables,
    "contacts",
    (title, range, rows) =>
      `I fallet ”${title}” har den unga och föräldrarna ${range} ${range === "1" ? "kontakt" : "kontakter"} tillsammans, med ${rangeOf(rows, "actors")} slag av parter${inPlaces(range, rangeOf(rows, "actors"))}`,
  );

function rangeOf(rows: readonly TableRow[], key: string): string {
  const values = rows.flatMap((row) => (typeof row[key] === "number" ? [row[key]] : []));
  return values.length === 0 ? "inget svar om" : formatRange(Math.min(...values), Math.max(...values));
}

const handed = (tables: Tables): readonly string[] =>
  eachCase(tables, "handovers", (title, range, rows) => {
    const retold = rows.some((row) => typeof row.retellings === "number")
      ? `, och den unga måste berätta igen i ${rangeOf(rows, "retellings")}`
      : "";
    return `I ”${title}” tar en annan part vid i ${range} ${range === "1" ? "skede" : "skeden"} enligt någon av parterna${retold}${inPlaces(range, retold)}`;
  });

/** By municipality while they can be named; how many stages have an answer belongs to every sum. */
const waiting = (tables: Tables): readonly string[] =>
  eachCase(tables, "wait_low", (title, _, rows) => {
    if (rows.length > 3) {
      const [low, high] = [Math.min(...rows.map(lowOf)), Math.max(...rows.map(lowOf))];
      const days = formatRange(low, high);
      return `I ”${title}” är den kortaste väntan i allt ${days} dagar enligt parterna, beroende på kommun och på hur många skeden som har svar`;
    }
    const table = tableOf(tables, "measures");
    const places = rows.map((row) => {
      const stages = `${formatNumber(countIn(row.wait_stages))} av ${formatNumber(countIn(row.stages))} skeden har svar`;
      return `${waitWords(row)} dagar i ${labelIn(table, "municipality", row.municipality)} (${stages})`;
    });
    return `I ”${title}” är väntan i allt ${formatList(places)} enligt parterna`;
  });

const lowOf = (row: TableRow): number => countIn(row.wait_low);

/** The stages in which most is to be won, where at least three have judged. */
function difference(tables: Tables): readonly string[] {
  const table = tableOf(tables, "difference");
  const judged = table.rows.filter((row) => countIn(row.n) >= 3);
  const top = topRows(judged, (row) => countIn(row.net), -101);
  const [first] = top;
  if (first === undefined || top.length > 3 || (top.length === judged.length && judged.length > 1)) return [];
  const names = formatShortList(
    top.map(
      (row) => `skede ${countIn(row.stage)} i ”${labelIn(table, "case", row.case)}” (${inSentence(textIn(row.title))})`,
    ),
    3,
  );
  const net = `netto ${countIn(first.net) > 0 ? "+" : ""}${formatNumber(countIn(first.net))}`;
  const n = top.length === 1 ? `, ${counted(countIn(first.n), ["svar", "svar"], true)}` : "";
  return [`Störst skillnad skulle en förändrad samverkan göra i ${names}: ${net}${n}`];
}
