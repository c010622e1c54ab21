import { CERTAINTY, HANDOVERS, LEADERS, NO_ACTION, OTHER_ACTION } from "../../survey-definitions/case-options.ts";
import type { Category } from "../../survey-definitions/codes.ts";
import { stagesOf, type StageRow } from "../../survey-definitions/study-cases.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { leadVerdict, pointAtEachOther } from "./case-journey-lead.ts";
import { measureJourney, tallyStage, type JourneyMeasures, type StageTally } from "./case-journey-tally.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { instrumentPlaces, KIND_LABELS, municipalityLabels, partyLabels } from "./places.ts";
import { wordReader } from "./word-cells.ts";

export const VERDICTS: readonly Category[] = [
  { code: "agreed", label: "Alla är eniga" },
  { code: "unconfirmed", label: "Eniga, men parten har inte sagt det själv" },
  { code: "disputed", label: "Oense" },
  { code: "nobody", label: "Ingen leder" },
];

const YES_NO = { yes: "Ja", no: "Nej" };

export const caseLabels = ({ study }: Dataset) =>
  Object.fromEntries((study.cases ?? []).map(({ id, title }) => [id, title]));

const head = ({ case: story, stage }: StageRow) => ({ case: story.id, stage: stage.no, title: stage.title });

const HEAD_COLUMNS = [
  { key: "case", label: "Fall", unit: "code" },
  { key: "stage", label: "Skede", unit: "" },
  { key: "title", label: "Vad som händer", unit: "" },
];

/** One row a stage × party × municipality that it covers, answered or not. */
export function stagesTable(data: Dataset): Table {
  const { study } = data;
  const table = {
    id: "stages",
    title: "Vad varje part säger om varje skede",
    columns: [
      ...HEAD_COLUMNS,
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "detects", label: "Skulle upptäcka behovet", unit: "code" },
      { key: "actions", label: "Vad parten gör", unit: "code" },
      { key: "lead", label: "Vem som leder", unit: "code" },
      { key: "lead_others", label: "Vem som annars leder", unit: "code" },
      { key: "next", label: "Vem som tar vid", unit: "code" },
      { key: "handover", label: "Hur den unga överlämnas", unit: "code" },
      { key: "wait_low", label: "Väntan, kortast", unit: "days" },
      { key: "wait_high", label: "Väntan, längst", unit: "days" },
      { key: "retell", label: "Måste berätta igen", unit: "code" },
    ],
    notes: ["Varje part svarar för sig om samma berättelse. En part är en verksamhet i en kommun."],
    labels: {
      case: caseLabels(data),
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      detects: labelsOf(CERTAINTY),
      actions: labelsOf([...study.interventions, OTHER_ACTION, NO_ACTION]),
      lead: labelsOf(LEADERS),
      lead_others: labelsOf(LEADERS),
      next: labelsOf(LEADERS),
      handover: labelsOf(HANDOVERS),
      retell: YES_NO,
    },
  };
  return withLazyRows(table, () => stageRows(data));
}

function stageRows(data: Dataset): readonly TableRow[] {
  const places = instrumentPlaces(data, "case");
  const columns = data.responses.get("case")?.columns;
  return stagesOf(data.study).flatMap((stage) => {
    const cell = (base: string) => cellReader(columns?.get(`${base}.${stage.row}`));
    const [detects, lead, leadOthers] = [cell("stg_detects"), cell("stg_lead"), cell("stg_lead_others")];
    const [next, handover, retell] = [cell("stg_next"), cell("stg_handover_mode"), cell("stg_retell")];
    const [low, high] = [cell("stg_wait_days_low"), cell("stg_wait_days_high")];
    const actions = wordReader(columns?.get(`stg_your_action.${stage.row}`));
    return places.map(({ party, kind, municipality, row }): TableRow => ({
      ...head(stage),
      party,
      party_kind: kind,
      municipality,
      detects: detects(row),
      actions: actions(row),
      lead: lead(row),
      lead_others: leadOthers(row),
      next: next(row),
      handover: handover(row),
      wait_low: low(row),
      wait_high: high(row),
      retell: retell(row),
    }));
  });
}

