import type { IElement, PageModel, PanelModel, PanelModelBase, Question, QuestionHtmlModel } from "survey-core";
import type { ReactElement, ReactNode } from "react";
import { FieldBlock } from "./control.tsx";
import { questionId, titleOf } from "./fields.ts";
import { isWayOut } from "./progress.ts";
import { Persons } from "./persons.tsx";
import { SafeHtml } from "./safe-html.tsx";
import { useSession } from "./session.ts";
import { isAboutPersons } from "./story.ts";

/** Everything that is visible on a page of the questionnaire, in order. */
export function PageView({ page }: { page: PageModel }): ReactElement {
  useSession();
  return <>{visibleElements(page).map((element) => elementView(element))}</>;
}

const visibleElements = (container: PanelModelBase): readonly IElement[] =>
  container.elements.filter((element) => element.isVisible);

function elementView(element: IElement): ReactNode {
  if (element.isPanel) return <PanelView key={element.name} panel={element as PanelModel} />;
  const question = element as Question;
  const view = <QuestionView key={question.name} question={question} />;
  return isWayOut(question) ? view : <Card key={question.name}>{view}</Card>;
}

function Card({ children }: { children: ReactNode }): ReactElement {
  return <div className="question">{children}</div>;
}

/** A panel with a title is a chapter of the page; one without holds a question and those that follow from it. */
function PanelView({ panel }: { panel: PanelModel }): ReactElement | null {
  const elements = visibleElements(panel);
  if (elements.length === 0) return null;
  if (panel.title === "" && elements.every((element) => !element.isPanel)) {
    return (
      <Card>
        {linesOf(elements as readonly Question[]).map((line) => (
          <div key={line[0]?.name} className={line.length > 1 ? "question-line" : undefined}>
            {line.map((question) => (
              <QuestionView key={question.name} question={question} />
            ))}
          </div>
        ))}
      </Card>
    );
  }
  const description = panel.locDescription.renderedHtml;
  return (
    <section className="panel">
      {panel.title !== "" && <h2 className="panel-title">{panel.locTitle.renderedHtml}</h2>}
      {description !== "" && <p className="panel-text">{description}</p>}
      {elements.map((element) => elementView(element))}
    </section>
  );
}

/** Questions that the definition puts on the same line; a folded one has its own. */
function linesOf(questions: readonly Question[]): readonly (readonly Question[])[] {
  const lines: Question[][] = [];
  for (const question of questions) {
    const line = lines.at(-1);
    if (line === undefined || question.startWithNewLine || isWayOut(question)) lines.push([question]);
    else line.push(question);
  }
  return lines;
}

function QuestionView({ question }: { question: Question }): ReactElement {
  if (question.getType() === "html") {
    const html = (question as QuestionHtmlModel).processedHtml;
    return (
      <div className="panel-text">{isAboutPersons(question) ? <Persons html={html} /> : <SafeHtml html={html} />}</div>
    );
  }
  const title = titleOf(question);
  return (
    <div className="question-part" id={questionId(question.name)}>
      <FieldBlock
        field={{ key: question.name, question, owner: question, label: title }}
        title={title}
        help={question.locDescription.renderedHtml}
      />
    </div>
  );
}
