import { coverageBody } from "../charts/coverage-chart.ts";
import { countsWord } from "../charts/coverage-words.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { countIn, distinct, isHidden, labelIn, NOT_SHOWN, tableOf } from "../charts/read-table.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import {
  counted,
  formatList,
  formatNumber,
  formatShortList,
  inSentence,
  percentInWords,
  sentenceCase,
} from "../text/format.ts";
import { byKindTable, byMunicipalityTable, cellsTable, openAnswersTable, ratesTable } from "./coverage-tables.ts";

const grid = defineChart({
  section: "coverage",
  id: "grid",
  title: (tables) => headline(tables),
  subtitle: (tables) => tableOf(tables, "cells").title,
  description: (tables) => [headline(tables), ...places(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: coverageBody,
  source: "Källa: utskick och inskickade svar.",
});

export const coverage: Section = {
  id: "coverage",
  question: "Vilka har svarat?",
  reads: [],
  method:
    "Varje part tillfrågas en gång för varje kommun som den verkar i. Svarsandelen är inskickade svar genom väntade svar; " +
    "påbörjade svar räknas inte, och den som avböjt räknas som väntad.",

  compute(data) {
    if (data.assignments.n === 0) return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        cells: cellsTable(data),
        rates: ratesTable(data),
        open_answers: openAnswersTable(data),
        by_municipality: byMunicipalityTable(data),
        by_kind: byKindTable(data),
      },
    };
  },

  sentences: (tables) =>
    [headline(tables), ...places(tables), ...silent(tables), ...others(tables)].map((text) => `${text}.`),

  placeSentences: (tables) => [headline(tables), ...silent(tables), ...voluntary(tables)].map((text) => `${text}.`),

  charts: [grid],
};

/** Answers of the parties, of the one municipality that the tables are about or of all. */
function partyRate(tables: Tables): TableRow | undefined {
  const byPlace = tableOf(tables, "by_municipality");
  if (distinct(byPlace, "municipality").length <= 1) return byPlace.rows[0];
  return tableOf(tables, "rates").rows.find((row) => row.instrument === "party");
}

function headline(tables: Tables): string {
  const rate = partyRate(tables);
  if (rate === undefined) return "Ingen part har tillfrågats";
  const [answered, expected] = [countIn(rate.answered), countIn(rate.expected)];
  if (expected === 1)
    return answered === 1 ? "Det enda svar som väntas har kommit in" : "Det enda svar som väntas har inte kommit in än";
  if (answered === expected) return `Alla ${formatNumber(expected)} svar från parterna har kommit in`;
  if (answered === 0) return `Inget av de ${formatNumber(expected)} svaren från parterna har kommit in än`;
  return `${sentenceCase(formatNumber(answered))} av ${formatNumber(expected)} svar från parterna har kommit in`;
}

/** How it looks in each municipality, or where most is missing. */
function places(tables: Tables): readonly string[] {
  const table = tableOf(tables, "by_municipality");
  const name = (row: TableRow) => labelIn(table, "municipality", row.municipality);
  const left = (row: TableRow) => countIn(row.expected) - countIn(row.answered);
  if (table.rows.length < 2) return [];
  if (table.rows.length <= 4) {
    const [first, ...rest] = table.rows.map((row) => ({ name: name(row), counts: countsWord(row) }));
    if (first === undefined) return [];
    return [
      `I ${formatList([`${first.name} har ${first.counts} svarat`, ...rest.map((one) => `i ${one.name} ${one.counts}`)])}`,
    ];
  }
  const open = table.rows.filter((row) => left(row) > 0);
  if (open.length === 0) return [];
  const worst = [...open].sort((a, b) => left(b) - left(a)).slice(0, 3);
  const complete = table.rows.length - open.length;
  const missing = formatList(
    worst.map((row) => `${name(row)} (${formatNumber(left(row))} av ${formatNumber(countIn(row.expected))})`),
  );
  return [
    `${sentenceCase(counted(complete, ["kommun har", "kommuner har"]))} svar från alla parter`,
    `Flest svar saknas i ${missing}`,
  ];
}

