import type { Command } from "commander";
import { EXAMPLE_ID } from "../example/study.ts";
import { createExample, type ExampleLinks, publishExample } from "../study/create-example.ts";
import { Refused, say } from "./outcome.ts";
import { openService } from "./publish.ts";
import { databaseFile, open, readConfig, startedByNpm, type Surroundings, withStore } from "./surroundings.ts";

const LOOK_FOR_PARENT_MS = 500;

export function addServeCommands(program: Command): void {
  program
    .command("serve")
    .description("starta servern (PORT, annars 3000)")
    .option("--example", "skapa exempelstudien när databasen är tom")
    .option("--build", "bygg först webbsidorna, om källkoden är nyare")
    .action(async ({ example }: { example?: true }, command: Command) => {
      await startServer(command, example === true);
    });
  program
    .command("demo")
    .description("skapa exempelstudien och skriv ut tre länkar till den")
    .action(async (_options: unknown, command: Command) => {
      await withStore(command, async (surroundings) => {
        const links = await createExample(surroundings);
        const service = openService(surroundings);
        await service.wake().finally(() => service.close());
        sayLinks(links);
      });
    });
}

async function startServer(command: Command, example: boolean): Promise<void> {
  // Only this command needs the web server: the others start in half the time without it.
  const { createLog, serve } = await import("../serve.ts");
  const config = readConfig(command);
  const parts = await open(config);
  const log = createLog(config);
  const served = await serve({ config, ...parts, databaseFile: databaseFile(config) }, log).catch(
    async (error: NodeJS.ErrnoException) => {
      await parts.store.close();
      if (error.code !== "EADDRINUSE") throw error;
      throw new Refused(`Port ${config.port} används redan. Välj en annan, till exempel PORT=3001.`);
    },
  );
  const stopped = toldToStop();
  const surroundings: Surroundings = { config: served.config, ...parts, now: () => new Date() };
  if (example && (await isEmpty(surroundings))) sayLinks(await createExample(surroundings));
  else if (example) await publishExample(surroundings);
  served.startWork();
  say(`Behovskartan svarar på ${served.config.publicUrl}`);
  await stopped;
  await served.stop();
}

/** npm passes a signal on to a shell, which ends without telling us: then the parent process is another one. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    const parent = process.ppid;
    const look = () => void (process.ppid === parent || resolve());
    if (startedByNpm()) setInterval(look, LOOK_FOR_PARENT_MS).unref();
  });
}

/** Nobody has an account yet, and there is nothing but an example whose creation was cut short. */
const isEmpty = async ({ store }: Surroundings): Promise<boolean> =>
  (await store.countUsers()) === 0 && (await store.listStudies()).every(({ id }) => id === EXAMPLE_ID);

function sayLinks({ investigator, answer, view }: ExampleLinks): void {
  say("Exempelstudien, med påhittade svar:");
  say(`  Utredaren (gäller en gång, inom ett dygn): ${investigator}`);
  say(`  En part svarar:                            ${answer}`);
  say(`  Styrelsen ser rapporten:                   ${view}`);
}
