import { type Command, Option } from "commander";
import { pino } from "pino";
import { openReportService, type ReportOutput } from "../report/report-service.ts";
import { writeOutput } from "./input-files.ts";
import { WrongUsage } from "./outcome.ts";
import { databaseFile, readConfig, withStore } from "./surroundings.ts";
import { getStudy } from "./study.ts";

const FORMATS = ["json", "csv", "xlsx", "svg", "png", "docx", "pdf", "html"] as const;

interface ReportOptions {
  readonly format: (typeof FORMATS)[number];
  readonly section?: readonly string[];
  readonly table?: string;
  readonly chart?: string;
  readonly municipality?: readonly string[];
  readonly party?: readonly string[];
  readonly width: string;
  readonly excel?: true;
  readonly out?: string;
}

export function addReportCommand(program: Command): void {
  program
    .command("report")
    .description(
      "räkna fram rapporten, eller ett diagram eller en tabell ur den: utredarens arbetskopia, där små tal inte är skyddade",
    )
    .argument("<studie>")
    .addOption(new Option("--format <form>", "filens form").choices(FORMATS).makeOptionMandatory())
    .option("--section <avsnitt...>", "bara dessa avsnitt")
    .option("--table <tabell>", "tabellens id (csv, xlsx); annars alla")
    .option("--chart <diagram>", "diagrammets id (svg, png); annars det första")
    .option("--municipality <kommun...>", "bara dessa kommuner")
    .option("--party <part...>", "bara dessa parter, id eller slag")
    .option("--width <px>", "teckningens bredd", "900")
    .option("--excel", "CSV för svensk Excel: semikolon, decimalkomma och ord")
    .option("--out <fil>", "skriv till en fil i stället för standard out")
    .action(async (study: string, options: ReportOptions, command: Command) => {
      const output = outputOf(options);
      const config = readConfig(command);
      const log = pino({ level: config.logLevel === "info" ? "warn" : config.logLevel }, pino.destination(2));
      await withStore(command, async ({ store }) => void (await getStudy(store, study)));
      const reports = openReportService({ databaseUrl: config.databaseUrl, file: databaseFile(config) }, log);
      const filter = { municipalities: options.municipality ?? [], parties: options.party ?? [] };
      const sections = options.section ?? [];
      const bytes = await reports.render({ study, filter, sections, output }).finally(() => reports.close());
      await writeOutput(options.out, bytes);
    });
}

function outputOf({ format, section, table, chart, width, excel }: ReportOptions): ReportOutput {
  const one = section?.length === 1;
  switch (format) {
    case "json":
    case "docx":
    case "pdf":
    case "html":
      return { format };
    case "csv":
    case "xlsx": {
      if (table !== undefined && !one) throw new WrongUsage("--table behöver ett --section.");
      const which = table === undefined ? {} : { table };
      return format === "xlsx" ? { format, ...which } : { format, ...which, excel: excel === true };
    }
    case "svg":
    case "png": {
      if (!one) throw new WrongUsage("Ett diagram hör till ett avsnitt: ange ett --section.");
      const px = Number(width);
      if (!Number.isInteger(px) || px < 200 || px > 4000) throw new WrongUsage("--width ska vara 200–4000.");
      return { format, width: px, ...(chart === undefined ? {} : { chart }) };
    }
  }
}
