import type { ErrorBody } from "../../survey-definitions/wire.ts";

/** One line of what is wrong, as any of the server's lists of problems has it. */
export interface ProblemLine {
  readonly where: string;
  readonly message: string;
}

/** What the server, or the lack of one, answered instead; the message is Swedish and for people. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: readonly ProblemLine[] = [],
  ) {
    super(message);
  }
}

/** Told when a call finds that nobody is signed in (any longer). */
export const SIGNED_OUT = "behovskartan:signed-out";

interface RawProblem {
  readonly variable?: string;
  readonly row?: number;
  readonly column?: string;
  readonly message: string;
}

function placeOf({ variable, row, column }: RawProblem): string {
  if (row === undefined) return variable ?? "";
  return column === undefined || column === "" ? `Rad ${row}` : `Rad ${row}, kolumn ${column}`;
}

async function errorFrom(response: Response): Promise<CallError> {
  const fallback = { code: "internal", message: "Något gick fel hos oss. Det som redan var sparat finns kvar." };
  const body = (await response.json().catch(() => fallback)) as Omit<ErrorBody, "problems"> & {
    readonly problems?: readonly RawProblem[];
  };
  const problems = (body.problems ?? []).map((raw) => ({ where: placeOf(raw), message: raw.message }));
  return new CallError(response.status, body.code, body.message, problems);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new CallError(0, "offline", "Det går inte att nå servern. Kontrollera nätet och försök igen.");
  });
  if (response.ok) return response;
  const error = await errorFrom(response);
  if (error.code === "not-signed-in") dispatchEvent(new Event(SIGNED_OUT));
  throw error;
}

/** Reads JSON. @throws {CallError} with the server's Swedish message */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, signal === undefined ? {} : { signal });
  return (await response.json()) as T;
}

/** Sends JSON, or a CSV file as it is, and reads the answer. @throws {CallError} with the server's Swedish message */
export async function change<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const init: RequestInit =
    body instanceof Blob
      ? { method, body, headers: { ...headers, "content-type": "text/csv" } }
      : body === undefined
        ? { method, headers }
        : { method, body: JSON.stringify(body), headers: { ...headers, "content-type": "application/json" } };
  const response = await send(path, init);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
