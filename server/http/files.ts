/** Routes that take and give whole files of answers and statistics. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Context } from "../context.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { responsesCsv, responsesJson } from "../export/responses.ts";
import { importResponses } from "../import/import-responses.ts";
import { importStatistics } from "../import/import-statistics.ts";
import { problem } from "../problems.ts";
import { attach } from "./reports.ts";
import { csvBody, studyParams } from "./requests.ts";
import { type Route, route } from "./route.ts";

const fileProblems = ["not-csv", "not-signed-in", "study-not-found", "too-large", "cross-site"] as const;

const addResponses = route({
  method: "post",
  path: "/api/studies/:study/responses",
  summary: "Import responses from CSV: all of the file, or nothing",
  access: "user",
  params: studyParams,
  body: csvBody,
  csv: true,
  answers: { status: 200, description: "{responses: number}" },
  problems: [...fileProblems, "import-invalid"],
  async handle({ context, params, body, response }) {
    const study = await getStudy(context, params.study);
    const at = context.now().toISOString();
    const imported = await importResponses(context.store, context.questionnaires, study, body, at);
    if (imported.status === "invalid") throw problem("import-invalid", { problems: imported.problems });
    response.json({ responses: imported.responses });
  },
});

const replaceStatistics = route({
  method: "post",
  path: "/api/studies/:study/statistics",
  summary: "Replace the study's population figures by those of a CSV file, its own or SCB's",
  access: "user",
  params: studyParams,
  body: csvBody,
  csv: true,
  answers: { status: 200, description: "{rows: number}" },
  problems: [...fileProblems, "import-invalid"],
  async handle({ context, params, body, response }) {
    const study = await getStudy(context, params.study);
    const imported = await importStatistics(context.store, study, body, "uploaded file", context.now().toISOString());
    if (imported.status === "invalid") throw problem("import-invalid", { problems: imported.problems });
    response.json({ rows: imported.rows });
  },
});

const exported = (format: "csv" | "json", type: string) =>
  route({
    method: "get",
    path: `/api/studies/:study/responses.${format}`,
    summary: `The submitted answers as ${format.toUpperCase()}`,
    access: "user",
    params: studyParams,
    answers: { status: 200, description: "The answers", type },
    problems: ["not-signed-in", "study-not-found"],
    async handle({ context, params, response }) {
      const study = await getStudy(context, params.study);
      const write = format === "csv" ? responsesCsv : responsesJson;
      attach(response, `${study.id}-svar.${format}`);
      response.set("content-type", `${type}; charset=utf-8`);
      await pipeline(Readable.from(write(context.store, context.questionnaires, study)), response);
    },
  });

export const fileRoutes: readonly Route[] = [
  addResponses,
  replaceStatistics,
  exported("csv", "text/csv"),
  exported("json", "application/json"),
];

async function getStudy({ store }: Context, id: string): Promise<Study> {
  const found = await store.findStudy(id);
  if (found === undefined) throw problem("study-not-found", { study: id });
  return found.study;
}
