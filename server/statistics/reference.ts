/** The population figures that come with the program. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../root.ts";
import type { PopulationSource } from "./population.ts";
import { readStatistics } from "./read-statistics.ts";

const FILES = [
  { file: "population-2024-single-years.csv", source: "SCB, tabell BefolkningNy" },
  { file: "population-2022-12-bands.csv", source: "SCB, tabell BefolkManad" },
] as const;

/**
 * Single years before five-year bands: the order in which `populationOf` prefers them.
 *
 * @throws {Error} when a file is missing or does not hold what it should
 */
export async function referencePopulation(
  folder: string = join(projectRoot, "data/reference"),
): Promise<readonly PopulationSource[]> {
  return Promise.all(
    FILES.map(async ({ file, source }) => {
      const read = readStatistics(await readFile(join(folder, file)));
      if ("problems" in read) throw new Error(`${file}: ${read.problems[0]?.message ?? ""}`);
      return { source, rows: read.rows };
    }),
  );
}
