/** Symbols that the chart can't tell apart: one of them is asked for all. */
import { type ChartEvent, isEntitled, isOfOthers, symbolIndex, symbols } from "./alphabet.ts";
import { leftOf, valid } from "./guards.ts";
import { canMove } from "./locality.ts";
import { representative } from "./on.ts";

/** For each symbol the place of those that it is alike in {@link firsts}. */
export interface Alike {
  readonly places: readonly number[];
  /** The first symbol of each kind. */
  readonly firsts: readonly number[];
}

/**
 * Sorts the symbols by whether they have the same answer everywhere: those that are void whatever the situation, those that
 * move nothing whatever the situation, and those whose acts are named by the same rules.
 */
export function alike(): Alike {
  cached ??= sorted();
  return cached;
}

let cached: Alike | undefined;

function sorted(): Alike {
  const fates = new Map<string | number, number>();
  const firsts: number[] = [];
  const places = symbols.map((symbol, k) => {
    const fate = fateOf(symbol) ?? symbolIndex({ ...symbol, type: representative(symbol.type) });
    const place = fates.get(fate) ?? firsts.push(k) - 1;
    fates.set(fate, place);
    return place;
  });
  return { places, firsts };
}

/** What becomes of a symbol everywhere, where that is the same. */
function fateOf(symbol: ChartEvent): "void" | "noted" | undefined {
  if (isOfOthers(symbol)) return isEntitled(symbol) ? "noted" : "void";
  const left = leftOf(valid(symbol.type), symbol);
  if (left === false) return "void";
  return left === true && !canMove(symbol) ? "noted" : undefined;
}
