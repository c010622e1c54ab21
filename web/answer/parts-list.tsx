import type { PageModel } from "survey-core";
import type { MouseEvent, ReactElement } from "react";
import { familiesOf, isAnswered } from "../survey/progress.ts";
import { useSession } from "../survey/session.ts";
import { hashOf, type Place } from "./place.ts";

/** All parts, to jump between. */
export function PartsList({ current, go }: { current: number; go: (place: Place) => void }): ReactElement {
  const { model } = useSession();
  const link = (place: Place) => ({
    href: hashOf(place),
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      go(place);
    },
  });
  return (
    <details className="parts">
      <summary>Alla delar</summary>
      <ol>
        {model.visiblePages.map((page, i) => (
          <li key={page.name}>
            <a {...link({ at: "part", number: i + 1 })} aria-current={i === current ? "step" : undefined}>
              {page.locTitle.renderedHtml}
            </a>{" "}
            {answeredText(page)}
          </li>
        ))}
        <li>
          <a {...link({ at: "review" })}>Granska och skicka</a>
        </li>
      </ol>
    </details>
  );
}

function answeredText(page: PageModel): ReactElement | null {
  const asked = familiesOf(page);
  const answered = asked.filter(isAnswered).length;
  if (answered === 0) return null;
  return (
    <span className="soft small numbers">
      {answered} av {asked.length}
      <span className="visually-hidden"> besvarade</span>
    </span>
  );
}
