/** What comes: records as Server-Sent Events, each once, as fast as the client takes them. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { followRecords, type Journal, type JournalRecord, type Query } from "../../journal/index.ts";
import { visible, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { entryText } from "../../views/index.ts";
import { problemFor, SAFE, wrong } from "./answer.ts";
import type { ServingLimits } from "./serving.ts";

/** How a feed behaves, and the signal that the server stops. */
export interface Feed extends Pick<ServingLimits, "patience" | "heartbeat"> {
  readonly stopped: AbortSignal;
}

/** Where a client goes on that was cut off; else what its address says. */
export function resumed(request: IncomingMessage, query: Query): Query {
  const last = request.headers["last-event-id"];
  if (last === undefined || last === "") return query;
  if (typeof last === "string" && /^\d{1,15}$/.test(last)) return { ...query, after: Number(last) };
  throw wrong([{ path: "Last-Event-ID", message: "It is no position: expected a whole number." }]);
}

/** Sends what there is after a position and then what comes, until the client goes or the server stops. */
export async function sendLive(response: ServerResponse, journal: Journal, query: Query, feed: Feed): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const over = AbortSignal.any([gone.signal, feed.stopped]);
  response.writeHead(200, {
    ...SAFE,
    "Content-Type": "text/event-stream; charset=utf-8",
    Connection: "close",
    // Proxies would hold back what comes until there is more of it.
    "X-Accel-Buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const beat = setInterval(() => void (response.writableNeedDrain || response.write(":\n\n")), feed.heartbeat);
  try {
    for await (const record of followRecords(journal, query, over)) {
      if (!response.write(message(record))) await taken(response, feed.patience, over);
    }
    if (feed.stopped.aborted) response.end(told("stopped", "The server was stopped."));
  } catch (error) {
    response.end(told("fault", visible(problemFor(error).message)));
  } finally {
    clearInterval(beat);
  }
}

function told(event: string, error: string): string {
  return `event: ${event}\ndata: ${json({ error })}\n\n`;
}

/** A record as an event: as it is among the records, with what it says in words. */
function message(record: JournalRecord): string {
  return `id: ${record.position}\ndata: ${json({ ...record, said: visibleLine(entryText(record.entry)) })}\n\n`;
}

/** Waits until what was written is taken; a reader that takes nothing is cut off, and can continue where it was. */
async function taken(response: ServerResponse, patience: number, over: AbortSignal): Promise<void> {
  const late = setTimeout(() => response.destroy(), patience);
  try {
    await once(response, "drain", { signal: over });
  } catch {
    // Gone or stopped: the loop sees it.
  } finally {
    clearTimeout(late);
  }
}
