import type { Compilable, CompiledQuery, Kysely, QueryResult } from "kysely";
import type { Tables } from "./tables.ts";

/** Stands for a value while a query is built. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that Kysely builds and compiles once for each connection pool, since that costs several times what SQLite
 * needs to run it. `value` holds placeholders: use its members as values in the query and for nothing else.
 *
 * @example
 * const studyOf = prepared((db, value: { id: string }) => db.selectFrom("studies").selectAll().where("id", "=", value.id));
 * const { rows } = await studyOf(database.read, { id: "exempel" });
 */
export function prepared<Values extends object, Row>(
  build: (db: Kysely<Tables>, value: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<QueryResult<Row>> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Values;
  return (db, values) => {
    const pool = db.getExecutor().adapter;
    let query = compiled.get(pool);
    if (query === undefined) {
      query = build(db, placeholders).compile();
      compiled.set(pool, query);
    }
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = query.parameters.map((each) => (each instanceof Placeholder ? given[each.name] : each));
    return db.executeQuery({ ...query, parameters });
  };
}
