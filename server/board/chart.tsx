import { cloneElement, type ReactElement } from "react";
import { drawFinding } from "../../reports/publication/draw.ts";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { Place, ReadChart } from "./reading.ts";

/** Widths in px that every chart is laid out for: beside the map of contents or on paper, and on a phone. */
const WIDE = 760;
const PHONE = 340;

interface Props {
  readonly document: ReportDocument;
  readonly section: string;
  readonly chart: ReadChart;
  /** The headline above: a chart that says the same has no heading of its own. */
  readonly headline: string;
  readonly place: Place | undefined;
}

/** A chart, laid out for both widths; the style sheet shows one of them. The title stands as a heading, not in the drawing. */
export function ChartFigure({ document, section, chart, headline, place }: Props): ReactElement {
  const { id, title, description, municipality } = chart;
  const name = `${section}-${id}`;
  const drawn = (width: number): ReactElement =>
    drawFinding(document, section, id, {
      width,
      titled: false,
      ...(municipality === undefined ? {} : { municipality }),
    });
  return (
    <figure className="chart" id={`diagram-${name}`} data-chart={`${section}/${id}`} data-title={title}>
      {title !== headline && <h3 className="chart-title">{title}</h3>}
      {place !== undefined && municipality === undefined && <p className="chart-scope">Gäller alla kommuner</p>}
      <div className="chart-wide">{drawn(WIDE)}</div>
      {/* Patterns are found by their id, and one that is not displayed paints nothing. */}
      <div className="chart-phone">
        {cloneElement(drawn(PHONE) as ReactElement<{ id: string }>, { id: `${name}-phone` })}
      </div>
      <figcaption className="visually-hidden">{description}</figcaption>
    </figure>
  );
}
