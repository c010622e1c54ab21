/** The report of a study of 60 municipalities and 1 200 parties, handed to a page in place of the server's own. */
import type { Page } from "playwright-core";
import { compileReport } from "../reports/report.ts";
import { sections } from "../reports/sections/index.ts";
import { boardShell, renderBoardPage } from "../server/board/page.tsx";
import { loadSolver } from "../server/highs-solver.ts";
import { examplePublications } from "../tests/fixtures/example-publications.ts";
import { withProject } from "../tests/fixtures/large-project.ts";
import { largeStudy } from "../tests/fixtures/large-study.ts";

export interface LargeReport {
  /** Makes the investigator's page get that report, whole or by section, whatever the study. */
  readonly answerDesk: (page: Page) => Promise<void>;
  /** Makes any link to a publication show it. */
  readonly answerBoard: (page: Page) => Promise<void>;
  /** The page behind such a link: HTML. */
  readonly board: string;
}

export async function largeReport(): Promise<LargeReport> {
  const data = withProject(largeStudy({ municipalities: 60, parties: 1200, each: 3 }));
  const fail = (section: string, error: unknown): never => {
    throw new Error(`the section ${section} failed`, { cause: error });
  };
  const everything = { municipalities: [], parties: [] };
  const report = compileReport(sections, data, everything, { solver: await loadSolver() }, fail);
  // As text once: what is measured is the page, not the making of the answers.
  const texts = new Map(report.sections.map((section) => [section.id, JSON.stringify(section)]));
  const head = JSON.stringify({ ...report, sections: [] });
  const board = renderBoardPage(examplePublications(report).first, {
    address: "/rapport/exempel",
    files: "/api/published/exempel",
    download: true,
    preview: false,
    head: boardShell(),
  });
  return {
    board,
    answerBoard: async (page) => {
      await page.route(/\/rapport\/[\w-]+$/, (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: board }),
      );
    },
    answerDesk: async (page) => {
      await page.route(/\/api\/studies\/\w+\/report(\?|$)/, async (route) => {
        const asked = new URL(route.request().url()).searchParams.getAll("section").flatMap((text) => text.split(","));
        const wanted = [...texts].filter(([id]) => asked.length === 0 || asked.includes(id)).map(([, text]) => text);
        const body = head.replace('"sections":[]', () => `"sections":[${wanted.join(",")}]`);
        await route.fulfill({ contentType: "application/json", body });
      });
    },
  };
}