export interface JourneyTables {
  readonly stage_summary: Table;
  readonly measures: Table;
}

/** What the parties of a municipality say together: by stage, and over the whole case. */
export function journeyTables(data: Dataset): JourneyTables {
  const tallies = new Map(stagesOf(data.study).map((stage) => [stage.row, tallyStage(data, stage.row)]));
  const { municipalities, cases = [] } = data.study;
  const summary = stagesOf(data.study).flatMap((stage) =>
    municipalities.map((municipality, place): TableRow => ({
      ...head(stage),
      age: stage.stage.age,
      municipality,
      ...summaryCells(tallies.get(stage.row)?.[place]),
    })),
  );
  const measures = cases.flatMap(({ id, stages }) =>
    municipalities.map((municipality, place): TableRow => {
      const journey = stages.flatMap(({ no }) => tallies.get(`${id}_${no}`)?.[place] ?? []);
      return { case: id, municipality, ...measureCells(journey) };
    }),
  );
  return { stage_summary: summaryTable(data, summary), measures: measuresTable(data, measures) };
}

const unbounded = (days: number): TableCell => (days === Infinity ? "∞" : days);
const joined = (codes: Iterable<string>): string => [...codes].join("|");

function summaryCells(tally: StageTally | undefined): TableRow {
  const none = missing("not_answered");
  const leads = tally?.leads ?? [];
  const stated = leads.filter(({ named }) => named !== undefined);
  const counts = new Map<string, number>();
  for (const { named = "" } of stated) counts.set(named, (counts.get(named) ?? 0) + 1);
  const isTold = (tally?.contactAnswers ?? 0) > 0;
  return {
    answers: tally?.answers ?? 0,
    verdict: leadVerdict(leads) ?? none,
    leads: stated.length === 0 ? none : joined([...counts].sort(([, a], [, b]) => b - a).map(([code]) => code)),
    lead_answers: stated.length,
    passed: pointAtEachOther(leads) ?? none,
    contacts_young: isTold ? joined(tally?.young ?? []) : none,
    contacts_parents: isTold ? joined(tally?.parents ?? []) : none,
    handovers: tally?.handovers ?? 0,
    next_answers: tally?.nextAnswers ?? 0,
    retellings: tally?.retellings ?? 0,
    retell_answers: tally?.retellAnswers ?? 0,
    wait_low: tally?.waitLow ?? none,
    wait_high: tally?.waitHigh === undefined ? none : unbounded(tally.waitHigh),
  };
}

function measureCells(stages: readonly StageTally[]): TableRow {
  const none = missing("not_answered");
  const answers = Math.max(0, ...stages.map((tally) => tally.answers));
  const found: JourneyMeasures = measureJourney(stages);
  const { verdicts, wait, passed, compared } = found;
  const known = verdicts.agreed + verdicts.unconfirmed + verdicts.disputed + verdicts.nobody;
  const told = (holds: (tally: StageTally) => boolean, value: number): TableCell => (stages.some(holds) ? value : none);
  const contacts = (value: number) => told(({ contactAnswers }) => contactAnswers > 0, value);
  const handovers = (value: number) => told(({ nextAnswers }) => nextAnswers > 0, value);
  const retellings = (value: number) => told(({ retellAnswers }) => retellAnswers > 0, value);
  return {
    answers,
    stages: stages.length,
    contacts: contacts(found.contacts_young + found.contacts_parents),
    contacts_young: contacts(found.contacts_young),
    contacts_parents: contacts(found.contacts_parents),
    actors: contacts(found.actors),
    handovers: handovers(found.handovers),
    handovers_all: handovers(found.handovers_all),
    retellings: retellings(found.retellings),
    retellings_all: retellings(found.retellings_all),
    wait_low: wait.stages === 0 ? none : wait.low,
    wait_high: wait.stages === 0 ? none : unbounded(wait.high),
    wait_stages: wait.stages,
    lead_stages: known,
    no_lead: known === 0 ? none : verdicts.disputed + verdicts.nobody,
    unconfirmed: known === 0 ? none : verdicts.unconfirmed,
    passed_share: compared === 0 ? none : passed / compared,
  };
}

