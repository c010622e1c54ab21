import type { DrawContext, Tables } from "../section.ts";
import type { ChartBody } from "./define-chart.tsx";
import { ratingsBody } from "./ratings-chart.ts";

/** How well each intervention helps, as each group rates it. */
export const effectBody = (tables: Tables, context: DrawContext): ChartBody =>
  ratingsBody(tables, context, { table: "effect", name: "intervention", each: "varje insats" });
