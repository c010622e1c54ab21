import { defineChart } from "../charts/define-chart.tsx";
import { compareBody } from "../charts/compare-journeys-chart.ts";
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
  place: true,
  body: lanesBody,
  source: SOURCE,
});

const lead = defineChart({
  section: "case-journey",
  id: "lead",
  title: (tables) => passedOn(tables)[0] ?? headline(tables),
  subtitle: () => "Antal skeden efter hur eniga parterna är om vem som leder",
  description: (tables) => sentencesOf([headline(tables), ...passedOn(tables)]).join(" "),
  place: true,
  body: leadBody,
  source: SOURCE,
});

const contact = defineChart({
  section: "case-journey",
  id: "contacts",
  title: (tables) => contacts(tables)[0] ?? "Ingen part har sagt vilka kontakter som finns",
  subtitle: () => "Antal kontakter i alla skeden, den ungas och föräldrarnas",
  description: (tables) => sentencesOf([...contacts(tables), ...handed(tables)]).join(" "),
  place: true,
  body: contactsBody,
  source: SOURCE,
});

const wait = defineChart({
  section: "case-journey",
  id: "waiting",
  title: (tables) => waiting(tables)[0] ?? "Ingen part har sagt hur länge den unga väntar",
  subtitle: () => "Väntan i alla skeden tillsammans, dagar",
  description: (tables) => sentencesOf(waiting(tables)).join(" "),
  place: true,
  body: waitBody,
  source: SOURCE,
});

const compare = defineChart({
  section: "case-journey",
  id: "compare",
  title: (tables) => heaviest(tables),
  subtitle: () => "Kontakter, överlämningar, omtag, väntan och skeden utan självklar ledare, kommun för kommun",
  description: (tables) => sentencesOf([heaviest(tables), ...handed(tables), ...waiting(tables)]).join(" "),
  place: true,
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

  placeSentences: (tables) =>
    sentencesOf([headline(tables), ...passedOn(tables), ...contacts(tables), ...handed(tables), ...waiting(tables)]),

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
    new Set(rows.map(({ municipality }) => municipality)).size === 1
      ? ` i ${labelIn(tableOf(tables, "measures"), "municipality", only?.municipality)}${rows.length > 1 ? " när varje fall räknas för sig" : ""}`
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

/** A range a case, over the municipalities that have a figure. */
function eachCase(tables: Tables, key: string) {
  const table = tableOf(tables, "measures");
  const ids = [...new Set(table.rows.map((row) => textIn(row.case)))];
  return ids.flatMap((id) => {
    const values = table.rows.flatMap((row) => (row.case === id && typeof row[key] === "number" ? [row[key]] : []));
    if (values.length === 0) return [];
    return [{ title: labelIn(table, "case", id), low: Math.min(...values), high: Math.max(...values) }];
  });
}

const MOST_CASES = 3;

/** "28 kontakter i ”A” och 23 i ”B”": a figure a case while they are few, otherwise the range over them all. */
function byCase(tables: Tables, key: string, unit: readonly [string, string]): string | undefined {
  const found = eachCase(tables, key);
  const name = (high: number) => (high === 1 ? unit[0] : unit[1]);
  if (found.length === 0) return undefined;
  if (found.length <= MOST_CASES)
    return formatList(
      found.map(
        ({ title, low, high }, i) => `${formatRange(low, high)}${i === 0 ? ` ${name(high)}` : ""} i ”${title}”`,
      ),
    );
  const [low, high] = [Math.min(...found.map((one) => one.low)), Math.max(...found.map((one) => one.high))];
  return `${formatRange(low, high)} ${name(high)} beroende på fall`;
}

/** Only where a figure differs between municipalities. */
const inPlaces = (text: string): string => (text.includes("–") ? ", beroende på kommun" : "");

function contacts(tables: Tables): readonly string[] {
  const said = byCase(tables, "contacts", ["kontakt", "kontakter"]);
  return said === undefined ? [] : [`Den unga och föräldrarna har tillsammans ${said}${inPlaces(said)}`];
}

function handed(tables: Tables): readonly string[] {
  const said = byCase(tables, "handovers", ["skede", "skeden"]);
  if (said === undefined) return [];
  const again = byCase(tables, "retellings", ["skede", "skeden"]);
  return [
    `Enligt någon av parterna tar en annan part vid i ${said}${inPlaces(said)}`,
    ...(again === undefined ? [] : [`Den unga måste berätta igen i ${again}${inPlaces(again)}`]),
  ];
}

/** The shortest wait that the parties think possible; how many stages have an answer belongs to every sum. */
function waiting(tables: Tables): readonly string[] {
  const said = byCase(tables, "wait_low", ["dag", "dagar"]);
  if (said === undefined) return [];
  const rows = tableOf(tables, "measures").rows.filter((row) => typeof row.wait_low === "number");
  const whole = rows.every((row) => countIn(row.wait_stages) === countIn(row.stages));
  return [
    `Väntan i allt är som kortast ${said} enligt parterna${inPlaces(said)}${whole ? "" : "; skeden utan svar räknas inte"}`,
  ];
}

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
