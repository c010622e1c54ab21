import { renderToStaticMarkup } from "react-dom/server";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { ReportBody } from "./report.tsx";
import { boardStyles, wholePage } from "./shell.ts";

/** On every printed page. */
const PRINT_WARNING = `@page{@top-center{content:"Arbetskopia med oskyddade uppgifter. Får inte spridas."; color: #b4531f; font: 600 9pt "Source Sans 3", sans-serif}}`;

/**
 * The document as one file that needs nothing beside it: no script, no address but those that somebody has written.
 *
 * @throws {Problem} `web-not-built`
 */
export function renderStandalone(document: ReportDocument): string {
  const warning = document.kind === "working-copy" ? PRINT_WARNING : "";
  return wholePage({
    head: [
      `<meta charset="utf-8" />`,
      `<meta name="viewport" content="width=device-width, initial-scale=1" />`,
      `<meta name="robots" content="noindex" />`,
      `<style>${boardStyles()}${warning}</style>`,
    ].join("\n"),
    title: document.title,
    body: renderToStaticMarkup(<ReportBody document={document} reading={{ download: false, preview: false }} />),
  });
}
