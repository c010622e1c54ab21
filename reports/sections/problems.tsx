import { defineChart } from "../charts/define-chart.tsx";
import { frequencyBody, kindsHeatBody, placesBody } from "../charts/problems-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, labelIn, tableOf } from "../charts/read-table.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatFixed, formatNumber, formatShortList, inSentence } from "../text/format.ts";
import { farthestApart } from "./farthest-apart.ts";
import { hasPartyAnswers } from "./places.ts";
import { agreementTable, byPartyTable, frequencyByDomainTable, frequencyTable, topTable } from "./problems-tables.ts";

const SOURCE = "Källa: parternas bedömning.";

const frequency = defineChart({
  section: "problems",
  id: "frequency",
  title: (tables) => common(tables),
  subtitle: (tables) => tableOf(tables, "frequency_by_domain").title,
  description: (tables) => [common(tables), ...apart(tables)].map((text) => `${text}.`).join(" "),
  body: frequencyBody,
  source: SOURCE,
});

const top = defineChart({
  section: "problems",
  id: "top",
  title: (tables) => clearest(tables),
  subtitle: (tables) => tableOf(tables, "top").title,
  description: (tables) => [clearest(tables), ...agreed(tables)].map((text) => `${text}.`).join(" "),
  body: placesBody,
  source: SOURCE,
});

const kinds = defineChart({
  section: "problems",
  id: "kinds",
  title: (tables) => differ(tables),
  subtitle: (tables) => `${tableOf(tables, "frequency").title}: andel som svarat ungefär hälften eller de flesta`,
  description: (tables) => `${differ(tables)}.`,
  body: kindsHeatBody,
  source: SOURCE,
});

export const problems: Section = {
  id: "problems",
  question: "Vilka problem är tydligast?",
  reads: ["problem_freq", "problem_top3"],
  method:
    "Varje part bedömer hur vanligt varje problem är bland dem den känner, och väljer de tre tydligaste i ordning. Enigheten om de tre är Kendalls W med rättning för lika rang; " +
    "samstämmigheten om hur vanligt ett problem är är Tastle och Wiermans mått. Båda läses tillsammans med svaren, som står i tabellen part för part.",

  compute(data) {
    if (!hasPartyAnswers(data) || data.study.problem_domains.length === 0) return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        frequency_by_domain: frequencyByDomainTable(data),
        frequency: frequencyTable(data),
        top: topTable(data),
        agreement: agreementTable(data),
        by_party: byPartyTable(data),
      },
    };
  },

  sentences: (tables) =>
    [common(tables), clearest(tables), ...agreed(tables), ...apart(tables), ...unsure(tables)].map(
      (text) => `${text}.`,
    ),

  charts: [frequency, top, kinds],
};

const rated = (row: TableRow): number => countIn(row.none) + countIn(row.some) + countIn(row.half) + countIn(row.most);
const often = (row: TableRow): number => countIn(row.half) + countIn(row.most);

const names = (tables: Tables, rows: readonly TableRow[]): string =>
  formatShortList(
    rows.map((row) => inSentence(labelIn(tableOf(tables, "frequency_by_domain"), "domain", row.domain))),
    3,
  );

function common(tables: Tables): string {
  const rows = tableOf(tables, "frequency_by_domain").rows.filter((row) => rated(row) > 0);
  if (rows.length === 0) return "Ingen part har svarat på hur vanliga problemen är";
  const best = topRows(rows, (row) => often(row) / rated(row));
  const [first] = best;
  if (first === undefined) return "Inget problem gäller hälften eller fler, enligt svaren";
  if (best.length === rows.length && rows.length > 1) return "Alla problem bedöms vara lika vanliga";
  const each = best.length > 1 ? " vardera" : "";
  const share =
    best.length > 1 && best.some((row) => rated(row) !== rated(first))
      ? "samma andel av svaren"
      : `${formatNumber(often(first))} av ${formatNumber(rated(first))} svar${each}`;
  return `Vanligast är ${names(tables, best)}: hälften eller fler har det enligt ${share}`;
}

