import type { PlanConflict } from "./merge-plans.ts";
import { editedDraft, PLAN_RULES } from "./plan-rules.ts";
import { fetchPublicationDraft, savePublicationDraft } from "./publication-api.ts";
import { planOf, type EditedPlan } from "./publication-plan.ts";
import { useVersionedSaver } from "./use-versioned-saver.ts";
import type { VersionedSaver } from "./versioned-saver.ts";

/** The plan of the next publication while it is written. */
export const usePublicationDraft = (study: string): VersionedSaver<EditedPlan, PlanConflict> =>
  useVersionedSaver(`publication-draft:${study}`, PLAN_RULES, {
    load: async () => editedDraft(await fetchPublicationDraft(study)),
    save: async ({ version, stored }) =>
      editedDraft(await savePublicationDraft(study, { version, plan: planOf(stored) })),
  });
