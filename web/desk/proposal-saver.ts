/** The list of proposals as it is saved while it is being written. */
import type { StudyProposal } from "../../survey-definitions/study.ts";
import { mergeProposals, type ProposalConflict } from "./merge-proposals.ts";
import type { SaverRules } from "./versioned-saver.ts";

type Proposals = readonly StudyProposal[];

/** A proposal is saved when it says something; the server takes no empty texts. */
export const isComplete = ({ what }: StudyProposal): boolean => what.trim() !== "";

/** As it is sent: no empty fields, no spaces round the texts. */
function tidied({ who, by, ...proposal }: StudyProposal): StudyProposal {
  const name = who?.trim() ?? "";
  return {
    ...proposal,
    what: proposal.what.trim(),
    ...(name === "" ? {} : { who: name }),
    ...(by === undefined || by === "" ? {} : { by }),
  };
}

export const PROPOSAL_RULES: SaverRules<Proposals, ProposalConflict> = {
  changedCode: "proposals-changed",
  merge(base, mine, theirs) {
    const { proposals, conflicts } = mergeProposals(base, mine, theirs);
    return { merged: proposals, conflicts };
  },
  sendable: (proposals) => proposals.filter(isComplete).map(tidied),
  textOf: (proposals) =>
    JSON.stringify(
      proposals.map(({ id, kind, municipality, party, what, who, by }) => [
        id,
        kind,
        municipality,
        party,
        what,
        who,
        by,
      ]),
    ),
  isWhole: (proposals) => proposals.every(isComplete),
  conflictKey: ({ id }) => id,
};
