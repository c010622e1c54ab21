import * as initial from "./001-initial.ts";

/** In order; a migration that has been released is never changed. */
export const migrations = { "001-initial": initial } as const;

export const migrationNames: readonly string[] = Object.keys(migrations);
