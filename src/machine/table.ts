/** The table: the chart as a lazily filled automaton over integers. There is one semantics: the table is the chart. */
import { actIds } from "../events/index.ts";
import { frozen, nth } from "../problem/index.ts";
import { type Alike, alike } from "./alike.ts";
import { type ChartEvent, symbols } from "./alphabet.ts";
import { codeCount, codeOf, courseOfCode, partBy, situationOfCode } from "./code.ts";
import { localityOf } from "./locality.ts";
import { isRuled } from "./on.ts";
import { unmet } from "./requirements.ts";
import { regions, type Situation } from "./situation.ts";
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
  /** Both in one look-up, for loops that count nanoseconds: {@link nextIn}, {@link isVoidIn} and {@link isSameVerdict} read it. */
  readonly answer: (id: number, symbol: number) => number;
  /** What fills it: the chart, which can't tell some acts apart, or something else. */
  readonly judging: "chart" | "other";
  /** How many situations have a number so far. */
  readonly size: () => number;
}

/** The number of the situation that an answer of a table leads to. */
export function nextIn(answer: number): number {
  return Math.floor(answer / 3);
}

/** Whether an answer of a table is that the act is void. */
export function isVoidIn(answer: number): boolean {
  return answer % 3 === 2;
}

/** Whether two answers of a table are the same verdict. */
export function isSameVerdict(one: number, other: number): boolean {
  return one % 3 === other % 3;
}

/** By what an answer leaves when it is divided by three; the next number stands before it. */
const VERDICTS: readonly Verdict[] = ["applied", "noted", "void"];

/** Of another law nothing is known: each symbol is a kind of its own. */
const APART: Alike = { places: symbols.map((_, k) => k), firsts: symbols.map((_, k) => k) };

/** After this many questions to the chart its symbols are sorted by kinds, which costs as much as some hundreds of them. */
const SORTED_AFTER = 500;

/** The part of a code that decides about some acts, with the last situation for which it was worked out. */
interface Part {
  readonly by: (code: number) => number;
  of: number;
  value: number;
}

/** What the chart answered to symbols of one kind: by course the part that decides, and by its value the answer. */
interface Answers {
  readonly parts: Part[];
  readonly known: Map<number, number>;
}

