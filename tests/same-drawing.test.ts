/** One chart is one drawing: in the board page, the live report, Word and PDF, the package and the file of its own. */
import { renderToStaticMarkup } from "react-dom/server";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Publication } from "../reports/publication/publication.ts";
import { readPublication } from "../reports/publication/read-publication.ts";
import { workingCopy } from "../reports/publication/working-copy.ts";
import { chartsOf, type Tables } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import { renderBoardPage } from "../server/board/page.tsx";
import { standaloneSvg } from "../server/export/embed-svg.ts";
import { CHART_WIDTH } from "../server/export/document/page.ts";
import { printable } from "../server/export/document/printable.ts";
import { printedDrawings } from "../server/export/document/printed-drawings.ts";
import { renderPackage } from "../server/export/package/render-package.ts";
import { drawSvg } from "../server/export/svg.ts";
import { renderReport } from "../server/report/render-report.ts";
import type { Report } from "../reports/report.ts";
import { exampleReport } from "./fixtures/example-report.ts";
import { smallPublication } from "./fixtures/small-documents.ts";

let report: Report;
let publication: Publication;
/** Every chart of the example: section, chart. */
let charts: readonly (readonly [section: string, chart: string])[];

beforeAll(async () => {
  ({ report } = await exampleReport());
  const { protection, basis, number } = smallPublication;
  const document = {
    ...workingCopy(report, "2026-11-22"),
    kind: "publication",
    format: 1,
    number,
    protection,
    basis,
    places: {},
  };
  publication = readPublication(JSON.parse(JSON.stringify(document)));
  charts = publication.sections.flatMap(({ id, charts }) => charts.map((chart) => [id, chart.id] as const));
}, 60_000);

test("the investigator's live report draws what the publication's files do, at any width", async () => {
  expect(charts.length).toBeGreaterThan(50);
  for (const [section, chart] of charts) {
    for (const width of [390, 900]) {
      const spec = sections.filter(({ id }) => id === section);
      const one = { ...report, sections: report.sections.filter(({ id }) => id === section) };
      const live = new TextDecoder().decode(await renderReport(one, spec, { format: "svg", chart, width }));
      expect(live === drawSvg(publication, section, chart, { width }), `${section}/${chart} at ${width}`).toBe(true);
    }
  }
});

test("the page of the live report draws the same element", () => {
  for (const [section, chart] of charts) {
    const spec = sections.find(({ id }) => id === section);
    const found = report.sections.find(({ id }) => id === section);
    const tables: Tables = Object.fromEntries((found?.tables ?? []).map((table) => [table.id, table]));
    const drawn = spec && chartsOf(spec, tables).find(({ id }) => id === chart);
    const live = drawn && renderToStaticMarkup(drawn.draw(tables, { width: 760, invented: true, titled: false }));
    expect(live === drawSvg(publication, section, chart, { width: 760, titled: false }), `${section}/${chart}`).toBe(
      true,
    );
  }
});

test("the board page holds every drawing as the files have it, without the title that stands as a heading", () => {
  const page = renderBoardPage(publication, {
    address: "/rapport/x",
    files: "/api/published/x",
    download: true,
    preview: false,
    head: "",
  });
  for (const [section, chart] of charts) {
    expect(
      page.includes(drawSvg(publication, section, chart, { width: 760, titled: false })),
      `${section}/${chart}`,
    ).toBe(true);
  }
});

test("Word and PDF take the same drawing on white paper, cut where it is taller than a page", () => {
  let uncut = 0;
  for (const [section, chart] of charts) {
    const figure = { kind: "figure" as const, id: "figur_1", number: 1, section, chart, title: "", alternative: "" };
    const { pieces } = printedDrawings(publication, figure);
    if (pieces.length > 1) continue;
    const drawn = printable(drawSvg(publication, section, chart, { width: CHART_WIDTH, titled: false }));
    expect(pieces[0]?.svg === drawn.replaceAll('"#FBFAF7"', '"#FFFFFF"'), `${section}/${chart}`).toBe(true);
    uncut++;
  }
  expect(uncut).toBeGreaterThan(40);
});

test("the data package has the same drawings, each text with its length", async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderPackage(publication, { questionnaires: [] })) chunks.push(chunk);
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks)));
  for (const [section, chart] of charts) {
    const packed = new TextDecoder().decode(files[`charts/${section}-${chart}.svg`]);
    expect(packed === standaloneSvg(drawSvg(publication, section, chart, { width: 900 })), `${section}/${chart}`).toBe(
      true,
    );
    const bare = packed.replaceAll(/ textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/g, "");
    expect(bare === drawSvg(publication, section, chart, { width: 900 }), `${section}/${chart}`).toBe(true);
  }
});
