/** Cutting a scenario's file into what stands before its events, each of them as it is written, and what stands after. */
import { isAlias, isMap, isNode, isSeq, visit } from "yaml";
import { afterComments, endOf, lineStart, nextLine, wordOf } from "../write/spot.ts";
import { parseFile } from "../yaml/document.ts";

/** A file in pieces: put together in order they are the file again. */
export interface Pieces {
  readonly before: string;
  /** One for each event, with the comments behind it; none where events do not stand one below the other. */
  readonly items: readonly string[];
  readonly after: string;
}

/** Cuts a file that was found right. Where its events are written in brackets, only what surrounds them is kept. */
export function cut(text: string): Pieces {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(mark.length);
  const { contents } = parseFile(body);
  const pair = isMap(contents) ? contents.items.find(({ key }) => wordOf(key) === "events") : undefined;
  if (pair === undefined || !isMap(contents)) throw new RangeError("The file has no events.");
  const starts =
    isSeq(pair.value) && pair.value.flow !== true ? pair.value.items.map((item) => startOf(item, body)) : [];
  const [first] = starts;
  if (first === undefined || starts.includes(undefined) || hasAliases(contents)) return inBrackets(pair, mark, body);
  const depth = first.depth;
  const end = afterComments(body, nextLine(body, endOf(pair)), depth);
  const places = [...starts.map((start) => start?.at ?? 0), end];
  return {
    before: mark + body.slice(0, first.at),
    items: places.slice(0, -1).map((at, k) => body.slice(at, places[k + 1])),
    after: body.slice(end),
  };
}

/** What stands around the events; they are written anew, one below the other. */
function inBrackets(pair: unknown, mark: string, body: string): Pieces {
  const key = typeof pair === "object" && pair !== null && "key" in pair ? pair.key : undefined;
  const at = lineStart(body, isNode(key) ? (key.range?.[0] ?? 0) : 0);
  return { before: `${mark}${body.slice(0, at)}events:\n`, items: [], after: body.slice(nextLine(body, endOf(pair))) };
}

/** Where the line of an item begins, if nothing but its hyphen stands before it. */
function startOf(item: unknown, text: string): { readonly at: number; readonly depth: number } | undefined {
  const start = isNode(item) ? (item.range?.[0] ?? 0) : 0;
  const at = lineStart(text, start);
  const [, indent] = /^( *)-[ \t]+$/.exec(text.slice(at, start)) ?? [];
  return indent === undefined ? undefined : { at, depth: indent.length + 1 };
}

/** Whether something stands for what is written elsewhere: then no piece can be understood by itself. */
function hasAliases(contents: Parameters<typeof visit>[0]): boolean {
  let found = false;
  visit(contents, (_, node) => {
    if (!isAlias(node)) return undefined;
    found = true;
    return visit.BREAK;
  });
  return found;
}
