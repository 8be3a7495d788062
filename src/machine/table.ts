/** The table: the chart as a lazily filled automaton over integers. There is one semantics: the table is the chart. */
import { type ChartEvent, symbolIndex, symbols } from "./alphabet.ts";
import { representative } from "./on.ts";
import { unmet } from "./requirements.ts";
import { keyOf, type Situation } from "./situation.ts";
import { step } from "./step.ts";
import type { Judgement, Verdict } from "./verdict.ts";

/** What a table is filled by: the verdict on an event, and where it leads. */
export type Judging = (situation: Situation, event: ChartEvent) => Pick<Judgement, "verdict" | "after">;

/** The chart, tabulated. Situations and symbols are numbered; an entry is asked of the chart once. */
export interface Table {
  /** The number of a situation, given on first sight. */
  readonly idOf: (situation: Situation) => number;
  /** The situation with a number. Throws RangeError for a number that was never given. */
  readonly situationOf: (id: number) => Situation;
  /** The number of the situation that a symbol leads to. */
  readonly next: (id: number, symbol: number) => number;
  readonly verdict: (id: number, symbol: number) => Verdict;
  /** Both in one look-up, for loops that count nanoseconds: three times the next number, plus 0, 1 or 2 for the verdict. */
  readonly answer: (id: number, symbol: number) => number;
  /** How many situations have a number so far. */
  readonly size: () => number;
}

const VERDICTS: readonly Verdict[] = ["applied", "noted", "unlawful"];
const WIDTH = symbols.length;

/** For each symbol the one that is asked in its stead, see {@link representative}. */
const REPRESENTATIVES: readonly number[] = symbols.map((s) => symbolIndex({ ...s, type: representative(s.type) }));

/**
 * An empty table. Filling it costs one {@link step} for each entry that is asked for; asking again costs a look-up.
 *
 * @param judging what fills it; the chart by default. With another, each symbol is asked for itself
 * @example
 * ```ts
 * import { createTable, PEACE, symbolIndex } from "demarche/machine";
 * const table = createTable();
 * const after = table.next(table.idOf(PEACE), symbolIndex({ type: "strike", by: "a" }));
 * table.situationOf(after).ledger; // => "by-a"
 * ```
 */
export function createTable(judging?: Judging): Table {
  const ids = new Map<string, number>();
  const situations: Situation[] = [];
  let entries = new Int32Array(256 * WIDTH);

  function idOf(situation: Situation): number {
    const key = keyOf(situation);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = situations.push(situation) - 1;
    ids.set(key, id);
    if (situations.length * WIDTH > entries.length) entries = grown(entries);
    return id;
  }

  function situationOf(id: number): Situation {
    const situation = situations[id];
    if (situation === undefined) throw new RangeError(`No situation has the number ${id}.`);
    return situation;
  }

  /** An entry is 0 while unknown, else 1 + verdict + 3 × next. */
  function entry(id: number, symbol: number): number {
    const known = entries[id * WIDTH + symbol];
    return known === undefined || known === 0 ? fill(id, symbol) : known;
  }

  function fill(id: number, symbol: number): number {
    const event = symbols[symbol];
    if (event === undefined) throw new RangeError(`No symbol has the number ${symbol}.`);
    const same = judging === undefined ? (REPRESENTATIVES[symbol] ?? symbol) : symbol;
    const made = same === symbol ? ask(id, event) : entry(id, same);
    entries[id * WIDTH + symbol] = made;
    return made;
  }

  function ask(id: number, event: ChartEvent): number {
    const situation = situationOf(id);
    const { verdict, after } = (judging ?? decide)(situation, event);
    return 1 + VERDICTS.indexOf(verdict) + 3 * (after === situation ? id : idOf(after));
  }

  return {
    idOf,
    situationOf,
    next: (id, symbol) => Math.floor((entry(id, symbol) - 1) / 3),
    verdict: (id, symbol) => VERDICTS[(entry(id, symbol) - 1) % 3] ?? "noted",
    answer: (id, symbol) => entry(id, symbol) - 1,
    size: () => situations.length,
  };
}

/** The table that everything in one process shares. */
export const sharedTable: Table = createTable();

/** The judge's answer without the reasons, which would cost more than the rest. */
function decide(situation: Situation, event: ChartEvent): Pick<Judgement, "verdict" | "after"> {
  if (unmet(situation, event).length > 0) return { verdict: "unlawful", after: situation };
  const after = step(situation, event);
  return { verdict: after === situation ? "noted" : "applied", after };
}

function grown(entries: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(entries.length * 2);
  larger.set(entries);
  return larger;
}
