import { basename } from "node:path";
import { type Command, Option } from "commander";
import { responsesPackage } from "../export/package/responses-package.ts";
import { responsesCsv, responsesJson } from "../export/responses.ts";
import { importResponses } from "../import/import-responses.ts";
import { importStatistics } from "../import/import-statistics.ts";
import type { FileProblem } from "../problems.ts";
import { readInput, writeOutput } from "./input-files.ts";
import { swedishDay } from "../study/shown-time.ts";
import { Refused, say } from "./outcome.ts";
import { getStudy } from "./study.ts";
import { withStore } from "./surroundings.ts";

const MOST_SHOWN = 50;

export function addFileCommands(program: Command): void {
  const imports = program.command("import").description("läs in filer");
  imports
    .command("responses")
    .description("läs in svar (CSV, UTF-8, komma): allt i filen, eller inget")
    .argument("<studie>")
    .argument("<fil>")
    .action(async (id: string, file: string, _options: unknown, command: Command) => {
      const bytes = await readInput(file);
      await withStore(command, async ({ store, questionnaires, now }) => {
        const { study } = await getStudy(store, id);
        const imported = await importResponses(store, questionnaires, study, bytes, now().toISOString());
        if (imported.status === "invalid") throw refusedFile(file, imported.problems);
        say(`${imported.responses} svar är inlästa.`);
      });
    });
  imports
    .command("statistics")
    .description("läs in befolkningstal (CSV, egen form eller SCB:s)")
    .argument("<studie>")
    .argument("<fil>")
    .action(async (id: string, file: string, _options: unknown, command: Command) => {
      const bytes = await readInput(file);
      await withStore(command, async ({ store, now }) => {
        const { study } = await getStudy(store, id);
        const imported = await importStatistics(store, study, bytes, basename(file), now().toISOString());
        if (imported.status === "invalid") throw refusedFile(file, imported.problems);
        say(`${imported.rows} rader är inlästa.`);
      });
    });
  program
    .command("export")
    .description("skriv ut data")
    .command("responses")
    .description("inskickade svar: CSV, JSON eller ett datapaket (zip); CSV går att läsa in igen med import responses")
    .argument("<studie>")
    .addOption(new Option("--format <form>", "filens form").choices(["csv", "json", "package"]).makeOptionMandatory())
    .option("--out <fil>", "skriv till en fil i stället för standard out")
    .action(async (id: string, options: { format: string; out?: string }, command: Command) => {
      await withStore(command, async ({ store, questionnaires, now }) => {
        const { study } = await getStudy(store, id);
        if (options.format === "package") {
          const date = swedishDay(now());
          await writeOutput(options.out, responsesPackage(store, questionnaires, study, date));
          return;
        }
        const write = options.format === "csv" ? responsesCsv : responsesJson;
        await writeOutput(options.out, write(store, questionnaires, study));
      });
    });
}

function refusedFile(file: string, problems: readonly FileProblem[]): Refused {
  const lines = problems.slice(0, MOST_SHOWN).map(({ message, code }) => `${message} (${code})`);
  const more = problems.length > MOST_SHOWN ? [`… och ${problems.length - MOST_SHOWN} till.`] : [];
  return new Refused([`${file} lästes inte in. Inget är ändrat.`, ...lines, ...more].join("\n"));
}
