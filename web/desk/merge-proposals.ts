/** Two people have changed the list of proposals: both changes are kept, and where both changed the same one it is told. */
import type { StudyProposal } from "../../survey-definitions/study.ts";

export interface ProposalConflict {
  readonly id: string;
  /** What the other one wrote. */
  readonly theirs: StudyProposal;
}

export interface MergedProposals {
  readonly proposals: readonly StudyProposal[];
  readonly conflicts: readonly ProposalConflict[];
}

const FIELDS = ["kind", "municipality", "party", "what", "who", "by"] as const;

const same = (a: StudyProposal | undefined, b: StudyProposal | undefined): boolean =>
  a === undefined || b === undefined ? a === b : FIELDS.every((field) => a[field] === b[field]);

/**
 * Merges by id, in my order; what only they have comes last. A proposal that one removed and the other changed stays. One
 * that both changed differently stays as I wrote it, with theirs beside it.
 */
export function mergeProposals(
  base: readonly StudyProposal[],
  mine: readonly StudyProposal[],
  theirs: readonly StudyProposal[],
): MergedProposals {
  const before = new Map(base.map((proposal) => [proposal.id, proposal]));
  const own = new Map(mine.map((proposal) => [proposal.id, proposal]));
  const other = new Map(theirs.map((proposal) => [proposal.id, proposal]));
  const conflicts: ProposalConflict[] = [];

  const kept = mine.flatMap((proposal) => {
    const { id } = proposal;
    const was = before.get(id);
    const there = other.get(id);
    if (there === undefined) return was !== undefined && same(was, proposal) ? [] : [proposal];
    if (same(was, proposal)) return [there];
    if (!same(was, there) && !same(proposal, there)) conflicts.push({ id, theirs: there });
    return [proposal];
  });
  const added = theirs.filter((proposal) => !own.has(proposal.id) && !same(before.get(proposal.id), proposal));
  return { proposals: [...kept, ...added], conflicts };
}