/**
 * An empty table. An entry costs one {@link step} where nothing like it was asked before: the chart's answer holds for
 * all situations that agree in the regions which decide about the act. Asking again costs a look-up.
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
  const ids = new Int32Array(codeCount);
  const codes: number[] = [];
  const situations: Situation[] = [];
  /** Whether the chart rests in a situation; undefined while nobody has asked. */
  const resting: (boolean | undefined)[] = [];
  const partsByKey = new Map<string, Part>();
  /** Which symbols have an entry in common. A table that is asked little is done before they would be sorted. */
  let kinds = APART;
  let asked = 0;
  const answers: Answers[] = [];
  let entries = new Int32Array(0);

  function idOf(situation: Situation): number {
    const code = codeOf(situation);
    return (ids[code] || add(code, situation, undefined)) - 1;
  }

  /** Numbers are kept one higher than they are given: 0 is a situation without a number. */
  function add(code: number, situation: Situation, isResting: boolean | undefined): number {
    // A copy, since it is given out by every history of the process.
    const number = situations.push(frozen({ ...situation }));
    ids[code] = number;
    codes.push(code);
    resting.push(isResting);
    return number;
  }

  function situationOf(id: number): Situation {
    const situation = situations[id];
    if (situation === undefined) throw new RangeError(`No situation has the number ${id}.`);
    return situation;
  }

  /** An entry is 0 while unknown, else 1 + verdict + 3 × next. */
  function entry(id: number, symbol: number): number {
    const { places, firsts } = kinds;
    const place = places[symbol];
    if (place === undefined) throw new RangeError(`No symbol has the number ${symbol}.`);
    const entryValue = entries[id * firsts.length + place];
    return entryValue === undefined || entryValue === 0 ? fill(id, symbol) : entryValue;
  }

  function fill(id: number, symbol: number): number {
    asked += 1;
    if (asked === SORTED_AFTER && judging === undefined) sortKinds();
    const { places, firsts } = kinds;
    const place = nth(places, symbol);
    const answer = ask(id, place, nth(symbols, nth(firsts, place)));
    const room = situations.length * firsts.length;
    if (room > entries.length) entries = enlarge(entries, Math.max(room, 2 * entries.length, 256 * firsts.length));
    entries[id * firsts.length + place] = answer;
    return answer;
  }

  /** What was asked before is asked again, of the chart's cheaper kinds. */
  function sortKinds(): void {
    kinds = alike();
    entries = new Int32Array(0);
    answers.length = 0;
  }

  function ask(id: number, place: number, event: ChartEvent): number {
    const situation = situationOf(id);
    if (judging !== undefined) {
      const { verdict, after } = judging(situation, event);
      return 1 + VERDICTS.indexOf(verdict) + 3 * (after === situation ? id : idOf(after));
    }
    const code = nth(codes, id);
    if (!rests(id)) return entryFor(id, code, answerOf(situation, code, event));
    const { parts, known } = answers[place] ?? emptyAt(place);
    const course = courseOfCode(code);
    const part = parts[course] ?? partFor(event, nth(regions.course, course));
    parts[course] = part;
    if (part.of !== id) {
      part.of = id;
      part.value = part.by(code);
    }
    const before = known.get(part.value);
    if (before !== undefined) return entryFor(id, code, before);
    const answer = answerOf(situation, code, event);
    known.set(part.value, answer);
    return entryFor(id, code, answer);
  }

  function emptyAt(place: number): Answers {
    const empty = { parts: [], known: new Map<number, number>() };
    answers[place] = empty;
    return empty;
  }

  /** Acts of one locality share the part, so that it is worked out once for a situation. */
  function partFor(event: ChartEvent, course: Situation["course"]): Part {
    const local = localityOf(event, course);
    const key = [...local]
      .map(([region, numbers]) => `${region} ${numbers.join()}`)
      .sort()
      .join();
    const cached = partsByKey.get(key) ?? { by: partBy(local), of: -1, value: 0 };
    partsByKey.set(key, cached);
    return cached;
  }

  function entryFor(id: number, code: number, answer: number): number {
    if (answer === VOID) return 3 + 3 * id;
    if (answer === 0) return 2 + 3 * id;
    const after = code + answer;
    // Where a transition has led the chart is at rest.
    return 1 + 3 * ((ids[after] || add(after, situationOfCode(after), true)) - 1);
  }

  function rests(id: number): boolean {
    const cached = resting[id];
    if (cached !== undefined) return cached;
    const situation = situationOf(id);
    const isResting = step(situation, NOTHING) === situation;
    resting[id] = isResting;
    return isResting;
  }

  return {
    idOf,
    situationOf,
    next: (id, symbol) => Math.floor((entry(id, symbol) - 1) / 3),
    verdict: (id, symbol) => nth(VERDICTS, (entry(id, symbol) - 1) % 3),
    answer: (id, symbol) => entry(id, symbol) - 1,
    judging: judging === undefined ? "chart" : "other",
    size: () => situations.length,
  };
}

/** The table that everything in one process shares. */
export const sharedTable: Table = createTable();
frozen(sharedTable);

/**
 * The first of some symbols for each answer that the chart can tell apart: acts that the same rules name lead to the same
 * situations, so that a search need not try them all.
 */
export function distinctSymbols(some: readonly number[]): readonly number[] {
  const { places } = alike();
  const seen = new Set<number>();
  return some.filter((symbol) => seen.size < seen.add(nth(places, symbol)).size);
}

/** The answer that is no difference of codes. */
const VOID = Number.POSITIVE_INFINITY;

/** What the chart makes of an event: {@link VOID}, or by how much the situation's code changes; 0 when it is noted. */
function answerOf(situation: Situation, code: number, event: ChartEvent): number {
  return unmet(situation, event).length > 0 ? VOID : codeOf(step(situation, event)) - code;
}

/** An event that nothing in the chart takes: what moves at it was not at rest. */
const NOTHING: ChartEvent = { type: actIds.find((id) => !isRuled(id)) ?? "make-statement", by: "other" };

function enlarge(entries: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(entries);
  return larger;
}
