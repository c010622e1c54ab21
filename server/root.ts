import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json, found from the sources and from the bundle alike. */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "survey-definitions"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no project folder above ${import.meta.dirname}`);
  return findRoot(parent);
}
