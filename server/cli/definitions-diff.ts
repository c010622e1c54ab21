import type { Command } from "commander";
import { compareDefinitions } from "../../survey-definitions/compare-definitions.ts";
import type { ChangeClass, DefinitionChange } from "../../survey-definitions/definition-change.ts";
import { DEFINITIONS } from "../../survey-definitions/instruments.ts";
import { readDefinition } from "../study/create-study.ts";
import { readJsonFile } from "./input-files.ts";
import { Refused, say } from "./outcome.ts";

export function addDefinitionsDiff(definitions: Command): void {
  definitions
    .command("diff")
    .description("vad som skiljer två formulär åt, och vad det gör med svar som redan finns")
    .argument("<före>", "en fil, eller formulär och version: party/1")
    .argument("<efter>")
    .option("--json", "skriv {changes: [{class, path, variable, message}]}")
    .action(async (before: string, after: string, { json }: { json?: true }) => {
      const changes = compareDefinitions(await read(before), await read(after));
      say(json ? JSON.stringify({ changes }, null, 2) : sayChanges(changes));
    });
}

async function read(name: string): Promise<object> {
  const known = DEFINITIONS.find(({ instrument, version }) => name === `${instrument}/${version}`);
  const definition: unknown =
    known === undefined
      ? await readJsonFile(name)
      : JSON.parse((await readDefinition(known.instrument, known.version)).json);
  if (typeof definition === "object" && definition !== null && !Array.isArray(definition)) return definition;
  throw new Refused(`${name} är inte ett formulär: det ska vara ett JSON-objekt.`);
}

const HEADINGS: Readonly<Record<ChangeClass, string>> = {
  destructive: "Frågas inte längre (destructive)",
  meaning: "Betyder något annat: gör en variabel med nytt namn (meaning)",
  compatible: "Nytt, och gamla svar gäller (compatible)",
  cosmetic: "Bara text och utseende (cosmetic)",
};

function sayChanges(changes: readonly DefinitionChange[]): string {
  if (changes.length === 0) return "Ingen skillnad.";
  return Object.entries(HEADINGS)
    .flatMap(([name, heading]) => {
      const of = changes.filter((change) => change.class === name);
      return of.length === 0 ? [] : [`${heading}: ${of.length}\n${of.map(sayChange).join("\n")}`];
    })
    .join("\n\n");
}

const sayChange = ({ path, variable, message }: DefinitionChange): string =>
  `  ${[variable, path].filter((part) => part !== "").join(", ")}: ${message}`;
