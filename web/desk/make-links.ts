import type { CoverageCell, NewLink } from "../../survey-definitions/wire.ts";
import { makeLink, type LinkLimits, type LinkPlace } from "./api.ts";

export interface MadeLink extends NewLink {
  readonly cell: CoverageCell;
  readonly limits: LinkLimits;
}

/** What a cell of the grid says of the place that a link is for. */
export const linkPlace = ({ instrument, party, municipality }: CoverageCell): LinkPlace => ({
  instrument,
  ...(party === undefined ? {} : { party }),
  ...(municipality === undefined ? {} : { municipality }),
});

/** Links made at the same time: enough to be quick, few enough to leave room for those who answer. */
const AT_ONCE = 4;

/**
 * Makes one link for each cell. What was made before a failure is handed on all the same: `onMade` is told of all
 * links made so far, in the order of the cells.
 *
 * @throws {CallError} the first failure, after the calls under way have ended
 */
export async function makeLinks(
  study: string,
  cells: readonly CoverageCell[],
  limits: LinkLimits,
  onMade: (made: readonly MadeLink[]) => void,
): Promise<void> {
  const made: MadeLink[] = [];
  for (let start = 0; start < cells.length; start += AT_ONCE) {
    const outcomes = await Promise.allSettled(
      cells.slice(start, start + AT_ONCE).map(async (cell) => {
        const made = await makeLink(study, { ...linkPlace(cell), ...limits });
        return { ...made, cell, limits };
      }),
    );
    made.push(...outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : [])));
    onMade([...made]);
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }
}
