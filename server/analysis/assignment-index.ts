import type { Study } from "../../survey-definitions/study.ts";
import type { AssignmentPlace } from "../store/analysis-store.ts";

/** The places of a study's assignments as indices in its lists; −1 where the instrument has none. */
export interface AssignmentIndex {
  /** By position in the list of assignments. */
  readonly party: Int32Array;
  readonly municipality: Int32Array;
  /** The position of an assignment by its number in the database; −1 when it is not the study's. */
  readonly position: (assignment: number) => number;
}

export function indexAssignments(study: Study, places: readonly AssignmentPlace[]): AssignmentIndex {
  const parties = new Map(study.parties.map(({ id }, i) => [id, i]));
  const municipalities = new Map(study.municipalities.map((code, i) => [code, i]));
  const positions = new Map(places.map(({ id }, i) => [id, i]));
  return {
    party: Int32Array.from(places, ({ party }) => parties.get(party ?? "") ?? -1),
    municipality: Int32Array.from(places, ({ municipality }) => municipalities.get(municipality ?? "") ?? -1),
    position: (assignment) => positions.get(assignment) ?? -1,
  };
}
