import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { DocumentStamp } from "./document-stamp.ts";
import type { Sheet, SheetCell } from "./xlsx.ts";

/** What each section found and how: its question, sentences and method, in the words of the report. */
export function methodSheet(
  name: string,
  { sections }: ReportDocument,
  only: string | undefined,
  stamp: DocumentStamp,
): Sheet {
  return {
    name,
    above: [
      { cells: [{ value: "Om uppgifterna", style: "title" }] },
      { cells: [{ value: stamp.status, style: stamp.warns ? "warning" : "soft" }] },
    ],
    header: ["Fråga", "Vad", "Text"].map((value) => ({ value, style: "heading" })),
    widths: [40, 12, 100],
    rows: sections
      .filter(({ id }) => only === undefined || id === only)
      .flatMap(({ question, sentences, method }) => {
        const told = [...sentences.map((sentence) => ["Resultat", sentence]), ["Metod", method]];
        return told.map((texts) => [question, ...texts].map((value): SheetCell => ({ value, style: "text" })));
      }),
    below: [],
    printed: { top: stamp.warns ? stamp.status : `${stamp.title}. ${stamp.status}`, foot: stamp.source },
  };
}
