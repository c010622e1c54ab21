import type { ReactElement } from "react";
import { SECTION_GROUPS, sectionName } from "../../reports/section-groups.ts";
import type { DocumentSection } from "../../reports/publication/publication.ts";

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly empty: boolean;
}

interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Neighbours of the same group stand under its title: the investigator may have put the sections in another order. */
function groupsOf(sections: readonly DocumentSection[], last: readonly Entry[]): readonly Group[] {
  const groups: { title: string; entries: Entry[] }[] = [];
  for (const { id, status } of sections) {
    const title = SECTION_GROUPS.find((group) => group.sections.some((one) => one.id === id))?.title ?? "";
    const entry = { id, name: sectionName(id), empty: status !== "ok" };
    const open = groups.at(-1);
    if (open?.title === title) open.entries.push(entry);
    else groups.push({ title, entries: [entry] });
  }
  return [...groups, ...(last.length > 0 ? [{ title: "Om rapporten", entries: last }] : [])];
}

interface Props {
  readonly sections: readonly DocumentSection[];
  /** What stands after the sections. */
  readonly last: readonly Omit<Entry, "empty">[];
}

/** The map of contents: beside the text where there is room, otherwise folded into one line that stays on top. */
export function Contents({ sections, last }: Props): ReactElement {
  const groups = groupsOf(
    sections,
    last.map((entry) => ({ ...entry, empty: false })),
  );
  const list = (
    <ol className="contents-list">
      {groups.map(({ title, entries }, index) => (
        <li key={index} className="contents-group">
          {title !== "" && <p className="contents-group-title">{title}</p>}
          <ol>
            {entries.map(({ id, name, empty }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  {name}
                  {empty && <span className="contents-empty">inget att visa</span>}
                </a>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="contents no-print" aria-label="Innehåll">
      <details className="contents-folded">
        <summary>
          <span>
            Innehåll
            <span className="contents-here" />
          </span>
        </summary>
        {list}
      </details>
      <div className="contents-beside">
        <p className="contents-title">Innehåll</p>
        {list}
      </div>
    </nav>
  );
}
