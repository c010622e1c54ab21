import { defineChart } from "../charts/define-chart.tsx";
import { populationBody } from "../charts/population-chart.ts";
import { countIn, distinct, labelIn, tableOf } from "../charts/read-table.ts";
import type { Section, Tables } from "../section.ts";
import { counted, formatList, formatNumber, formatShortList } from "../text/format.ts";
import { populationTable, remarksTable } from "./background-tables.ts";

const population = defineChart({
  section: "background",
  id: "population",
  title: (tables) => headline(tables),
  subtitle: (tables) => tableOf(tables, "population").title,
  description: (tables) => [headline(tables), ...origins(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: populationBody,
  source: "Källa: se tabellen, där varje tal har år och källa.",
});

export const background: Section = {
  id: "background",
  question: "Hur många unga bor i kommunerna?",
  reads: ["local_conditions", "known_stats_ref"],
  method:
    "Folkmängd i målgruppens ålder, senaste året som lästs in, med källa för varje tal. Där åldern skär igenom en åldersklass räknas en andel av klassen, " +
    "och talet är ungefärligt. Det är antalet invånare, inte antalet i målgruppen.",

  compute(data) {
    if (data.study.municipalities.length === 0 || data.study.parties.length === 0) return { status: "no-answers" };
    return { status: "ok", tables: { population: populationTable(data), remarks: remarksTable(data) } };
  },

  sentences: (tables) => [headline(tables), ...origins(tables), ...lacking(tables)].map((text) => `${text}.`),

  placeSentences: (tables) => [headline(tables), ...origins(tables)].map((text) => `${text}.`),

  charts: [population],
};

function headline(tables: Tables): string {
  const table = tableOf(tables, "population");
  const known = table.rows.filter((row) => typeof row.persons === "number");
  const name = (row: (typeof known)[number]) => labelIn(table, "municipality", row.municipality);
  const [first] = known;
  if (first === undefined) return "Ingen folkmängd har lästs in";
  const persons = (row: (typeof known)[number]) => `${formatNumber(countIn(row.persons))} invånare`;
  if (known.length <= 4)
    return `I målgruppens ålder finns ${formatList(known.map((row) => `${persons(row)} i ${name(row)}`))}`;
  const ordered = [...known].sort((a, b) => countIn(b.persons) - countIn(a.persons));
  const [most, least] = [ordered[0] ?? first, ordered.at(-1) ?? first];
  const sum = known.reduce((all, row) => all + countIn(row.persons), 0);
  return `I målgruppens ålder finns ${formatNumber(sum)} invånare i ${counted(known.length, ["kommun", "kommuner"])}, från ${formatNumber(countIn(least.persons))} i ${name(least)} till ${formatNumber(countIn(most.persons))} i ${name(most)}`;
}

function origins(tables: Tables): readonly string[] {
  const table = tableOf(tables, "population");
  const sources = distinct(table, "source");
  const years = [...new Set(table.rows.flatMap(({ year }) => (typeof year === "number" ? [year] : [])))].sort();
  if (sources.length === 0) return [];
  const rough = table.rows.filter((row) => row.approximated === true);
  return [
    `Talen kommer från ${formatShortList(sources, 3)} och gäller ${formatList(years.map(String))}`,
    ...(rough.length === 0
      ? []
      : [
          `Talet är ungefärligt för ${formatShortList(
            rough.map((row) => labelIn(table, "municipality", row.municipality)),
            6,
          )}`,
        ]),
  ];
}

function lacking(tables: Tables): readonly string[] {
  const table = tableOf(tables, "population");
  const without = table.rows.filter((row) => typeof row.persons !== "number");
  if (without.length === 0 || without.length === table.rows.length) return [];
  const names = without.map((row) => labelIn(table, "municipality", row.municipality));
  return [`Folkmängd saknas för ${formatShortList(names, 6)}`];
}
