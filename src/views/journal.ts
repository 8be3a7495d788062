/** A journal as text: its streams, its records, and the state of a line. */
import type { JournalEntry, JournalRecord, StreamInfo } from "../journal/index.ts";
import { visibleLine } from "../problem/index.ts";
import { BLANK, type Block, beside, headed, line, paragraph, span, terminal, wrap } from "../render/index.ts";
import type { LineMoment, LineState } from "../scenario/index.ts";
import { bareSituationTable } from "./situation.ts";
import { whoText } from "./words.ts";

/** What an entry says, on one line. */
export function entryText(entry: JournalEntry): string {
  if (entry.kind === "event") {
    const { at, act, id } = entry.event;
    return `${at} ${whoText(entry.event)} ${act} (${id})`;
  }
  if (entry.kind === "correction") {
    const now = entry.event === undefined ? "withdrawn" : `now ${entryText({ kind: "event", event: entry.event })}`;
    return `${entry.corrects} corrected: ${now}. ${entry.because}`;
  }
  if (entry.kind === "proposal") return `${entry.at} ${entry.by} proposes ${entry.act} (${entry.id})`;
  if (entry.kind === "fork") return `forked from ${entry.parent} at version ${entry.version}`;
  return "the frame of its scenario: everything but its events";
}

/** What stands above the rows of records. */
export function recordsHead(columns: number): Block {
  const text = `${"Place".padStart(6)}  ${"Recorded (UTC)".padEnd(21)}What`;
  return [line(span(text, "strong")), line(span("─".repeat(columns), "faint"))];
}

/** The columns of a record's place and time, and the gaps after them. */
const LEFT_COLUMNS = 8 + 21 + 2 * 2;

/** A record as a row: position, stream and version, when it was recorded, and what it says. */
export function recordBlock({ position, stream, version, recordedAt, entry }: JournalRecord, columns: number): Block {
  const positionText = `${position}`.padStart(6);
  const time = recordedAt.slice(0, 19).replace("T", " ");
  const style = entry.kind === "event" ? undefined : entry.kind === "correction" ? "warn" : "faint";
  const entryLine = line(span(`${stream}@${version}  `, "faint"), span(entryText(entry), style));
  return beside([
    { columns: 8, block: [line(span(positionText, "strong"))] },
    { columns: 21, block: [line(span(time, "faint"))] },
    { columns: columns - LEFT_COLUMNS, block: wrap(entryLine, columns - LEFT_COLUMNS, 2) },
  ]);
}

/** The streams of a journal, a row for each. */
export function streamsBlock(streams: readonly StreamInfo[], columns: number): Block {
  const time = (text: string) => span(text.slice(0, 19).replace("T", " "), "faint");
  const heads = [{ head: "Stream" }, { head: "Records" }, { head: "begun (UTC)" }, { head: "last recorded" }];
  const rows = streams.map(({ stream, version, begun, recordedAt }) => {
    const times = [begun, recordedAt].map(time);
    return [visibleLine(stream), String(version).padStart(7), ...times];
  });
  return terminal([headed("", heads, rows)], columns);
}

/** Names the main relation of a line that follows several; empty where it follows one. */
export function mainRelationText({ relations, beginning: { dyad } }: NonNullable<LineState["frame"]>): string {
  return relations < 2 ? "" : ` between ${dyad.a} and ${dyad.b} (the main one of ${relations} relations)`;
}

/** Where a line stood, region by region. */
export function lineStateBlock(
  { stream, frame, folded }: LineState,
  moment: LineMoment,
  at: string | undefined,
  columns: number,
): Block {
  if (frame === undefined || folded === undefined) {
    const text = `${stream} holds events and no scenario: without its parties nobody can tell where it stands.`;
    return [BLANK, ...paragraph(text, columns)];
  }
  const { recordedAt } = moment;
  const upTo = recordedAt === undefined ? `up to position ${folded.position}` : `by ${visibleLine(recordedAt)}`;
  const { dyad } = frame.beginning;
  const title = `Where ${stream} stood${mainRelationText(frame)}${at === undefined ? "" : ` at the end of ${at}`}, by what was recorded ${upTo}`;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  return terminal([bareSituationTable(title, folded.history.situation, dyad, names)], columns);
}
