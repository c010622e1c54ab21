/** Every table of the publication: people, contributors and free texts, in that order. */
import type { Table, Tables } from "../section.ts";
import { assembled } from "./assemble.ts";
import type { ClaimedTable, SectionTables } from "./claimed-cells.ts";
import { COMPLETIONS, type Completing } from "./completed.ts";
import { withoutContributors } from "./contributors.ts";
import { withoutFreeTexts } from "./free-texts.ts";

/**
 * @param real tables of the real answers
 * @param safe tables of the protected answers
 */
export function publishedTables(
  real: SectionTables,
  safe: SectionTables,
  claimed: readonly ClaimedTable[],
  context: Completing,
  freeTexts: boolean,
): SectionTables {
  const claims = new Map(claimed.map((one) => [`${one.section}.${one.table.id}`, one]));
  const finished = [...safe].map(([section, of]): readonly [string, Tables] => {
    const tables = mapTables(of, (id, table) => {
      const own = claims.get(`${section}.${id}`);
      const people = own === undefined ? table : assembled(own, table, context.mayShow);
      return withoutContributors(section, people, context.small.threshold);
    });
    const complete = mapTables(tables, (id, table) => {
      const before = real.get(section)?.[id];
      const completion = COMPLETIONS[`${section}.${id}`];
      const whole = before && completion ? completion(before, table, tables, context) : table;
      return freeTexts ? whole : withoutFreeTexts(section, whole);
    });
    return [section, complete];
  });
  return new Map(finished);
}

const mapTables = (tables: Tables, change: (id: string, table: Table) => Table): Tables =>
  Object.fromEntries(Object.entries(tables).map(([id, table]) => [id, change(id, table)]));
