import { COLOURS } from "../../../reports/charts/tokens.ts";
import type { ReportDocument } from "../../../reports/publication/publication.ts";
import { drawSvg } from "../svg.ts";
import { CHART_WIDTH, MM_PER_PX, PAGE_OF_CHART } from "./page.ts";
import { printable } from "./printable.ts";
import type { PrintedFigure } from "./printed.ts";
import { MOST_SLICES, sliceDrawing } from "./slice-drawing.ts";

export interface PrintedDrawing {
  readonly svg: string;
  /** In mm. */
  readonly width: number;
  readonly height: number;
}

export interface PrintedDrawings {
  /** In order; more than one where the chart is taller than a page. */
  readonly pieces: readonly PrintedDrawing[];
  /** Said below the last piece where the chart goes on beyond it; otherwise "". */
  readonly note: string;
}

/** The ground of a screen is a tinted box on white paper, with texts hard against its edges. */
const onWhite = (svg: string): string => svg.replaceAll(`"${COLOURS.paper}"`, '"#FFFFFF"');

/** A figure's drawing for the width of the text. Its title stands in the caption. */
export function printedDrawings(document: ReportDocument, { section, chart }: PrintedFigure): PrintedDrawings {
  const svg = onWhite(printable(drawSvg(document, section, chart, { width: CHART_WIDTH, titled: false })));
  const slices = sliceDrawing(svg, PAGE_OF_CHART);
  const whole = Number(/height="([\d.]+)"/.exec(svg)?.[1] ?? 0);
  const drawn = slices.reduce((sum, { height }) => sum + height, 0);
  return {
    pieces: slices.map(({ svg: piece, width, height }) => {
      const scale = MM_PER_PX * Math.min(1, PAGE_OF_CHART / height);
      return { svg: piece, width: width * scale, height: height * scale };
    }),
    note:
      slices.length === MOST_SLICES && drawn < whole - 1
        ? "Figuren fortsätter. Hela finns på rapportens webbsida och i datapaketet."
        : "",
  };
}
