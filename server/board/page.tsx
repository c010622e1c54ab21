/** The pages behind a view link, each a whole HTML document that needs no script. */
import { renderToStaticMarkup } from "react-dom/server";
import type { Publication } from "../../reports/publication/publication.ts";
import { placeOf } from "./reading.ts";
import { ReportBody } from "./report.tsx";
import { wholePage } from "./shell.ts";
import type { BoardView } from "./view.ts";

export { renderPasscodePage, renderViewProblem } from "./door.tsx";
export { boardShell } from "./shell.ts";
export { renderStandalone } from "./standalone.tsx";
export { renderTablePage, type WantedTable } from "./table-page.tsx";
export type { BoardView } from "./view.ts";

/** The whole report, for the municipality that the view has chosen. */
export function renderBoardPage(publication: Publication, view: BoardView): string {
  const place = placeOf(publication, view.municipality);
  return wholePage({
    head: view.head,
    title: place === undefined ? publication.title : `${publication.title}: ${place.name}`,
    body: renderToStaticMarkup(<ReportBody document={publication} reading={view} />),
  });
}
