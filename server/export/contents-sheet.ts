import { MISSING_LABELS, MISSING_REASONS } from "../../survey-definitions/codes.ts";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { SectionReport } from "../../reports/report.ts";
import { formatDate, formatPeriod } from "../../reports/text/format.ts";
import type { DocumentStamp } from "./document-stamp.ts";
import type { PlacedTable } from "./table-sheets.ts";
import type { Sheet, SheetCell, SheetLine } from "./xlsx.ts";

const WIDTHS = [9, 44, 70, 9, 34];
/** Why a section has no table. */
const NO_TABLES: Record<SectionReport["status"], string> = {
  ok: "inga tabeller",
  "no-answers": "inga svar",
  "too-few": "för få svar",
  failed: "kunde inte räknas ut",
};

/** Which document it is, every table with a link to its sheet, and what a cell without a figure means. */
export function contentsSheet(
  name: string,
  document: ReportDocument,
  placed: readonly PlacedTable[],
  stamp: DocumentStamp,
): Sheet {
  const { study, sections, date } = document;
  const { from, to } = study.reference_period;
  const shown = new Set(placed.map(({ section }) => section.id));
  const without = sections.filter(({ id, tables }) => tables.length === 0 && !shown.has(id));
  return {
    name,
    above: [
      line({ value: stamp.title, style: "title" }),
      line({ value: stamp.status, style: stamp.warns ? "warning" : "strong" }),
      fact("Studie", study.title),
      fact(
        "Målgrupp",
        `${study.target_group.age_min}–${study.target_group.age_max} år. ${study.target_group.description}`,
      ),
      fact("Period", formatPeriod(from, to)),
      fact("Datum", formatDate(date)),
      ...(stamp.sha256 === undefined ? [] : [fact("SHA-256", stamp.sha256)]),
      line(stamp.source),
      { cells: [] },
    ],
    header: ["Nr", "Fråga", "Tabell", "Rader", "Blad"].map((value) => ({ value, style: "heading" })),
    widths: WIDTHS,
    rows: placed.map(({ number, section, table, sheet }) => [
      { value: number, style: "text" },
      { value: section.question, style: "text" },
      { value: table.title, style: "text" },
      { value: table.rows.length, style: "whole" },
      { value: sheet, style: "link", link: sheet },
    ]),
    below: [
      ...without.map(({ question, status }) => line("", { value: question, style: "text" }, NO_TABLES[status])),
      ...(without.length === 0 ? [] : [{ cells: [] }]),
      line({ value: "När en cell saknar siffra", style: "strong" }),
      ...MISSING_REASONS.map((reason) =>
        line("", { value: MISSING_LABELS[reason], style: "missing" }, MEANINGS[reason]),
      ),
      line("", { value: "ingen övre gräns", style: "missing" }, "det finns inget högsta värde att ange"),
    ],
    printed: { top: stamp.warns ? stamp.status : `${stamp.title}. ${stamp.status}`, foot: stamp.source },
  };
}

const MEANINGS: Readonly<Record<(typeof MISSING_REASONS)[number], string>> = {
  not_answered: "frågan ställdes men har inget svar",
  not_asked: "frågan ställdes inte, eller gäller inte raden",
  dont_know: "den som svarade visste inte",
  not_applicable: "den som svarade angav att frågan inte är aktuell",
  too_early: "den som svarade angav att det är för tidigt att bedöma",
  cannot_state: "det går inte att ange eller räkna ut",
  suppressed: "siffran är dold för att ingen ska kunna kännas igen",
};

const line = (...cells: SheetCell[]): SheetLine => ({ cells });
const fact = (what: string, text: string): SheetLine => line({ value: what, style: "soft" }, text);
