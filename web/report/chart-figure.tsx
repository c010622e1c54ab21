import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import type { ChartSpec, Tables } from "../../reports/section.ts";
import { ChartTip } from "./chart-tip.tsx";
import { useWidth } from "./use-width.ts";

interface Props {
  readonly chart: ChartSpec;
  readonly tables: Tables;
  /** What a person who cannot see the drawing is told instead. */
  readonly description: string;
  readonly invented: boolean;
  /** One municipality in focus, where the reader has chosen one. */
  readonly focus: string | undefined;
  /** False where the headline above has just said what the chart's title says. */
  readonly titled: boolean;
  /** False while the chart is far off the screen: its place is kept. */
  readonly drawn: boolean;
}

/** What the tip says and which part of the drawing it is about, in px from the corner of the frame. */
export interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const marksIn = (frame: Element): Element[] => [...frame.querySelectorAll("[data-tip]")];

function tipOf(mark: Element, frame: Element): Tip {
  const box = mark.getBoundingClientRect();
  const origin = frame.getBoundingClientRect();
  const { width, height } = box;
  const text = mark.getAttribute("data-tip") ?? "";
  return { text, x: box.left - origin.left, y: box.top - origin.top, width, height };
}

/**
 * A chart of the report, drawn for the width that it gets: the very element that the exports render.
 *
 * Marks that carry `data-tip` tell it under the pointer, and one after the other with the arrow keys.
 */
export function ChartFigure(props: Props): ReactElement {
  const { chart, tables, invented, focus, titled, drawn } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [tip, setTip] = useState<Tip>();
  const position = useRef(-1);
  const descriptionId = useId();
  const drawing = useMemo(
    () =>
      width === 0 || !drawn
        ? null
        : chart.draw(tables, { width, invented, titled, ...(focus === undefined ? {} : { focus }) }),
    [chart, tables, width, invented, focus, titled, drawn],
  );

  const show = (mark: Element | null | undefined): void => {
    setTip(mark == null || frame.current === null ? undefined : tipOf(mark, frame.current));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const mark = (event.target as Element).closest("[data-tip]");
    if (mark !== null || event.pointerType === "mouse") show(mark);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") return show(undefined);
    const step = STEPS[event.key];
    if (step === undefined || frame.current === null) return;
    const marks = marksIn(frame.current);
    if (marks.length === 0) return;
    event.preventDefault();
    position.current = Math.min(marks.length - 1, Math.max(0, position.current + step));
    show(marks[position.current]);
  };

  return (
    <figure className="chart">
      <div
        ref={frame}
        className={drawn ? "chart-frame" : "chart-frame chart-coming"}
        role="group"
        tabIndex={0}
        aria-label="Diagram. Gå mellan värdena med piltangenterna."
        aria-describedby={descriptionId}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => show(undefined)}
        onKeyDown={onKeyDown}
        onBlur={() => show(undefined)}
      >
        {drawing}
        {tip !== undefined && <ChartTip tip={tip} />}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {tip?.text}
      </p>
      <figcaption id={descriptionId} className="visually-hidden">
        {props.description}
      </figcaption>
    </figure>
  );
}
