/** A correction as `journal append` makes it: what is known otherwise, or withdrawn, and why. */
import { canonical, type DiplomaticEvent, digest } from "../../events/index.ts";
import type { JournalEntry } from "../../journal/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type Said, saidIn } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import type { Line } from "./open.ts";

/** An entry that is asked for; with its position where the journal has it already. */
export interface Change {
  readonly entry: JournalEntry;
  readonly position?: number;
}

/** What is to be corrected, and why. */
export interface Corrected {
  readonly id: string;
  /** The record that holds of it until now. */
  readonly last: Said;
  readonly because: string;
}

/**
 * What an option corrects.
 *
 * @throws Problem when there is no such event, or nobody says why
 */
export function correctedBy({ facts, records }: Line, option: string, id: string, { options }: Call): Corrected {
  const last = saidIn(records).get(id)?.at(-1);
  if (last === undefined) {
    const ids = facts.facts.map((fact) => fact.event.id);
    throw new Problem("bad-option", `${option} ${visibleLine(id)}: there is no such event.`, {
      suggestion: nearest(id, ids),
      expected: "demarche journal list shows all.",
    });
  }
  const because = textOption(options, "because");
  if (because !== undefined) return { id, last, because };
  throw new Problem("bad-option", `${option} needs --because: why is it otherwise than it was recorded?`);
}

/**
 * A correction of an event; withdrawn without another event. Its id says what it supersedes and by what. The same call
 * again comes to the record that is there.
 *
 * @param text the lines of a file that the event was written in
 * @throws Problem when it is known so already, and for another reason
 */
export function correctionOf({ id, last, because }: Corrected, event?: DiplomaticEvent, text?: string): Change {
  const { entry, position, hash } = last;
  if (same(entry.event, event)) {
    if (entry.kind === "correction" && entry.because === because) return { entry, position };
    const so = event === undefined ? "was withdrawn already" : "is known so already";
    throw new Problem("not-appended", `${visibleLine(id)} ${so}, at position ${position}: nothing changes.`);
  }
  const seal = digest(canonical([hash, id, because, event ?? null])).slice(0, 12);
  const now = { ...(event === undefined ? {} : { event }), ...(text === undefined ? {} : { text }) };
  return { entry: { kind: "correction", id: `correct:${id.slice(0, 100)}-${seal}`, corrects: id, because, ...now } };
}

/** Whether two say the same of an event; nothing when it is withdrawn. */
export function same(one: DiplomaticEvent | undefined, other: DiplomaticEvent | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && canonical(one) === canonical(other));
}
