import type { ReactElement } from "react";
import { sections } from "../sections/index.ts";
import type { Tables } from "../section.ts";
import { narrowTables } from "./narrow-tables.ts";
import type { ReportDocument } from "./publication.ts";

export interface Drawn {
  /** In px. */
  readonly width: number;
  /** False where the text around it has just said the title. */
  readonly titled?: boolean;
  /** Only this municipality's rows, in a chart about places (`ChartSpec.place`); any other is of them all. */
  readonly municipality?: string;
}

/**
 * Draws one chart of a document from its tables: page, file, Word and PDF all come here.
 *
 * @throws {RangeError} when the document has no such section or chart
 */
export function drawFinding(
  { sections: shown, study }: ReportDocument,
  section: string,
  chart: string,
  { width, titled, municipality }: Drawn,
): ReactElement {
  const found = shown.find(({ id }) => id === section);
  const whole: Tables = Object.fromEntries((found?.tables ?? []).map((table) => [table.id, table]));
  const drawn = sections.find(({ id }) => id === section)?.charts.find(({ id }) => id === chart);
  const tables = municipality === undefined || drawn?.place !== true ? whole : narrowTables(whole, municipality);
  if (found === undefined || drawn === undefined || drawn.applies?.(tables) === false)
    throw new RangeError(`no chart ${section}/${chart}`);
  return drawn.draw(tables, { width, invented: study.invented, ...(titled === undefined ? {} : { titled }) });
}
