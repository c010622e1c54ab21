/** What the parties of each municipality say about one stage of a case, gathered from the columns. */
import type { PartyKind } from "../../survey-definitions/codes.ts";
import { codeAt, numberAt, type Column, type Dataset, type Responses } from "../dataset.ts";
import {
  isNobody,
  leadVerdict,
  namedLead,
  pointAtEachOther,
  type LeadStatement,
  type LeadVerdict,
} from "./case-journey-lead.ts";

export interface StageTally {
  /** Answers to the questionnaire from the municipality, whatever they say about this stage. */
  answers: number;
  readonly leads: LeadStatement[];
  /** Kinds of parties that somebody names as a contact, in the order in which they are met. */
  readonly young: Set<string>;
  readonly parents: Set<string>;
  /** Answers that say anything about contacts. */
  contactAnswers: number;
  /** Answers that say who takes over, and those of them that name another party than the one that leads. */
  nextAnswers: number;
  handovers: number;
  retellAnswers: number;
  retellings: number;
  /** Shortest and longest wait that anybody states, in days; `waitHigh` is Infinity where only a shortest one is stated. */
  waitLow: number | undefined;
  waitHigh: number | undefined;
}

const emptyTally = (): StageTally => ({
  answers: 0,
  leads: [],
  young: new Set(),
  parents: new Set(),
  contactAnswers: 0,
  nextAnswers: 0,
  handovers: 0,
  retellAnswers: 0,
  retellings: 0,
  waitLow: undefined,
  waitHigh: undefined,
});

/** One tally a municipality, in the study's order. @param row `<case id>_<stage no>` */
export function tallyStage({ study, responses }: Dataset, row: string): readonly StageTally[] {
  const tallies = study.municipalities.map(emptyTally);
  const answers = responses.get("case");
  if (answers === undefined) return tallies;
  const read = stageReader(answers, row);
  for (let i = 0; i < answers.n; i++) {
    const tally = tallies[answers.municipality[i] ?? -1];
    const kind = study.parties[answers.party[i] ?? -1]?.kind;
    if (tally !== undefined && kind !== undefined) addAnswer(tally, kind, read, i);
  }
  return tallies;
}

function addAnswer(tally: StageTally, kind: PartyKind, read: StageReader, i: number): void {
  tally.answers++;
  const lead = namedLead(read.lead(i), read.leadOthers(i));
  tally.leads.push({ kind, named: lead });
  const [young, parents] = [read.young(i), read.parents(i)];
  if (young !== undefined || parents !== undefined) tally.contactAnswers++;
  for (const code of young ?? []) if (code !== "none") tally.young.add(code);
  for (const code of parents ?? []) if (code !== "none") tally.parents.add(code);
  const next = read.next(i);
  if (next !== undefined) {
    tally.nextAnswers++;
    if (!isNobody(next) && next !== (lead === undefined || isNobody(lead) ? kind : lead)) tally.handovers++;
  }
  const retell = read.retell(i);
  if (retell !== undefined) tally.retellAnswers++;
  if (retell === "yes") tally.retellings++;
  const [low, high] = [read.low(i), read.high(i)];
  if (low === undefined && high === undefined) return;
  tally.waitLow = Math.min(tally.waitLow ?? Infinity, low ?? 0);
  tally.waitHigh = Math.max(tally.waitHigh ?? 0, high ?? Infinity);
}

type StageReader = ReturnType<typeof stageReader>;

function stageReader({ columns }: Responses, row: string) {
  const of = (base: string) => columns.get(`${base}.${row}`);
  return {
    lead: codes(of("stg_lead")),
    leadOthers: codes(of("stg_lead_others")),
    next: codes(of("stg_next")),
    retell: codes(of("stg_retell")),
    young: lists(of("stg_contacts_young")),
    parents: lists(of("stg_contacts_parent")),
    low: numbers(of("stg_wait_days_low")),
    high: numbers(of("stg_wait_days_high")),
  };
}

const nothing = () => undefined;

const codes = (column: Column | undefined): ((i: number) => string | undefined) =>
  column?.kind === "single" ? (i) => codeAt(column, i) : nothing;

const numbers = (column: Column | undefined): ((i: number) => number | undefined) =>
  column?.kind === "number" ? (i) => numberAt(column, i) : nothing;

const lists = (column: Column | undefined): ((i: number) => readonly string[] | undefined) =>
  column?.kind === "multiple" ? (i) => (column.reasons[i] === 0 ? column.values[i] : undefined) : nothing;

export interface JourneyMeasures {
  readonly contacts_young: number;
  readonly contacts_parents: number;
  readonly actors: number;
  /** Stages in which somebody, and in which everybody who answers, says so. */
  readonly handovers: number;
  readonly handovers_all: number;
  readonly retellings: number;
  readonly retellings_all: number;
  readonly wait: { readonly low: number; readonly high: number; readonly stages: number };
  readonly verdicts: Readonly<Record<LeadVerdict, number>>;
  /** Stages in which at least two parties believe that the other leads, of those with two statements or more. */
  readonly passed: number;
  readonly compared: number;
}

/** The way through all stages of a case. Sums over stages; a stage about which nobody says anything adds nothing. */
export function measureJourney(stages: readonly StageTally[]): JourneyMeasures {
  const sum = (value: (tally: StageTally) => number) => stages.reduce((total, tally) => total + value(tally), 0);
  const waits = stages.flatMap(({ waitLow, waitHigh }) => (waitLow === undefined ? [] : [{ waitLow, waitHigh }]));
  const verdicts = { agreed: 0, unconfirmed: 0, disputed: 0, nobody: 0 };
  let [passed, compared] = [0, 0];
  for (const { leads } of stages) {
    const verdict = leadVerdict(leads);
    if (verdict !== undefined) verdicts[verdict]++;
    const points = pointAtEachOther(leads);
    if (points !== undefined) compared++;
    if (points === true) passed++;
  }
  return {
    contacts_young: sum(({ young }) => young.size),
    contacts_parents: sum(({ parents }) => parents.size),
    actors: new Set(stages.flatMap(({ young, parents }) => [...young, ...parents])).size,
    handovers: sum(({ handovers }) => Number(handovers > 0)),
    handovers_all: sum(({ handovers, nextAnswers }) => Number(handovers > 0 && handovers === nextAnswers)),
    retellings: sum(({ retellings }) => Number(retellings > 0)),
    retellings_all: sum(({ retellings, retellAnswers }) => Number(retellings > 0 && retellings === retellAnswers)),
    wait: {
      low: waits.reduce((total, { waitLow }) => total + waitLow, 0),
      high: waits.reduce((total, { waitHigh = Infinity }) => total + waitHigh, 0),
      stages: waits.length,
    },
    verdicts,
    passed,
    compared,
  };
}
