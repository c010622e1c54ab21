import type {
  AnswerSheet,
  Answers,
  Conflict,
  ErrorBody,
  Receipt,
  SavedDraft,
  SaveRequest,
} from "../../survey-definitions/wire.ts";

/** What became of a request. `unreachable`: no answer came, so nobody knows whether it arrived. */
export type Reply<T> =
  | { readonly kind: "done"; readonly body: T }
  | { readonly kind: "conflict"; readonly conflict: Conflict }
  | { readonly kind: "refused"; readonly status: number; readonly error: ErrorBody; readonly retryAfterMs?: number }
  | { readonly kind: "unreachable" };

export interface AnswerApi {
  readonly open: (session?: string) => Promise<Reply<AnswerSheet>>;
  readonly saveDraft: (
    request: SaveRequest,
    options: { session?: string; leaving?: boolean },
  ) => Promise<Reply<SavedDraft>>;
  readonly submit: (request: SaveRequest, session?: string) => Promise<Reply<{ receipt: Receipt }>>;
  readonly copyFrom: (municipality: string) => Promise<Reply<{ answers: Answers }>>;
}

/** A body sent while the page is being left may be at most 64 KiB; a larger one stays in the local buffer. */
const KEEPALIVE_LIMIT = 60_000;

/** The answering part of the server, for the link that `token` belongs to. */
export function answerApi(token: string, fetcher: typeof fetch = fetch.bind(globalThis)): AnswerApi {
  const root = `/api/answer/${encodeURIComponent(token)}`;
  const withSession = (path: string, session?: string): string =>
    session === undefined ? `${root}${path}` : `${root}${path}?session=${encodeURIComponent(session)}`;
  const send = <T>(method: string, address: string, body?: SaveRequest, leaving = false): Promise<Reply<T>> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return call<T>(fetcher, address, {
      method,
      headers: { Accept: "application/json", ...(text === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(text === undefined ? {} : { body: text }),
      keepalive: leaving && text !== undefined && new TextEncoder().encode(text).length < KEEPALIVE_LIMIT,
    });
  };
  return {
    open: (session) => send("GET", withSession("", session)),
    saveDraft: (request, { session, leaving }) => send("PUT", withSession("/draft", session), request, leaving),
    submit: (request, session) => send("POST", withSession("/submit", session), request),
    copyFrom: (municipality) => send("GET", `${root}/copy/${encodeURIComponent(municipality)}`),
  };
}

async function call<T>(fetcher: typeof fetch, address: string, init: RequestInit): Promise<Reply<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetcher(address, { cache: "no-store", ...init });
    body = await response.json().catch(() => undefined);
  } catch {
    return { kind: "unreachable" };
  }
  if (response.ok && body !== undefined) return { kind: "done", body: body as T };
  if (response.status === 409 && isConflict(body)) return { kind: "conflict", conflict: body };
  const retryAfter = Number(response.headers.get("Retry-After"));
  return {
    kind: "refused",
    status: response.ok ? 502 : response.status,
    error: isErrorBody(body)
      ? body
      : { code: "unreadable", message: "Servern svarade på ett sätt som sidan inte förstår." },
    ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
  };
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "code" in body && "message" in body;
}

function isConflict(body: unknown): body is Conflict {
  return isErrorBody(body) && "conflicts" in body && "answers" in body && "revision" in body;
}
