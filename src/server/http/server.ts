/** The server: it listens, answers by its routes, and tells all live readers when it ends. */
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Journal } from "../../journal/index.ts";
import { refuse } from "./answer.ts";
import { requestHandler } from "./routes.ts";
import { DEFAULT_LIMITS, type ServeOptions } from "./serve-options.ts";

/** A server that runs. */
export interface JournalServer {
  readonly port: number;
  /** Takes no more requests, tells live readers, and ends when all running answers are complete. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a journal until the server is closed; the journal itself stays open.
 *
 * @example
 * ```ts
 * import { memoryJournal } from "demarche/journal";
 * import { accessOf, serveJournal } from "demarche/server";
 * const host = "127.0.0.1";
 * const { port, close } = await serveJournal(memoryJournal(), { host, port: 0, ...accessOf(host) });
 * const { position } = await (await fetch(`http://${host}:${port}/head`)).json();
 * position; // => 0
 * await close();
 * ```
 */
export async function serveJournal(journal: Journal, serving: ServeOptions): Promise<JournalServer> {
  const limits = { ...DEFAULT_LIMITS, ...serving.limits };
  const stopped = new AbortController();
  const answer = requestHandler(journal, serving, limits, stopped.signal);
  // Loaded only when needed: it takes as long to load as Node itself.
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
      connections.waiting(request.socket, response);
      answer(request, response).catch((error: unknown) => refuse(response, error));
    },
  );
  server.on("clientError", refuseUnreadable);
  const connections = connectionsOf(server, limits.connections, stopped.signal);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(serving.port, serving.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      stopped.abort();
      connections.hangUp();
      const late = setTimeout(() => server.closeAllConnections(), limits.farewell);
      await closed;
      clearTimeout(late);
    },
  };
}

/**
 * Tracks which connections wait for an answer, so that idle ones can be closed: browsers open some without a request.
 *
 * @param maxOpen maximum number of open connections; one more closes the oldest idle one, so that new requests get in
 */
function connectionsOf(server: Server, maxOpen: number, stopped: AbortSignal) {
  const all = new Set<Socket>();
  const waiting = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    if (all.size >= maxOpen) (all.values().find((one) => !waiting.has(one)) ?? socket).destroy();
    all.add(socket);
    socket.once("close", () => all.delete(socket));
  });
  return {
    waiting: (socket: Socket, response: ServerResponse): void => {
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

/** Answers what is no valid request, came too slowly, or has too many headers. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const [status, sentence] = UNREADABLE_ANSWERS[error.code ?? ""] ?? [
    "400 Bad Request",
    "This is no HTTP request that can be read.",
  ];
  const body = `${JSON.stringify({ error: sentence, code: "unreadable-request" })}\n`;
  const head = `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`, () => socket.destroy());
}

const UNREADABLE_ANSWERS: Readonly<Record<string, readonly [status: string, sentence: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request came too slowly."],
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "The headers of the request are too long."],
};
