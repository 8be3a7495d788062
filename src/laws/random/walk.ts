/** Walks through a table under test: mostly valid, and dated so that they can be read. */
import fc from "fast-check";
import { formatWhen, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { PEACE, type Situation, symbolIndex, symbols, type Table } from "../../machine/index.ts";
import type { ChartStep } from "../law.ts";

export interface DatedStep extends ChartStep {
  readonly at: string;
}

/** A way through the chart from full normal relations. */
export interface Walk {
  readonly opening: Situation;
  readonly steps: readonly DatedStep[];
}

/** What is taken of the symbols: the next that moves the chart, the next that is valid, or any. */
type Wish = "moves" | "valid" | "any";

interface Choice {
  readonly symbol: number;
  readonly wish: Wish;
  readonly pause: number;
}

const WISHES: readonly Wish[] = ["moves", "moves", "moves", "valid", "any"];
const START = when("2024-01-01").start;
const MAX_LENGTH = 25;

/**
 * Walks through a table. A symbol that is not as wished gives way to the next one that is, so a step that is taken out
 * in shrinking leaves most of the others as they were.
 */
export function walkArbitrary(table: Table): fc.Arbitrary<Walk> {
  const choice = fc.record<Choice>({
    symbol: fc.nat(symbols.length - 1),
    wish: fc.constantFrom(...WISHES),
    pause: fc.nat(9),
  });
  return fc.array(choice, { maxLength: MAX_LENGTH, size: "max" }).map((choices) => buildWalk(table, choices));
}

function buildWalk(table: Table, choices: readonly Choice[]): Walk {
  let id = table.idOf(PEACE);
  let minute = START;
  const steps = choices.flatMap(({ symbol, wish, pause }): readonly DatedStep[] => {
    const taken = chooseSymbol(table, id, symbol, wish);
    const event = symbols[taken];
    if (event === undefined) return [];
    const before = id;
    id = table.next(id, taken);
    minute += pause * MINUTES_PER_DAY;
    const verdict = table.verdict(before, taken);
    return [
      { at: formatWhen(minute), before: table.situationOf(before), event, verdict, after: table.situationOf(id) },
    ];
  });
  return { opening: PEACE, steps };
}

/** The walks that lack one step of a walk; the other steps are the same, valid or not. */
export function walksWithoutOneStep(table: Table, { opening, steps }: Walk): readonly Walk[] {
  return steps.map((_, dropped) => {
    let id = table.idOf(opening);
    const others = steps.toSpliced(dropped, 1).map(({ at, event }): DatedStep => {
      const [before, symbol] = [table.situationOf(id), symbolIndex(event)];
      const verdict = table.verdict(id, symbol);
      id = table.next(id, symbol);
      return { at, before, event, verdict, after: table.situationOf(id) };
    });
    return { opening, steps: others };
  });
}

/**
 * The shortest walk that breaks something, by whatever steps: a walk that has more than it must is no part of a shorter
 * one where that goes another way. What breaks is asked of each step by itself, from where it begins.
 *
 * @param walk breaks it; given back where no walk with fewer steps does
 */
export function shortestBreakingWalk(table: Table, walk: Walk, breaks: (walk: Walk) => boolean): Walk {
  const opening = table.idOf(walk.opening);
  const at = formatWhen(START);
  const visited = new Set([opening]);
  let reached: readonly { readonly id: number; readonly steps: readonly DatedStep[] }[] = [{ id: opening, steps: [] }];
  for (let length = 1; length < walk.steps.length; length++) {
    const next: { id: number; steps: readonly DatedStep[] }[] = [];
    for (const { id, steps } of reached) {
      const before = table.situationOf(id);
      for (const [symbol, event] of symbols.entries()) {
        const to = table.next(id, symbol);
        const step = { at, before, event, verdict: table.verdict(id, symbol), after: table.situationOf(to) };
        if (breaks({ opening: before, steps: [step] })) return { ...walk, steps: [...steps, step] };
        if (visited.has(to)) continue;
        visited.add(to);
        next.push({ id: to, steps: [...steps, step] });
      }
    }
    reached = next;
  }
  return walk;
}

/** The symbol, or the next one after it that is as wished. */
function chooseSymbol(table: Table, id: number, symbol: number, wish: Wish): number {
  for (let k = 0; k < symbols.length && wish !== "any"; k++) {
    const candidate = (symbol + k) % symbols.length;
    const verdict = table.verdict(id, candidate);
    if (verdict === "applied" || (wish === "valid" && verdict === "noted")) return candidate;
  }
  return symbol;
}
