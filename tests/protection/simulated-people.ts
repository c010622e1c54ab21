/** An invented follow-up with small numbers, and answers of staff, young people and guardians from small groups. */
import { EXIT_OUTCOMES, FLOW_STEPS } from "../../survey-definitions/follow-up-options.ts";
import { LEAD_TIME_BINS } from "../../survey-definitions/codes.ts";
import { dimensionOf, PROFILE_DIMENSIONS, profileRows } from "../../survey-definitions/profile-rows.ts";
import type { Dataset } from "../../reports/dataset.ts";
import { responsesOf, type InstrumentAnswer } from "../fixtures/responses-of.ts";
import { random } from "./simulated.ts";

export const STEPS = FLOW_STEPS.map(({ code }) => code as string);
export const BINS = LEAD_TIME_BINS.map(({ code }) => code as string);
/** Whole and parts of it that may overlap. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  fu_participants: ["fu_consent_signed"],
  fu_plan_done: ["fu_plan_on_time"],
  fu_exits: ["fu_exit_planned", "fu_exit_main_party", "fu_exit_knows_where", "fu_functioning"],
};

export interface Followed {
  readonly data: Dataset;
  /** Value by `variable|period`, the periods `p1`, `p2` … */
  readonly values: ReadonlyMap<string, number>;
}

export function withFollowUp(seed: number, data: Dataset, periods: number): Followed {
  const below = random(seed);
  const values = new Map<string, number>();
  const answers = Array.from({ length: periods }, (_, p): InstrumentAnswer => {
    const cells = periodCells(data, below);
    const referred = Object.fromEntries(data.study.parties.map(({ id }) => [id, below(6)]));
    for (const [name, value] of Object.entries(cells)) values.set(`${name}|p${p + 1}`, value);
    for (const [id, value] of Object.entries(referred)) values.set(`fu_referred.${id}|p${p + 1}`, value);
    const dates = { fu_period_start: `202${p}-01-01`, fu_period_end: `202${p}-12-31` };
    return { cells: { ...cells, ...dates }, pairs: { fu_referred: referred } };
  });
  const responses = new Map(data.responses).set("follow-up", responsesOf(data.study, "follow-up", answers));
  return { data: { ...data, responses }, values };
}

function periodCells({ study }: Dataset, below: (n: number) => number): Record<string, number> {
  const cells: Record<string, number> = {};
  const split = (n: number, names: readonly string[]) => {
    let left = n;
    names.forEach((name, i) => {
      cells[name] = i === names.length - 1 ? left : below(left + 1);
      left -= cells[name];
    });
  };
  STEPS.forEach((from, i) => {
    for (const to of STEPS.slice(i + 1)) cells[`fu_flow.${from}_${to}`] = below(3) === 0 ? below(9) : below(3);
  });
  const sum = (names: readonly string[]) => names.reduce((all, name) => all + (cells[name] ?? 0), 0);
  cells.fu_enrolled = cells["fu_flow.referred_enrolled"] ?? 0;
  cells.fu_exits = sum(STEPS.slice(1, -1).map((from) => `fu_flow.${from}_exit`));
  split(
    cells.fu_enrolled,
    BINS.map((bin) => `fu_first_to_enrol.${bin}`),
  );
  cells.fu_within_14d = sum(BINS.slice(0, 4).map((bin) => `fu_first_to_enrol.${bin}`));
  split(
    cells.fu_exits,
    EXIT_OUTCOMES.map(({ code }) => `fu_exit_outcome.${code}`),
  );
  cells.fu_participants = below(25);
  for (const dimension of PROFILE_DIMENSIONS) {
    const rows = profileRows(study.target_group).filter(({ code }) => dimensionOf(code) === dimension);
    split(
      cells.fu_participants,
      rows.map(({ code }) => `fu_profile.${code}`),
    );
  }
  cells.fu_plan_done = below(12);
  for (const [whole, parts] of Object.entries(PARTS))
    for (const part of parts) cells[part] = below((cells[whole] ?? 0) + 1);
  return cells;
}

/** Number of answers by `staff|party|municipality` and `role|municipality`. */
export function withRespondents(seed: number, data: Dataset): Followed {
  const below = random(seed);
  const values = new Map<string, number>();
  const size = () => (below(2) === 0 ? below(5) : 3 + below(9));
  const { parties, municipalities } = data.study;
  const many = (n: number, answer: () => InstrumentAnswer) => Array.from({ length: n }, answer);
  const agreement = () => ["no", "yes", "partly"][below(3)] ?? "yes";
  const staff = parties.flatMap((party) =>
    party.municipalities.flatMap((municipality) => {
      const n = size();
      values.set(`staff|${party.id}|${municipality}`, n);
      return many(n, () => ({
        party: party.id,
        municipality,
        cells: { st_trend: below(2) ? "increased" : "unchanged", st_meets_group: below(2) ? "week" : "month" },
      }));
    }),
  );
  const voice = ["young", "guardian"].flatMap((role) =>
    municipalities.flatMap((municipality) => {
      const n = size();
      values.set(`${role}|${municipality}`, n);
      return many(n, () => ({ municipality, cells: { v_role: role, v_one_person: agreement() } }));
    }),
  );
  const responses = new Map(data.responses)
    .set("staff", responsesOf(data.study, "staff", staff))
    .set("voice", responsesOf(data.study, "voice", voice));
  const { assignments } = data;
  const [index, place] = [parties.map(({ id }) => id), municipalities];
  const more = [
    ...parties.flatMap(({ id, municipalities: of }) =>
      of.map((code) => ["staff", index.indexOf(id), place.indexOf(code)] as const),
    ),
    ...municipalities.map((_, at) => ["voice", -1, at] as const),
  ];
  const answers = ([instrument, party, at]: (typeof more)[number]) =>
    [...values].reduce((sum, [name, n]) => {
      const isStaff = name === `staff|${index[party] ?? ""}|${place[at] ?? ""}`;
      const isVoice = !name.startsWith("staff|") && name.endsWith(`|${place[at] ?? ""}`);
      return (instrument === "staff" ? isStaff : isVoice) ? sum + n : sum;
    }, 0);
  const all = more.map((one) => ({ one, n: answers(one) }));
  return {
    data: {
      ...data,
      responses,
      assignments: {
        n: assignments.n + more.length,
        instrument: [...assignments.instrument, ...more.map(([instrument]) => instrument)],
        party: Int32Array.from([...assignments.party, ...more.map(([, party]) => party)]),
        municipality: Int32Array.from([...assignments.municipality, ...more.map(([, , at]) => at)]),
        status: [
          ...assignments.status,
          ...all.map(({ n }) => (n > 0 ? ("answered" as const) : ("not_started" as const))),
        ],
        responses: Int32Array.from([...assignments.responses, ...all.map(({ n }) => n)]),
      },
    },
    values,
  };
}
