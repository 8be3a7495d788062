/** Rebasing: the edits of a what-if carried over to a corrected record, with the conflicts that need a person. */
import { type DiplomaticEvent, eventSchema } from "../../events/index.ts";
import { type Branch, beginningOf, branch, eventsOf } from "./branch.ts";
import { carryOut } from "./carry-out.ts";
import { type Edit, editedId, editText, type Policy } from "./edit.ts";
import type { FaultCode } from "./faults.ts";

/** Why an edit can't be carried over by itself. */
export interface Conflict {
  readonly edit: Edit;
  /** Its place among the edits. */
  readonly index: number;
  /** `changed`: the correction concerns the same thing as the edit. Else the edit is impossible on the new record. */
  readonly code: FaultCode | "changed";
  readonly message: string;
}

/** What could be carried over. */
export interface Rebased {
  /** The edits without conflict, as they are on the new record. */
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
  /** The branch that these edits make of the new record. */
  readonly branch: Branch;
}

/**
 * Carries edits over to a corrected record. A replacement keeps what was corrected in the parts that it leaves alone.
 *
 * @param from the record for which the edits were made
 * @param onto the corrected record
 */
export function rebase(
  { edits, then }: { readonly edits: readonly Edit[]; readonly then: Policy },
  from: Branch,
  onto: Branch,
): Rebased {
  const [old, now] = [byId(eventsOf(from)), byId(eventsOf(onto))];
  const carriedEdits = edits.map((edit) => carry(edit, old.get(editedId(edit)), now.get(editedId(edit))));
  const changed = carriedEdits.flatMap(({ conflict }, index): readonly Conflict[] => {
    const edit = edits[index];
    if (conflict === undefined || edit === undefined) return [];
    return [{ edit, index, code: "changed", message: conflict }];
  });
  const { conflicts, kept } = withoutFaults(
    edits.map((original, index) => ({ original, index, edit: carriedEdits[index]?.edit ?? original })),
    changed,
    (subset) => carryOut(subset, eventsOf(onto), onto.end.dyad, onto.background, beginningOf(onto)).faults,
  );
  return { edits: kept, conflicts, branch: kept.length === 0 ? onto : branch(onto, kept, then) };
}

interface Candidate {
  readonly original: Edit;
  readonly index: number;
  readonly edit: Edit;
}

/** Leaves edits out until no fault is left: one that is left out may take the ground from another. */
function withoutFaults(
  candidates: readonly Candidate[],
  conflicts: readonly Conflict[],
  faultsOf: (edits: readonly Edit[]) => ReturnType<typeof carryOut>["faults"],
): { readonly kept: readonly Edit[]; readonly conflicts: readonly Conflict[] } {
  const conflicting = new Set(conflicts.map(({ index }) => index));
  const remaining = candidates.filter(({ index }) => !conflicting.has(index));
  const faults = faultsOf(remaining.map(({ edit }) => edit));
  if (faults.length === 0) {
    return { kept: remaining.map(({ edit }) => edit), conflicts: conflicts.toSorted((a, b) => a.index - b.index) };
  }
  const more = faults.flatMap(({ code, index, message }): readonly Conflict[] => {
    const candidate = remaining[index];
    return candidate === undefined ? [] : [{ edit: candidate.original, index: candidate.index, code, message }];
  });
  return withoutFaults(candidates, [...conflicts, ...more], faultsOf);
}

interface Carried {
  readonly edit: Edit;
  readonly conflict?: string;
}

/** An edit of an event that may have been corrected. */
function carry(edit: Edit, old: DiplomaticEvent | undefined, now: DiplomaticEvent | undefined): Carried {
  if (old === undefined || now === undefined || edit.kind === "swap" || edit.kind === "add") return { edit };
  const corrected = keysThatDiffer(old, now);
  const clashing = (isHit: (key: string) => boolean): Carried => withConflict(edit, corrected.filter(isHit));
  if (edit.kind === "drop") return clashing((key) => ESSENTIAL.has(key));
  if (edit.kind === "move") return clashing((key) => key === "at" && now.at !== edit.to);
  const replaced = keysThatDiffer(old, edit.event);
  const both = corrected.filter((key) => replaced.includes(key) && differs(key, edit.event, now));
  const merged = { ...edit, event: combine(edit.event, now, { replaced, corrected }) };
  // Parts that are right by themselves need not fit together: a field of one act is none of another.
  const clash =
    both.length === 0 && corrected.length > 0 && !eventSchema(merged.event.act).safeParse(merged.event).success;
  return withConflict(merged, clash ? corrected : both);
}

/** A replacement with what was corrected in the parts that it leaves alone, in the order of its own parts. */
function combine(
  own: DiplomaticEvent,
  now: DiplomaticEvent,
  { replaced, corrected }: { readonly replaced: readonly string[]; readonly corrected: readonly string[] },
): DiplomaticEvent {
  const kept = Object.entries(own).filter(([key]) => replaced.includes(key) || key in now);
  const rest = Object.entries(now).filter(
    ([key]) => !replaced.includes(key) && (key in own || corrected.includes(key)),
  );
  return { ...Object.fromEntries(kept), ...Object.fromEntries(rest) } as DiplomaticEvent;
}

/** Dropping an event takes back what it was: these parts say what it was. */
const ESSENTIAL: ReadonlySet<string> = new Set(["act", "at", "from", "to"]);

function withConflict(edit: Edit, keys: readonly string[]): Carried {
  if (keys.length === 0) return { edit };
  return { edit, conflict: `${editText(edit)}: the correction changed ${keys.join(", ")} of ${editedId(edit)} too.` };
}

/** The keys of two events in which they differ. */
export function keysThatDiffer(one: DiplomaticEvent, other: DiplomaticEvent): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => differs(key, one, other));
}

function differs(key: string, one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  return JSON.stringify(Reflect.get(one, key)) !== JSON.stringify(Reflect.get(other, key));
}

function byId(events: readonly DiplomaticEvent[]): ReadonlyMap<string, DiplomaticEvent> {
  return new Map(events.map((event) => [event.id, event]));
}
