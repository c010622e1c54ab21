/** Responses divided into groups that are counted side by side. */
import type { Study } from "../../survey-definitions/study.ts";
import type { Responses } from "../dataset.ts";
import { kindsOf } from "./places.ts";

export interface Groups {
  readonly ids: readonly string[];
  /** Index in `ids` by position of the response; −1 belongs to none of them. */
  readonly of: Int32Array;
}

export const ALL = "all";

export const allInOne = ({ n }: Responses): Groups => ({ ids: [ALL], of: new Int32Array(n) });

export const byMunicipality = (responses: Responses, study: Study): Groups => ({
  ids: study.municipalities,
  of: responses.municipality,
});

/** By the kind of the party that answers; kinds in the order of the code list. */
export function byKind(responses: Responses, study: Study): Groups {
  const ids = kindsOf(study);
  const places = new Map<string, number>(ids.map((kind, place) => [kind, place]));
  const kindOf = study.parties.map(({ kind }) => places.get(kind) ?? -1);
  return { ids, of: responses.party.map((party) => kindOf[party] ?? -1) };
}
