/** What a data package holds beside the report or the answers: the questionnaires as they were read, and their variables. */
import type { Instrument } from "../../../survey-definitions/codes.ts";
import type { Variable } from "../../../survey-definitions/dictionary.ts";
import type { Study } from "../../../survey-definitions/study.ts";
import type { Store } from "../../store/store.ts";
import type { Questionnaires } from "../../study/questionnaires.ts";

export interface PackageExtras {
  readonly questionnaires: readonly PackedQuestionnaire[];
}

export interface PackedQuestionnaire {
  readonly instrument: Instrument;
  readonly version: number;
  /** Four-digit code; "" where the questionnaire is the same for all. */
  readonly municipality: string;
  /** Of `json`, hexadecimal. */
  readonly sha256: string;
  /** The fielded definition, byte for byte. */
  readonly json: string;
  readonly variables: readonly Variable[];
}

/** The questionnaires of a study as its respondents met them, in stable order. */
export async function packageExtras(
  store: Store,
  questionnaires: Questionnaires,
  study: Pick<Study, "id">,
): Promise<PackageExtras> {
  const packed: PackedQuestionnaire[] = [];
  for (const { id } of await store.listFielded(study.id)) {
    const { fielded, variables } = await questionnaires.get(id);
    const { instrument, version, municipality, sha256, json } = fielded;
    packed.push({ instrument, version, municipality, sha256, json, variables });
  }
  return { questionnaires: packed.sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1)) };
}

/** Its place in a package: `questionnaires/party-v1-1492.json`. */
export const fileOf = ({ instrument, version, municipality }: PackedQuestionnaire): string =>
  `questionnaires/${instrument}-v${version}${municipality === "" ? "" : `-${municipality}`}.json`;
