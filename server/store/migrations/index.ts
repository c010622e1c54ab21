import * as initial from "./001-initial.ts";
import * as limitedLinks from "./002-limited-links.ts";

/** In order; a migration that has been released is never changed. */
export const migrations = { "001-initial": initial, "002-limited-links": limitedLinks } as const;

export const migrationNames: readonly string[] = Object.keys(migrations);
