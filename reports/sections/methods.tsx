import { defineChart } from "../charts/define-chart.tsx";
import { dateWords } from "../charts/follow-up-resources-chart.ts";
import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import { timelineBody } from "../charts/timeline-chart.ts";
import type { Section, Tables } from "../section.ts";
import { counted, formatList, formatNumber, formatPeriod, percentInWords } from "../text/format.ts";
import { basisTable, COUNT_READS, notStatedTable } from "./methods-counts.ts";
import { inclusionTable, refDatesTable, submissionsTable } from "./methods-dates.ts";
import { PEOPLE_READS, staffTable, TEXT_READS, textsTable } from "./methods-people.ts";
import { responseRatesTable } from "./methods-rates.ts";
import {
  answersTable,
  definitionsTable,
  normsTable,
  sectionsTable,
  settingsTable,
  silentTable,
} from "./methods-tables.ts";
import { termsTable, thresholdsTable } from "./methods-terms.ts";

const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

const timeline = defineChart({
  section: "methods",
  id: "timeline",
  title: (tables) => dated(tables),
  subtitle: () => "Antal svar efter dag, i UTC",
  description: (tables) => sentencesOf([dated(tables), ...asked(tables)]).join(" "),
  body: timelineBody,
  source: "Källa: inskickade svar.",
});

/** The section about the others: it is given the sections whose methods it tells of. */
export const methodsOf = (others: readonly Section[]): Section => {
  const about = { id: "methods", question: "Hur har vi gått till väga?", method: METHOD };
  const all = [...others, about];
  const questions = Object.fromEntries(all.map(({ id, question }) => [id, question]));
  return {
    ...about,
    reads: [
      ...["ref_date", "ref_period_days", "resp_area", "inclusion_note"],
      ...PEOPLE_READS,
      ...TEXT_READS,
      ...COUNT_READS,
    ],
    compute(data) {
      if (data.assignments.n === 0) return { status: "no-answers" };
      return {
        status: "ok",
        tables: {
          definitions: definitionsTable(data),
          answers: answersTable(data),
          response_rates: responseRatesTable(data),
          silent: silentTable(data),
          staff: staffTable(data),
          inclusion: inclusionTable(data),
          ref_dates: refDatesTable(data),
          submissions: submissionsTable(data),
          basis: basisTable(data),
          not_stated: notStatedTable(data),
          texts: textsTable(data),
          norms: normsTable(data),
          settings: settingsTable(data),
          thresholds: thresholdsTable(data),
          terms: termsTable(questions),
          sections: sectionsTable(all),
        },
      };
    },
    sentences: (tables) =>
      sentencesOf([
        basis(tables),
        ...asked(tables),
        ...period(tables),
        ...refDates(tables),
        ...threshold(tables),
        ...definitions(tables),
      ]),
    charts: [timeline],
  };
};

const METHOD =
  "Varje tal i rapporten går att följa till de svar som det bygger på. Svar som saknas fylls aldrig i; de står med skälet till att de saknas. " +
  "Parternas svar är en totalundersökning av dem som tillfrågats, inte ett urval. Personalens och de ungas svar är frivilliga, så de säger hur de " +
  "som svarat ser på saken. Dagar för svar anges i UTC.";

/** How many answers there are in all. */
function basis(tables: Tables): string {
  const { rows } = tableOf(tables, "answers");
  const sum = rows.reduce((all, row) => all + countIn(row.responses), 0);
  if (rows.length === 0) return "Inget formulär ingår i undersökningen";
  if (sum === 0) return "Inget svar har kommit in än";
  const forms = counted(rows.length, ["formulär", "formulär"], true);
  return `Rapporten bygger på ${formatNumber(sum)} svar på ${forms}`;
}

/** Answers of each questionnaire, with the rate where it is known who was asked. */
function asked(tables: Tables): readonly string[] {
  const [table, rates] = [tableOf(tables, "answers"), tableOf(tables, "response_rates")];
  const told = table.rows.map((row) => {
    const rate = rates.rows.find(({ instrument }) => instrument === row.instrument)?.rr1;
    const share = typeof rate === "number" ? `, ${percentInWords(rate)} av de tillfrågade` : "";
    return `${labelIn(table, "instrument", row.instrument)} (${formatNumber(countIn(row.responses))}${share})`;
  });
  return told.length === 0 ? [] : [`Svaren kommer från ${formatList(told.map(lower))}`];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function period(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "settings");
  const value = (setting: string) => textIn(rows.find((row) => row.setting === setting)?.value);
  const answers = tableOf(tables, "answers").rows;
  const days = (key: string) => answers.flatMap((row) => (typeof row[key] === "string" ? [row[key]] : [])).sort();
  const [first, last] = [days("first")[0], days("last").at(-1)];
  const asked = `Uppgifterna gäller ${formatPeriod(value("period_from"), value("period_to"))}`;
  return first === undefined || last === undefined ? [asked] : [asked, dated(tables)];
}

function threshold(tables: Tables): readonly string[] {
  const row = tableOf(tables, "settings").rows.find(({ setting }) => setting === "threshold");
  return [
    `Grupper av unga, vårdnadshavare och personal med färre än ${formatNumber(countIn(row?.value))} svar visas inte`,
  ];
}

function definitions(tables: Tables): readonly string[] {
  const table = tableOf(tables, "definitions");
  const versions = [
    ...new Set(
      table.rows.map((row) => `${lower(labelIn(table, "instrument", row.instrument))} version ${countIn(row.version)}`),
    ),
  ];
  return versions.length === 0 ? [] : [`Formulären är ${formatList(versions)}`];
}

/** On which days the figures are, and when the answers came: the title of the drawing. */
function dated(tables: Tables): string {
  const days = tableOf(tables, "submissions")
    .rows.map((row) => textIn(row.day))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "Inget svar har kommit in än";
  return first === last ? `Alla svar kom in ${dateWords(first)}` : `Svaren kom in ${formatPeriod(first, last)}`;
}

function refDates(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "ref_dates");
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [`Alla parter som har angett en dag räknar per ${dateWords(textIn(first.ref_date))}`];
  const most = rows.reduce((a, b) => (countIn(b.answers) > countIn(a.answers) ? b : a));
  const all = rows.reduce((sum, row) => sum + countIn(row.answers), 0);
  return [
    `Parternas siffror gäller dagar från ${dateWords(textIn(first.ref_date))} till ${dateWords(textIn(last.ref_date))}; ` +
      `${formatNumber(countIn(most.answers))} av ${formatNumber(all)} gäller ${dateWords(textIn(most.ref_date))}`,
  ];
}
