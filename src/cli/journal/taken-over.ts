/** What `journal append --from` takes over: what a scenario's file has beyond the journal. */
import type { EventEntry, FrameEntry, JournalEntry } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { frameOf, journalEntries, lostBetween, type Said, saidIn, withEntries } from "../../scenario/index.ts";
import type { Call } from "../command.ts";
import { read } from "../load.ts";
import { type Change, correctedBy, correctionOf, same } from "./correction.ts";
import { held } from "./made.ts";
import type { Line } from "./open.ts";

/**
 * New events, another frame, and where a reason is given what the file tells otherwise. What it does not take over is
 * said.
 *
 * @throws Problem when the file can't be read, or the line couldn't be read with it
 */
export async function takenOver(line: Line, file: string, call: Call): Promise<readonly Change[]> {
  const { scenario, input } = await read(file, call.io);
  const { facts, records } = line;
  const name = visibleLine(file);
  const said = saidIn(records);
  const all = inLineWith(line, journalEntries(scenario, input.text));
  const changes = all.flatMap((entry, k): readonly Change[] => {
    if (entry.kind === "frame") return frameIn(line, entry);
    if (entry.kind !== "event") return [];
    const { event, text } = entry;
    const last = said.get(event.id)?.at(-1);
    if (last === undefined) return [{ entry: withCommentsAbove(entry, all[k - 1], said) }];
    if (same(last.entry.event, event)) return [];
    const corrected = correctedBy(line, `${name} tells ${event.id} otherwise. It`, event.id, call);
    return [correctionOf(corrected, event, text)];
  });
  const told = new Set(scenario.events.map(({ id }) => id));
  const left = facts.facts.map(({ event }) => event.id).filter((id) => !told.has(id));
  if (left.length > 0) {
    call.io.say(
      `Left as they are, since the file does not have them: ${left.join(", ")}. --withdraw ID takes one back.`,
    );
  }
  const frame = changes.find(({ entry }) => entry.kind === "frame")?.entry;
  const lost =
    frame?.kind === "frame" && facts.frame !== undefined ? lostBetween(facts.frame, frame, line.partial) : [];
  if (lost.length > 0) {
    call.io.say(`No longer there, since ${name} does not have them: ${lost.map(visibleLine).join(", ")}.`);
  }
  if (records.length === 0) return changes;
  const entries = changes.map(({ entry }) => entry);
  const hint = left.length > 0 ? " An event that the file does not have needs what its frame lacks." : "";
  await held(withEntries(records, entries), line, call, "--from", hint);
  // As if what the file does not have were withdrawn, all else must be as the file writes it.
  const without = left.map((id) => ({ kind: "correction", id: "correct:x", corrects: id, because: "x" }) as const);
  if (withEntries(records, [...entries, ...without]) !== input.text) {
    call.io.say(
      `${name} also writes events otherwise, has other comments among them, or another order within a day. None of that is taken over: an event that is known stays as it was written.`,
    );
  }
  return changes;
}

/** Entries of a file without the lines of its events, where these stand deeper than those of the journal, or less deep. */
function inLineWith({ facts }: Line, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const deep = depthOf(facts.facts.map(({ record }) => record.entry)) ?? depthOf(entries);
  if (deep === depthOf(entries)) return entries;
  return entries.map((entry) => (entry.kind === "event" ? { kind: "event", event: entry.event } : entry));
}

function depthOf(entries: readonly JournalEntry[]): number | undefined {
  const text = entries.flatMap((entry) => ("text" in entry && entry.text !== undefined ? [entry.text] : []))[0];
  return text === undefined ? undefined : /^ *(?=-)/m.exec(text)?.[0].length;
}

/** A frame that is not the one that holds. */
function frameIn({ facts, records }: Line, { before, after }: FrameEntry): readonly Change[] {
  if (facts.frame?.before === before && facts.frame.after === after) return [];
  const replaced = records.findLast(({ entry }) => entry.kind === "frame");
  return [{ entry: frameOf(before, after, replaced?.hash) }];
}

/** A new event with the comments above it, which in the file stand behind an event that is known. */
function withCommentsAbove(
  entry: EventEntry,
  above: JournalEntry | undefined,
  said: ReadonlyMap<string, readonly Said[]>,
): EventEntry {
  if (entry.text === undefined || above?.kind !== "event" || above.text === undefined) return entry;
  const known = said.get(above.event.id)?.at(-1)?.entry;
  if (known?.text === undefined || !above.text.startsWith(known.text)) return entry;
  const comments = above.text.slice(known.text.length);
  return /^([^\S\n]*(#.*)?\n)*$/.test(comments) ? { ...entry, text: comments + entry.text } : entry;
}
