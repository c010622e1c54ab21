import { useLayoutEffect, useRef, useState, type ReactElement } from "react";
import type { Tip } from "./chart-figure.tsx";

const GAP = 8;

/** A ring round the mark and what it says, kept inside the frame; below the mark where there is no room above. */
export function ChartTip({ tip }: { tip: Tip }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0, frame: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const frame = element.offsetParent?.clientWidth ?? 0;
    setSize({ width: element.offsetWidth, height: element.offsetHeight, frame });
  }, [tip.text]);

  const centre = tip.x + tip.width / 2 - size.width / 2;
  const left = Math.max(0, Math.min(centre, size.frame - size.width));
  const above = tip.y - size.height - GAP;
  const top = above < 0 ? tip.y + tip.height + GAP : above;
  const ring = { left: tip.x - 3, top: tip.y - 3, width: tip.width + 6, height: tip.height + 6 };
  return (
    <>
      <div className="chart-ring" style={ring} aria-hidden="true" />
      <div ref={box} className="chart-tip" style={{ left, top }} aria-hidden="true">
        {tip.text.split("\n").map((line, i) => (
          <span key={i}>{line}</span>
        ))}
      </div>
    </>
  );
}
