/** The command line: what was asked for, and with which exit code it ended (0 done, 1 refused, 2 wrong usage). */
import { Command, CommanderError } from "commander";
import { CalcInputError } from "../../reports/calc.ts";
import { ConfigError } from "../config.ts";
import { HttpProblem } from "../problems.ts";
import { RestoreRefused } from "../store/restore.ts";
import { addBackupCommands } from "./backup.ts";
import { addCalcCommand } from "./calc.ts";
import { addDefinitionCommands } from "./definitions.ts";
import { addFileCommands } from "./files.ts";
import { addLinkCommand } from "./link.ts";
import { Refused, tell, WrongUsage } from "./outcome.ts";
import { addPublishCommand } from "./publish.ts";
import { addReportCommand } from "./report.ts";
import { addServeCommands } from "./serve.ts";
import { addStudyCommands } from "./study.ts";
import { inSwedish, sayUsageError } from "./swedish-usage.ts";
import { addUserCommands } from "./user.ts";
import { addVerifyCommand } from "./verify.ts";

const program = new Command("behovskartan")
  .description("Kartlägger behov, insatser och ledtider: frågeformulär, jämförelse och rapport.")
  .option("--data <mapp>", "mappen med databasen (annars DATA_DIR, annars data/runtime)");

addServeCommands(program);
addUserCommands(program);
addStudyCommands(program);
addLinkCommand(program);
addDefinitionCommands(program);
addFileCommands(program);
addReportCommand(program);
addPublishCommand(program);
addVerifyCommand(program);
addCalcCommand(program);
addBackupCommands(program);
inSwedish(program);

// A reader that has seen enough (`| head`) closes the stream: what else is written is lost, and nothing is wrong.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await run();

async function run(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const message = sayUsageError(error);
    if (message !== "") tell(message);
    return 2;
  }
  if (error instanceof WrongUsage) {
    tell(error.message);
    return 2;
  }
  const expected = [Refused, ConfigError, HttpProblem, RestoreRefused, CalcInputError];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) tell(error.message);
  else tell(`Ett oväntat fel: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}
