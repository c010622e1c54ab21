/** The types of the dictionary: what each variable is, and what one typed answer to it may be. */
import type { Category, MissingReason } from "./codes.ts";

/**
 * What a repeated variable is repeated over. `interventions`, `domains` and `parties` are the study's own lists
 * (`parties`: the other parties that cover the municipality); `easy_interventions` has the codes of `interventions` with
 * labels in easy Swedish; an array is a fixed list of rows. `cases` has a row for every case of the
 * study, by its id, and `stages` one for every stage of every case: `<case id>_<stage no>`. `profile`: participants by
 * background, `<dimension>_<code>`; see profile-rows.ts.
 *
 * `sex_age`: women, men and other in each five-year band (15–19, 20–24 …) cut to the target ages, ages in order and
 * the sexes within each: for 16–25 the rows are `women_16_19`, `men_16_19`, `other_16_19`, `women_20_24` … and
 * `women_25_25`, with labels "Kvinnor 16–19 år", "Kvinnor 25 år".
 */
export type Over =
  | "interventions"
  | "easy_interventions"
  | "domains"
  | "parties"
  | "sex_age"
  | "profile"
  | "cases"
  | "stages"
  | readonly Category[];

/** Where the codes of a variable come from when the study brings them. */
export type CodeSource =
  "interventions" | "easy_interventions" | "domains" | "municipalities" | "party_kinds" | "owners";

export interface CategorySpec extends Category {
  /** Choosing it is an answer that says why there is no value: it is never a value and never in a denominator. */
  readonly missing?: MissingReason;
}

interface SpecBase {
  readonly label: string;
  /** Where the value lies in SurveyJS's answer object; `*` in a step stands for the row of a repeated variable. */
  readonly path: readonly string[];
  readonly over?: Over;
  /** The numbers of the study questions that it answers, as in docs/questions.md ("S0.1"). */
  readonly answers: readonly string[];
  /** Counts persons in the target group: protected as a small number when published. */
  readonly persons?: true;
  /** Tells about the one who answers; the server never hands it to a report. */
  readonly personal?: true;
  /**
   * Name of the question that is answered instead when no value can be given: the codes in `INSTEAD` of
   * survey-definitions/instead.ts ("range" or a reason).
   */
  readonly instead?: string;
  /** A row is asked only where the same row of another variable is answered so; as in the definition. */
  readonly askedWhen?: { readonly variable: string } & AskedWhen;
}

export interface SingleSpec extends SpecBase {
  readonly kind: "single";
  readonly ordered: boolean;
  readonly categories: readonly CategorySpec[] | CodeSource;
  /** Further categories after those of a code source, such as "vet ej". */
  readonly also?: readonly CategorySpec[];
}
export interface MultipleSpec extends SpecBase {
  readonly kind: "multiple";
  readonly categories: readonly CategorySpec[] | CodeSource;
  /** Further categories after those of a code source, such as "nothing of this". */
  readonly also?: readonly CategorySpec[];
}
/** An ordered list of codes, best first, without repetition. */
export interface RankingSpec extends SpecBase {
  readonly kind: "ranking";
  readonly categories: readonly CategorySpec[] | CodeSource;
  readonly places: number;
}
export interface NumberSpec extends SpecBase {
  readonly kind: "number";
  readonly unit: string;
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
}
/** An ISO 8601 date (YYYY-MM-DD). */
export interface DateSpec extends SpecBase {
  readonly kind: "date";
}
export interface TextSpec extends SpecBase {
  readonly kind: "text";
  readonly maxLength: number;
}

export type VariableSpec = SingleSpec | MultipleSpec | RankingSpec | NumberSpec | DateSpec | TextSpec;
export type Dictionary = Readonly<Record<string, VariableSpec>>;

/** One or several codes that the answer is or is not, or any answer at all. */
export type AskedWhen =
  | { readonly codes: readonly string[] }
  /** Asked also while nothing is answered. */
  | { readonly exceptCodes: readonly string[] }
  /** The answer has several codes, and the row is one of them. */
  | { readonly holdsRow: true }
  | { readonly answered: true };

/** One column: a variable with its row filled in and its codes resolved for one study and municipality. */
export interface Variable {
  /** The column name: `n_known`, `iv_avail.case_management`. */
  readonly name: string;
  /** The name in the dictionary: `iv_avail`. */
  readonly base: string;
  readonly row?: string;
  readonly kind: VariableSpec["kind"];
  readonly label: string;
  readonly rowLabel?: string;
  readonly path: readonly string[];
  /** Codes in order; empty for numbers, dates and texts. */
  readonly categories: readonly CategorySpec[];
  readonly ordered: boolean;
  readonly unit?: string;
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly places?: number;
  readonly persons: boolean;
  readonly personal: boolean;
  readonly instead?: string;
  /** The row is a party of the study. */
  readonly overParties?: true;
  /** The party kind that files may write for this row, where the municipality has one party of that kind. */
  readonly alias?: string;
  /** The cell is asked only where the value at `path` is answered so. */
  readonly askedWhen?: { readonly path: readonly string[] } & AskedWhen;
}

/** One typed answer: `multiple` and `ranking` hold several codes. */
export type Cell =
  | { readonly value: number | string | readonly string[]; readonly missing?: never }
  | { readonly missing: MissingReason; readonly value?: never };

/** The typed cells of one response, by column name. */
export type Row = ReadonlyMap<string, Cell>;
