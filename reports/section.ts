/**
 * A report section answers one question. Data flows one way:
 * dataset → compute → tables → (charts, sentences) → bytes.
 *
 * Charts and sentences are made from the tables alone, so that whatever is done to the tables (a hidden small number)
 * is done to everything a reader meets.
 */
import type { ReactElement } from "react";
import type { MissingReason } from "../survey-definitions/codes.ts";
import type { LpSolver } from "./stats/lp.ts";
import type { Dataset } from "./dataset.ts";

/** `"∞"` is an unbounded upper end. Shares are 0–1, `net` is in percentage points, days are days. */
export type TableCell = number | string | boolean | { readonly missing: MissingReason };

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** "persons", "share", "days", "per 1 000", "code" …; "" for text. */
  readonly unit: string;
}

export type TableRow = Readonly<Record<string, TableCell>>;

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
  /** Swedish labels of the ids and codes in the rows, by column key. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type Tables = Readonly<Record<string, Table>>;

/** What a chart may know beside the tables: nothing is read from the surroundings. */
export interface DrawContext {
  /** Width in px of the drawing; the same chart is laid out anew for 320 and for 1 000. */
  readonly width: number;
  /** One municipality in focus, when a chart is faceted or paged by municipality. */
  readonly focus?: string;
  /** Key of the mark under the pointer or the keyboard focus. */
  readonly highlight?: string;
  /** First line of every drawing of an example study. */
  readonly invented: boolean;
  /** False where the text around the drawing has just said the title; a file always carries it. */
  readonly titled?: boolean;
}

export interface ChartSpec {
  /** Stable, kebab-case, unique in its section: part of addresses and file names. */
  readonly id: string;
  /** The finding, as a sentence without full stop. */
  title(tables: Tables): string;
  /** Measure, unit, group and date: the subtitle. */
  subtitle(tables: Tables): string;
  /** What a person who cannot see the drawing is told instead. */
  description(tables: Tables): string;
  /** False where nobody was asked, so that there is nothing to draw; absent where there always is. Unanswered is drawn. */
  applies?(tables: Tables): boolean;
  /** It reads only tables that have municipalities: with the rows of one municipality it is about that one. */
  readonly place?: true;
  /** A whole `<svg>`, with title and subtitle drawn in it. */
  draw(tables: Tables, context: DrawContext): ReactElement;
}

/** The charts of a section that have something to show of these tables. */
export const chartsOf = (section: Section, tables: Tables): readonly ChartSpec[] =>
  section.charts.filter((chart) => chart.applies?.(tables) !== false);

export type SectionStatus = "ok" | "no-answers" | "too-few" | "failed";

export type Outcome =
  | { readonly status: "ok"; readonly tables: Tables }
  | { readonly status: "no-answers" }
  | { readonly status: "too-few"; readonly n: number; readonly minimum: number };

export interface ComputeContext {
  readonly solver: LpSolver;
}

export interface Section {
  readonly id: string;
  /** In Swedish, ends with "?". */
  readonly question: string;
  /** Dictionary names that `compute` reads; all others are withheld from it. */
  readonly reads: readonly string[];
  /** Estimator, base and source in one or two Swedish sentences. */
  readonly method: string;
  compute(data: Dataset, context: ComputeContext): Outcome;
  /** In Swedish, the most important first; the first one is the headline. Claims no more than the tables. */
  sentences(tables: Tables): readonly string[];
  /**
   * What can be said of one municipality: of tables that hold the rows about it alone. It reads no table without
   * municipalities. Absent where the section tells none apart.
   */
  placeSentences?(tables: Tables): readonly string[];
  readonly charts: readonly ChartSpec[];
}
