import type { Command } from "commander";
import { createStudy } from "../study/create-study.ts";
import { readJsonFile } from "./input-files.ts";
import { Refused, say } from "./outcome.ts";
import { type Surroundings, withStore } from "./surroundings.ts";

export function addStudyCommands(program: Command): void {
  const study = program.command("study").description("studier");
  study
    .command("create")
    .description("skapa en studie av en studiefil (JSON); skriver ut studiens id")
    .argument("<fil>")
    .action(async (file: string, _options: unknown, command: Command) => {
      const input = await readJsonFile(file);
      await withStore(command, async ({ store, reference, now }) => {
        const created = await createStudy(store, reference, input, now().toISOString());
        if (created.status === "invalid") {
          const lines = created.problems.map(
            ({ variable, code, message }) => `${variable || "filen"}: ${message} (${code})`,
          );
          throw new Refused(`Studiefilen går inte att använda.\n${lines.join("\n")}`);
        }
        if (created.status === "exists") throw new Refused(`Det finns redan en studie ”${created.study.id}”.`);
        say(created.study.id);
      });
    });
  study
    .command("list")
    .description("alla studier: id, läge, antal svar av väntade, titel")
    .action(async (_options: unknown, command: Command) => {
      await withStore(command, async ({ store }) => {
        for (const { id, status, answered, expected, title } of await store.listStudies()) {
          say([id, status, `${answered}/${expected}`, title].join("\t"));
        }
      });
    });
  study
    .command("show")
    .description("en studie som JSON, med vilka som har svarat")
    .argument("<studie>")
    .action(async (id: string, _options: unknown, command: Command) => {
      await withStore(command, async ({ store }) => {
        const { study: shown, status, createdAt } = await getStudy(store, id);
        say(JSON.stringify({ status, createdAt, study: shown, coverage: await store.coverage(id) }, null, 2));
      });
    });
  for (const [name, status, what] of [
    ["close", "closed", "stäng en studie: den tar inte emot fler svar"],
    ["reopen", "open", "öppna en stängd studie igen"],
  ] as const) {
    study
      .command(name)
      .description(what)
      .argument("<studie>")
      .action(async (id: string, _options: unknown, command: Command) => {
        await withStore(command, async ({ store }) => {
          await getStudy(store, id);
          await store.setStudyStatus(id, status);
        });
      });
  }
}

/** @throws {Refused} when there is no such study */
export async function getStudy(store: Surroundings["store"], id: string) {
  const found = await store.findStudy(id);
  if (found === undefined) throw new Refused(`Det finns ingen studie ”${id}”.`);
  return found;
}
