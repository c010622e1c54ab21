/** The lanes of one case in one municipality, from the tables of the section. */
import type { Table, TableCell, TableRow } from "../section.ts";
import { formatNumber, formatRange, inSentence } from "../text/format.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { countIn, labelIn, textIn } from "./read-table.ts";
import { HATCH } from "./scene.ts";
import type { FigureRow, Handover, LaneCell, SwimLane, SwimLanes } from "./swim-lanes.ts";
import { COLOURS, STEPS_OF_DEEP } from "./tokens.ts";

export const LANE_FILLS = {
  leads: COLOURS.deep,
  named: COLOURS.card,
  acts: STEPS_OF_DEEP[1],
  sees: COLOURS.neutral,
  silent: HATCH,
} as const;

/** A meeting together or a joint plan is a whole line, a letter or a call a broken one. */
const DASHES: Readonly<Record<string, string | undefined>> = { letter: "6 3", phone: "6 3", none: "2 3" };

export interface Journey {
  readonly stages: Table;
  readonly summary: Table;
  readonly case: string;
  readonly municipality: string;
}

interface PartyStage {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Others that name it as the one who leads. */
  readonly namedBy: number;
}

const codesIn = (cell: TableCell | undefined): readonly string[] =>
  textIn(cell)
    .split("|")
    .filter((code) => code !== "");

export const isAnswered = (row: TableRow): boolean =>
  [row.detects, row.lead, row.lead_others, row.next, row.actions, row.retell].some((cell) => typeof cell === "string");

export const leads = (row: TableRow): boolean => row.lead === row.party_kind;
export const acts = (row: TableRow): boolean => codesIn(row.actions).some((code) => code !== "no_action");
export const sees = (row: TableRow): boolean => row.detects === "certainly" || row.detects === "likely";

/** The party that an answer names beside itself. */
export function namedIn(row: TableRow): string {
  const lead = textIn(row.lead);
  return lead === "" || lead === "none" || lead === "unclear" ? textIn(row.lead_others) : lead;
}

