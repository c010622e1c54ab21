import type { Command } from "commander";
import { loadSolver } from "../highs-solver.ts";
import { NotVerifiable, sayProgram, verifyFile, type Verification } from "../publication/verify.ts";
import { readInput } from "./input-files.ts";
import { Refused, say } from "./outcome.ts";

const KINDS: Readonly<Record<Verification["kind"], string>> = {
  archive: "Arkiv",
  package: "Datapaket",
  publication: "Publicerad rapport",
};

export function addVerifyCommand(program: Command): void {
  program
    .command("verify")
    .description("gör om en publicerad rapport ur dess arkiv, datapaket eller JSON, och säg vad som skiljer sig")
    .argument("<fil>")
    .action(async (file: string) => {
      const bytes = await readInput(file);
      const found = await verifyFile(bytes, await loadSolver()).catch((error: unknown) => {
        throw error instanceof NotVerifiable ? new Refused(error.message) : error;
      });
      const { title, number, date } = found.publication;
      say(`${KINDS[found.kind]}: ${title}, publikation ${number}, ${date}`);
      say(`SHA-256: ${found.sha256}`);
      for (const line of found.same) say(line);
      if (found.differences.length === 0) return;
      const lines = ["Filen är inte den som publicerades, eller går inte att göra om likadan:", ...found.differences];
      throw new Refused([...lines, ...[sayProgram(found) ?? []].flat()].join("\n"));
    });
}
