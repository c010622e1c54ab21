import type { PageModel } from "survey-core";
import { Fragment, type MouseEvent, type ReactElement } from "react";
import { familiesOf, isAnswered } from "../survey/progress.ts";
import { useSession } from "../survey/session.ts";
import { caseOf, stageOf } from "../survey/story.ts";
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
          <Fragment key={page.name}>
            {storyBegins(model.visiblePages, i) && <li className="parts-story">{storyTitle(page)}</li>}
            <li>
              <a {...link({ at: "part", number: i + 1 })} aria-current={i === current ? "step" : undefined}>
                {page.locTitle.renderedHtml}
              </a>{" "}
              {answeredText(page)}
            </li>
          </Fragment>
        ))}
        <li>
          <a {...link({ at: "review" })}>Granska och skicka</a>
        </li>
      </ol>
    </details>
  );
}

/** The first stage of a story: stages of several stories have the same numbers. */
const storyBegins = (pages: readonly PageModel[], i: number): boolean => {
  const [page, before] = [pages[i], pages[i - 1]];
  return page !== undefined && stageOf(page) !== undefined && caseOf(page.name) !== caseOf(before?.name ?? "");
};

/** "Pojken, från förskola till tjugo år": the first sentence of what a stage is described with. */
const storyTitle = (page: PageModel): string => page.locDescription.renderedHtml.replace(/\. .*$/s, "");

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
