/** Entries as lines of text. */
import type { JournalEntry, JournalRecord } from "../../journal/index.ts";
import { type Block, beside, line, span, wrap } from "../../render/index.ts";
import { whoText } from "../../views/index.ts";

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

/** A record as a row: position, stream and version, when it was recorded, and what it says. */
export function recordBlock({ position, stream, version, recordedAt, entry }: JournalRecord, columns: number): Block {
  const left = `${position}`.padStart(6);
  const time = recordedAt.slice(0, 19).replace("T", " ");
  const style = entry.kind === "event" ? undefined : entry.kind === "correction" ? "warn" : "faint";
  return beside([
    { columns: 8, block: [line(span(left, "strong"))] },
    { columns: 21, block: [line(span(time, "faint"))] },
    {
      columns: columns - 29,
      block: wrap(line(span(`${stream}@${version}  `, "faint"), span(entryText(entry), style)), columns - 29, 2),
    },
  ]);
}
