/** The server: routes, limits, and an end of which everybody is told. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Journal } from "../../journal/index.ts";
import { Problem } from "../../problem/index.ts";
import { answer, refuse } from "./answer.ts";
import { appendFor } from "./append.ts";
import { bodyOf } from "./body.ts";
import { admit } from "./guard.ts";
import { type Door, LIMITS, type Limits } from "./limits.ts";
import { resumed, sendLive } from "./live.ts";
import { sendPage } from "./page.ts";
import { LIVE, LOOKING_BACK, noneIn, queryIn } from "./query.ts";
import { sendRecords, sendText } from "./records.ts";
import { requestIn } from "./request.ts";
import { headData, standing } from "./state.ts";

/** Where and for whom a journal is served. */
export interface Serving extends Door {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly limits?: Partial<Limits>;
}

/** A server that runs. */
export interface Served {
  readonly port: number;
  /** Takes no more requests, tells those who follow, and ends when those who are answered have their answer. */
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

/** Serves a journal until it is closed; the journal itself stays open. */
export async function serveJournal(journal: Journal, serving: Serving): Promise<Served> {
  const limits = { ...LIMITS, ...serving.limits };
  const stopped = new AbortController();
  const routes = routesOf(journal, limits, stopped.signal);
  // Only where one is needed: it takes as long to load as Node itself.
  const { createServer } = await import("node:http");
  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: limits.request,
      requestTimeout: limits.request,
      connectionsCheckingInterval: Math.min(1000, limits.request),
      keepAliveTimeout: 5000,
    },
    (request, response) => {
      response.on("error", () => response.destroy());
      waited(request.socket, response);
      handled(routes, serving, { request, response }).catch((error: unknown) => refuse(response, error));
    },
  );
  server.maxConnections = limits.connections;
  server.on("clientError", unreadable);
  const { waited, hangUp } = connectionsOf(server, stopped.signal);
  await listening(server, serving);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      stopped.abort();
      hangUp();
      const late = setTimeout(() => server.closeAllConnections(), limits.farewell);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Knows which connections wait for an answer, so that the others can be ended: browsers open some that ask nothing. */
function connectionsOf(server: Server, stopped: AbortSignal) {
  const all = new Set<Socket>();
  const waiting = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    all.add(socket);
    socket.once("close", () => all.delete(socket));
  });
  return {
    waited: (socket: Socket, response: ServerResponse): void => {
      waiting.add(socket);
      response.once("close", () => {
        waiting.delete(socket);
        if (stopped.aborted) socket.destroySoon();
      });
    },
    hangUp: (): void => {
      for (const socket of all) if (!waiting.has(socket)) socket.destroy();
    },
  };
}

function listening(server: Server, { host, port }: Serving): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

type Route = Readonly<Record<string, (asked: Asked) => Promise<void> | void>>;

function routesOf(journal: Journal, limits: Limits, stopped: AbortSignal): ReadonlyMap<string, Route> {
  const standOf = standing(journal);
  let followers = 0;
  let last: Promise<unknown> = Promise.resolve();
  // One after another: each is read in the file that it would make, and none waits for a writer in vain.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const records = (send: typeof sendRecords): Route => ({
    GET: async ({ response, query }) => {
      const wanted = await queryIn(query, LOOKING_BACK, journal);
      response.setTimeout(limits.patience, () => response.destroy());
      await send(response, journal, wanted);
    },
  });
  return new Map<string, Route>([
    [
      "/",
      {
        GET: ({ response, query }) => {
          noneIn(query);
          sendPage(response, journal, query);
        },
      },
    ],
    ["/records", records(sendRecords)],
    ["/records.txt", records(sendText)],
    [
      "/head",
      {
        GET: async ({ response, query }) => {
          noneIn(query);
          answer(response, 200, await headData(journal));
        },
      },
    ],
    [
      "/stand",
      {
        GET: async ({ response, query }) => {
          const { branch } = await queryIn(query, ["branch"], journal);
          const stream = branch ?? (await journal.streams())[0]?.stream;
          answer(response, 200, stream === undefined ? {} : await standOf(stream));
        },
      },
    ],
    [
      "/live",
      {
        GET: async ({ request, response, query }) => {
          const wanted = resumed(request, await queryIn(query, LIVE, journal));
          if (followers >= limits.live || stopped.aborted) {
            throw new Problem("too-many", "Too many follow already.");
          }
          followers += 1;
          try {
            await sendLive(response, journal, wanted, { ...limits, stopped });
          } finally {
            followers -= 1;
          }
        },
      },
    ],
    [
      "/append",
      {
        POST: async ({ request, response, query }) => {
          noneIn(query);
          const wanted = requestIn(await bodyOf(request, limits.body));
          answer(response, 200, await inTurn(() => appendFor(journal, wanted)));
        },
      },
    ],
  ]);
}

async function handled(
  routes: ReadonlyMap<string, Route>,
  door: Door,
  { request, response }: Omit<Asked, "query">,
): Promise<void> {
  const [, path = "", rest = ""] = /^([^?#]*)\??([^#]*)/.exec(request.url ?? "") ?? [];
  const query = new URLSearchParams(rest);
  admit(request, query, door);
  const route = routes.get(path);
  if (route === undefined) {
    throw new Problem("unknown-path", `There is nothing here. Paths: ${[...routes.keys()].join(", ")}.`);
  }
  const method = request.method ?? "";
  const carryOut = Object.hasOwn(route, method) ? route[method] : undefined;
  if (carryOut === undefined) {
    const allowed = Object.keys(route).join(", ");
    throw new Problem("wrong-method", `${path} takes ${allowed} only.`, { data: { allowed } });
  }
  await carryOut({ request, response, query });
}

/** What is no request, came too slowly, or with too many headers. */
function unreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const [status, sentence] =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? ["408 Request Timeout", "The request came too slowly."]
      : error.code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "The headers of the request are too long."]
        : ["400 Bad Request", "This is no HTTP request that can be read."];
  const body = `${JSON.stringify({ error: sentence, code: "unreadable-request" })}\n`;
  const head = `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`, () => socket.destroy());
}
