import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { restoreSqlite } from "../store/restore.ts";
import { Refused, say, tell } from "./outcome.ts";
import { databaseFile, readConfig, withStore } from "./surroundings.ts";

export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("säkerhetskopiera databasen till en fil; servern kan vara i gång")
    .argument("<fil>")
    .action(async (file: string, _options: unknown, command: Command) => {
      await withStore(command, async ({ store }) => {
        if (store.engine === "postgresql") {
          throw new Refused("Databasen ligger i PostgreSQL. Säkerhetskopiera den med pg_dump.");
        }
        const { bytes } = await store.backup(resolve(file));
        say(`${file}: ${bytes} byte.`);
      });
    });
  program
    .command("restore")
    .description("lägg tillbaka en säkerhetskopia; servern ska vara stoppad. Det som fanns förut sparas bredvid")
    .argument("<fil>")
    .action((file: string, _options: unknown, command: Command) => {
      const config = readConfig(command);
      if (config.databaseUrl !== undefined) {
        throw new Refused("Databasen ligger i PostgreSQL. Återställ den med pg_restore.");
      }
      mkdirSync(config.dataDir, { recursive: true });
      const { replaced } = restoreSqlite(resolve(file), databaseFile(config), new Date());
      if (replaced !== undefined) tell(`Den förra databasen ligger kvar som ${replaced}.`);
      say(`${file} är återställd.`);
    });
}
