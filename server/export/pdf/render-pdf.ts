import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { COLOURS } from "../../../reports/charts/tokens.ts";
import type { ReportDocument } from "../../../reports/publication/publication.ts";
import { projectRoot } from "../../root.ts";
import { composePrinted } from "../document/compose-printed.ts";
import { CELL_PADDING, PAGE, TABLE_SIZE } from "../document/page.ts";
import type { PrintedBlock, PrintedChapter, PrintedFigure } from "../document/printed.ts";
import { printedDrawings } from "../document/printed-drawings.ts";
import { FONT, FONT_FOLDER } from "../font-files.ts";

const TEMPLATE = join(projectRoot, "server/export/pdf");

/**
 * The document as a tagged PDF (PDF/UA-1). The same document gives the same bytes.
 *
 * @throws {Error} when Typst refuses the document, with what it says
 */
export function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  const printed = composePrinted(document);
  const compiler = NodeCompiler.create({ workspace: TEMPLATE, fontArgs: [{ fontPaths: [FONT_FOLDER] }] });
  const add = (name: string, text: string): void => compiler.mapShadow(join(TEMPLATE, name), Buffer.from(text));
  const drawn = (chapter: PrintedChapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) => (block.kind === "figure" ? withFiles(document, block, add) : block)),
  });
  const page = { ...PAGE, padding: CELL_PADDING, tableSize: TABLE_SIZE };
  const chapters = printed.chapters.map(drawn);
  add("data.json", JSON.stringify({ ...printed, chapters, page, colours: COLOURS, font: FONT }));
  try {
    const compiled = compiler.compile({ mainFilePath: join(TEMPLATE, "report.typ") });
    if (compiled.result === null)
      throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return Promise.resolve(new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "ua-1" })));
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

/** A figure with the names of the files that its drawings are in. */
function withFiles(document: ReportDocument, figure: PrintedFigure, add: (name: string, svg: string) => void): object {
  const { pieces, note } = printedDrawings(document, figure);
  return {
    ...(figure satisfies PrintedBlock),
    note,
    pieces: pieces.map(({ svg, width, height }, i) => {
      const file = `${figure.id}-${i + 1}.svg`;
      add(file, svg);
      const alternative = i === 0 ? figure.alternative : `Fortsättning på figur ${figure.number}: ${figure.title}`;
      return { file, width, height, alternative };
    }),
  };
}
