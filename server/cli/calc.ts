import type { Command } from "commander";
import { calculate } from "../../reports/calc.ts";
import { loadSolver } from "../highs-solver.ts";
import { readJsonFile } from "./input-files.ts";
import { say } from "./outcome.ts";

export function addCalcCommand(program: Command): void {
  program
    .command("calc")
    .description("kör en metod för sig, så att den kan kontrolleras utifrån: JSON in, JSON ut")
    .argument("<metod>", "two-list, union-bounds, kendall-w, krippendorff, consensus, wilson, turnbull …")
    .argument("[fil]", "JSON; utan fil läses standard in")
    .action(async (method: string, file: string | undefined) => {
      const input = await readJsonFile(file);
      say(JSON.stringify(calculate(method, input, { solver: await loadSolver() }), null, 2));
    });
}
