/** How long each step takes, in the words of the parties, the staff and the young people; never put together. */
import { STEPS, type PartyKind, type SOURCES, type Step } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableColumn, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { allInOne, byKind, type Groups } from "./groups.ts";
import { binTimes, emptyTally, partyTimes, sumOf, talliesOf, type Tally, type Times } from "./lead-times-answers.ts";
import { estimateOf, normFor, summaryOf } from "./lead-times-norms.ts";
import { KIND_LABELS, kindsOf, periodOf } from "./places.ts";

export const TIME_GROUPS = {
  party: "Parterna",
  staff: "Personalen",
  voice: "De unga och vårdnadshavarna",
};
export const stepLabels = labelsOf(STEPS);

/** What young people are asked about: the wait from the beginning, which no other group is asked about. */
const VOICE_TIMES: Readonly<Partial<Record<Step, string>>> = {
  first_contact: "v_wait_first",
  intervention_start: "v_wait_support",
};

interface GroupOf {
  readonly group: keyof typeof TIME_GROUPS;
  readonly responses: Responses;
  /** By kind of party; one group alone for those who belong to none. */
  readonly kinds: Groups;
  /** Undefined for steps that the group is not asked about. */
  readonly times: (step: Step) => Times | undefined;
}

/** The parties, and of the others those that somebody has answered. */
function groupsOf({ responses, study }: Dataset): readonly GroupOf[] {
  const [party, staff, voice] = [responses.get("party"), responses.get("staff"), responses.get("voice")];
  const found: GroupOf[] = [];
  if (party !== undefined)
    found.push({
      group: "party",
      responses: party,
      kinds: byKind(party, study),
      times: (step) => partyTimes(party, step),
    });
  if (staff !== undefined && staff.n > 0)
    found.push({
      group: "staff",
      responses: staff,
      kinds: byKind(staff, study),
      times: (step) => binTimes(staff, `st_lt.${step}`),
    });
  if (voice !== undefined && voice.n > 0)
    found.push({
      group: "voice",
      responses: voice,
      kinds: allInOne(voice),
      times: (step) => {
        const name = VOICE_TIMES[step];
        return name === undefined ? undefined : binTimes(voice, name);
      },
    });
  return found;
}

export interface LeadTimeTables {
  readonly by_step: Table;
  readonly distribution: Table;
}

export function leadTimeTables(data: Dataset): LeadTimeTables {
  const { study } = data;
  const steps: TableRow[] = [];
  const masses: TableRow[] = [];
  const groups = groupsOf(data);
  for (const { code: step } of STEPS)
    for (const { group, responses, kinds, times } of groups) {
      const asked = times(step);
      if (asked === undefined) continue;
      const tallies = talliesOf(responses, kinds, asked);
      const all = sumOf(tallies);
      const overall = estimateOf(all);
      const rowOf = (party_kind: string, tally: Tally, cells: TableRow): TableRow => ({
        step,
        group,
        party_kind,
        ...cells,
        dont_know: tally.dontKnow,
        not_applicable: tally.notApplicable,
        no_answer: tally.noAnswer,
      });
      steps.push(rowOf("all", all, summaryOf(all, normFor(study, step, "all"), overall?.median)));
      if (group !== "voice")
        kinds.ids.forEach((kind, place) => {
          const tally = tallies[place] ?? emptyTally();
          steps.push(rowOf(kind, tally, summaryOf(tally, normFor(study, step, kind as PartyKind))));
        });
      for (const { from, to, mass } of overall?.masses ?? [])
        if (mass > 0) masses.push({ step, group, from_days: Math.max(0, from), to_days: to ?? "∞", mass });
    }
  return { by_step: byStepTable(study, steps), distribution: distributionTable(study, masses) };
}

const SUMMARY: readonly TableColumn[] = [
  { key: "n", label: "Svar med tid", unit: "responses" },
  { key: "median_low", label: "Medianen är mer än", unit: "days" },
  { key: "median_high", label: "Medianen är högst", unit: "days" },
  { key: "norm_days", label: "Norm", unit: "days" },
  { key: "within_norm", label: "Säkert inom normen", unit: "share" },
  { key: "possibly_within", label: "Kanske inom normen", unit: "share" },
  { key: "over_norm", label: "Säkert över normen", unit: "share" },
];

