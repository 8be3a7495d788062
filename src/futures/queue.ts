/** The queue of intentions, ordered by when they are due and then by when they were put in. */

/** What an actor intends to do. */
export interface Intention {
  /** Minute since the epoch. */
  readonly due: number;
  /** The rule that it comes from: a number of the model. */
  readonly rule: number;
  /** The symbol that is to happen, where the rule leaves that open; else -1. */
  readonly symbol: number;
  /** The key of its occasion. */
  readonly key: number;
  /** Where it comes from; see the log of a simulator. */
  readonly cause: number;
}

/** A queue that is emptied and used again for every future, so that it allocates nothing. */
export interface Queue {
  readonly clear: () => void;
  /** When the first intention is due; Infinity when there is none. */
  readonly nextDue: () => number;
  readonly push: (due: number, rule: number, symbol: number, key: number, cause: number) => void;
  /** Takes the first intention out. Its fields are to be read before the next call. */
  readonly pop: () => Intention;
}

/**
 * An empty queue. A future holds few intentions at a time, so they stand in a sorted list, the first due last: for
 * short lists that is faster than a heap.
 */
export function createQueue(): Queue {
  let due = new Float64Array(64);
  let payload = new Int32Array(64 * 4);
  /** Places in the arrays above: of what is in the queue, the latest first; after them the free ones. */
  let places = Int32Array.from({ length: 64 }, (_, k) => k);
  let size = 0;
  const out = { due: 0, rule: 0, symbol: 0, key: 0, cause: 0 };

  function grow(): void {
    const length = due.length;
    due = grown(due, new Float64Array(length * 2));
    payload = grown(payload, new Int32Array(length * 8));
    places = grown(places, new Int32Array(length * 2));
    for (let k = length; k < length * 2; k++) places[k] = k;
  }

  return {
    clear: () => {
      size = 0;
    },
    nextDue: () => (size === 0 ? Number.POSITIVE_INFINITY : (due[places[size - 1] ?? 0] ?? 0)),
    push: (at, rule, symbol, key, cause) => {
      if (size === due.length) grow();
      const place = places[size] ?? 0;
      due[place] = at;
      payload[place * 4] = rule;
      payload[place * 4 + 1] = symbol;
      payload[place * 4 + 2] = key;
      payload[place * 4 + 3] = cause;
      let k = size++;
      // Of those due at the same minute the one that was put in first goes first: the new one goes above it.
      for (; k > 0; k--) {
        const above = places[k - 1] ?? 0;
        if ((due[above] ?? 0) > at) break;
        places[k] = above;
      }
      places[k] = place;
    },
    pop: () => {
      const place = places[--size] ?? 0;
      out.due = due[place] ?? 0;
      out.rule = payload[place * 4] ?? 0;
      out.symbol = payload[place * 4 + 1] ?? 0;
      out.key = payload[place * 4 + 2] ?? 0;
      out.cause = payload[place * 4 + 3] ?? 0;
      return out;
    },
  };
}

function grown<A extends Float64Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
