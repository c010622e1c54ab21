import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { checkDefinition } from "../../survey-definitions/check-definition.ts";
import { DEFINITIONS } from "../../survey-definitions/instruments.ts";
import { projectRoot } from "../root.ts";
import { definitionFile, readDefinition } from "../study/create-study.ts";
import { addDefinitionsDiff } from "./definitions-diff.ts";
import { readJsonFile } from "./input-files.ts";
import { Refused, say } from "./outcome.ts";

const RELEASED = join(projectRoot, "survey-definitions/released.json");

export function addDefinitionCommands(program: Command): void {
  const definitions = program.command("definitions").description("formulärens definitioner");
  definitions
    .command("check")
    .description("kontrollera en definition (SurveyJS JSON); utan fil alla som följer med programmet")
    .argument("[fil]")
    .action(async (file: string | undefined) => {
      const wrong = file === undefined ? await checkAll() : checkOne(file, await readJsonFile(file));
      if (wrong.length > 0) throw new Refused(wrong.join("\n"));
      say(file === undefined ? `${DEFINITIONS.length} definition(er) är i sin ordning.` : `${file} är i sin ordning.`);
    });
  definitions
    .command("release")
    .description("lås den senaste versionen av ett formulär: filen får sedan aldrig ändras")
    .argument("<formulär>")
    .action(async (instrument: string) => say(await release(instrument)));
  addDefinitionsDiff(definitions);
}

/** "party/v1" → SHA-256 of survey.json as released. */
async function readReleased(): Promise<Record<string, string>> {
  return JSON.parse(await readFile(RELEASED, "utf8")) as Record<string, string>;
}

function checkOne(name: string, definition: unknown, known?: (typeof DEFINITIONS)[number]): readonly string[] {
  return checkDefinition(definition, known?.dictionary).map(
    ({ path, code, message }) => `${name}${path === "" ? "" : ` ${path}`}: ${message} (${code})`,
  );
}

async function checkAll(): Promise<readonly string[]> {
  const released = await readReleased();
  const lines = await Promise.all(
    DEFINITIONS.map(async (known) => {
      const name = `${known.instrument}/v${known.version}`;
      const { json, sha256 } = await readDefinition(known.instrument, known.version);
      const changed = released[name] !== undefined && released[name] !== sha256;
      return [
        ...(changed ? [`${name}: filen har ändrats efter att den släpptes. Gör en ny version. (changed)`] : []),
        ...checkOne(name, JSON.parse(json), known),
      ];
    }),
  );
  return lines.flat();
}

async function release(instrument: string): Promise<string> {
  const versions = DEFINITIONS.filter((known) => known.instrument === instrument);
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  if (newest === undefined) throw new Refused(`Det finns inget formulär ”${instrument}”.`);
  const name = `${newest.instrument}/v${newest.version}`;
  const { json, sha256 } = await readDefinition(newest.instrument, newest.version);
  const wrong = checkOne(name, JSON.parse(json), newest);
  if (wrong.length > 0) throw new Refused(wrong.join("\n"));
  const released = await readReleased();
  if (released[name] === sha256) return `${name} är redan släppt.`;
  if (released[name] !== undefined) {
    throw new Refused(
      `${name} är släppt och ${definitionFile(newest.instrument, newest.version)} har ändrats sedan dess.`,
    );
  }
  await writeFile(RELEASED, `${JSON.stringify({ ...released, [name]: sha256 }, null, 2)}\n`);
  return `${name} är släppt: ${sha256}`;
}
