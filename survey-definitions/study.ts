/** A study as its file describes it (contract: Files, Study). */
import type { Category, Instrument, PartyKind, Step } from "./codes.ts";

export interface Party {
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Four-digit municipality codes that it covers, in the study's order. */
  readonly municipalities: readonly string[];
}

/** A dated norm for one step; without `party_kind` it is general. In force from `valid_from` on. */
export interface Norm {
  readonly step: Step;
  readonly party_kind?: PartyKind;
  readonly days: number;
  readonly source: string;
  readonly valid_from: string;
}

/** What happens in a stage of a case, for parties to say what they would do. */
export interface Stage {
  /** From 1 on, in the order of the story. */
  readonly no: number;
  readonly title: string;
  /** The story; a blank line begins a paragraph. */
  readonly text: string;
  /** Of the young person, in whole years. */
  readonly age: number;
}

/** An invented story about a young person, in stages; persons are told of by role only. */
export interface Case {
  readonly id: string;
  /** Another text is another version: answers to different versions are not compared. */
  readonly version: number;
  readonly title: string;
  readonly persons: readonly { readonly role: string; readonly description: string }[];
  readonly stages: readonly Stage[];
}

/** What the study itself may use (S0.23, S4.29): amounts in kronor for the whole time. */
export interface StudyBudget {
  readonly from: string;
  readonly to: string;
  readonly full_time_equivalents?: number;
  readonly lines: readonly { readonly label: string; readonly amount: number; readonly funder?: string }[];
}

/**
 * The investigator's own words for a decision. `proposal`: what should be done in a municipality, or in all; `basis`: the
 * main features that one party decides from; `transfer`: what other places or groups can use.
 */
export interface StudyProposal {
  readonly id: string;
  readonly kind: "proposal" | "basis" | "transfer";
  /** Missing: it is about all of them. */
  readonly municipality?: string;
  readonly party?: string;
  readonly what: string;
  /** Who is to do it, in the investigator's words. */
  readonly who?: string;
  /** ISO date. */
  readonly by?: string;
}

export interface Study {
  readonly id: string;
  readonly title: string;
  readonly target_group: { readonly age_min: number; readonly age_max: number; readonly description: string };
  readonly reference_period: { readonly from: string; readonly to: string };
  readonly municipalities: readonly string[];
  readonly parties: readonly Party[];
  readonly interventions: readonly Category[];
  readonly problem_domains: readonly Category[];
  readonly instruments: readonly { readonly instrument: Instrument; readonly version: number }[];
  readonly suppression_threshold: number;
  readonly norms: readonly Norm[];
  /** For the `case` instrument: those of the file, or those that the installation ships where that instrument is used. */
  readonly cases?: readonly Case[];
  readonly budget?: StudyBudget;
  /** Invented answers: marked everywhere as an example. */
  readonly invented: boolean;
}

/** Who is asked to answer which instrument for which municipality. */
export interface Assignment {
  readonly instrument: Instrument;
  /** Missing for `voice` and `follow-up`. */
  readonly party?: string;
  /** Missing for `follow-up`. */
  readonly municipality?: string;
}

/** The place an answer is given for: what a definition and its dictionary are resolved with. */
export interface Place {
  readonly study: Study;
  readonly municipality: string | undefined;
  readonly party: string | undefined;
  /** Municipality names by code. */
  readonly municipalityNames: ReadonlyMap<string, string>;
}
