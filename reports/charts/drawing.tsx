import type { ReactElement } from "react";
import { HATCH, type Fill, type PlacedText, type Scene, type Shape } from "./scene.ts";
import { COLOURS, FONT } from "./tokens.ts";

/**
 * Draws a scene. Stateless: the same props give the same bytes in a browser, in Node and in a test.
 *
 * `id` is the prefix of the ids in the drawing, so that two drawings on one page do not share a pattern. `highlight` is
 * the key of the mark that stands out; the others are dimmed. A key that no mark has does nothing.
 */
export function Drawing(props: {
  readonly id: string;
  readonly scene: Scene;
  readonly label: string;
  readonly description: string;
  readonly highlight?: string | undefined;
}): ReactElement {
  const { id, scene, label, description, highlight } = props;
  const hatch = `${id}-hatch`;
  const chosen = highlight !== undefined && scene.marks.some(({ key }) => key === highlight);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-label={label}
      fontFamily={`'${FONT}', sans-serif`}
    >
      <desc>{description}</desc>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={COLOURS.paper} />
          <rect width="1.5" height="6" fill={COLOURS.hatch} />
        </pattern>
      </defs>
      <rect width={scene.width} height={scene.height} fill={COLOURS.paper} />
      {scene.shapes.map((shape, i) => (
        <DrawnShape key={i} shape={shape} hatch={hatch} />
      ))}
      {scene.texts.map((text, i) => (
        <DrawnText key={i} text={text} />
      ))}
      {scene.marks.map((mark) => (
        <g
          key={mark.key}
          data-key={mark.key}
          data-tip={mark.tip}
          {...(chosen && mark.key !== highlight ? { opacity: 0.35 } : {})}
        >
          {mark.shapes.map((shape, i) => (
            <DrawnShape key={i} shape={shape} hatch={hatch} />
          ))}
          {mark.texts.map((text, i) => (
            <DrawnText key={i} text={text} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function DrawnShape({ shape, hatch }: { readonly shape: Shape; readonly hatch: string }): ReactElement {
  const paint = (fill: Fill) => (fill === HATCH ? `url(#${hatch})` : fill);
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, stroke, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} fill={paint(fill)} stroke={stroke} rx={radius} />;
    }
    case "line": {
      const { x1, y1, x2, y2, stroke, width, dash } = shape;
      return <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={stroke} strokeWidth={width} strokeDasharray={dash} />;
    }
    case "circle": {
      const { cx, cy, r, fill, stroke, width } = shape;
      return <circle cx={cx} cy={cy} r={r} fill={paint(fill)} stroke={stroke} strokeWidth={width} />;
    }
    case "path":
      return <path d={shape.d} fill={paint(shape.fill)} stroke={shape.stroke} strokeWidth={shape.width} />;
  }
}

function DrawnText({ text: placed }: { readonly text: PlacedText }): ReactElement {
  const { text, x, y, size, weight, anchor, colour, angle } = placed;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      fontWeight={weight === "semibold" ? 600 : undefined}
      textAnchor={anchor === "start" ? undefined : anchor}
      fill={colour}
      transform={angle === undefined ? undefined : `rotate(${angle} ${x} ${y})`}
    >
      {text}
    </text>
  );
}
