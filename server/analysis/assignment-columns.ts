import type { AssignmentColumns } from "../../reports/dataset.ts";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { CoverageStatus } from "../../survey-definitions/wire.ts";
import type { AssignmentPlace } from "../store/analysis-store.ts";
import type { AssignmentIndex } from "./assignment-index.ts";
import type { LoadedSegments } from "./load-segments.ts";

export interface AssignmentStates {
  /** Assignments with a response that has never been sent. */
  readonly drafts: readonly number[];
  readonly declined: readonly number[];
}

/** An answer counts, whatever was said before it; who has declined is not waited for because of a draft. */
export function assignmentColumns(
  places: readonly AssignmentPlace[],
  { party, municipality, position }: AssignmentIndex,
  { drafts, declined }: AssignmentStates,
  segments: ReadonlyMap<Instrument, LoadedSegments>,
): AssignmentColumns {
  const responses = new Int32Array(places.length);
  const status = new Array<CoverageStatus>(places.length).fill("not_started");
  // An assignment that was made after the list was read is not in it, and waits for the next time.
  const mark = (assignments: Iterable<number>, as: CoverageStatus, count: number) => {
    for (const assignment of assignments) {
      const i = position(assignment);
      if (i < 0) continue;
      status[i] = as;
      responses[i] = (responses[i] ?? 0) + count;
    }
  };
  mark(drafts, "draft", 0);
  mark(declined, "declined", 0);
  for (const { content } of segments.values()) for (const { assignment } of content) mark(assignment, "answered", 1);
  const instrument = places.map((place) => place.instrument);
  return { n: places.length, instrument, party, municipality, status, responses };
}
