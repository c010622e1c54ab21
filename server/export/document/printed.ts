/**
 * A document as it is printed: the same words, figures and tables in the same order in Word and PDF.
 *
 * Plain data. Every text in it is finished: numbers are written, codes are labels, and there is no character that the
 * font of the documents does not have.
 */
import type { Block } from "../../../reports/publication/markdown.ts";

export interface PrintedDocument {
  readonly title: string;
  readonly study: string;
  /** What it is, for the first page. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly about: readonly string[];
  /** On top of every page; "" but for a working copy. */
  readonly warning: string;
  readonly header: string;
  /** Source, at the foot of every page. */
  readonly source: string;
  /** ISO. */
  readonly date: string;
  readonly chapters: readonly PrintedChapter[];
  /** On lying pages, after the chapters. */
  readonly appendix: PrintedChapter;
}

export interface PrintedChapter {
  /** Unique in the document, fit for a bookmark. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}

export type PrintedBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string; readonly id: string }
  /** The investigator's own text; its headings begin at level 2. */
  | { readonly kind: "own-text"; readonly blocks: readonly Block[] }
  | { readonly kind: "headline" | "paragraph" | "note"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** A term and what it says, run into one paragraph. */
  | { readonly kind: "method"; readonly term: string; readonly text: string; readonly tables: readonly Reference[] }
  | PrintedFigure
  | PrintedTable;

export interface Reference {
  readonly id: string;
  readonly number: number;
}

export interface PrintedFigure {
  readonly kind: "figure";
  readonly id: string;
  readonly number: number;
  readonly section: string;
  readonly chart: string;
  readonly title: string;
  /** What somebody is told who cannot see it. */
  readonly alternative: string;
}

export interface PrintedTable {
  readonly kind: "table";
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** More than one where the columns do not fit beside each other; the first columns are the same in all. */
  readonly parts: readonly TablePart[];
  /** What the marks mean, what is left out, and the notes of the table. */
  readonly notes: readonly string[];
}

export interface TablePart {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedColumn {
  readonly label: string;
  /** Under the label; "" where the label says it or there is none. */
  readonly unit: string;
  readonly numeric: boolean;
  /** In mm. */
  readonly width: number;
}
