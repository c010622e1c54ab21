import { defineChart } from "../charts/define-chart.tsx";
import { matrixBody, networkBody, stepsHeatBody } from "../charts/cooperation-chart.ts";
import { staffBody } from "../charts/staff-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, hasRows, hidesAny, hidesRatings, labelIn, NOT_SHOWN, tableOf } from "../charts/read-table.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import {
  counted,
  countInWords,
  formatNumber,
  formatPercent,
  formatShortList,
  inSentence,
  sentenceCase,
  shareOfAnswers,
} from "../text/format.ts";
import { placeNetworks } from "./cooperation-network.ts";
import { kindsTable, measuresTable, partiesTable, tiesTable } from "./cooperation-tables.ts";
import { changeTable, notesTable, staffTable, stepsTable, workTable } from "./cooperation-views.ts";
import { hasPartyAnswers } from "./places.ts";

const SOURCE = "Källa: parternas svar om varandra.";

const matrix = defineChart({
  section: "cooperation",
  id: "matrix",
  title: (tables) => headline(tables),
  subtitle: (tables) => tableOf(tables, "ties").title,
  description: (tables) => [headline(tables), ...confirmed(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: matrixBody,
  source: SOURCE,
});

const network = defineChart({
  section: "cooperation",
  id: "network",
  title: (tables) => confirmed(tables)[0] ?? headline(tables),
  subtitle: (tables) => tableOf(tables, "measures").title,
  description: (tables) =>
    [headline(tables), ...confirmed(tables), ...brokers(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: networkBody,
  source: SOURCE,
});

const steps = defineChart({
  section: "cooperation",
  id: "steps",
  title: (tables) => stepwise(tables)[0] ?? "Ingen part har bedömt hur samverkan fungerar i stegen",
  subtitle: (tables) => `${tableOf(tables, "steps").title}: svar 4 eller 5`,
  description: (tables) =>
    stepwise(tables)
      .map((text) => `${text}.`)
      .join(" "),
  body: stepsHeatBody,
  source: "Källa: parternas bedömning. Att det fungerar och att det brister är två frågor.",
});

const staff = defineChart({
  section: "cooperation",
  id: "staff",
  title: (tables) => agreed(tables)[0] ?? "Personalen har inte svarat på hur arbetet fungerar",
  subtitle: (tables) => tableOf(tables, "work").title,
  description: (tables) => [...agreed(tables), ...better(tables)].map((text) => `${text}.`).join(" "),
  applies: (tables) => hasRows(tables, "work") || hasRows(tables, "staff"),
  body: staffBody,
  source: "Källa: personalens svar.",
});

export const cooperation: Section = {
  id: "cooperation",
  question: "Hur samverkar parterna?",
  reads: [
    "coop_freq",
    "coop_quality",
    "coop_agreement",
    "coop_works",
    "coop_fails",
    "st_early_react",
    "st_handover_quality",
    "st_comm",
    "st_coop_change",
    "coop_works_note",
    "coop_fails_note",
    "st_shared_view",
    "st_plan_goal",
    "st_chain_thinking",
    "st_assess_prof",
    "st_assess_structured",
    "st_assess_evidence",
  ],
  method:
    "Varje part svarar om varje annan part i kommunen. Samverkan är allt annat än ”aldrig”. Det som en part inte svarat om är okänt och räknas inte som nej. Täthet är samverkan genom " +
    "alla svar, med gränser för det okända; ömsesidighet är andelen av svaren som besvaras, bland par där båda svarat. Mellanposition är Freemans betweenness.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const networks = placeNetworks(data);
    return {
      status: "ok",
      tables: {
        measures: measuresTable(data, networks),
        ties: tiesTable(data, networks),
        parties: partiesTable(data, networks),
        kinds: kindsTable(data, networks),
        steps: stepsTable(data),
        staff: staffTable(data),
        work: workTable(data),
        change: changeTable(data),
        notes: notesTable(data),
      },
    };
  },

  sentences: (tables) =>
    [
      headline(tables),
      ...confirmed(tables),
      ...brokers(tables),
      ...stepwise(tables),
      ...better(tables),
      ...agreed(tables),
    ].map((text) => `${text}.`),

  placeSentences: (tables) => [headline(tables), ...confirmed(tables), ...brokers(tables)].map((text) => `${text}.`),

  charts: [matrix, network, steps, staff],
};

function headline(tables: Tables): string {
  const table = tableOf(tables, "measures");
  const known = table.rows.filter((row) => countIn(row.known) > 0);
  const [first] = known;
  if (first === undefined) return "Ingen part har svarat på hur den samverkar med de andra";
  if (known.length <= 2)
    return known
      .map((row) => inPlace(table, row))
      .join("; ")
      .replace(/; I/g, "; i");
  const dense = topRows(known, (row) => (typeof row.density === "number" ? row.density : undefined), -1);
  const sparse = topRows(known, (row) => (typeof row.density === "number" ? 1 - row.density : undefined), -1);
  const name = (rows: readonly TableRow[]) =>
    formatShortList(
      rows.map((row) => labelIn(table, "municipality", row.municipality)),
      2,
    );
  const said = (row: TableRow | undefined) =>
    `${formatNumber(countIn(row?.ties))} av ${formatNumber(countIn(row?.known))} svar`;
  if (dense.length === 0 || dense.length === known.length)
    return `Parterna har svarat om varandra i ${formatNumber(known.length)} kommuner`;
  return `Mest samverkan uppges i ${name(dense)} (${said(dense[0])}) och minst i ${name(sparse)} (${said(sparse[0])})`;
}

function inPlace(table: Table, row: TableRow): string {
  const unknown = countIn(row.possible) - countIn(row.known);
  const left =
    unknown > 0 ? ` (${formatNumber(unknown)} av ${formatNumber(countIn(row.possible))} möjliga svar saknas)` : "";
  return `I ${labelIn(table, "municipality", row.municipality)} säger ${formatNumber(countIn(row.ties))} av ${formatNumber(countIn(row.known))} svar att parterna samverkar${left}`;
}

function confirmed(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "measures");
  const sum = (key: string) => rows.reduce((all, row) => all + countIn(row[key]), 0);
  const [both, one, open] = [sum("confirmed"), sum("one_sided"), sum("unanswered")];
  if (both + one + open === 0) return [];
  return [
    `${sentenceCase(countInWords(both))} av ${countInWords(both + one + open)} samverkande par bekräftas av båda; i ${countInWords(one, true)} säger den andra nej och i ${countInWords(open, true)} har den andra inte svarat`,
  ];
}

const MOST_SCANNED = 200;

/** The party that most others name, where they are few enough to be told apart. */
function brokers(tables: Tables): readonly string[] {
  if (tableOf(tables, "measures").rows.reduce((sum, row) => sum + countIn(row.parties), 0) > MOST_SCANNED) return [];
  const table = tableOf(tables, "parties");
  const top = topRows(table.rows, (row) => countIn(row.broker));
  if (top.length === 0 || top.length > 2) return [];
  const named = top.map((row) => {
    const [party, place] = [labelIn(table, "party", row.party), labelIn(table, "municipality", row.municipality)];
    return party.includes(place) ? party : `${party} i ${place}`;
  });
  return [`Parter som inte samverkar med varandra har oftast ${formatShortList(named, 3)} som länk mellan sig`];
}

function stepwise(tables: Tables): readonly string[] {
  const table = tableOf(tables, "steps");
  const high = (row: TableRow) => (countIn(row.c4) + countIn(row.c5)) / Math.max(1, countIn(row.n));
  const most = (aspect: string) =>
    topRows(
      table.rows.filter((row) => row.aspect === aspect && countIn(row.n) > 0),
      high,
    );
  const said = (rows: readonly TableRow[]) => {
    const names = formatShortList(
      rows.map((row) => `”${inSentence(labelIn(table, "step", row.step))}”`),
      3,
    );
    const [row] = rows;
    const n = countIn(row?.n);
    const alike = rows.every((one) => countIn(one.n) === n);
    const share =
      row === undefined || !alike
        ? formatPercent(row === undefined ? 0 : high(row))
        : `${formatNumber(countIn(row.c4) + countIn(row.c5))} av ${formatNumber(n)} svar`;
    return `${rows.length > 1 ? "stegen" : "steget"} ${names} (i hög eller mycket hög grad enligt ${share}${rows.length > 1 ? " vardera" : ""})`;
  };
  const [works, fails] = [most("works"), most("fails")];
  return [
    ...(fails.length > 0 ? [`Samverkan brister mest i ${said(fails)}`] : []),
    ...(works.length > 0 ? [`Samverkan fungerar bäst i ${said(works)}`] : []),
  ];
}

function better(tables: Tables): readonly string[] {
  const [row] = tableOf(tables, "change").rows;
  const keys = ["decreased_much", "decreased", "unchanged", "increased", "increased_much"];
  if (hidesAny(row, keys)) return [`Vad personalen säger om hur samverkan har ändrats ${NOT_SHOWN}`];
  const sum = (...keys: readonly string[]) => keys.reduce((all, key) => all + countIn(row?.[key]), 0);
  const n = sum(...keys);
  if (n === 0) return [];
  return [
    `Personalen: samverkan har blivit bättre enligt ${counted(sum("increased", "increased_much"), ["svar", "svar"], true)} av ${formatNumber(n)} och sämre enligt ${formatNumber(sum("decreased", "decreased_much"))}`,
  ];
}

/** What the staff agree with most and least, of the statements about plans and assessments. */
function agreed(tables: Tables): readonly string[] {
  const table = tableOf(tables, "work");
  const shown = table.rows.filter((row) => !hidesRatings(row));
  const hides = shown.length < table.rows.length;
  const rows = shown.filter((row) => countIn(row.n) > 0);
  const share = (row: TableRow) => (countIn(row.c4) + countIn(row.c5)) / countIn(row.n);
  const said = (found: readonly TableRow[]) => {
    const [row] = found;
    const names = formatShortList(
      found.map((one) => `”${inSentence(labelIn(table, "code", one.code))}”`),
      2,
    );
    return row === undefined ? "" : `${names} (${shareOfAnswers(share(row), countIn(row.n))})`;
  };
  const [most, least] = [topRows(rows, share, -1), topRows(rows, (row) => 1 - share(row), -1)];
  if (most.length === 0) return hides ? [`Vad personalen instämmer i ${NOT_SHOWN}`] : [];
  if (most.length === rows.length) return [`Så många av personalen instämmer i ${said(most)}`];
  return [`Personalen instämmer${hides ? ", av det som visas," : ""} mest i ${said(most)} och minst i ${said(least)}`];
}
