import { useEffect, useRef, useState, type ReactElement } from "react";
import type { SectionReport } from "../../reports/report.ts";
import { SECTION_GROUPS, sectionName, type SectionGroup } from "../../reports/section-groups.ts";

/**
 * The id of the section that the reader is in: the last one whose head has passed the upper third of the window. Looked
 * up again also when the page changes its height: after a jump, sections get their true size when they come into view,
 * and what stands on the screen may change without a scroll.
 */
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
    const resized = new ResizeObserver(find);
    resized.observe(document.body);
    addEventListener("scroll", find, { passive: true });
    addEventListener("scrollend", find);
    return () => {
      resized.disconnect();
      removeEventListener("scroll", find);
      removeEventListener("scrollend", find);
    };
  }, [key]);
  return current;
}

interface GroupProps {
  readonly group: SectionGroup;
  readonly current: string | undefined;
  readonly sections: ReadonlyMap<string, SectionReport>;
  readonly onChoose: () => void;
}

function Group({ group, current, sections, onChoose }: GroupProps): ReactElement {
  return (
    <li className="contents-group">
      <p className="contents-group-title">{group.title}</p>
      <ol>
        {group.sections.map(({ id, name }) => {
          const status = sections.get(id)?.status ?? "ok";
          return (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? "location" : undefined} onClick={onChoose}>
                {name}
                {status !== "ok" && <span className="contents-empty">inget att visa än</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </li>
  );
}

/** The map of contents: beside the text, or folded into one line that stays on top; either follows the reader. */
export function Contents({ sections }: { sections: ReadonlyMap<string, SectionReport> }): ReactElement {
  const current = useCurrentSection(SECTION_GROUPS.flatMap((group) => group.sections.map(({ id }) => id)));
  const folded = useRef<HTMLDetailsElement>(null);
  const beside = useRef<HTMLDivElement>(null);

  // The map scrolls by itself where it is higher than the window.
  useEffect(() => {
    const link = beside.current?.querySelector<HTMLElement>("[aria-current]");
    if (link == null || beside.current === null) return;
    const { top, bottom } = link.getBoundingClientRect();
    const frame = beside.current.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) beside.current.scrollBy(0, top - frame.top - frame.height / 2);
  }, [current]);

  const list = (
    <ol className="contents-list">
      {SECTION_GROUPS.map((group) => (
        <Group
          key={group.title}
          group={group}
          current={current}
          sections={sections}
          onChoose={() => folded.current?.removeAttribute("open")}
        />
      ))}
    </ol>
  );
  return (
    <nav className="contents no-print" aria-label="Innehåll">
      <details ref={folded} className="contents-folded">
        <summary>
          <span>
            Innehåll<span className="contents-here">{current === undefined ? "" : ` · ${sectionName(current)}`}</span>
          </span>
        </summary>
        {list}
      </details>
      <div ref={beside} className="contents-beside">
        <p className="contents-title">Innehåll</p>
        {list}
      </div>
    </nav>
  );
}
