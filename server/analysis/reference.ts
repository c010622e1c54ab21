import type { Population } from "../../reports/dataset.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { populationOf, type PopulationSource } from "../statistics/population.ts";
import { referencePopulation } from "../statistics/reference.ts";
import { readReference } from "../study/reference.ts";

/** What a dataset needs beside the answers. */
export interface AnalysisReference {
  /** Names by SCB's four-digit code. */
  readonly municipalityNames: ReadonlyMap<string, string>;
  /** `imported`: the study's own statistics, which go before those that come with the program. */
  populationOf(study: Study, imported: PopulationSource | undefined): ReadonlyMap<string, Population>;
}

let loaded: Promise<AnalysisReference> | undefined;

/** The files of data/reference, read once. */
export const loadReference = (): Promise<AnalysisReference> => (loaded ??= load());

async function load(): Promise<AnalysisReference> {
  const [{ municipalityNames }, shipped] = await Promise.all([readReference(), referencePopulation()]);
  return {
    municipalityNames,
    populationOf: (study, imported) => populationOf(study, imported === undefined ? shipped : [imported, ...shipped]),
  };
}
