/** Estimates of the whole target group, each method with its estimate or with the reason why it gives none. */
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import type { CaptureTable } from "../stats/list-patterns.ts";
import type { LpSolver } from "../stats/lp.ts";
import { counted, formatNumber, formatRange } from "../text/format.ts";
import { missing, type Labels } from "./cells.ts";
import { groupAndPeriod, municipalityLabels, partyLabels } from "./places.ts";
import { chaoTable } from "./profile-known-by.ts";
import { estimatesOfMunicipality, type Statements } from "./unduplicated-bounds.ts";
import { modelsTable, patternsTable } from "./unduplicated-model-tables.ts";
import { judgedModels, type JudgedModel } from "./unduplicated-models.ts";
import { patternsOf, type PatternRefusal } from "./unduplicated-patterns.ts";

const NONE: TableCell = missing("cannot_state");
/** The smallest number of parties that the models need. */
const LEAST_LISTS = 3;

/**
 * `estimates`: one row a method and municipality (Chapman: a pair of parties whose overlap is stated). `models`: every
 * log-linear model that was tried. `patterns`: the table that they were fitted to.
 *
 * `expected` is, by municipality, how many parties cover it.
 */
export function estimateTables(
  data: Dataset,
  statements: readonly Statements[],
  expected: ReadonlyMap<string, number>,
  solver: LpSolver,
): { readonly estimates: Table; readonly models: Table; readonly patterns: Table } {
  const group = groupAndPeriod(data.study);
  const parties = partyLabels(data.study);
  const labels = { municipality: municipalityLabels(data) };
  const chao = new Map(chaoTable(data).rows.map((row) => [row.municipality, row]));
  const compared = statements.map((of) => {
    const table = patternsOf(of, expected.get(of.municipality) ?? 0);
    const models = typeof table === "string" ? [] : judgedModels(table, of.cap, solver);
    return { of, municipality: of.municipality, table, models };
  });
  const rows = compared.flatMap(({ of, table, models }) => [
    ...pairRows(of),
    logLinearRow(of.municipality, table, models),
    chaoRow(of.municipality, chao.get(of.municipality)),
  ]);
  return {
    estimates: estimatesTable(rows, group, { ...labels, parties }),
    models: modelsTable(compared, group, labels.municipality, parties),
    patterns: patternsTable(compared, group, { ...labels, parties }),
  };
}

/** One row a pair whose overlap is stated, estimate or refusal; one row for a municipality without any such pair. */
function pairRows(statements: Statements): readonly TableRow[] {
  const { municipality, pairs, sizes } = statements;
  const stated = new Set(pairs.flatMap(({ parties }) => parties));
  const of = new Map([...sizes].filter(([id]) => stated.has(id)));
  const head = { municipality, method: "chapman" };
  const rows = estimatesOfMunicipality({ ...statements, sizes: of }).flatMap((one): TableRow[] => {
    const parties = one.parties.join("|");
    if (one.estimate === undefined)
      return one.refused === "no-overlap-stated" ? [] : [{ ...head, parties, ...refused(one.note) }];
    const { chapman, se, logNormal } = one.estimate;
    return [{ ...head, parties, estimate: chapman, se, low: logNormal.low, high: logNormal.high, note: one.note }];
  });
  if (rows.length > 0) return rows;
  const note =
    sizes.size === 0
      ? "Ingen skattning: ingen part har angett antal."
      : `Ingen skattning: ${counted(sizes.size, ["part har", "parter har"])} angett antal, men inget par av dem har uppgett hur många de har gemensamt.`;
  return [{ ...head, parties: "", ...refused(note) }];
}

const refused = (note: string): TableRow => ({ estimate: NONE, se: NONE, low: NONE, high: NONE, note });

const REFUSALS: Readonly<Record<PatternRefusal, string>> = {
  "nobody-answered": "ingen part har angett antal",
  "fewer-than-three-parties": `modellerna kräver minst ${counted(LEAST_LISTS, ["part", "parter"])}`,
  "more-than-four-parties":
    "med fler än fyra parter räcker svaren inte för att räkna ut hur många personer som är kända hos precis vilka av dem",
  "party-missing": "alla parter i kommunen har inte angett ett antal",
  "stated-differently": "parter uppger olika antal gemensamma personer",
  contradiction: "uppgifterna om antal, gemensamma personer och hur många parter som känner dem går inte ihop",
  "not-determined": "det saknas uppgifter om gemensamma personer eller om hur många parter som känner dem",
};

const MODEL_ASSUMPTIONS =
  "Förutsätter exakta tal, att samma person känns igen och att sambandet mellan tre eller fler parter följer av paren. " +
  "Parter som hänvisar till varandra på ett sätt som modellen saknar ger för låga tal, modeller med många samband ofta för höga.";

/** The range over the models that can be defended: never one of them. */
function logLinearRow(municipality: string, table: CaptureTable | PatternRefusal, models: readonly JudgedModel[]) {
  const head = { municipality, method: "log_linear", parties: "" };
  if (typeof table === "string") return { ...head, ...refused(`Ingen skattning: ${REFUSALS[table]}.`) };
  const kept = models.flatMap(({ fit, objection }) => (fit === undefined || objection !== undefined ? [] : [fit]));
  const parties = table.lists.join("|");
  if (kept.length === 0) {
    const why = models.some(({ fit }) => fit !== undefined)
      ? "ingen modell kan försvaras, se tabellen över modeller"
      : "parterna har för få gemensamma personer";
    return { ...head, parties, ...refused(`Ingen skattning: ${why}.`) };
  }
  const values = kept.map(({ estimate }) => Math.round(estimate));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const words =
    kept.length === 1
      ? `En modell kan försvaras och ger ${formatNumber(least)}; det är för litet för att lita på den.`
      : `${formatRange(least, most)} i ${formatNumber(kept.length)} modeller som kan försvaras av ${formatNumber(models.length)} prövade.`;
  return {
    ...head,
    parties,
    estimate: NONE,
    se: NONE,
    low: Math.min(...kept.map(({ low }) => low)),
    high: Math.max(...kept.map(({ high }) => high)),
    note: `${words} ${MODEL_ASSUMPTIONS}`,
  };
}

function chaoRow(municipality: string, row: TableRow | undefined): TableRow {
  const { lower_bound: estimate = NONE, low = NONE, high = NONE, note = "" } = row ?? {};
  return { municipality, method: "chao", parties: "", estimate, se: NONE, low, high, note };
}

const METHODS: Labels = {
  chapman: "Chapman, två listor",
  log_linear: "Log-linjära modeller, spann",
  chao: "Chaos nedre gräns",
};

function estimatesTable(rows: readonly TableRow[], group: string, labels: Table["labels"]): Table {
  return {
    id: "estimates",
    title: `Skattningar av hela målgruppen, även dem som ingen part känner till, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "method", label: "Metod", unit: "code" },
      { key: "parties", label: "Parter", unit: "" },
      { key: "estimate", label: "Skattning", unit: "persons" },
      { key: "se", label: "Medelfel", unit: "persons" },
      { key: "low", label: "95 % intervall, lägst", unit: "persons" },
      { key: "high", label: "95 % intervall, högst", unit: "persons" },
      { key: "note", label: "Förutsättningar, eller varför det inte går", unit: "" },
    ],
    rows,
    notes: [
      "Par som ingen av parterna uppgett gemensamma personer för står inte i tabellen.",
      "De log-linjära modellerna ges som ett spann, från lägsta till högsta intervallände bland modeller som kan försvaras. Chaos tal är en nedre gräns, ingen skattning.",
    ],
    labels: { ...labels, method: METHODS },
  };
}