function clearest(tables: Tables): string {
  const { rows } = tableOf(tables, "top");
  const best = topRows(rows, (row) => countIn(row.mentions));
  const [first] = best;
  if (first === undefined) return "Ingen part har valt de tydligaste problemen";
  const n = `${formatNumber(countIn(first.mentions))} av ${formatNumber(countIn(first.answers))} svar`;
  return `Tydligast är ${names(tables, best)}, bland de tre i ${n}${best.length > 1 ? " vardera" : ""}`;
}

/** The coefficient never stands alone: what was placed first stands beside it. */
function agreed(tables: Tables): readonly string[] {
  const [row] = tableOf(tables, "agreement").rows;
  const raters = countIn(row?.raters);
  if (raters === 0) return [];
  if (typeof row?.w !== "number")
    return [
      `Hur eniga parterna är om de tre går inte att säga: ${counted(raters, ["part har", "parter har"])} valt dem`,
    ];
  const { rows } = tableOf(tables, "top");
  const firsts = topRows(rows, (one) => countIn(one.first));
  const n = countIn(firsts[0]?.first);
  const degree =
    row.w >= 0.7
      ? "Parterna är i stort sett eniga om vilka tre problem som är tydligast"
      : row.w >= 0.3
        ? "Parterna är delvis eniga om vilka tre problem som är tydligast"
        : "Parterna lyfter fram olika problem";
  return [
    `${degree}: ${names(tables, firsts)} sätts oftast först, i ${formatNumber(n)} av ${formatNumber(raters)} svar${firsts.length > 1 ? " vardera" : ""} (Kendalls W är ${formatFixed(row.w, 2)}, där 1 är helt eniga)`,
  ];
}

/** The problem about which the answers are farthest apart, with the answers. */
function apart(tables: Tables): readonly string[] {
  const table = tableOf(tables, "frequency_by_domain");
  const several = table.rows.filter((row) => rated(row) > 1 && typeof row.consensus === "number");
  const [first, ...more] = topRows(several, (row) => 1 - countIn(row.consensus), 0);
  if (first === undefined || more.length > 0) return [];
  const said = table.columns
    .filter(({ key }) => ["none", "some", "half", "most"].includes(key) && countIn(first[key]) > 0)
    .sort((a, b) => countIn(first[b.key]) - countIn(first[a.key]))
    .map(({ key, label }, i) => {
      const n = formatNumber(countIn(first[key]));
      return i === 0 ? `enligt ${n} svar gäller det ${inSentence(label)}` : `enligt ${n} ${inSentence(label)}`;
    });
  return [`Svaren går mest isär om ${names(tables, [first])}: ${formatShortList(said, 4)}`];
}

function unsure(tables: Tables): readonly string[] {
  const sum = tableOf(tables, "frequency_by_domain").rows.reduce((all, row) => all + countIn(row.dont_know), 0);
  return sum === 0 ? [] : [`I ${counted(sum, ["bedömning", "bedömningar"])} är svaret ”vet ej”`];
}

/** Where kinds of party see a problem most differently, among those with answers. */
function differ(tables: Tables): string {
  const table = tableOf(tables, "frequency");
  const found = farthestApart(table.rows, "domain", (row) => ({ part: often(row), n: rated(row) }));
  if (found === undefined) return "Olika slag av parter ser lika ofta samma problem";
  const { high, low } = found;
  const said = (row: TableRow) => `${formatNumber(often(row))} av ${formatNumber(rated(row))}`;
  const kind = (row: TableRow) => labelIn(table, "party_kind", row.party_kind);
  return `Mest olika ser de på ${names(tables, [high])}: hälften eller fler enligt ${said(high)} svar från ${kind(high)} och ${said(low)} från ${kind(low)}`;
}
