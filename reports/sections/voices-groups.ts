/** Who answers: young people and guardians each for themselves, the staff and the parties; never put together. */
import type { Category } from "../../survey-definitions/codes.ts";
import type { Column, Dataset, Responses } from "../dataset.ts";
import { allInOne, type Groups } from "./groups.ts";
import type { Asked } from "./voices-statements.ts";

export const VOICE_GROUPS: readonly Category[] = [
  { code: "young", label: "De unga" },
  { code: "guardian", label: "Vårdnadshavarna" },
  { code: "staff", label: "Personalen" },
  { code: "party", label: "Parterna" },
];

export interface Answering {
  readonly instrument: Asked["instrument"];
  readonly responses: Responses;
  readonly groups: Groups;
  /** Number of responses by group, in the order of `groups.ids`. */
  readonly respondents: readonly number[];
}

/** The groups of every questionnaire that somebody has answered. Who has not said a role belongs to none of them. */
export function answeringGroups({ responses }: Dataset): readonly Answering[] {
  return (["voice", "staff", "party"] as const).flatMap((instrument): Answering[] => {
    const of = responses.get(instrument);
    if (of === undefined || of.n === 0) return [];
    const groups = instrument === "voice" ? byRole(of) : { ...allInOne(of), ids: [instrument] };
    const respondents = groups.ids.map(() => 0);
    for (const place of groups.of) if (place >= 0) respondents[place] = (respondents[place] ?? 0) + 1;
    return [{ instrument, responses: of, groups, respondents }];
  });
}

const ROLES = ["young", "guardian"];

function byRole({ n, columns }: Responses): Groups {
  const role: Column | undefined = columns.get("v_role");
  if (role?.kind !== "single") return { ids: ROLES, of: new Int32Array(n).fill(-1) };
  const places = role.codes.map((code) => ROLES.indexOf(code));
  const of = Int32Array.from(role.values, (value, i) => (role.reasons[i] === 0 ? (places[value] ?? -1) : -1));
  return { ids: ROLES, of };
}

/** Answers of persons are kept back below the threshold; a party answers as an authority. */
export const isTooFew = (instrument: Asked["instrument"], answers: number, threshold: number): boolean =>
  instrument !== "party" && answers > 0 && answers < threshold;
