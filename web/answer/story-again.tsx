import { useEffect, useRef, type ReactElement } from "react";
import { Persons } from "../survey/persons.tsx";
import { SafeHtml } from "../survey/safe-html.tsx";
import type { Story } from "../survey/story.ts";

/** The story of the stage, at hand while its questions are answered. Escape folds it again. */
export function StoryAgain({ story }: { story: Story }): ReactElement {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent): void => {
      if (key !== "Escape" || !ref.current?.open) return;
      ref.current.open = false;
      ref.current.querySelector("summary")?.focus();
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, []);
  return (
    <details className="story-again" ref={ref}>
      <summary>Läs skedet igen</summary>
      <div className="story-again-text" tabIndex={0} role="region" aria-label="Skedet">
        <SafeHtml html={story.html} />
        {story.personsHtml !== undefined && <Persons html={story.personsHtml} />}
      </div>
    </details>
  );
}
