/** The queue of intentions, ordered by when they are due and then by when they were put in. */
import { missing } from "../problem/index.ts";

/** What is to come: an intention of a source of the model, or an event of the schedule. */
export interface Intention {
  readonly due: number;
  /** Where it comes from; see the log of a simulator. */
  readonly source: number;
  /** The symbol that is to happen, where the source leaves that open; else -1. */
  readonly symbol: number;
  readonly key: number;
  /** The event that gave occasion; see the log of a simulator. */
  readonly cause: number;
}

/** A queue that is emptied and used again for every future, so that it allocates little. */
export interface Queue {
  size: number;
  /** First those that are in the queue, the first due last; after them some that are free to be used again. */
  readonly slots: Writable[];
}

type Writable = { -readonly [Key in keyof Intention]: Intention[Key] };

/** An empty queue. A future holds few intentions at a time: for short lists sorting them in is faster than a heap. */
export function createQueue(): Queue {
  return { size: 0, slots: [] };
}

/** When the first intention is due; Infinity when there is none. */
export function nextDue({ size, slots }: Queue): number {
  return size === 0 ? Number.POSITIVE_INFINITY : (slots[size - 1]?.due ?? Number.POSITIVE_INFINITY);
}

/** Puts an intention in. Of those due at the same minute the one that was put in first goes first. */
export function push(queue: Queue, due: number, source: number, symbol: number, key: number, cause: number): void {
  const { slots } = queue;
  const free = queue.size < slots.length ? slots[queue.size] : undefined;
  const intention = free ?? { due, source, symbol, key, cause };
  if (free !== undefined) {
    free.due = due;
    free.source = source;
    free.symbol = symbol;
    free.key = key;
    free.cause = cause;
  }
  let place = queue.size++;
  for (; place > 0; place--) {
    const above = slots[place - 1];
    if (above === undefined || above.due > due) break;
    slots[place] = above;
  }
  slots[place] = intention;
}

/** Takes the first intention out. Its fields are to be read before anything is put in. */
export function pop(queue: Queue): Intention {
  const first = queue.slots[queue.size - 1];
  if (first === undefined) throw missing(queue.slots, queue.size - 1);
  queue.size -= 1;
  return first;
}
