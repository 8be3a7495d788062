/** Places: from a path in the data, or offsets in the text, to lines and columns. */
import { isMap, isScalar, isSeq, type LineCounter, type Pair, type YAMLMap } from "yaml";
import type { Place } from "../diagnostic.ts";

/** A stretch of the text, in characters from its beginning. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function placeBetween({ from, to }: Span, lines: LineCounter): Place {
  const start = positionOf(from, lines);
  const end = positionOf(Math.max(from, to), lines);
  return { line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
}

function positionOf(offset: number, lines: LineCounter): { line: number; col: number } {
  const { line, col } = lines.linePos(offset);
  return line > 0 ? { line, col: Math.max(1, col) } : { line: 1, col: 1 };
}

/** The stretch of the value at a path, or of its key; of the nearest above it where the path goes on into nothing. */
export function locate(contents: unknown, path: readonly PropertyKey[], atKey: boolean): Span {
  let node = contents;
  let key: unknown;
  for (const step of path) {
    if (isSeq(node) && typeof step === "number" && step in node.items) {
      node = node.items[step];
      key = undefined;
    } else if (isMap(node)) {
      const pair = pairOf(node, String(step));
      if (pair === undefined) return rangeOf(node === contents ? node.items[0]?.key : (key ?? node));
      key = pair.key;
      node = pair.value ?? pair.key;
    } else break;
  }
  return rangeOf(atKey && key !== undefined ? key : node);
}

/** The stretch of a node: of a list or a mapping only its beginning, since a mark under all of it says nothing. */
export function rangeOf(node: unknown): Span {
  const ranged = node as { range?: readonly [number, number, number] } | null | undefined;
  const [from, to] = ranged?.range ?? [0, 0];
  return { from, to: isMap(node) || isSeq(node) ? Math.min(to, from + 1) : to };
}

/** Mappings with more keys are indexed when they are first searched. */
const MAX_UNINDEXED = 16;
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairOf(map: YAMLMap, word: string): Pair | undefined {
  if (map.items.length <= MAX_UNINDEXED)
    return map.items.find(({ key }) => isScalar(key) && String(key.value) === word);
  const index = indexes.get(map) ?? new Map(map.items.map((pair) => [wordOf(pair.key), pair]));
  indexes.set(map, index);
  return index.get(word);
}

/** A key as a word; empty when it is none. */
export function wordOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}
