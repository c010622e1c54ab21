/**
 * What a change of a questionnaire does to answers already given.
 *
 * `cosmetic`: nothing. `compatible`: they mean the same, and more can be answered. `meaning`: a number before and after
 * is not the same measure; the default is a variable of another name. `destructive`: it is no longer asked.
 */
export type ChangeClass = "cosmetic" | "compatible" | "meaning" | "destructive";

export interface DefinitionChange {
  readonly class: ChangeClass;
  /** Where in the later definition (in the earlier one for what is gone): `pages[0].elements[2].choices[1]`. */
  readonly path: string;
  /** The column it is about: `n_known`, `iv_avail.outreach`; empty for pages and the whole questionnaire. */
  readonly variable: string;
  /** Swedish, for the person who writes forms. */
  readonly message: string;
}
