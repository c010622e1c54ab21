/**
 * Routes of the report: whole as JSON, one chart as a drawing, one table as a file. The figures are not protected: they
 * are for users alone.
 */
import type { Response } from "express";
import { z } from "zod";
import type { ProblemName } from "../problems.ts";
import type { ReportOutput } from "../report/report-service.ts";
import { sendCompressed } from "./compressed.ts";
import { type ReportQuery, reportQuery, studyParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const base = "/api/studies/:study/report";

interface FileKind {
  readonly ending: "svg" | "png" | "csv" | "xlsx";
  readonly type: string;
  readonly summary: string;
  readonly missing: ProblemName;
  readonly output: (id: string, query: ReportQuery) => ReportOutput;
}

const FILE_KINDS: readonly FileKind[] = [
  ...(["svg", "png"] as const).map((format) => ({
    ending: format,
    type: format === "svg" ? "image/svg+xml" : "image/png",
    summary: `One chart as ${format.toUpperCase()}`,
    missing: "chart-not-found" as const,
    output: (chart: string, { width }: ReportQuery) => ({ format, chart, width }),
  })),
  {
    ending: "csv",
    type: "text/csv; charset=utf-8",
    summary: "One table as CSV; missing values as !reason, or in words with excel=1",
    missing: "table-not-found",
    output: (table, { excel }) => ({ format: "csv", table, excel: excel === "1" }),
  },
  {
    ending: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    summary: "One table as an Excel workbook",
    missing: "table-not-found",
    output: (table) => ({ format: "xlsx", table }),
  },
];

const wholeReport = route({
  method: "get",
  path: base,
  summary: "The report, or some sections of it",
  access: "user",
  params: studyParams,
  query: reportQuery,
  answers: { status: 200, description: "Report" },
  problems: ["not-signed-in", "study-not-found", "invalid-input", "section-not-found", "report-failed"],
  async handle({ context, params: { study }, query, request, response }) {
    const output = { format: "json" as const };
    const wanted = { study, filter: filterOf(query), sections: query.section, output };
    const bytes = await context.reports.render(wanted);
    await sendCompressed(request, response, "application/json; charset=utf-8", bytes);
  },
});

const reportFile = (kind: FileKind): Route =>
  route({
    method: "get",
    path: `${base}/:section/:id.${kind.ending}`,
    summary: kind.summary,
    access: "user",
    params: z.object({ study: z.string(), section: z.string(), id: z.string() }),
    query: reportQuery,
    answers: { status: 200, description: "The file", type: kind.type },
    problems: [
      "not-signed-in",
      "study-not-found",
      "invalid-input",
      "section-not-found",
      kind.missing,
      "nothing-to-draw",
      "report-failed",
    ],
    async handle({ context, params: { study, section, id }, query, request, response }) {
      const output = kind.output(id, query);
      const bytes = await context.reports.render({ study, filter: filterOf(query), sections: [section], output });
      attach(response, `${study}-${section}-${id}.${kind.ending}`);
      await sendCompressed(request, response, kind.type, bytes);
    },
  });

export const reportRoutes: readonly Route[] = [wholeReport, ...FILE_KINDS.map(reportFile)];

const filterOf = ({ municipality, party }: ReportQuery) => ({ municipalities: municipality, parties: party });

/** Ids are ASCII words (contract: Files, Study), so that the name needs no encoding. */
export function attach(response: Response, filename: string): void {
  response.set("content-disposition", `attachment; filename="${filename.replaceAll(/[^\w.-]/g, "-")}"`);
}
