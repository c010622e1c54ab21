/** One thing that is wrong with an answer, an import or a definition; the code never changes, the message is Swedish. */
export interface Problem {
  /** Column name, or "" for the whole. */
  readonly variable: string;
  readonly code: ProblemCode;
  readonly message: string;
}

export type ProblemCode =
  | "unknown-variable"
  | "unknown-code"
  | "not-a-number"
  | "not-whole"
  | "out-of-range"
  | "not-a-date"
  | "not-text"
  | "too-long"
  | "not-a-list"
  | "repeated-code"
  | "too-many-codes"
  | "low-above-high"
  | "period-taken"
  | "outside-range"
  | "sum-mismatch"
  | "identity-number"
  | "not-rows"
  | "required"
  | "unknown-field"
  | "bad-format"
  | "duplicate"
  | "unknown-reference"
  | "unknown-version";
