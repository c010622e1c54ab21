import { useEffect, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { AnswerSheet, Answers, Receipt } from "../../survey-definitions/wire.ts";
import { withoutIdentityNumbers } from "../survey/check.ts";
import { createModel, shownNames } from "../survey/model.ts";
import { SessionContext, SurveySession } from "../survey/session.ts";
import "../survey/survey.css";
import type { AnswerApi } from "./api.ts";
import { Compare } from "./compare.tsx";
import { mannerOf } from "./manner.ts";
import { Part } from "./part.tsx";
import type { Place } from "./place.ts";
import { ReceiptPage } from "./receipt-page.tsx";
import { Review } from "./review.tsx";
import type { Saver } from "./saver.ts";
import { tellProblems } from "./tell-problems.ts";
import { thanksPage } from "./thanks-page.ts";

export interface QuestionnaireProps {
  readonly sheet: AnswerSheet;
  readonly api: AnswerApi;
  readonly saver: Saver;
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** Answers to begin with, copied from another municipality. */
  readonly seed: Answers | undefined;
  readonly receipt: Receipt | undefined;
  readonly onReceipt: (receipt: Receipt) => void;
  /** An open answer is sent: `thanks` takes the place of the questionnaire. */
  readonly onFinish: (thanks: HTMLElement) => void;
  readonly leave: () => void;
}

/**
 * Everything after the first page. This file and what only it needs are loaded while the first page is read; the model,
 * which takes the longest, is made as soon as the browser has nothing better to do.
 * @returns draws it with the newest properties
 */
export function mountQuestionnaire(
  container: HTMLElement,
  { sheet, saver }: Pick<QuestionnaireProps, "sheet" | "saver">,
): (props: QuestionnaireProps) => void {
  const root = createRoot(container);
  let session: SurveySession | undefined;
  const prepare = (): SurveySession => (session ??= startSession(sheet, saver));
  whenIdle(prepare);
  return (props) => {
    if (props.place.at === "intro" && session === undefined) return;
    root.render(<Questionnaire {...props} session={prepare()} />);
  };
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run, 200);
}

function Questionnaire(props: QuestionnaireProps & { readonly session: SurveySession }): ReactElement {
  const { sheet, saver, place, go, seed, session } = props;
  useEffect(() => {
    if (seed === undefined) return;
    session.apply(seed, Object.keys(seed));
    session.onEdit();
  }, [session, seed]);
  useEffect(() => saver.flush(), [saver, place]);

  const onReceipt = (receipt: Receipt): void => {
    if (mannerOf(sheet).isOpen) props.onFinish(thanksPage(sheet, receipt, props.leave));
    else props.onReceipt(receipt);
  };
  return (
    <SessionContext value={session}>
      {place.at === "part" && <Part key={place.number} number={place.number} sheet={sheet} go={go} />}
      {place.at === "review" && <Review {...props} onReceipt={onReceipt} />}
      {place.at === "compare" && <Compare saver={saver} />}
      {place.at === "receipt" && <ReceiptPage sheet={sheet} saver={saver} receipt={props.receipt} go={go} />}
    </SessionContext>
  );
}

function startSession(sheet: AnswerSheet, saver: Saver): SurveySession {
  const session = new SurveySession(createModel(sheet, saver.state.current));
  session.onEdit = () => {
    const { model } = session;
    saver.change(withoutIdentityNumbers(model.data as Answers, saver.state.base), shownNames(model));
  };
  saver.onApply = (answers, names) => session.apply(answers, names);
  let isRefused = false;
  saver.subscribe(() => {
    const { trouble } = saver.state;
    if (trouble?.kind === "refused") tellProblems(session, trouble.error);
    else if (isRefused) session.untell();
    isRefused = trouble?.kind === "refused";
  });
  return session;
}
