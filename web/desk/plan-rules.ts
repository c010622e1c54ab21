import type { PublicationDraft } from "../../survey-definitions/wire.ts";
import { mergePlans, type PlanConflict } from "./merge-plans.ts";
import { planOf, type EditedPlan } from "./publication-plan.ts";
import type { SaverRules, Versioned } from "./versioned-saver.ts";

/** The plan of a publication as it is saved while it is being written. */
export const PLAN_RULES: SaverRules<EditedPlan, PlanConflict> = {
  changedCode: "publication-draft-changed",
  merge: mergePlans,
  sendable: (plan) => ({ ...planOf(plan), setAside: [] }),
  textOf: ({ title, introduction, conclusion, sections, freeTexts }) =>
    JSON.stringify([
      title,
      introduction,
      conclusion,
      sections.map(({ id, before, after }) => [id, before, after]),
      freeTexts,
    ]),
  isWhole: ({ setAside }) => setAside.length === 0,
  conflictKey: ({ place }) => place,
};

export const editedDraft = ({ version, plan }: PublicationDraft): Versioned<EditedPlan> => ({
  version,
  stored: { ...plan, setAside: [] },
});
