import * as initial from "./001-initial.ts";
import * as limitedLinks from "./002-limited-links.ts";
import * as publications from "./003-publications.ts";

/** In order; a migration that has been released is never changed. */
export const migrations = {
  "001-initial": initial,
  "002-limited-links": limitedLinks,
  "003-publications": publications,
} as const;

export const migrationNames: readonly string[] = Object.keys(migrations);
