/** Answers: JSON, with a sentence for what is wrong, and the headers of every answer. */
import type { ServerResponse } from "node:http";
import { Problem, visible } from "../../problem/index.ts";
import { json } from "../../render/index.ts";

export interface RequestFault {
  readonly path: string;
  readonly message: string;
}

export function requestProblem(problems: readonly RequestFault[], code = "wrong-request"): Problem {
  const sentences = problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  return new Problem(code, sentences.join(" "), { data: { problems } });
}

/** Headers for browsers in every answer: don't guess its type, don't store it, run nothing in it. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
};

export function answer(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `${json(data)}\n`;
  const type = { "Content-Type": "application/json; charset=utf-8", "Content-Length": String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...SAFETY_HEADERS, ...type, ...headers }).end(body);
}

/** The HTTP statuses of problem codes. Any other code is a mistake in the request: 400. */
const statuses: Readonly<Record<string, number>> = {
  "no-token": 401,
  "wrong-host": 403,
  "foreign-origin": 403,
  "read-only": 403,
  "unknown-path": 404,
  "unknown-stream": 404,
  "wrong-method": 405,
  conflict: 409,
  "id-clash": 409,
  "stream-exists": 409,
  "too-large": 413,
  "wrong-media-type": 415,
  corrupt: 500,
  "newer-format": 500,
  "not-a-journal": 500,
  defect: 500,
  busy: 503,
  closed: 503,
  "too-many": 503,
  unreachable: 503,
  full: 507,
};

const headersOf: Readonly<
  Record<string, (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>>
> = {
  "no-token": () => ({ "WWW-Authenticate": 'Bearer realm="journal"' }),
  "too-many": () => ({ "Retry-After": "10" }),
  "wrong-method": ({ allowed }) => ({ Allow: String(allowed) }),
};

/** What a client learns of an error. Anything unexpected is a defect of ours, whose message is not sent. */
export function problemFor(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem("defect", "This is a defect of the server, not a mistake of yours. Nothing was appended.");
}

/** Answers that a request is refused; breaks off an answer that has begun. */
export function refuse(response: ServerResponse, error: unknown): void {
  const { code, message, data } = problemFor(error);
  if (response.headersSent) response.destroy();
  else {
    const more: Readonly<Record<string, unknown>> = Object(data);
    // A body that is not read is not waited for.
    const unread: Readonly<Record<string, string>> = response.req.complete ? {} : { Connection: "close" };
    const body = { error: visible(message), code, ...more };
    answer(response, statuses[code] ?? 400, body, { ...unread, ...headersOf[code]?.(more) });
  }
}
