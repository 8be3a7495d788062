/** A scenario as entries of a journal, and the entries of a journal as the text of a scenario. */
import { canonical, type DiplomaticEvent, digest } from "../../events/index.ts";
import type { Facts, FrameEntry, JournalEntry } from "../../journal/index.ts";
import type { Scenario } from "../scenario.ts";
import { flow } from "../write/braces.ts";
import { fileForm } from "../write/edit-yaml.ts";
import { cut } from "./cut.ts";

/**
 * A scenario's file as entries: its frame, which is everything but its events, and each event with the lines that it
 * was written in. {@link scenarioText} makes the same file of them, byte for byte.
 *
 * @param text the file, which was read without an error
 */
export function journalEntries(scenario: Scenario, text: string): readonly JournalEntry[] {
  const { before, items, after } = cut(text);
  return [
    frameOf(before, after),
    ...scenario.events.map((event, k): JournalEntry => {
      const lines = items[k];
      return lines === undefined ? { kind: "event", event } : { kind: "event", event, text: lines };
    }),
  ];
}

/**
 * A frame; what it is called says what is in it and what it replaces, so that the same one is the same entry, and an
 * earlier one can come again.
 *
 * @param replaces the hash of the record whose frame held until now; absent for the first
 */
export function frameOf(before: string, after: string, replaces?: string): FrameEntry {
  const content = replaces === undefined ? [before, after] : [replaces, before, after];
  return { kind: "frame", id: `frame:${digest(canonical(content)).slice(0, 16)}`, before, after };
}

/**
 * The file of a scenario that a journal's line holds. An event that nobody corrected stands as it was written, others
 * on a line of their own.
 *
 * @throws RangeError when the line has no frame: it was not begun from a scenario
 */
export function scenarioText({ facts, frame }: Facts): string {
  if (frame === undefined) throw new RangeError("The line has no frame: it was not begun from a scenario.");
  const written = facts.map(({ event, record: { entry } }) =>
    "text" in entry && entry.text !== undefined ? entry.text : { event },
  );
  const first = written.find((one) => typeof one === "string");
  const [, indent = "  "] = /^( *)-/m.exec(first ?? "") ?? [];
  const parts = written.map((one) => (typeof one === "string" ? one : `${indent}- ${flow(fileForm(one.event))}\n`));
  return joined([frame.before, ...parts, frame.after]);
}

/** One text after another; a last line without an end gets one, as the first line has it, when something follows. */
function joined(parts: readonly string[]): string {
  const texts: string[] = [];
  let end: string | undefined;
  for (const part of parts) {
    if (part === "") continue;
    const last = texts.at(-1) ?? "\n";
    if (!last.endsWith("\n") && !(texts.length === 1 && last === "\ufeff")) {
      end ??= "\n";
      texts.push(end);
    }
    texts.push(part);
    end ??= /\r?\n/.exec(part)?.[0];
  }
  return texts.join("");
}

/**
 * The first event that a scenario's text tells otherwise than the journal that it was made of, by its id: somebody has
 * forged the lines of an entry. Undefined when they agree.
 */
export function disagreement({ events }: Scenario, { facts }: Facts): string | undefined {
  const odd = facts.findIndex(({ event }, k) => events[k] === undefined || !sameEvent(events[k], event));
  return odd < 0 ? events[facts.length]?.id : facts[odd]?.event.id;
}

/** What is said of an event that disagrees. */
export function forgedText(id: string): string {
  return `the lines of ${id} are not what its entry says: forged`;
}

function sameEvent(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  return canonical(one) === canonical(other);
}