function summaryTable(data: Dataset, rows: readonly TableRow[]): Table {
  return {
    id: "stage_summary",
    title: "Vad parterna i varje kommun säger tillsammans om varje skede",
    columns: [
      ...HEAD_COLUMNS,
      { key: "age", label: "Ålder", unit: "years" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "answers", label: "Parter som svarat", unit: "responses" },
      { key: "verdict", label: "Är de eniga om vem som leder?", unit: "code" },
      { key: "leads", label: "Utpekade att leda, flest först", unit: "code" },
      { key: "lead_answers", label: "Svar om vem som leder", unit: "responses" },
      { key: "passed", label: "Minst två tror att den andra leder", unit: "" },
      { key: "contacts_young", label: "Den ungas kontakter", unit: "code" },
      { key: "contacts_parents", label: "Föräldrarnas kontakter", unit: "code" },
      { key: "handovers", label: "Svar om att en annan part tar vid", unit: "responses" },
      { key: "next_answers", label: "Svar om vem som tar vid", unit: "responses" },
      { key: "retellings", label: "Svar om att den unga måste berätta igen", unit: "responses" },
      { key: "retell_answers", label: "Svar på frågan", unit: "responses" },
      { key: "wait_low", label: "Väntan, kortast", unit: "days" },
      { key: "wait_high", label: "Väntan, längst", unit: "days" },
    ],
    rows,
    notes: ["Väntan är den kortaste och den längsta som någon av parterna anger."],
    labels: {
      case: caseLabels(data),
      municipality: municipalityLabels(data),
      verdict: labelsOf(VERDICTS),
      leads: labelsOf(LEADERS),
      contacts_young: KIND_LABELS,
      contacts_parents: KIND_LABELS,
    },
  };
}

function measuresTable(data: Dataset, rows: readonly TableRow[]): Table {
  return {
    id: "measures",
    title: "Vägen genom fallet i varje kommun",
    columns: [
      { key: "case", label: "Fall", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "answers", label: "Parter som svarat", unit: "responses" },
      { key: "stages", label: "Skeden", unit: "stages" },
      { key: "contacts", label: "Kontakter", unit: "contacts" },
      { key: "contacts_young", label: "Den ungas kontakter", unit: "contacts" },
      { key: "contacts_parents", label: "Föräldrarnas kontakter", unit: "contacts" },
      { key: "actors", label: "Olika slag av parter", unit: "kinds of parties" },
      { key: "handovers", label: "Överlämningar, enligt någon", unit: "stages" },
      { key: "handovers_all", label: "Överlämningar, enligt alla", unit: "stages" },
      { key: "retellings", label: "Måste berätta igen, enligt någon", unit: "stages" },
      { key: "retellings_all", label: "Måste berätta igen, enligt alla", unit: "stages" },
      { key: "wait_low", label: "Väntan i allt, kortast", unit: "days" },
      { key: "wait_high", label: "Väntan i allt, längst", unit: "days" },
      { key: "wait_stages", label: "Skeden med väntan angiven", unit: "stages" },
      { key: "lead_stages", label: "Skeden med svar om vem som leder", unit: "stages" },
      { key: "no_lead", label: "Skeden utan självklar ledare", unit: "stages" },
      { key: "unconfirmed", label: "Skeden där den utpekade inte svarat att den leder", unit: "stages" },
      { key: "passed_share", label: "Andel skeden där minst två tror att den andra leder", unit: "share" },
    ],
    rows,
    notes: [
      "En kontakt är en part i ett skede, som någon av de svarande räknar med. Samma part i två skeden är två kontakter.",
      "Väntan är summan över de skeden där någon anger den. Skeden utan svar ingår inte, så den verkliga väntan kan vara längre.",
    ],
    labels: { case: caseLabels(data), municipality: municipalityLabels(data) },
  };
}
