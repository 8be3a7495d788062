/** Existing records as lines of JSON or as text, read page by page, no faster than the client reads them. */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Journal, JournalRecord, Query } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { json, line, plainPalette, render, span } from "../../render/index.ts";
import { lineState } from "../../scenario/index.ts";
import { lineStateBlock, recordBlock, recordsHead, streamsBlock } from "../../views/index.ts";
import { SAFETY_HEADERS } from "./answer.ts";

const COLUMNS = 100;

export async function sendRecords(response: ServerResponse, journal: Journal, query: Query): Promise<void> {
  await send(
    response,
    "application/jsonl; charset=utf-8",
    await startReading(journal, query),
    (record) => `${json(record)}\n`,
  );
}

/** Sends them as text, below the streams and where the line stands: the page for readers without a browser. */
export async function sendText(response: ServerResponse, journal: Journal, query: Query): Promise<void> {
  const { branch, stream = branch, position, recordedAt } = query;
  const streams = await journal.streams();
  const moment = { stream, position, recordedAt };
  const state = streams.length === 0 ? undefined : await lineState(journal, moment, query.at);
  const head = [
    line(span(visibleLine(journal.name), "title")),
    ...streamsBlock(streams, COLUMNS),
    ...(state === undefined ? [] : lineStateBlock(state, moment, query.at, COLUMNS)),
    line(""),
    ...recordsHead(COLUMNS),
  ];
  const text = (record: JournalRecord): string => `${render(recordBlock(record, COLUMNS), plainPalette)}\n`;
  const records = await startReading(journal, query);
  await send(response, "text/plain; charset=utf-8", records, text, `${render(head, plainPalette)}\n`);
}

/** Records, the first of which has been read, so that an error can still be answered with its status. */
async function startReading(journal: Journal, query: Query): Promise<AsyncGenerator<JournalRecord>> {
  const records = journal.read(query);
  const first = await records.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* records;
  })();
}

async function send(
  response: ServerResponse,
  type: string,
  records: AsyncGenerator<JournalRecord>,
  text: (record: JournalRecord) => string,
  before = "",
): Promise<void> {
  response.writeHead(200, { ...SAFETY_HEADERS, "Content-Type": type });
  const texts = async function* () {
    if (before !== "") yield before;
    for await (const record of records) yield text(record);
  };
  await pipeline(Readable.from(texts()), response);
}
