/**
 * What the example's parties see in each stage of the shipped cases: who is in contact, who is thought to lead, what is
 * done, how long it takes. Stages by `<case id>_<stage no>`.
 */
import type { PartyKind } from "../../survey-definitions/codes.ts";

export interface StagePath {
  readonly young: readonly PartyKind[];
  readonly parents: readonly PartyKind[];
  /** Who leads, by weight; `none` and `unclear` are answers too. */
  readonly lead: readonly (readonly [PartyKind | "none" | "unclear", number])[];
  readonly next: PartyKind | "none";
  readonly actions: readonly string[];
  /** Shortest and longest wait to the next stage, in days. */
  readonly wait: readonly [number, number];
  /** Place in LEAD_TIME_BINS around which the time from sign to action lies. */
  readonly reaction: number;
  readonly risks: readonly string[];
  /** Place in the cost bands. */
  readonly cost: number;
}

export const CASE_PATHS: Readonly<Record<string, StagePath>> = {
  pojken_1: {
    young: ["other"],
    parents: ["other"],
    lead: [
      ["none", 5],
      ["other", 2],
      ["unclear", 2],
    ],
    next: "student_health",
    actions: ["no_action"],
    wait: [90, 365],
    reaction: 8,
    risks: ["exclusion"],
    cost: 1,
  },
  pojken_2: {
    young: ["student_health", "other"],
    parents: ["student_health"],
    lead: [
      ["student_health", 6],
      ["unclear", 2],
    ],
    next: "student_health",
    actions: ["npf_support"],
    wait: [60, 270],
    reaction: 7,
    risks: ["exclusion", "ill_health"],
    cost: 1,
  },
  pojken_3: {
    young: ["student_health"],
    parents: ["student_health", "child_psychiatry"],
    lead: [
      ["student_health", 5],
      ["social_services", 2],
      ["unclear", 2],
    ],
    next: "child_psychiatry",
    actions: ["npf_support", "family_support"],
    wait: [120, 420],
    reaction: 7,
    risks: ["exclusion", "ill_health"],
    cost: 2,
  },
  pojken_4: {
    young: ["student_health", "social_services"],
    parents: ["student_health", "child_psychiatry", "primary_care"],
    lead: [
      ["student_health", 4],
      ["social_services", 3],
      ["child_psychiatry", 1],
      ["unclear", 2],
    ],
    next: "child_psychiatry",
    actions: ["npf_support", "outreach", "family_support"],
    wait: [180, 425],
    reaction: 5,
    risks: ["exclusion", "substance", "crime"],
    cost: 2,
  },
  pojken_5: {
    young: ["police_sspf", "social_services", "child_psychiatry", "student_health"],
    parents: ["police_sspf", "social_services"],
    lead: [
      ["social_services", 6],
      ["child_psychiatry", 2],
      ["unclear", 1],
    ],
    next: "child_psychiatry",
    actions: ["relapse_prevention", "family_support", "sip"],
    wait: [30, 120],
    reaction: 4,
    risks: ["substance", "crime", "exclusion"],
    cost: 3,
  },
  pojken_6: {
    young: ["activity_responsibility", "child_psychiatry"],
    parents: ["student_health", "primary_care", "social_services", "child_psychiatry"],
    lead: [
      ["activity_responsibility", 3],
      ["none", 3],
      ["social_services", 2],
      ["unclear", 3],
    ],
    next: "none",
    actions: ["outreach", "study_guidance"],
    wait: [60, 240],
    reaction: 6,
    risks: ["exclusion", "substance", "ill_health"],
    cost: 2,
  },
  pojken_7: {
    young: ["social_services", "employment_service", "adult_psychiatry"],
    parents: [],
    lead: [
      ["none", 3],
      ["social_services", 3],
      ["employment_service", 2],
      ["unclear", 3],
    ],
    next: "adult_psychiatry",
    actions: ["supported_employment", "case_management", "debt_advice"],
    wait: [30, 180],
    reaction: 5,
    risks: ["substance", "exclusion", "ill_health"],
    cost: 4,
  },
  "unga-kvinnan_1": {
    young: ["student_health", "social_services", "youth_clinic"],
    parents: [],
    lead: [
      ["student_health", 3],
      ["social_services", 4],
      ["youth_clinic", 1],
      ["unclear", 1],
    ],
    next: "child_psychiatry",
    actions: ["cbt_treatment"],
    wait: [14, 45],
    reaction: 3,
    risks: ["substance", "ill_health"],
    cost: 1,
  },
  "unga-kvinnan_2": {
    young: ["child_psychiatry", "social_services", "student_health"],
    parents: ["child_psychiatry", "social_services"],
    lead: [
      ["child_psychiatry", 4],
      ["social_services", 4],
      ["unclear", 2],
    ],
    next: "social_services",
    actions: ["cbt_treatment", "relapse_prevention", "sip"],
    wait: [21, 90],
    reaction: 2,
    risks: ["substance", "ill_health"],
    cost: 3,
  },
  "unga-kvinnan_3": {
    young: ["social_services", "activity_responsibility"],
    parents: ["social_services"],
    lead: [
      ["none", 4],
      ["social_services", 2],
      ["unclear", 4],
    ],
    next: "adult_psychiatry",
    actions: ["no_action"],
    wait: [60, 180],
    reaction: 6,
    risks: ["substance", "exclusion", "ill_health"],
    cost: 2,
  },
  "unga-kvinnan_4": {
    young: ["adult_psychiatry", "addiction_care", "social_services", "employment_service", "social_insurance"],
    parents: [],
    lead: [
      ["adult_psychiatry", 3],
      ["addiction_care", 2],
      ["none", 2],
      ["unclear", 3],
    ],
    next: "addiction_care",
    actions: ["relapse_prevention", "sip", "housing_support"],
    wait: [90, 150],
    reaction: 7,
    risks: ["substance", "ill_health", "exclusion"],
    cost: 3,
  },
  "unga-kvinnan_5": {
    young: ["police_sspf", "social_services", "primary_care", "civil_society"],
    parents: [],
    lead: [
      ["social_services", 7],
      ["unclear", 2],
    ],
    next: "social_services",
    actions: ["housing_first", "family_support"],
    wait: [7, 45],
    reaction: 0,
    risks: ["ill_health", "substance"],
    cost: 5,
  },
  "unga-kvinnan_6": {
    young: ["social_services", "adult_psychiatry", "primary_care"],
    parents: [],
    lead: [
      ["social_services", 5],
      ["adult_psychiatry", 2],
      ["unclear", 1],
    ],
    next: "none",
    actions: ["housing_support", "case_management", "study_guidance"],
    wait: [7, 60],
    reaction: 2,
    risks: ["substance", "exclusion"],
    cost: 3,
  },
};
