import type { StudyProposal } from "../../survey-definitions/study.ts";
import type { ProposalList } from "../../survey-definitions/wire.ts";
import { fetchProposals, saveProposals } from "./api.ts";
import type { ProposalConflict } from "./merge-proposals.ts";
import { PROPOSAL_RULES } from "./proposal-saver.ts";
import { useVersionedSaver } from "./use-versioned-saver.ts";
import type { Versioned, VersionedSaver } from "./versioned-saver.ts";

type Proposals = readonly StudyProposal[];

const versioned = ({ version, proposals }: ProposalList): Versioned<Proposals> => ({ version, stored: proposals });

/** The proposals of a study while they are written. */
export const useProposals = (study: string): VersionedSaver<Proposals, ProposalConflict> =>
  useVersionedSaver(`proposals:${study}`, PROPOSAL_RULES, {
    load: async () => versioned(await fetchProposals(study)),
    save: async ({ version, stored }) => versioned(await saveProposals(study, { version, proposals: stored })),
  });
