import { useState, type ReactElement } from "react";
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { PageView } from "../survey/page-view.tsx";
import { useSession, type FieldProblem } from "../survey/session.ts";
import { stageOf, storyOf } from "../survey/story.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { minutesByPage, roundMinutes } from "./estimate.ts";
import { mannerOf } from "./manner.ts";
import { PageHeading } from "./page-heading.tsx";
import { PartsList } from "./parts-list.tsx";
import type { Place } from "./place.ts";
import { StoryAgain } from "./story-again.tsx";
import { timeLeftText } from "./words.ts";

interface PartProps {
  readonly number: number;
  readonly sheet: AnswerSheet;
  readonly go: (place: Place) => void;
}

/** One part of the questionnaire. A number beyond the last part shows the last. */
export function Part({ number, sheet, go }: PartProps): ReactElement | null {
  const session = useSession();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const pages = session.model.visiblePages;
  const index = Math.min(number, pages.length) - 1;
  const page = pages[index];
  if (page === undefined) return null;

  const stage = stageOf(page);
  const story = stage && storyOf(session.model, page);
  const description = page.locDescription.renderedHtml;
  const goOn = (): void => go(index + 1 < pages.length ? { at: "part", number: index + 2 } : { at: "review" });
  const next = (): void => {
    const found = session.check(page.questions.filter((question) => question.isVisible));
    if (found.length === 0) goOn();
    else setProblems(found);
  };
  return (
    <>
      <main className="page part" id="main">
        <div className="part-top">
          <p className="kicker numbers">
            {stage?.position ?? `Del ${index + 1} av ${pages.length}`} · {timeLeftText(minutesLeft(sheet, page.name))}
          </p>
          <PartsList current={index} go={go} />
        </div>
        <div className="progress" aria-hidden="true">
          {pages.map(({ name }, i) => (
            <span key={name} className={i <= index ? "progress-step progress-done" : "progress-step"} />
          ))}
        </div>
        <PageHeading>{stage?.title ?? page.locTitle.renderedHtml}</PageHeading>
        {description !== "" && <p className="lead part-lead">{description}</p>}
        <ErrorSummary problems={problems} onGoOn={goOn} />
        <PageView page={page} />
      </main>
      <nav className="thumb-bar" aria-label="Delar">
        {story && <StoryAgain story={story} />}
        <div className="thumb-bar-inner">
          <button
            type="button"
            className="button button-quiet"
            onClick={() => go(index === 0 ? { at: "intro" } : { at: "part", number: index })}
          >
            Tillbaka
          </button>
          <button type="button" className="button" onClick={next}>
            {index + 1 < pages.length ? "Nästa" : "Granska svaret"}
          </button>
        </div>
      </nav>
    </>
  );
}

/** Minutes for this page and those after it. */
function minutesLeft(sheet: AnswerSheet, pageName: string): number {
  const pages = sheet.definition["pages"] as readonly { readonly name: string }[];
  const from = pages.findIndex(({ name }) => name === pageName);
  const minutes = minutesByPage(sheet.definition, mannerOf(sheet).pace);
  return roundMinutes(minutes.reduce((sum, one, i) => (i >= from ? sum + one : sum), 0));
}
