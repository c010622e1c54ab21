/** What the example's follow-up says in words and on scales, one entry a quarter. */
import type { Answers } from "../../survey-definitions/wire.ts";

const improvement = (text: string, status: string, date: string): Answers => ({
  fu_improvement: text,
  fu_improvement_status: status,
  fu_improvement_date: date,
});

export const FOLLOW_UP_WORDS: readonly Answers[] = [
  {
    fu_views_instead: "too_early",
    fu_improvements: {
      "1": improvement("Ett inskrivningsmöte varje vecka i stället för varannan", "planned", "2026-04-15"),
      "2": improvement("Samma blankett för samtycke hos alla parter", "ongoing", "2026-05-31"),
    },
    fu_too_early: "yes",
    fu_too_early_why: "De första skrevs in i januari. Ingen har ännu avslutat en hel insats.",
    fu_doc_ref: "Minnesanteckningar från styrgruppen, januari–mars",
    fu_next_plan: "Fler handläggare ska veta att teamet finns. Vi besöker varje arbetsplats under våren.",
  },
  {
    fu_staff_view: {
      rewarding: 4,
      st_shared_view: 3,
      st_plan_goal: 3,
      st_chain_thinking: 3,
      coop_better: 3,
      st_assess_prof: 4,
      st_assess_structured: 4,
      st_assess_evidence: 3,
    },
    fu_voice_view: {
      v_clear_next: 3,
      v_info_good: 3,
      v_listened: 4,
      v_influence: 3,
      v_help_fits: "too_early",
      v_help_ended_early: "too_early",
      v_after_plan: "too_early",
      assessment_clear: 3,
    },
    fu_improvements: {
      "1": improvement("Ett inskrivningsmöte varje vecka i stället för varannan", "done", "2026-04-20"),
      "2": improvement("Samma blankett för samtycke hos alla parter", "done", "2026-06-10"),
      "3": improvement("Vuxenpsykiatrin deltar i mötet när någon har fyllt sjutton", "ongoing", "2026-09-30"),
    },
    fu_too_early: "partly",
    fu_too_early_why: "Fem har avslutats, och det är för få för att säga något om arbete och studier.",
    fu_doc_ref: "Halvårsrapport till styrelsen",
    fu_next_plan: "Väntan till inskrivning har blivit längre. Styrgruppen tar upp bemanningen i augusti.",
  },
  {
    fu_staff_view: {
      rewarding: 5,
      st_shared_view: 4,
      st_plan_goal: 4,
      st_chain_thinking: 3,
      coop_better: 4,
      st_assess_prof: 4,
      st_assess_structured: 4,
      st_assess_evidence: 3,
    },
    fu_voice_view: {
      v_clear_next: 4,
      v_info_good: 4,
      v_listened: 5,
      v_influence: 4,
      v_help_fits: 4,
      v_help_ended_early: 2,
      v_after_plan: 3,
      assessment_clear: 4,
    },
    fu_improvements: {
      "1": improvement("Vuxenpsykiatrin deltar i mötet när någon har fyllt sjutton", "done", "2026-09-15"),
      "2": improvement("En gemensam lista över kontaktpersoner hos varje part", "ongoing", "2026-11-30"),
      "3": improvement("Kvällsöppet en gång i veckan", "stopped", "2026-08-31"),
    },
    fu_too_early: "partly",
    fu_too_early_why: "Läget ett år efter avslut går inte att mäta förrän våren 2027.",
    fu_doc_ref: "Kvartalsrapport 3 och protokoll från styrgruppen",
    fu_next_plan: "Teamet fortsätter i båda kommunerna till och med juni 2027, med samma parter.",
    fu_eval_due: "2027-05-31",
    fu_recommendation:
      "Fortsätt, och ge teamet rätt att kalla till möte. Lös bemanningen från psykiatrin före årsskiftet.",
  },
];
