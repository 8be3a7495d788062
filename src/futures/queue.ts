/** The queue of intentions: a binary heap of numbers, ordered by when they are due and then by when they were put in. */

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
  /** The place in the log of the event that gave occasion; -1 for none in this future. */
  readonly cause: number;
}

/** A queue that is emptied and used again for every future, so that it allocates nothing. */
export interface Queue {
  readonly clear: () => void;
  readonly size: () => number;
  /** When the first intention is due; Infinity when there is none. */
  readonly nextDue: () => number;
  readonly push: (due: number, rule: number, symbol: number, key: number, cause: number) => void;
  /** Takes the first intention out. Its fields are read from the returned object before the next call. */
  readonly pop: () => Intention;
}

/** An empty queue. */
export function createQueue(): Queue {
  let due = new Float64Array(64);
  let order = new Float64Array(64);
  let payload = new Int32Array(64 * 4);
  let size = 0;
  let sequence = 0;
  const out = { due: 0, rule: 0, symbol: 0, key: 0, cause: 0 };

  function before(one: number, other: number): boolean {
    const [a, b] = [due[one] ?? 0, due[other] ?? 0];
    return a < b || (a === b && (order[one] ?? 0) < (order[other] ?? 0));
  }

  function copy(from: number, to: number): void {
    due[to] = due[from] ?? 0;
    order[to] = order[from] ?? 0;
    payload.copyWithin(to * 4, from * 4, from * 4 + 4);
  }

  function swap(one: number, other: number): void {
    copy(one, size + 1);
    copy(other, one);
    copy(size + 1, other);
  }

  function grow(): void {
    due = grown(due, new Float64Array(due.length * 2));
    order = grown(order, new Float64Array(order.length * 2));
    payload = grown(payload, new Int32Array(payload.length * 2));
  }

  return {
    clear: () => {
      size = 0;
      sequence = 0;
    },
    size: () => size,
    nextDue: () => (size === 0 ? Number.POSITIVE_INFINITY : (due[0] ?? 0)),
    push: (at, rule, symbol, key, cause) => {
      // One place more than the intentions is used to exchange two of them.
      if (size + 3 > due.length) grow();
      due[size] = at;
      order[size] = sequence++;
      payload[size * 4] = rule;
      payload[size * 4 + 1] = symbol;
      payload[size * 4 + 2] = key;
      payload[size * 4 + 3] = cause;
      let child = size++;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (!before(child, parent)) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop: () => {
      out.due = due[0] ?? 0;
      out.rule = payload[0] ?? 0;
      out.symbol = payload[1] ?? 0;
      out.key = payload[2] ?? 0;
      out.cause = payload[3] ?? 0;
      copy(--size, 0);
      let parent = 0;
      for (;;) {
        const left = 2 * parent + 1;
        if (left >= size) break;
        const child = left + 1 < size && before(left + 1, left) ? left + 1 : left;
        if (!before(child, parent)) break;
        swap(child, parent);
        parent = child;
      }
      return out;
    },
  };
}

function grown<A extends Float64Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
