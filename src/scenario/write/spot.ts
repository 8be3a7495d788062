/** The spot in a file's text where lines with a new what-if can stand. */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import { rangeOf, wordOf } from "../yaml/places.ts";

/** Where the lines go, and how they are laid out there. */
export interface Spot {
  /** Offset at which they begin: the beginning of a line, or the end of a file whose last line has no end. */
  readonly at: number;
  /** Columns before the first line. */
  readonly indent: number;
  /** Columns by which each level stands deeper. */
  readonly step: number;
  /** Whether the key `what-if` must be written first. */
  readonly needsKey: boolean;
  /** Whether neighbours are set apart by blank lines. */
  readonly apart: boolean;
}

/** The keys after which `what-if` stands in a file. */
const KEYS_ABOVE: readonly string[] = ["events", "expect", "never", "always", "leads-to"];
const STEP = 2;

/** Finds the spot; a code where lines alone can't do it. */
export function spotIn(text: string, contents: unknown): Spot | "file-in-braces" | "what-if-in-braces" {
  if (!isMap(contents) || contents.flow === true) return "file-in-braces";
  const column = columnOf(text, contents.items[0]);
  const found = contents.items.find(({ key }) => wordOf(key) === "what-if");
  if (found === undefined) {
    const anchor = contents.items.findLast(({ key }) => KEYS_ABOVE.includes(wordOf(key))) ?? contents.items.at(-1);
    const at = afterComments(text, nextLine(text, endOf(anchor)), column + 1);
    return { at, indent: column, step: STEP, needsKey: true, apart: followsBlank(text, anchor) };
  }
  const { value } = found;
  if (isMap(value) && value.flow !== true) return afterLast(text, value, column);
  if (!isEmpty(value)) return "what-if-in-braces";
  const at = afterComments(text, nextLine(text, endOf(found)), column + 1);
  return { at, indent: column + STEP, step: STEP, needsKey: false, apart: false };
}

function afterLast(text: string, whatIfs: YAMLMap, column: number): Spot {
  const last = whatIfs.items.at(-1);
  const indent = columnOf(text, whatIfs.items[0]);
  return {
    at: afterComments(text, nextLine(text, endOf(last)), indent),
    indent,
    step: Math.max(1, indent - column),
    needsKey: false,
    apart: whatIfs.items.length > 1 && followsBlank(text, last),
  };
}

/** No value at all behind the key, not even a `~`. */
function isEmpty(value: unknown): boolean {
  if (!isScalar(value)) return value === null;
  return value.value === null && value.source === "" && value.anchor === undefined;
}

/** Where the last thing within an entry ends: blocks are followed to their last leaf, since they claim what follows. */
export function endOf(node: unknown): number {
  if (isPair(node)) return Math.max(endOf(node.key), endOf(node.value));
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

function isPair(node: unknown): node is Pair {
  return typeof node === "object" && node !== null && !isNode(node) && "key" in node;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function columnOf(text: string, pair: Pair | undefined): number {
  const start = rangeOf(pair?.key).from;
  return start - lineStart(text, start);
}

/** The beginning of the line after an offset. A block of text ends there already. */
export function nextLine(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  return text.indexOf("\n", offset) + 1 || text.length;
}

/** Comments that stand at least as deep as what they follow belong to it. */
export function afterComments(text: string, from: number, depth: number): number {
  let at = from;
  const line = /( *)(#.*)?\r?(?:\n|$)/y;
  line.lastIndex = from;
  for (let match = line.exec(text); match !== null && match[0] !== ""; match = line.exec(text)) {
    const [, indent = "", comment] = match;
    if (comment !== undefined && indent.length < depth) break;
    if (comment !== undefined) at = line.lastIndex;
  }
  return at;
}

/**
 * Whether an entry, with the comments right above it, stands below a blank line. One that ends in a block of text is
 * said not to, since a blank line below could become part of that text.
 */
function followsBlank(text: string, pair: Pair | undefined): boolean {
  if (text[endOf(pair) - 1] === "\n") return false;
  let start = lineStart(text, rangeOf(pair?.key).from);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start).trim();
    if (!line.startsWith("#")) return line === "";
    start = above;
  }
  return false;
}
