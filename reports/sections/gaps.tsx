import { defineChart } from "../charts/define-chart.tsx";
import { needBody } from "../charts/need-chart.ts";
import { MISSING_RANKED, rankedBody, WANTED_RANKED } from "../charts/ranked-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, labelIn, tableOf } from "../charts/read-table.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatFixed, formatNumber, formatShortList, inSentence, percentInWords } from "../text/format.ts";
import { agreementTable, missingTable, needByDomainTable, needTable, wantedTable } from "./gaps-tables.ts";
import { hasPartyAnswers } from "./places.ts";

const missing = defineChart({
  section: "gaps",
  id: "missing",
  title: (tables) => missed(tables),
  subtitle: (tables) => tableOf(tables, "missing").title,
  description: (tables) => `${missed(tables)}.`,
  body: (tables, context) => rankedBody(tables, context, MISSING_RANKED),
  source: "Källa: parternas svar.",
});

const wanted = defineChart({
  section: "gaps",
  id: "wanted",
  title: (tables) => wished(tables),
  subtitle: (tables) => tableOf(tables, "wanted").title,
  description: (tables) => [wished(tables), ...agreed(tables)].map((text) => `${text}.`).join(" "),
  body: (tables, context) => ({
    ...rankedBody(tables, context, WANTED_RANKED),
    notes: tableOf(tables, "wanted").notes,
  }),
  source: "Källa: parternas svar.",
});

const need = defineChart({
  section: "gaps",
  id: "need",
  title: (tables) => uncovered(tables),
  subtitle: (tables) => tableOf(tables, "coverage").title,
  description: (tables) => `${uncovered(tables)}.`,
  body: needBody,
  source: "Källa: parternas svar.",
});

export const gaps: Section = {
  id: "gaps",
  question: "Vad saknas, och vad vill parterna helst ha?",
  reads: ["iv_missing", "iv_wanted_rank", "need_met"],
  method:
    "Saknade insatser är antalet svar som nämner dem. Önskemål ger 5, 4, 3, 2 och 1 poäng för plats ett till fem; enigheten är Kendalls W " +
    "med rättning för lika rang. Andelen täckt behov är ”täckt” genom ”täckt”, ”delvis täckt” och ”inte täckt”; ”vet ej” redovisas för sig.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const covered = needTable(data);
    return {
      status: "ok",
      tables: {
        missing: missingTable(data),
        wanted: wantedTable(data),
        coverage: covered,
        coverage_by_domain: needByDomainTable(data, covered),
        agreement: agreementTable(data),
      },
    };
  },

  sentences: (tables) =>
    [missed(tables), wished(tables), ...agreed(tables), uncovered(tables)].map((text) => `${text}.`),

  charts: [missing, wanted, need],
};

const ANSWERS = ["svar", "svar"] as const;

const named = (tables: Tables, table: string, key: string, rows: readonly TableRow[]): string =>
  formatShortList(
    rows.map((row) => inSentence(labelIn(tableOf(tables, table), key, row[key]))),
    3,
  );

function missed(tables: Tables): string {
  const { rows } = tableOf(tables, "missing");
  const answered = countIn(rows[0]?.parties_answered);
  if (answered === 0) return "Ingen part har svarat på vad som saknas";
  const top = topRows(rows, (row) => countIn(row.parties_missing));
  const [first] = top;
  if (first === undefined) return "Ingen insats nämns som saknad";
  const n = `${formatNumber(countIn(first.parties_missing))} av ${formatNumber(answered)} svar`;
  return `Oftast saknas ${named(tables, "missing", "intervention", top)} (${n}${top.length > 1 ? " vardera" : ""})`;
}

function wished(tables: Tables): string {
  const { rows } = tableOf(tables, "wanted");
  const top = topRows(rows, (row) => countIn(row.score));
  const [first] = top;
  if (first === undefined) return "Ingen part har angett vad den helst vill ha";
  const answers = counted(countIn(first.answers), ANSWERS, true);
  const points = `${formatNumber(countIn(first.score))} poäng i ${answers}`;
  return `Helst vill parterna ha ${named(tables, "wanted", "intervention", top)} (${points}${top.length > 1 ? " vardera" : ""})`;
}

function agreed(tables: Tables): readonly string[] {
  const [row] = tableOf(tables, "agreement").rows;
  const raters = countIn(row?.raters);
  if (raters === 0) return [];
  if (typeof row?.w !== "number")
    return [
      `Hur eniga parterna är går inte att säga: ${counted(raters, ["part har", "parter har"])} angett en ordning`,
    ];
  const w = `Kendalls W ${formatFixed(row.w, 2)}, ${counted(raters, ANSWERS, true)}`;
  const degree = row.w >= 0.7 ? "är i stort sett eniga" : row.w >= 0.3 ? "är delvis eniga" : "är inte eniga";
  return [`De som angett en ordning ${degree} om den (${w})`];
}

/** The domain with the smallest covered share among those where somebody sees a need. */
function uncovered(tables: Tables): string {
  const table = tableOf(tables, "coverage_by_domain");
  const known = table.rows.filter((row) => typeof row.coverage === "number");
  const least = topRows(known, (row) => 1 - countIn(row.coverage));
  const [first] = least;
  if (known.length === 0) return "Ingen part har svarat på hur väl behoven är täckta";
  if (first === undefined) return "Alla behov som parterna ser är täckta enligt svaren";
  const domains = named(tables, "coverage_by_domain", "domain", least);
  if (least.length === known.length && known.length > 1)
    return `Behoven är lika lite täckta inom alla områden (${percentInWords(countIn(first.coverage))})`;
  const base = countIn(first.met) + countIn(first.partly) + countIn(first.unmet);
  const share =
    least.length > 1
      ? `${percentInWords(countIn(first.coverage))} av svaren säger att behovet är täckt`
      : `${formatNumber(countIn(first.met))} av ${formatNumber(base)} svar säger att behovet är täckt`;
  return `Minst täckt är behovet inom ${domains}: ${share}`;
}
