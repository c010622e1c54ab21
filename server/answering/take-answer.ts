/** From the body of a request to the finished answer to it, with the answers stored in between. */
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { Receipt, SavedDraft } from "../../survey-definitions/wire.ts";
import { problem } from "../problems.ts";
import { checkInput } from "../http/check-input.ts";
import { type SaveBody, saveBody } from "../http/requests.ts";
import { type Answering, getOpenLink, receiptOf, saveAnswers } from "../study/answering.ts";
import type { SaveReply, SaveRequest } from "./save-messages.ts";

/**
 * Resolves after the commit.
 *
 * @throws {HttpProblem} not-json, no-answers, invalid-input, and what `getOpenLink` and `saveAnswers` throw
 */
export async function takeAnswer(parts: Answering, { kind, token, session, text }: SaveRequest): Promise<SaveReply> {
  const body = readBody(text);
  const link = await getOpenLink(parts, token);
  const { answers, shown, baseRevision, signedBy } = body;
  const { instrument } = link;
  const { revision, merged } = await saveAnswers(parts, link, kind, {
    answers,
    shown,
    baseRevision,
    signedBy,
    session,
  });
  if (kind === "submitted") {
    return { status: 201, json: JSON.stringify({ receipt: receiptOf(instrument, revision) satisfies Receipt }) };
  }
  const draft: SavedDraft = {
    revision: revision.revision,
    // Told to the one who saved, and to nobody else: of an anonymous answer the time of day is not stored.
    savedAt: OPEN_INSTRUMENTS.has(instrument) ? parts.now().toISOString() : revision.savedAt,
    ...(merged ? { answers: revision.answers } : {}),
    ...(OPEN_INSTRUMENTS.has(instrument) || instrument === "follow-up" ? { session: revision.response } : {}),
  };
  return { status: 200, json: JSON.stringify(draft) };
}

function readBody(text: string): SaveBody {
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw problem("not-json");
  }
  if (typeof body !== "object" || body === null) throw problem("not-json");
  return isOutlined(body) ? body : (checkInput(saveBody, body, refuseMissingAnswers) as SaveBody);
}

/** Whether a body is what `saveBody` asks for and would be left as it is: nearly all are, and the schema takes ten times as long. */
function isOutlined(body: object): body is SaveBody {
  const { answers, shown, baseRevision, signedBy } = body as Readonly<Record<string, unknown>>;
  return (
    typeof answers === "object" &&
    answers !== null &&
    !Array.isArray(answers) &&
    (shown === undefined || (Array.isArray(shown) && shown.length <= 2000 && shown.every(isName))) &&
    Number.isSafeInteger(baseRevision) &&
    Number(baseRevision) >= 0 &&
    signedBy === undefined
  );
}

const isName = (name: unknown): boolean => typeof name === "string" && name.length <= 200;

function refuseMissingAnswers(path: readonly PropertyKey[]) {
  return path.length === 0 || path[0] === "answers" ? problem("no-answers") : undefined;
}
