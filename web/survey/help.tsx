import type { ReactElement } from "react";

/** Longer than this, and it is folded: the question should be seen before its explanation. */
const FOLD_AT = 150;

export const isFolded = (text: string): boolean => text.length > FOLD_AT;

/** The explanation of a question, folded under it where it is long. */
export function Help({ text, id, about }: { text: string; id: string; about: string }): ReactElement | null {
  if (text === "") return null;
  if (!isFolded(text)) {
    return (
      <p className="question-help" id={id}>
        {text}
      </p>
    );
  }
  return (
    <details className="question-help">
      <summary>
        Förklaring<span className="visually-hidden"> till {about}</span>
      </summary>
      <div id={id}>
        {text.split(/\n+/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </details>
  );
}