function byStepTable(study: Study, rows: readonly TableRow[]): Table {
  const used = study.norms.filter((norm) =>
    [...kindsOf(study), "all" as const].some((kind) => normFor(study, norm.step, kind) === norm),
  );
  return {
    id: "by_step",
    title: `Hur lång tid det oftast tar, dagar, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      ...SUMMARY,
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "not_applicable", label: "Inte aktuellt", unit: "responses" },
      { key: "no_answer", label: "Ingen tid angiven", unit: "responses" },
    ],
    rows,
    notes: [
      "Tiderna är vad parterna och personalen säger är det vanliga, inte uppmätta väntetider för enskilda personer.",
      ...(rows.some(({ group }) => group === "voice")
        ? [
            "De unga och vårdnadshavarna säger hur länge de själva väntade på det första mötet och på att hjälpen började, räknat från början. Parternas och personalens steg räknas från steget före.",
          ]
        : []),
      ...used.map(
        ({ step, party_kind, days, source, valid_from }) =>
          `Norm för ${stepLabels[step] ?? step}, ${party_kind === undefined ? "alla parter" : KIND_LABELS[party_kind]}: ${days} dagar från ${valid_from} (${source}).`,
      ),
    ],
    labels: { step: stepLabels, group: TIME_GROUPS, party_kind: { all: "Alla", ...KIND_LABELS } },
  };
}

function distributionTable(study: Study, rows: readonly TableRow[]): Table {
  return {
    id: "distribution",
    title: `Fördelning av tiderna, andel av svaren, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "from_days", label: "Mer än", unit: "days" },
      { key: "to_days", label: "Högst", unit: "days" },
      { key: "mass", label: "Andel", unit: "share" },
    ],
    rows,
    notes: ["Var i intervallet tiderna ligger går inte att säga."],
    labels: { step: stepLabels, group: TIME_GROUPS },
  };
}

/** `measured`: from a register or counted by hand; `perceived`: a judgement; `unstated`: the party has not said. */
const TIME_SOURCES = {
  measured: "Uppmätt",
  perceived: "Uppfattat",
  unstated: "Källa inte angiven",
};
const SOURCE_IDS = Object.keys(TIME_SOURCES);
const MEASURED: ReadonlySet<string> = new Set<(typeof SOURCES)[number]["code"]>(["register", "manual_count"]);

/** The parties' times by what they build on. */
export function measuredTable({ responses, study }: Dataset): Table {
  const party = responses.get("party");
  const rows = STEPS.flatMap(({ code: step }) => {
    if (party === undefined) return [];
    const tallies = talliesOf(party, bySource(party, step), partyTimes(party, step));
    return SOURCE_IDS.map((source, place): TableRow => ({
      step,
      source,
      ...summaryOf(tallies[place] ?? emptyTally(), normFor(study, step, "all")),
    }));
  });
  return {
    id: "measured",
    title: `Parternas tider efter vad de bygger på, dagar, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "source", label: "Bygger på", unit: "code" },
      ...SUMMARY,
    ],
    rows,
    notes: ["Uppmätt är det som kommer från verksamhetssystem eller manuell räkning. Uppfattat är en bedömning."],
    labels: { step: stepLabels, source: TIME_SOURCES },
  };
}

function bySource(party: Responses, step: Step): Groups {
  const column = party.columns.get(`lt_source.${step}`);
  const unstated = SOURCE_IDS.indexOf("unstated");
  if (column?.kind !== "single") return { ids: SOURCE_IDS, of: new Int32Array(party.n).fill(unstated) };
  const places = column.codes.map((code) => SOURCE_IDS.indexOf(MEASURED.has(code) ? "measured" : "perceived"));
  const of = Int32Array.from(column.values, (value, i) =>
    column.reasons[i] === 0 ? (places[value] ?? unstated) : unstated,
  );
  return { ids: SOURCE_IDS, of };
}
