/**
 * A publication: a report that is frozen, protected and laid out for its readers.
 *
 * Its figures come from the protection and from nowhere else. The mark below is a type without a value: the only function
 * that gives it out is the one that has protected the tables and seen the audit passed, and the one that reads back what
 * that function once wrote. A renderer that asks for a `Publication` cannot be handed the figures of the investigator.
 */
import type { Report, SectionReport } from "../report.ts";
import type { ProtectionProtocol } from "../protection/protocol.ts";

declare const protectedMark: unique symbol;

/** What is written before the mark is given. */
export type Unmarked<T> = Omit<T, typeof protectedMark>;

/** The report with every small number hidden and its audit passed. Sentences and charts are made of the protected tables. */
export interface ProtectedReport extends Report {
  readonly protection: ProtectionProtocol;
  readonly [protectedMark]: true;
}

/** A section in a document: its findings, and the investigator's own words in Markdown ("" where there are none). */
export interface DocumentSection extends SectionReport {
  readonly before: string;
  readonly after: string;
}

/** What a reader who has chosen one municipality meets of a section instead of the findings for all. */
export interface PlaceSection {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly charts: SectionReport["charts"];
}

interface DocumentBase extends Omit<Report, "sections" | "filter"> {
  readonly title: string;
  /** ISO date on which it was frozen, or of a working copy made. */
  readonly date: string;
  readonly introduction: string;
  readonly conclusion: string;
  readonly sections: readonly DocumentSection[];
}

export interface Publication extends DocumentBase {
  readonly kind: "publication";
  readonly format: 1;
  /** 1 for the first publication of a study. */
  readonly number: number;
  readonly protection: ProtectionProtocol;
  /** By municipality code: the same tables narrowed to it, told and drawn anew. */
  readonly places: Readonly<Record<string, readonly PlaceSection[]>>;
  readonly basis: PublicationBasis;
  /** Absent for the first publication. */
  readonly changes?: ChangesSince;
  readonly [protectedMark]: true;
}

/** What it rests on, so that it can be made again. Hashes are SHA-256, hexadecimal. */
export interface PublicationBasis {
  /** "behovskartan 0.3.0". */
  readonly program: string;
  /** Of the study, the answers, the population figures and the proposals, as the archive holds them. */
  readonly dataset: string;
  /** Number of submitted answers by instrument. */
  readonly responses: Readonly<Record<string, number>>;
  /** Content address of the publication before, or "". */
  readonly previous: string;
}

/** What is different from the publication before. */
export interface ChangesSince {
  readonly number: number;
  readonly date: string;
  readonly sections: readonly SectionChanges[];
}

export interface SectionChanges {
  readonly id: string;
  readonly status: "new" | "removed" | "changed";
  /** Headlines before and now, where they differ. */
  readonly before?: string;
  readonly now?: string;
  readonly tables: readonly TableChanges[];
}

export interface TableChanges {
  readonly id: string;
  readonly title: string;
  readonly added: number;
  readonly removed: number;
  /** Rows with another value in some column. */
  readonly changed: number;
  /** The most telling of them, at most ten: what the row is about, the column, before and now, as a reader sees them. */
  readonly examples: readonly {
    readonly row: string;
    readonly column: string;
    readonly before: string;
    readonly now: string;
  }[];
}

/** The investigator's own copy, of figures that are not protected: every renderer says so on every page. */
export interface WorkingCopy extends DocumentBase {
  readonly kind: "working-copy";
}

export type ReportDocument = Publication | WorkingCopy;
