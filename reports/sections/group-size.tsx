import { defineChart } from "../charts/define-chart.tsx";
import { groupSizeBody, measureOf } from "../charts/group-size-chart.ts";
import { countIn, isHidden, labelIn, NOT_SHOWN, tableOf } from "../charts/read-table.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber } from "../text/format.ts";
import { byKindTable, countsTable, totalsTable } from "./group-size-tables.ts";
import { hasPartyAnswers } from "./places.ts";

const per1000 = defineChart({
  section: "group-size",
  id: "per-1000",
  title: (tables) => spread(tables) ?? headline(tables),
  subtitle: (tables) => {
    const counts = tableOf(tables, "counts");
    const unit = measureOf(counts) === "per_1000" ? "per 1 000 invånare i samma ålder" : "personer";
    return `${counts.title}, ${unit}`;
  },
  description: (tables) =>
    [spread(tables), headline(tables)].flatMap((text) => (text === undefined ? [] : `${text}.`)).join(" "),
  place: true,
  body: groupSizeBody,
  source: "Källa: parternas svar och SCB:s folkmängd. Samma person kan vara känd hos flera parter.",
});

export const groupSize: Section = {
  id: "group-size",
  question: "Hur många känner varje part till?",
  reads: [
    ...["n_known", "n_known_low", "n_known_high", "n_source", "n_precision"],
    ...["n_caseload_age", "n_caseload_age_low", "n_caseload_age_high"],
  ],
  method:
    "Antalen är parternas egna och visas som de angetts. Tal per 1 000 är antalet genom antalet invånare i målgruppens ålder, " +
    "senaste året. Summor gäller bara de parter som angett ett antal och räknar en person en gång för varje part som känner till den.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const counts = countsTable(data);
    return { status: "ok", tables: { counts, totals: totalsTable(data, counts), by_kind: byKindTable(data, counts) } };
  },

  sentences: (tables) =>
    [headline(tables), ...totals(tables), spread(tables)].flatMap((text) => (text === undefined ? [] : `${text}.`)),

  placeSentences: (tables) =>
    [headline(tables), spread(tables)].flatMap((text) => (text === undefined ? [] : `${text}.`)),

  charts: [per1000],
};

const stated = (row: TableRow) => countIn(row.parties_answered) + countIn(row.parties_range);

/** "I Åmål räknar sju parter till minst 142 personer (7 av 9 har angett antal)" for the municipality with most answers. */
function headline(tables: Tables): string {
  const totals = tableOf(tables, "totals");
  const withFigures = totals.rows.filter((row) => stated(row) > 0);
  const [first] = withFigures;
  if (first === undefined) return "Ingen part har angett hur många den känner till";
  if (withFigures.length <= 4) return inPlace(totals, first);
  const head = `Parterna har angett antal i ${formatNumber(withFigures.length)} av ${formatNumber(totals.rows.length)} kommuner`;
  const shown = withFigures.filter((row) => !isHidden(row.sum_low));
  const [any] = shown;
  if (any === undefined) return `${head}; summorna ${NOT_SHOWN}`;
  const most = shown.reduce((best, row) => (countIn(row.sum_low) > countIn(best.sum_low) ? row : best), any);
  const which = shown.length < withFigures.length ? "den största summan som visas" : "den största summan";
  return `${head}; ${which} har ${labelIn(totals, "municipality", most.municipality)}, minst ${formatNumber(countIn(most.sum_low))} (${answered(most)})`;
}

/** The other municipalities, while they are few. */
function totals(tables: Tables): readonly string[] {
  const table = tableOf(tables, "totals");
  const withFigures = table.rows.filter((row) => stated(row) > 0);
  if (withFigures.length > 4) return [];
  const without = table.rows.length - withFigures.length;
  return [
    ...withFigures.slice(1).map((row) => inPlace(table, row)),
    ...(without > 0 && withFigures.length > 0
      ? [`I ${counted(without, ["kommun", "kommuner"])} har ingen part angett något antal`]
      : []),
  ];
}

function inPlace(totals: Table, row: TableRow): string {
  const place = labelIn(totals, "municipality", row.municipality);
  if (isHidden(row.sum_low)) return `Summan i ${place} ${NOT_SHOWN} (${answered(row)})`;
  const parties = counted(stated(row), ["part", "parter"]);
  const persons = countIn(row.sum_low);
  const reach = persons === 1 ? "minst 1 person" : `minst ${formatNumber(persons)} personer`;
  return `I ${place} räknar ${parties} till ${reach} (${answered(row)})`;
}

const answered = (row: TableRow): string =>
  `${formatNumber(stated(row))} av ${formatNumber(countIn(row.parties_expected))} har angett antal`;

/** The widest difference between parties, in the measure of the chart. One pass: the table may have 100 000 rows. */
function spread(tables: Tables): string | undefined {
  const counts = tableOf(tables, "counts");
  const measure = measureOf(counts);
  let [least, most, ties] = [Infinity, -Infinity, 0];
  let highest: TableRow | undefined;
  let hidden = false;
  for (const row of counts.rows) {
    const value = row[measure];
    hidden ||= isHidden(value);
    if (typeof value !== "number") continue;
    if (value < least) least = value;
    if (value === most) ties++;
    if (value > most) [most, highest, ties] = [value, row, 1];
  }
  if (highest === undefined || least === most) return undefined;
  const unit = measure === "per_1000" ? "av 1\u00a0000 invånare i åldern" : "personer";
  const decimals = measure === "per_1000" ? 1 : 0;
  const [party, place] = [
    labelIn(counts, "party", highest.party),
    labelIn(counts, "municipality", highest.municipality),
  ];
  const name = party.includes(place) ? party : `${party} i ${place}`;
  const ends = `${formatNumber(least, decimals)} och ${formatNumber(most, decimals)}`;
  if (hidden) return `De tal som visas ligger mellan ${ends} ${unit}${ties > 1 ? "" : `; högst av dem ligger ${name}`}`;
  return `Olika parter känner till mellan ${ends} ${unit}${ties > 1 ? "" : `; högst ligger ${name}`}`;
}
