import type { ChartSpec, DrawContext, Tables } from "../section.ts";
import { sentenceCase } from "../text/format.ts";
import { Drawing } from "./drawing.tsx";
import { frameScene } from "./frame.ts";
import type { Scene } from "./scene.ts";

export interface ChartBody {
  readonly scene: Scene;
  /** What a reader must know of this drawing: rows that are left out, how lengths are to be read. */
  readonly notes?: readonly string[];
}

export interface ChartDefinition {
  readonly section: string;
  readonly id: string;
  title(tables: Tables): string;
  subtitle(tables: Tables): string;
  description(tables: Tables): string;
  /** As `ChartSpec.applies`. */
  applies?(tables: Tables): boolean;
  /** As `ChartSpec.place`. */
  readonly place?: true;
  body(tables: Tables, context: DrawContext): ChartBody;
  readonly source: string;
}

const LEAST_WIDTH = 280;

/** A chart as a report section holds it: the body between title, subtitle, notes and source. */
export function defineChart(chart: ChartDefinition): ChartSpec {
  return {
    id: chart.id,
    title: (tables) => chart.title(tables),
    subtitle: (tables) => sentenceCase(chart.subtitle(tables)),
    description: (tables) => chart.description(tables),
    applies: (tables) => chart.applies?.(tables) !== false,
    ...(chart.place === undefined ? {} : { place: chart.place }),
    draw: (tables, context) => (
      <Drawing
        id={`${chart.section}-${chart.id}`}
        scene={sceneOf(chart, tables, context)}
        label={chart.title(tables)}
        description={chart.description(tables)}
        highlight={context.highlight}
      />
    ),
  };
}

/** The whole drawing as data: what `draw` draws, and what tests ask about. Below 280 px it is laid out for 280. */
export function sceneOf(chart: ChartDefinition, tables: Tables, context: DrawContext): Scene {
  const width = Math.max(LEAST_WIDTH, Math.floor(context.width));
  const { scene, notes = [] } = chart.body(tables, { ...context, width });
  return frameScene(
    {
      title: context.titled === false ? "" : chart.title(tables),
      subtitle: sentenceCase(chart.subtitle(tables)),
      invented: context.invented,
      notes,
      source: chart.source,
    },
    scene,
    width,
  );
}
