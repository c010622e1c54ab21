import type { PageModel, Question } from "survey-core";
import type { ReactElement } from "react";
import { titleOf } from "../survey/fields.ts";
import { familiesOf, isAnswered, type Family } from "../survey/progress.ts";
import { linesOf, type Line } from "../survey/plain.ts";
import { useSession } from "../survey/session.ts";

interface AnswerSummaryProps {
  /** Leads to a question; without it the answers are only shown. */
  readonly onOpen?: (part: number, question: Question | undefined) => void;
}

/** The whole answer in words, part by part; what is not answered is named last in each part. */
export function AnswerSummary({ onOpen }: AnswerSummaryProps): ReactElement {
  const { model } = useSession();
  return (
    <>
      {model.visiblePages.map((page, i) => (
        <PartSummary key={page.name} page={page} number={i + 1} {...(onOpen ? { onOpen } : {})} />
      ))}
    </>
  );
}

function PartSummary({ page, number, onOpen }: AnswerSummaryProps & { page: PageModel; number: number }): ReactElement {
  const families = familiesOf(page);
  const answered = families.filter(isAnswered);
  const open = families.filter((family) => !isAnswered(family));
  const title = page.locTitle.renderedHtml;
  return (
    <section className="summary-part">
      <div className="summary-head">
        <h2>{title}</h2>
        {onOpen && (
          <button type="button" className="link-button no-print" onClick={() => onOpen(number, undefined)}>
            Ändra<span className="visually-hidden"> {title}</span>
          </button>
        )}
      </div>
      {answered.length > 0 && (
        <dl className="summary-list">
          {answered.map((family) => (
            <div key={family.main.name}>
              <dt>{titleOf(family.main)}</dt>
              <dd>
                <Lines lines={familyLines(family)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {open.length > 0 && (
        <details className="summary-open">
          <summary>
            {open.length === 1 ? "En fråga är inte besvarad" : `${open.length} frågor är inte besvarade`}
          </summary>
          <ul>
            {open.map(({ main: question }) => (
              <li key={question.name}>
                {onOpen ? (
                  <button type="button" className="link-button" onClick={() => onOpen(number, question)}>
                    {titleOf(question)}
                  </button>
                ) : (
                  titleOf(question)
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The answer to the question itself, and what follows from it under the words of each. */
function familyLines({ main, members }: Family): readonly Line[] {
  return members.flatMap((question) => {
    const lines = linesOf(question, question.value);
    return question === main
      ? lines
      : lines.map(({ label, text }) => ({
          label: label === "" ? titleOf(question) : `${titleOf(question)} ${label}`,
          text,
        }));
  });
}

export function Lines({ lines }: { lines: readonly Line[] }): ReactElement {
  const rows = lines.filter(({ label }) => label !== "");
  return (
    <>
      {lines
        .filter(({ label }) => label === "")
        .map(({ text }) => (
          <p className="summary-text" key={text}>
            {text}
          </p>
        ))}
      {rows.length > 0 && (
        <table className="summary-table">
          <tbody>
            {rows.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
