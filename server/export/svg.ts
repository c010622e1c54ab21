/** A chart of a document as SVG: the one way from tables to a drawing outside the pages. */
import { renderToStaticMarkup } from "react-dom/server";
import { drawFinding, type Drawn } from "../../reports/publication/draw.ts";
import type { ReportDocument } from "../../reports/publication/publication.ts";

/** @throws {RangeError} when the document has no such section or chart */
export const drawSvg = (document: ReportDocument, section: string, chart: string, drawn: Drawn): string =>
  renderToStaticMarkup(drawFinding(document, section, chart, drawn));
