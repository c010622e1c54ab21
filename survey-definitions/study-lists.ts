/** The lists of a study that questions and variables are repeated over or choose from. */
import { JOINT, PARTY_KINDS, type Category } from "./codes.ts";
import type { Party, Place, Study } from "./study.ts";

export type StudyList =
  "sex_age" | "interventions" | "domains" | "parties" | "municipalities" | "party_kinds" | "owners";

const STUDY_LISTS: ReadonlySet<string> = new Set<StudyList>([
  "sex_age",
  "interventions",
  "domains",
  "parties",
  "municipalities",
  "party_kinds",
  "owners",
]);

export const isStudyList = (name: unknown): name is StudyList => typeof name === "string" && STUDY_LISTS.has(name);

/** The parties that cover the municipality of the place, in the study's order; all parties without a municipality. */
export const partiesOf = ({ study, municipality }: Place): readonly Party[] =>
  municipality === undefined
    ? study.parties
    : study.parties.filter(({ municipalities }) => municipalities.includes(municipality));

const SEXES: readonly Category[] = [
  { code: "women", label: "Kvinnor" },
  { code: "men", label: "Män" },
  { code: "other", label: "Annat eller okänt kön" },
];

/** `women_16_19` …: five-year bands (15–19, 20–24 …) cut to the target ages, ages in order and the sexes within each. */
function sexesAndAges({ age_min: min, age_max: max }: Study["target_group"]): readonly Category[] {
  const rows: Category[] = [];
  for (let start = min - (min % 5); start <= max; start += 5) {
    const [from, to] = [Math.max(start, min), Math.min(start + 4, max)];
    for (const { code, label } of SEXES)
      rows.push({ code: `${code}_${from}_${to}`, label: `${label} ${from === to ? from : `${from}–${to}`} år` });
  }
  return rows;
}

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
  }
}