/** Who has not answered, while they can be counted on a page. */
function silent(tables: Tables): readonly string[] {
  const cells = tableOf(tables, "cells");
  const rate = partyRate(tables);
  const left = countIn(rate?.expected) - countIn(rate?.answered);
  if (left === 0 || left > 200 || countIn(rate?.answered) === 0) return [];
  const of = (status: string) => cells.rows.filter((row) => row.instrument === "party" && row.status === status);
  const sentence = (rows: readonly TableRow[], words: string) =>
    rows.length === 0
      ? []
      : [
          `${words} ${formatShortList(
            rows.map((row) => placeName(cells, row)),
            6,
          )}`,
        ];
  return [
    ...sentence(of("not_started"), "Svar saknas från"),
    ...sentence(of("draft"), "Påbörjat men inte inskickat:"),
    ...sentence(of("declined"), "Avböjt har"),
  ];
}

const placeName = (cells: Table, row: TableRow): string =>
  `${labelIn(cells, "party", row.party)} (${labelIn(cells, "municipality", row.municipality)})`;

function others(tables: Tables): readonly string[] {
  const rates = tableOf(tables, "rates");
  const open = tableOf(tables, "open_answers");
  return rates.rows.flatMap((row) => {
    const name = labelIn(rates, "instrument", row.instrument);
    const links = open.rows.filter(({ instrument }) => instrument === row.instrument);
    if (links.length > 0) return [`${name}: ${openAnswers(open, links)}`];
    if (row.instrument === "party" || row.instrument === "follow-up") return [];
    const share = typeof row.rate === "number" ? ` (${percentInWords(row.rate)})` : "";
    return [`${name}: ${inSentence(countsWord(row))} väntade svar finns${share}`];
  });
}

/** The answers of the open questionnaires in one municipality. */
function voluntary(tables: Tables): readonly string[] {
  const open = tableOf(tables, "open_answers");
  return distinct(open, "instrument").map((instrument) => {
    const rows = open.rows.filter((row) => row.instrument === instrument);
    return `${labelIn(open, "instrument", instrument)}: ${openAnswers(open, rows)}`;
  });
}

/** "45 svar, flest från Vänersborg (39), minst från Åmål (6)": what is thin in one place must be seen. */
function openAnswers(table: Table, rows: readonly TableRow[]): string {
  if (rows.some((row) => isHidden(row.answers))) return openAnswersShown(table, rows);
  const places = rows.map((row) => ({
    name: labelIn(table, "municipality", row.municipality),
    n: countIn(row.answers),
  }));
  const all = places.reduce((sum, { n }) => sum + n, 0);
  const sorted = [...places].sort((a, b) => b.n - a.n);
  const [most, least] = [sorted[0], sorted.at(-1)];
  const silent = places.filter(({ n }) => n === 0).length;
  const number = `${formatNumber(all)} svar`;
  if (all === 0 || most === undefined || least === undefined || places.length === 1) return number;
  const fewest =
    silent > 1
      ? `inget från ${formatNumber(silent)} av ${formatNumber(places.length)} kommuner`
      : `minst från ${least.name} (${formatNumber(least.n)})`;
  return `${number}, flest från ${most.name} (${formatNumber(most.n)}), ${fewest}`;
}

/** Some places have too few answers for their number: neither the sum nor the least is told. */
function openAnswersShown(table: Table, rows: readonly TableRow[]): string {
  const shown = rows.filter((row) => typeof row.answers === "number" && row.answers > 0);
  const most = [...shown].sort((a, b) => countIn(b.answers) - countIn(a.answers))[0];
  if (most === undefined) return `antalet svar ${NOT_SHOWN}`;
  const named = `${formatNumber(countIn(most.answers))} svar från ${labelIn(table, "municipality", most.municipality)}`;
  const others = rows.length - shown.length;
  return `${shown.length > 1 ? `flest av dem som visas är ${named}` : named}; antalet från ${counted(others, ["kommun", "kommuner"])} ${NOT_SHOWN}`;
}
