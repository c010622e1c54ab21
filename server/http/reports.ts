/**
 * Routes of the report: whole as JSON, one chart as a drawing, one table as a file. The figures are not protected: they
 * are for users, and of example studies also for whoever has a view link.
 */
import type { Response } from "express";
import { z } from "zod";
import type { Context } from "../context.ts";
import { EXAMPLE_ID } from "../example/study.ts";
import { problem, type ProblemName } from "../problems.ts";
import type { ReportOutput } from "../report/report-service.ts";
import { hashToken } from "../tokens.ts";
import { sendCompressed } from "./compressed.ts";
import { type ReportQuery, reportQuery } from "./requests.ts";
import { type Route, route } from "./route.ts";

/** Where a report is read, and how the address names its study. */
interface Place {
  readonly base: string;
  readonly access: "user" | "link";
  readonly names: string;
  readonly problems: readonly ProblemName[];
  readonly getStudy: (context: Context, name: string) => Promise<string>;
}

const forUsers: Place = {
  base: "/api/studies/:study/report",
  access: "user",
  names: "study",
  problems: ["not-signed-in", "study-not-found"],
  getStudy: (_context, study) => Promise.resolve(study),
};

const forViewers: Place = {
  base: "/api/view/:token",
  access: "link",
  names: "token",
  problems: ["link-not-found", "not-published", "too-many-requests"],
  async getStudy(context, token) {
    // Nothing in the example is true of anybody: its report has an address that everybody knows.
    const study = token === EXAMPLE_ID ? EXAMPLE_ID : await context.store.findViewLink(hashToken(token));
    if (study === undefined) throw problem("link-not-found");
    const found = await context.store.findStudy(study);
    if (found === undefined) throw problem("link-not-found");
    if (!found.study.invented) throw problem("not-published");
    return study;
  },
};

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

const wholeReport = ({ base, access, names, problems, getStudy }: Place): Route =>
  route({
    method: "get",
    path: base,
    summary: "The report, or some sections of it",
    access,
    params: z.object({ [names]: z.string() }),
    query: reportQuery,
    answers: { status: 200, description: "Report" },
    problems: [...problems, "invalid-input", "section-not-found", "report-failed"],
    async handle({ context, params, query, request, response }) {
      const study = await getStudy(context, params[names] ?? "");
      const output = { format: "json" as const };
      const wanted = { study, filter: filterOf(query), sections: query.section, output };
      const bytes = await context.reports.render(wanted);
      await sendCompressed(request, response, "application/json; charset=utf-8", bytes);
    },
  });

const reportFile = ({ base, access, names, problems, getStudy }: Place, kind: FileKind): Route =>
  route({
    method: "get",
    path: `${base}/:section/:id.${kind.ending}`,
    summary: kind.summary,
    access,
    params: z.object({ [names]: z.string(), section: z.string(), id: z.string() }),
    query: reportQuery,
    answers: { status: 200, description: "The file", type: kind.type },
    problems: [...problems, "invalid-input", "section-not-found", kind.missing, "nothing-to-draw", "report-failed"],
    async handle({ context, params, query, request, response }) {
      const { section = "", id = "" } = params;
      const study = await getStudy(context, params[names] ?? "");
      const output = kind.output(id, query);
      const bytes = await context.reports.render({ study, filter: filterOf(query), sections: [section], output });
      attach(response, `${study}-${section}-${id}.${kind.ending}`);
      await sendCompressed(request, response, kind.type, bytes);
    },
  });

export const reportRoutes: readonly Route[] = [forUsers, forViewers].flatMap((place) => [
  wholeReport(place),
  ...FILE_KINDS.map((kind) => reportFile(place, kind)),
]);

const filterOf = ({ municipality, party }: ReportQuery) => ({ municipalities: municipality, parties: party });

/** Ids are ASCII words (contract: Files, Study), so that the name needs no encoding. */
export function attach(response: Response, filename: string): void {
  response.set("content-disposition", `attachment; filename="${filename.replaceAll(/[^\w.-]/g, "-")}"`);
}
