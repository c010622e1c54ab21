import type { ErrorBody, Receipt } from "../../survey-definitions/wire.ts";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";
import { fieldsOf, findOwner } from "../survey/fields.ts";
import { shownNames } from "../survey/model.ts";
import type { FieldProblem, SurveySession } from "../survey/session.ts";
import type { AnswerApi } from "./api.ts";
import type { Saver } from "./saver.ts";

export type SendOutcome =
  | { readonly kind: "sent"; readonly receipt: Receipt }
  | { readonly kind: "problems"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "failed"; readonly message: string };

const failed = (message: string): SendOutcome => ({ kind: "failed", message });

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
  if (!(await saver.settle())) {
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
      return problemsFrom(session, reply.error) ?? failed(reply.error.message);
  }
}

/** The server's problems at the fields they belong to; undefined when none of them has a field on the page. */
function problemsFrom(session: SurveySession, error: ErrorBody): SendOutcome | undefined {
  const problems = (error.problems ?? []).flatMap(({ variable, message }): FieldProblem[] => {
    const owner = findOwner(session.model, variable);
    if (owner === undefined) return [];
    const fields = fieldsOf(owner.question);
    const field = fields.find(({ key }) => key === owner.key) ?? fields[0];
    return field === undefined ? [] : [{ field, message }];
  });
  if (problems.length === 0) return undefined;
  session.tell(new Map(problems.map(({ field, message }) => [field.key, message])));
  return { kind: "problems", problems };
}
