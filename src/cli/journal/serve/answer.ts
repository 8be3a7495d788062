/** Answers: JSON that says in a sentence what is wrong, and the headers that every answer has. */
import type { ServerResponse } from "node:http";
import { JournalError, type JournalErrorCode } from "../../../journal/index.ts";
import { visible } from "../../../scenario/index.ts";
import { UsageError } from "../../exit.ts";
import { json } from "../../json.ts";

/** A request that is not carried out, and why. */
export class Refusal extends Error {
  readonly status: number;
  /** A stable word to decide by. */
  readonly code: string;
  /** What belongs to it beside the sentence. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    sentence: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

/** One thing that is wrong with a request, and where in it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** A request that is wrong in these ways. */
export function wrong(problems: readonly Problem[], code = "wrong-request"): Refusal {
  const told = problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  return new Refusal(400, code, told.join(" "), { problems });
}

/** What a browser is told with every answer: take it for what it says it is, keep it nowhere, run nothing of it. */
export const SAFE: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
};

/** Answers with JSON. */
export function answer(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `${json(data)}\n`;
  const type = { "Content-Type": "application/json; charset=utf-8", "Content-Length": String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...SAFE, ...type, ...headers }).end(body);
}

/** What the codes of a journal's errors are in HTTP; any other is ours or the machine's. */
const statuses: Partial<Readonly<Record<JournalErrorCode, number>>> = {
  conflict: 409,
  "id-clash": 409,
  "stream-exists": 409,
  "invalid-entry": 400,
  "unknown-event": 400,
  "unknown-stream": 400,
  unreadable: 400,
  "read-only": 403,
  full: 507,
  busy: 503,
  unreachable: 503,
  closed: 503,
};

/** An error as a refusal; what nobody expected is a defect of ours, and its message stays here. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UsageError) return new Refusal(400, "wrong-request", error.message);
  if (error instanceof JournalError) {
    return new Refusal(statuses[error.code] ?? 500, error.code, visible(error.message));
  }
  return new Refusal(500, "defect", "This is a defect of the server, not a mistake of yours. Nothing was appended.");
}

/** Answers that a request is refused; where an answer has begun, breaks it off. */
export function refuse(response: ServerResponse, error: unknown): void {
  const { status, code, message, more, headers } = refusalOf(error);
  if (response.headersSent) response.destroy();
  else {
    // A body that nobody reads is not waited for.
    const unread: Readonly<Record<string, string>> = response.req.complete ? {} : { Connection: "close" };
    answer(response, status, { error: message, code, ...more }, { ...unread, ...headers });
  }
}
