import type { Table } from "../../../reports/section.ts";
import type { DocumentSection } from "../../../reports/publication/publication.ts";
import { printTable } from "./print-table.ts";
import type { PrintedFigure, PrintedTable } from "./printed.ts";

/** Gives figures and tables their numbers, in the order in which they are asked for: that of the document. */
export class Numbering {
  #figures = 0;
  #tables = 0;

  figure(section: string, { id, title, description }: DocumentSection["charts"][number]): PrintedFigure {
    const number = ++this.#figures;
    return {
      kind: "figure",
      id: `figur_${number}`,
      number,
      section,
      chart: id,
      title,
      alternative: description.startsWith(title) ? description : `${title}. ${description}`,
    };
  }

  table(table: Table, width: number): PrintedTable {
    const number = ++this.#tables;
    return printTable(table, { id: `tabell_${number}`, number, width });
  }
}
