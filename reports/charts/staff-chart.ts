/** What the staff say of the work: statements they agree with or not, and how well it works where they are. */
import type { DrawContext, Tables } from "../section.ts";
import type { ChartBody } from "./define-chart.tsx";
import { nothingBody } from "./nothing-body.ts";
import { ratingsBody } from "./ratings-chart.ts";
import { countIn, hidesRatings, tableOf } from "./read-table.ts";
import { stack } from "./scene.ts";

/** The two scales mean different things, so each has its own legend. */
export function staffBody(tables: Tables, context: DrawContext): ChartBody {
  const bodies = ["work", "staff"].flatMap((table) =>
    tableOf(tables, table).rows.some((row) => hidesRatings(row) || countIn(row.n) > 0)
      ? [ratingsBody(tables, context, { table, name: "code", each: "varje fråga" })]
      : [],
  );
  if (bodies.length === 0) return nothingBody("Personalen har inte svarat", context.width);
  return {
    scene: stack(
      bodies.map(({ scene }) => scene),
      24,
    ),
    notes: bodies[0]?.notes ?? [],
  };
}
