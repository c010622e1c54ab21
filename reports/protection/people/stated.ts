import type { Claim, RowClaims } from "../claims.ts";

/** Without the columns that have no claim. */
export const stated = (claims: Readonly<Record<string, Claim | undefined>>): RowClaims =>
  Object.fromEntries(Object.entries(claims).flatMap(([key, claim]) => (claim === undefined ? [] : [[key, claim]])));
