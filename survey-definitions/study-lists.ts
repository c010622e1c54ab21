/** The lists of a study that questions and variables are repeated over or choose from. */
import { JOINT, PARTY_KINDS, type Category } from "./codes.ts";
import { EASY_INTERVENTIONS } from "./easy-words.ts";
import { ageBands, profileRows, SEXES } from "./profile-rows.ts";
import { stagesOf } from "./study-cases.ts";
import type { Party, Place, Study } from "./study.ts";

export type StudyList =
  | "sex_age"
  | "interventions"
  | "easy_interventions"
  | "domains"
  | "parties"
  | "municipalities"
  | "party_kinds"
  | "owners"
  | "profile"
  | "cases"
  | "stages";

const STUDY_LISTS: ReadonlySet<string> = new Set<StudyList>([
  "sex_age",
  "interventions",
  "easy_interventions",
  "domains",
  "parties",
  "municipalities",
  "party_kinds",
  "owners",
  "profile",
  "cases",
  "stages",
]);

export const isStudyList = (name: unknown): name is StudyList => typeof name === "string" && STUDY_LISTS.has(name);

/** The parties that cover the municipality of the place, in the study's order; all parties without a municipality. */
export const partiesOf = ({ study, municipality }: Place): readonly Party[] =>
  municipality === undefined
    ? study.parties
    : study.parties.filter(({ municipalities }) => municipalities.includes(municipality));

/** `women_16_19` …: ages in order and the sexes within each. */
const sexesAndAges = (group: Study["target_group"]): readonly Category[] =>
  ageBands(group).flatMap((age) =>
    SEXES.map(({ code, label }) => ({ code: `${code}_${age.code}`, label: `${label} ${age.label}` })),
  );

/**
 * The codes and labels of one list, in the study's order.
 *
 * `parties` holds every party of the municipality but `place.party`: nobody is asked about itself.
 */
export function categoriesFrom(list: StudyList, place: Place): readonly Category[] {
  switch (list) {
    case "sex_age":
      return sexesAndAges(place.study.target_group);
    case "interventions":
      return place.study.interventions;
    case "easy_interventions":
      return place.study.interventions.map(({ code, label }) => ({
        code,
        label: EASY_INTERVENTIONS.get(code) ?? label,
      }));
    case "domains":
      return place.study.problem_domains;
    case "parties":
      return partiesOf(place)
        .filter(({ id }) => id !== place.party)
        .map(({ id, name }) => ({ code: id, label: name }));
    case "municipalities":
      return place.study.municipalities.map((code) => ({
        code,
        label: place.municipalityNames.get(code) ?? code,
      }));
    case "party_kinds":
      return PARTY_KINDS;
    case "owners":
      return [...PARTY_KINDS, JOINT];
    case "profile":
      return profileRows(place.study.target_group);
    case "cases":
      return (place.study.cases ?? []).map(({ id, title }) => ({ code: id, label: title }));
    case "stages":
      return stagesOf(place.study).map(({ row, label }) => ({ code: row, label }));
  }
}
