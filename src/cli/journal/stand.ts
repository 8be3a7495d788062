/** Where a line stands, and what a journal holds: for a terminal, a file of text and a page. */

import { dateOf, option } from "../../crisis/index.ts";
import { type FrameEntry, foldJournal, type Journal, type StreamInfo } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { BLANK, type Block, beside, line, span } from "../../render/index.ts";
import { type FrameHead, frameHead } from "../../scenario/index.ts";
import { section, situationBlock } from "../../views/index.ts";
import type { JournalAddress } from "./address.ts";
import { queryOf, streamOf } from "./open.ts";

/** Where a line stood. Without a frame nobody knows whose relation it is about. */
export interface Stand {
  readonly stream: string;
  readonly frame?: FrameHead | undefined;
  readonly folded?: Awaited<ReturnType<typeof foldJournal>>;
}

/** Finds it out. Reads on from a snapshot where there is one. */
export async function standOf(journal: Journal, address: JournalAddress, at: string | undefined): Promise<Stand> {
  const stream = await streamOf(journal, address);
  const { position, recordedAt } = address;
  const entry = await latestFrame(journal, queryOf(address, stream));
  const frame = entry === undefined ? undefined : frameHead(entry);
  if (frame === undefined) return { stream };
  if (at !== undefined) dateOf(at, option("at"));
  const folded = await foldJournal(journal, { branch: stream, beginning: frame.beginning, position, recordedAt, at });
  return { stream, frame, folded };
}

async function latestFrame(journal: Journal, query: Parameters<Journal["read"]>[0]): Promise<FrameEntry | undefined> {
  let frame: FrameEntry | undefined;
  for await (const { entry } of journal.read({ ...query, kind: "frame" })) if (entry.kind === "frame") frame = entry;
  return frame;
}

/** The streams of a journal, a row for each. */
export function streamsBlock(streams: readonly StreamInfo[]): Block {
  const widest = streams.reduce((most, { stream }) => Math.max(most, stream.length), 6);
  const row = (name: string, version: string, begun: string, last: string, style?: "strong"): Block =>
    beside([
      { columns: widest + 2, block: [line(span(name, style))] },
      { columns: 10, block: [line(span(version.padStart(8), style))] },
      { columns: 22, block: [line(span(begun, style ?? "faint"))] },
      { columns: 20, block: [line(span(last, style ?? "faint"))] },
    ]);
  const time = (text: string): string => text.slice(0, 19).replace("T", " ");
  return [
    ...row("Stream", "Records", "begun (UTC)", "last recorded", "strong"),
    ...streams.flatMap(({ stream, version, begun, recordedAt }) =>
      row(visibleLine(stream), String(version), time(begun), time(recordedAt)),
    ),
  ];
}

/** Where a line stood, region by region. */
export function standBlock(
  { stream, frame, folded }: Stand,
  address: JournalAddress,
  at: string | undefined,
  columns: number,
): Block {
  if (frame === undefined || folded === undefined) {
    return [BLANK, line(`${stream} holds events and no scenario: where it stands can't be told without its parties.`)];
  }
  const known =
    address.recordedAt === undefined
      ? `by what was recorded up to position ${folded.position}`
      : `by what was recorded by ${visibleLine(address.recordedAt)}`;
  const title = `Where ${stream} stood${at === undefined ? "" : ` at the end of ${at}`}, ${known}`;
  const { dyad } = frame.beginning;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  return section(title, situationBlock(folded.history.situation, dyad, names, columns - 2));
}
