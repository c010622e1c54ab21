import { useEffect, useState, type ReactElement } from "react";
import type { SectionReport } from "../../reports/report.ts";

/** The id of the section that the reader is in: the last one whose head has passed the upper third of the window. */
function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  const key = ids.join(" ");
  useEffect(() => {
    const find = (): void => {
      const passed = key.split(" ").filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight / 3;
      });
      setCurrent(passed.at(-1) ?? key.split(" ")[0]);
    };
    find();
    addEventListener("scroll", find, { passive: true });
    return () => removeEventListener("scroll", find);
  }, [key]);
  return current;
}

/** The map of contents: follows the reader beside the text, folds together above it where there is no room. */
export function Contents({ sections }: { sections: readonly SectionReport[] }): ReactElement {
  const current = useCurrentSection(sections.map(({ id }) => id));
  const list = (
    <ol className="contents-list">
      {sections.map(({ id, question, status }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>
            {question}
            {status !== "ok" && <span className="contents-empty">inget att visa än</span>}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="contents no-print" aria-label="Innehåll">
      <details className="contents-folded">
        <summary>Innehåll</summary>
        {list}
      </details>
      <div className="contents-beside">
        <p className="contents-title">Innehåll</p>
        {list}
      </div>
    </nav>
  );
}
