import type { Receipt } from "../../survey-definitions/wire.ts";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import { shownNames } from "../survey/model.ts";
import type { FieldProblem, SurveySession } from "../survey/session.ts";
import type { AnswerApi } from "./api.ts";
import type { Saver } from "./saver.ts";
import { tellProblems } from "./tell-problems.ts";

export type SendOutcome =
  | { readonly kind: "sent"; readonly receipt: Receipt }
  | { readonly kind: "problems"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "failed"; readonly message: string };

const failed = (message: string): SendOutcome => ({ kind: "failed", message });
const problemsOr = (problems: readonly FieldProblem[], message: string): SendOutcome =>
  problems.length === 0 ? failed(message) : { kind: "problems", problems };

interface Sending {
  readonly api: AnswerApi;
  readonly saver: Saver;
  readonly session: SurveySession;
  /** "" when nobody is named. */
  readonly signedBy: string;
}

/** Saves what is left to save, then sends the answer. Sending twice does no harm: it is the same answer again. */
export async function sendAnswer({ api, saver, session, signedBy }: Sending): Promise<SendOutcome> {
  if (findIdentityNumber(signedBy) !== undefined) return failed("Skriv namn och roll, inte personnummer.");
  if (Object.keys(saver.state.current).length === 0) return failed("Det finns inget svar att skicka än.");
  if (!(await saver.settle())) {
    const { trouble } = saver.state;
    if (trouble?.kind === "refused") return problemsOr(tellProblems(session, trouble.error), trouble.error.message);
    if (trouble?.kind === "stopped") return failed(trouble.error.message);
    return saver.state.phase === "choosing"
      ? failed("Välj först vilken version som ska gälla: se högst upp på sidan.")
      : failed(
          "Svaret är inte skickat: det går inte att nå servern just nu. Det finns kvar här. Försök igen om en stund.",
        );
  }
  const { current, revision, session: answerSession } = saver.state;
  const reply = await api.submit(
    {
      answers: current,
      shown: shownNames(session.model),
      baseRevision: revision,
      ...(signedBy === "" ? {} : { signedBy }),
    },
    answerSession,
  );
  switch (reply.kind) {
    case "done": {
      const { receipt } = reply.body;
      saver.submitted(current, receipt.revision, receipt.submittedAt);
      return { kind: "sent", receipt };
    }
    case "conflict":
      saver.dispatch({ type: "conflict", conflict: reply.conflict });
      return failed("Någon annan ändrade svaret samtidigt. Titta igenom det igen och skicka sedan.");
    case "unreachable":
      return failed(
        "Vi fick inget besked från servern. Försök igen: om svaret redan kom fram räknas det ändå bara en gång.",
      );
    case "refused":
      if (reply.status === 404 || reply.status === 410) {
        saver.dispatch({ type: "refused", status: reply.status, error: reply.error });
      }
      return problemsOr(tellProblems(session, reply.error), reply.error.message);
  }
}
