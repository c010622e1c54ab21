/** What every command needs of the outside: settings, store, clock. The only reader of the environment. */
import { join } from "node:path";
import type { Command } from "commander";
import { type Config, configFrom } from "../config.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { Questionnaires } from "../study/questionnaires.ts";
import { readReference, type Reference } from "../study/reference.ts";

export interface Surroundings {
  readonly config: Config;
  readonly store: Store;
  readonly reference: Reference;
  readonly questionnaires: Questionnaires;
  readonly now: () => Date;
}

/** @throws {ConfigError} */
export function readConfig(command: Command): Config {
  const { data } = command.optsWithGlobals<{ data?: string }>();
  return configFrom(process.env, { data });
}

export const startedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

export const databaseFile = ({ dataDir }: Config): string => join(dataDir, "behovskartan.db");

/** Opens the store, and closes it when the work is done or has failed. */
export async function withStore<T>(command: Command, work: (surroundings: Surroundings) => Promise<T>): Promise<T> {
  const config = readConfig(command);
  const { store, ...rest } = await open(config);
  try {
    return await work({ config, store, ...rest, now: () => new Date() });
  } finally {
    await store.close();
  }
}

export async function open(config: Config): Promise<Pick<Surroundings, "store" | "reference" | "questionnaires">> {
  const reference = await readReference();
  const store = await openStore({ databaseUrl: config.databaseUrl, file: databaseFile(config) });
  return { store, reference, questionnaires: new Questionnaires(store, reference.municipalityNames) };
}
