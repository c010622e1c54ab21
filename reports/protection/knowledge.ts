/**
 * What anybody may take for granted of the counts of an answer before anything is published: parts are at most the whole,
 * what two parties share is at most what each has. Only what holds in the answers, since the attacker is taken to know
 * those of them that are true.
 */
import { SUM_RULES, WITHIN } from "../../survey-definitions/follow-up-relations.ts";
import type { Dataset } from "../dataset.ts";
import { BESIDE, SUBGROUPS } from "../sections/profile-groups.ts";
import type { PersonCell, PersonCells, Terms } from "./person-cells.ts";

/** low ≤ Σ coefficient × count ≤ high. */
export interface Knowledge {
  readonly terms: Terms;
  readonly low: number;
  readonly high: number;
}

type Answer = ReadonlyMap<string, PersonCell>;

const AMONG_KNOWN = SUBGROUPS.flatMap(({ code }) => (BESIDE.has(code) ? [] : [`n_${code}`]));
/** Defined so that nobody is in two of them. */
const APART = ["n_substance_social", "n_substance_psych", "n_substance_both"];

export function knowledgeOf(data: Dataset, people: PersonCells): readonly Knowledge[] {
  const party = data.responses.get("party");
  const followUp = data.responses.get("follow-up");
  const rowOf = new Map<string, number>();
  for (let row = 0; row < (party?.n ?? 0); row++)
    rowOf.set(`${data.study.parties[party?.party[row] ?? -1]?.id ?? ""}|${party?.municipality[row] ?? -1}`, row);
  const found: Knowledge[] = [];
  for (let row = 0; row < (party?.n ?? 0); row++) {
    const answer = people.of("party", row);
    const self = data.study.parties[party?.party[row] ?? -1]?.id ?? "";
    const otherAnswer = (id: string) => {
      const other = rowOf.get(`${id}|${party?.municipality[row] ?? -1}`);
      return other === undefined ? undefined : people.of("party", other);
    };
    found.push(...ofParty(answer), ...ofOverlaps(answer, self, otherAnswer));
  }
  for (let row = 0; row < (followUp?.n ?? 0); row++) found.push(...ofFollowUp(people.of("follow-up", row)));
  return found;
}

const sumOf = (cells: readonly PersonCell[]): number => cells.reduce((sum, { value }) => sum + value, 0);

/** The parts together are at most the whole; or exactly, where they are and `all` of them are stated. */
function within(parts: readonly PersonCell[], whole: PersonCell | undefined, all = false): readonly Knowledge[] {
  if (whole === undefined || parts.length === 0 || sumOf(parts) > whole.value) return [];
  const isWhole = all && sumOf(parts) === whole.value;
  const terms: Terms = [...parts.map((part) => [part, 1] as const), [whole, -1]];
  return [{ terms, low: isWhole ? 0 : -Infinity, high: 0 }];
}

const stated = (answer: Answer, names: readonly string[]): readonly PersonCell[] =>
  names.flatMap((name) => answer.get(name) ?? []);

const mostOf = (answer: Answer, name: string): PersonCell | undefined => answer.get(name) ?? answer.get(`${name}_high`);

function ofParty(answer: Answer): readonly Knowledge[] {
  const known = mostOf(answer, "n_known");
  const grid = (base: string) => [...answer.values()].filter((cell) => cell.base === base);
  const [ages, byK] = [grid("n_by_sex_age"), grid("n_known_by_k")];
  const shares = stated(answer, ["n_known_by_k.one_more", "n_known_by_k.two_or_more"]);
  const exact = answer.get("n_known");
  return [
    ...ranges(answer),
    ...within(stated(answer, ["n_known"]), mostOf(answer, "n_caseload_age")),
    ...AMONG_KNOWN.flatMap((name) => within(stated(answer, [name]), known)),
    ...within(stated(answer, APART), known),
    ...within(ages, exact ?? known, exact !== undefined),
    ...within(byK, exact ?? known, exact !== undefined && byK.length === 3),
    ...(shares.length === 2 ? grid("n_overlap").flatMap((overlap) => atMost(overlap, shares)) : []),
  ];
}

/** The lowest is at most the figure, and the figure at most the highest. */
function ranges(answer: Answer): readonly Knowledge[] {
  return [...answer.values()].flatMap((cell) => {
    if (!cell.variable.endsWith("_low") && !cell.variable.endsWith("_high")) return [];
    const exact = answer.get(cell.variable.replace(/_(low|high)$/, ""));
    if (cell.variable.endsWith("_high")) return exact === undefined ? [] : within([exact], cell);
    const high = answer.get(cell.variable.replace(/_low$/, "_high"));
    return [...within([cell], exact), ...within([cell], high)];
  });
}

const atMost = (part: PersonCell, sum: readonly PersonCell[]): readonly Knowledge[] =>
  part.value > sumOf(sum)
    ? []
    : [{ terms: [[part, 1], ...sum.map((cell) => [cell, -1] as const)], low: -Infinity, high: 0 }];

function ofOverlaps(
  answer: Answer,
  self: string,
  answerOf: (party: string) => Answer | undefined,
): readonly Knowledge[] {
  return [...answer.values()].flatMap((cell) => {
    if (cell.base !== "n_overlap" || cell.other === undefined) return [];
    const other = answerOf(cell.other);
    const back = other?.get(`n_overlap.${self}`);
    const isSame = back !== undefined && back.value === cell.value && self < cell.other;
    return [
      ...within([cell], mostOf(answer, "n_known")),
      ...(other === undefined ? [] : within([cell], mostOf(other, "n_known"))),
      ...(isSame
        ? [
            {
              terms: [
                [cell, 1],
                [back, -1],
              ] as Terms,
              low: 0,
              high: 0,
            },
          ]
        : []),
    ];
  });
}

function ofFollowUp(answer: Answer): readonly Knowledge[] {
  const pairs = WITHIN.flatMap(([part, whole]) => within(stated(answer, [part]), answer.get(whole)));
  const sums = SUM_RULES.flatMap(({ grid, total, sumOf: group, mayBeLess }) => {
    const parts = new Map<string, PersonCell[]>();
    for (const cell of answer.values()) {
      const sum = cell.base === grid ? (group ? group(cell.variable.slice(grid.length + 1)) : "") : undefined;
      if (sum !== undefined) parts.set(sum, [...(parts.get(sum) ?? []), cell]);
    }
    return [...parts.values()].flatMap((cells) => within(cells, answer.get(total), mayBeLess !== true));
  });
  return [...pairs, ...sums];
}

/** Parts that are everybody of a whole above 0: to show one is to tell it of each of them. */
export function everybodyOf(people: PersonCells): ReadonlySet<PersonCell> {
  return new Set(
    people.all.filter((cell) => {
      const whole = people.at(cell.instrument, WHOLES.get(cell.variable) ?? "", cell.row);
      return whole !== undefined && whole.value > 0 && whole.value === cell.value;
    }),
  );
}

const WHOLES: ReadonlyMap<string, string> = new Map([
  ...AMONG_KNOWN.map((name) => [name, "n_known"] as const),
  ...WITHIN.map(([part, whole]) => [part, whole] as const),
]);
