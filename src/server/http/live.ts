/** New records as Server-Sent Events, each once, as fast as the client reads them. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { followRecords, type Journal, type JournalRecord, type Query } from "../../journal/index.ts";
import { visible, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { entryText } from "../../views/index.ts";
import { problemFor, requestProblem, SAFETY_HEADERS } from "./answer.ts";
import type { ServingLimits } from "./serve-options.ts";

/** How a feed behaves, and the signal that the server stops. */
export interface Feed extends Pick<ServingLimits, "patience" | "heartbeat"> {
  readonly stopped: AbortSignal;
}

/** The query of a client: after the last event it received if it was cut off, otherwise as its address says. */
export function resumeQuery(request: IncomingMessage, query: Query): Query {
  const last = request.headers["last-event-id"];
  if (last === undefined || last === "") return query;
  if (typeof last === "string" && /^\d{1,15}$/.test(last)) return { ...query, after: Number(last) };
  throw requestProblem([{ path: "Last-Event-ID", message: "It is no position: expected a whole number." }]);
}

/** Sends the records after a position and then new ones, until the client leaves or the server stops. */
export async function sendLive(response: ServerResponse, journal: Journal, query: Query, feed: Feed): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const over = AbortSignal.any([gone.signal, feed.stopped]);
  response.writeHead(200, {
    ...SAFETY_HEADERS,
    "Content-Type": "text/event-stream; charset=utf-8",
    Connection: "close",
    // Proxies would otherwise hold back events until there are more.
    "X-Accel-Buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const beat = setInterval(() => void (response.writableNeedDrain || response.write(":\n\n")), feed.heartbeat);
  try {
    for await (const record of followRecords(journal, query, over)) {
      if (!response.write(recordEvent(record))) await waitForDrain(response, feed.patience, over);
    }
    if (feed.stopped.aborted) response.end(errorEvent("stopped", "The server was stopped."));
  } catch (error) {
    response.end(errorEvent("fault", visible(problemFor(error).message)));
  } finally {
    clearInterval(beat);
  }
}

function errorEvent(event: string, error: string): string {
  return `event: ${event}\ndata: ${json({ error })}\n\n`;
}

/** A record as an event: its JSON, with a sentence for it. */
function recordEvent(record: JournalRecord): string {
  return `id: ${record.position}\ndata: ${json({ ...record, said: visibleLine(entryText(record.entry)) })}\n\n`;
}

/** Waits until the client has read what was written. One that reads nothing is cut off, and can resume where it was. */
async function waitForDrain(response: ServerResponse, patience: number, over: AbortSignal): Promise<void> {
  const late = setTimeout(() => response.destroy(), patience);
  try {
    await once(response, "drain", { signal: over });
  } catch {
    // Gone or stopped: the loop sees it.
  } finally {
    clearTimeout(late);
  }
}
