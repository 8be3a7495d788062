/** What-ifs of a long record: what each costs beside folding the edited record anew, and what a hundred of them hold. */
import type { DiplomaticEvent } from "../src/events/index.ts";
import { type Branch, branch, type Edit, fold, mainLine } from "../src/history/index.ts";
import { apart, heap } from "./apart.ts";
import { longRecord } from "./fold.ts";
import type { Contender } from "./measure.ts";

const DYAD = { a: "AAA", b: "BBB" };
const LENGTH = 100_000;

/** Where in the record the edit is, as a share of it. */
export const places = { start: 0, middle: 0.5, end: 0.999 } as const;

/** For each place: a what-if that drops one event there, and a full fold of the same edited record. */
export function branchContenders(): readonly Contender[] {
  const record = longRecord(LENGTH);
  const main = mainLine(record, { dyad: DYAD });
  return Object.entries(places).flatMap(([name, share]) => {
    const edit = dropAt(record, share);
    const edited = record.filter(({ id }) => id !== edit.id);
    return [
      { name: `what-if at the ${name}`, run: () => Math.min(1, branch(main, [edit], "keep").events.length) },
      { name: `fold for the ${name}`, run: () => Math.min(1, fold(edited, { dyad: DYAD }).steps.length) },
    ];
  });
}

/** Bytes on the heap for each of many: what-ifs with edits near the end or spread over the record, or full histories. */
export interface Held {
  readonly end: number;
  readonly spread: number;
  readonly full: number;
}

/** Heap figures, each kind in a process of its own that collects garbage before it looks. */
export function held(): Held {
  const bytes = (kind: keyof Held): number => apart(import.meta.filename, kind);
  return { end: bytes("end"), spread: bytes("spread"), full: bytes("full") };
}

function dropAt(record: readonly DiplomaticEvent[], share: number): Edit & { readonly kind: "drop" } {
  return { kind: "drop", id: record[Math.floor(share * LENGTH) + 1]?.id ?? "" };
}

/** A hundred what-ifs of one record, or ten full histories of it: more of these would not fit everywhere. */
function many(kind: string, record: readonly DiplomaticEvent[], main: Branch): readonly unknown[] {
  if (kind === "full") return Array.from({ length: 10 }, () => fold(record, { dyad: DYAD }));
  return Array.from({ length: 100 }, (_, k) =>
    branch(main, [dropAt(record, kind === "end" ? 0.99 + k / 10_100 : k / 100)], "keep"),
  );
}

if (process.argv[1] === import.meta.filename) {
  const record = longRecord(LENGTH);
  const main = mainLine(record, { dyad: DYAD });
  const before = heap();
  const all = many(process.argv[2] ?? "end", record, main);
  console.log((heap() - before) / all.length);
}
