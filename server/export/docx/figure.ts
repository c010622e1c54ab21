import { setImmediate } from "node:timers/promises";
import { ImageRun, Paragraph } from "docx";
import type { ReportDocument } from "../../../reports/publication/publication.ts";
import { drawPng } from "../png.ts";
import type { PrintedFigure } from "../document/printed.ts";
import { printedDrawings } from "../document/printed-drawings.ts";
import { caption, continued } from "./caption.ts";
import type { RawBlocks } from "./raw-blocks.ts";
import { STYLE } from "./styles.ts";

/** Sharp on paper: 163 dots to the inch. */
const ZOOM = 1.6;
/** Word counts 96 px to the inch. */
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96);

interface Picture {
  /** Holds the place of the PNG. */
  readonly data: Buffer;
  /** In mm. */
  readonly width: number;
  readonly height: number;
}

/** The pictures of a figure, and what is said below them. */
export interface Pictures {
  readonly pictures: readonly Picture[];
  readonly note: string;
}

/**
 * Draws a figure. A picture and not SVG: Word would set the letters in the fonts of the machine, and they would no longer
 * fit. It lets go of the thread after each, or the memory of all of them would be held until the last is drawn.
 */
export async function drawPictures(document: ReportDocument, figure: PrintedFigure, raw: RawBlocks): Promise<Pictures> {
  const { pieces, note } = printedDrawings(document, figure);
  const pictures: Picture[] = [];
  for (const { svg, width, height } of pieces) {
    pictures.push({ data: raw.addPicture(drawPng(svg, ZOOM)), width, height });
    await setImmediate();
  }
  return { pictures, note };
}

/** Caption above, then the chart. */
export function figureBlock(figure: PrintedFigure, { pictures, note }: Pictures): readonly Paragraph[] {
  return [
    caption("Figur", figure),
    ...pictures.flatMap(({ data, width, height }, i) => [
      ...(i === 0 ? [] : [continued("Figur", figure.number)]),
      new Paragraph({
        style: STYLE.figure,
        children: [
          new ImageRun({
            type: "png",
            data,
            transformation: { width: pixels(width), height: pixels(height) },
            altText: {
              name: `Figur ${figure.number}${i === 0 ? "" : `, del ${i + 1}`}`,
              title: figure.title,
              description: i === 0 ? figure.alternative : `Fortsättning på figur ${figure.number}: ${figure.title}`,
            },
          }),
        ],
      }),
    ]),
    ...(note === "" ? [] : [new Paragraph({ style: STYLE.note, text: note })]),
  ];
}