/** Kinds of parties in the order of the table: those asked, then those that are only named. */
export function kindsOfJourney({ stages, ...journey }: Journey): ReadonlyMap<string, readonly TableRow[]> {
  const kinds = new Map<string, TableRow[]>();
  for (const row of stages.rows) {
    if (row.case !== journey.case || row.municipality !== journey.municipality) continue;
    const kind = textIn(row.party_kind);
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  const named = new Set([...kinds.values()].flat().flatMap((row) => [namedIn(row), textIn(row.next)]));
  for (const kind of named) {
    const isParty = stages.labels["party_kind"]?.[kind] !== undefined;
    if (isParty && !kinds.has(kind)) kinds.set(kind, []);
  }
  return kinds;
}

export function lanesOf(journey: Journey): SwimLanes {
  const { stages, summary } = journey;
  const told = summary.rows.filter((row) => row.case === journey.case && row.municipality === journey.municipality);
  const byKind = [...kindsOfJourney(journey)];
  const all = byKind.flatMap(([, rows]) => rows);
  const of = (rows: readonly TableRow[], stage: TableRow) => rows.filter((row) => row.stage === stage.stage);
  const lanes = byKind.map(([kind, rows]): SwimLane => {
    const label = laneName(stages, kind, rows);
    return {
      label,
      cells: told.map((stage) => {
        const here = of(rows, stage);
        const namedBy = of(all, stage).filter((row) => row.party_kind !== kind && namedIn(row) === kind).length;
        const key = `${journey.case}/${journey.municipality}/${countIn(stage.stage)}/${kind}`;
        return laneCell(stages, key, `${label}, skede ${countIn(stage.stage)}`, { name: label, rows: here, namedBy });
      }),
    };
  });
  return {
    heading: `${labelIn(summary, "case", journey.case)}, ${labelIn(summary, "municipality", journey.municipality)}`,
    stages: told.map((row) => `${countIn(row.stage)}. ${textIn(row.title)} (${formatNumber(countIn(row.age))} år)`),
    lanes,
    handovers: told.slice(0, -1).flatMap((stage, s) => handoversOf(of(all, stage), s, byKind)),
    figures: figuresOf(summary, told, `${journey.case}/${journey.municipality}`),
  };
}

/** The party itself where it is alone of its kind. */
export function laneName(stages: Table, kind: string, rows: readonly TableRow[]): string {
  const parties = [...new Set(rows.map((row) => textIn(row.party)))];
  const [only] = parties;
  if (parties.length === 1) return labelIn(stages, "party", only);
  const name = labelIn(stages, "party_kind", kind);
  return parties.length === 0 ? `${name} (inte tillfrågad)` : `${name} (${parties.length} parter)`;
}

function laneCell(stages: Table, key: string, place: string, { rows, namedBy }: PartyStage): LaneCell | undefined {
  const others = namedBy === 0 ? "" : `Utpekad av ${formatNumber(namedBy)}`;
  const also = others === "" ? "" : `, ${inSentence(others)}`;
  const answered = rows.filter(isAnswered);
  if (rows.length > 0 && answered.length === 0)
    return { key, tip: `${place}: inget svar${also}`, fill: LANE_FILLS.silent, words: others || "Inget svar" };
  const does = [...new Set(answered.flatMap((row) => codesIn(row.actions)))]
    .map((code) => inSentence(labelIn(stages, "actions", code)))
    .sort(compareSwedish);
  const seen = [...new Set(answered.map((row) => labelIn(stages, "detects", row.detects).toLowerCase()))].filter(
    Boolean,
  );
  const parts = [
    ...(seen.length > 0 ? [`upptäcker behovet: ${seen.join(", ")}`] : []),
    ...(does.length > 0 ? [`gör: ${does.join(", ")}`] : []),
    ...(answered.some(leads) ? ["säger att den leder"] : []),
    ...(others === "" ? [] : [inSentence(others)]),
  ];
  const tip = `${place}: ${parts.join("; ") || "säger inget om skedet"}`;
  if (answered.some(leads)) return { key, tip, fill: LANE_FILLS.leads, words: "Leder" };
  if (namedBy > 0) return { key, tip, fill: LANE_FILLS.named, stroke: COLOURS.rust, words: others };
  if (answered.some(acts)) return { key, tip, fill: LANE_FILLS.acts, words: "Gör något" };
  if (answered.some(sees)) return { key, tip, fill: LANE_FILLS.sees, words: "Ser behovet" };
  return undefined;
}

/** More arrows than this from parties of which none leads show no way. */
const MOST_LOOSE_ENDS = 4;

/** From those who lead; where nobody does, from all who say who takes over while they are few. Each way once. */
function handoversOf(
  rows: readonly TableRow[],
  stage: number,
  byKind: readonly (readonly [string, readonly TableRow[]])[],
): readonly Handover[] {
  const place = new Map(byKind.map(([kind], i) => [kind, i]));
  const leading = rows.filter(leads);
  const found = new Map<string, Handover>();
  for (const row of leading.length > 0 ? leading : rows) {
    const [from, to] = [place.get(textIn(row.party_kind)), place.get(textIn(row.next))];
    if (from === undefined || to === undefined || from === to) continue;
    const dash = DASHES[textIn(row.handover)];
    found.set(`${from} ${to}`, { stage, from, to, ...(dash === undefined ? {} : { dash }) });
  }
  return leading.length === 0 && found.size > MOST_LOOSE_ENDS ? [] : [...found.values()];
}

/** "14–60", "minst 14" without an upper end. */
export function waitWords(row: TableRow): string {
  if (typeof row.wait_low !== "number") return "Inget svar";
  const high = row.wait_high;
  if (high === "∞") return `minst ${formatNumber(row.wait_low)}`;
  return formatRange(row.wait_low, countIn(high));
}

export function leadWords(summary: Table, row: TableRow): string {
  const named = codesIn(row.leads).map((code) => labelIn(summary, "leads", code));
  switch (textIn(row.verdict)) {
    case "agreed":
    case "unconfirmed":
      return named[0] ?? "";
    case "disputed":
      return `Oense: ${formatNumber(named.length)} olika svar`;
    case "nobody":
      return "Ingen";
    default:
      return "Inget svar";
  }
}

/** "3 av 4"; a dash where nobody has answered. */
const share = (n: TableCell | undefined, of: TableCell | undefined): string =>
  countIn(of) === 0 ? "–" : `${formatNumber(countIn(n))} av ${formatNumber(countIn(of))}`;

function figuresOf(summary: Table, told: readonly TableRow[], place: string): readonly FigureRow[] {
  const row = (
    id: string,
    label: string,
    cell: (stage: TableRow) => Omit<FigureRow["cells"][number], "key" | "tip">,
  ) => ({
    label,
    cells: told.map((stage) => {
      const made = cell(stage);
      const key = `${place}/${countIn(stage.stage)}/${id}`;
      return {
        key,
        tip: `Skede ${countIn(stage.stage)}, ${inSentence(label)}: ${detail(summary, id, stage) || made.words}`,
        ...made,
      };
    }),
  });
  const isClear = (stage: TableRow) => stage.verdict === "agreed";
  return [
    row("lead", "Vem leder?", (stage) => ({
      words: leadWords(summary, stage),
      colour: isClear(stage) ? COLOURS.deep : COLOURS.rust,
    })),
    row("contacts_young", "Den unga har kontakt med", (stage) => ({ words: contacts(stage.contacts_young) })),
    row("contacts_parents", "Föräldrarna har kontakt med", (stage) => ({ words: contacts(stage.contacts_parents) })),
    row("retell", "Måste berätta igen", (stage) => ({ words: share(stage.retellings, stage.retell_answers) })),
    row("wait", "Väntan, dagar", (stage) => ({
      words: waitWords(stage),
      ...(typeof stage.wait_low === "number"
        ? { low: stage.wait_low, high: stage.wait_high === "∞" ? stage.wait_low : countIn(stage.wait_high) }
        : {}),
    })),
  ];
}

const contacts = (cell: TableCell | undefined): string =>
  typeof cell === "string" ? formatNumber(codesIn(cell).length) : "–";

function detail(summary: Table, id: string, stage: TableRow): string {
  if (id === "lead")
    return codesIn(stage.leads)
      .map((code) => labelIn(summary, "leads", code))
      .join(", ");
  if (id === "contacts_young" || id === "contacts_parents")
    return codesIn(stage[id])
      .map((code) => labelIn(summary, id, code))
      .join(", ");
  return "";
}
