import type { ReactElement } from "react";
import { sectionName } from "../../reports/section-groups.ts";
import type { ReadSection } from "./reading.ts";

/** Sections whose answers a board needs first, the most important first. */
const WEIGHTY = [
  "unduplicated",
  "problems",
  "gaps",
  "lead-times",
  "responsibility",
  "proposals",
  "group-size",
  "interventions",
];
const MOST = 6;

/** The headlines that matter most, in the order of the report, each leading to its finding. */
export function Highlights({ sections }: { sections: readonly ReadSection[] }): ReactElement | null {
  const chosen = new Set(
    WEIGHTY.filter((id) => sections.some(({ section }) => section.id === id && section.sentences.length > 0)).slice(
      0,
      MOST,
    ),
  );
  const shown = sections.filter(({ section }) => chosen.has(section.id));
  if (shown.length === 0) return null;
  return (
    <section className="highlights" aria-labelledby="viktigast">
      <h2 id="viktigast">Det viktigaste</h2>
      <ul>
        {shown.map(({ section, headline }) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>
              <span className="kicker">{sectionName(section.id)}</span>
              {headline}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
