/** Events written into the lines of a file, one below the other: all other lines stay, and comments stay with their event. */
import { isMap, isSeq, type Pair } from "yaml";
import { isRecord, itemsOf } from "../values.ts";
import { rangeOf, wordOf } from "../yaml/places.ts";
import { flow } from "./braces.ts";
import { type FileData, sameEvent } from "./file-form.ts";
import { afterComments, endOf, lineStart, nextLine } from "./spot.ts";

interface Piece {
  readonly id: string;
  readonly value: unknown;
  /** Blank lines, and comments above one: they are about what follows as a whole. */
  readonly lead: string;
  /** The comments right above the event. */
  readonly above: string;
  /** Its own lines, with the comments that stand as deep as its keys. */
  readonly own: string;
  /** The comment at the end of its one line. */
  readonly beside: string;
}

interface Pieces {
  readonly before: string;
  readonly pieces: readonly Piece[];
  readonly after: string;
  readonly indent: string;
}

/** The data in the lines of a layout that differs in its events only; undefined where its lines don't allow it. */
export function writeInLines(data: FileData, layout: string, before: FileData, contents: unknown): string | undefined {
  if (!differInEvents(data, before)) return undefined;
  const cut = piecesOf(layout, contents, before["events"]);
  if (cut === undefined) return undefined;
  const end = /\r?\n/.exec(layout)?.[0] ?? "\n";
  const events = itemsOf(data["events"]).filter(isRecord);
  const pieces = keepPieces(cut.pieces, new Set(events.map(({ id }) => String(id))));
  const isApart = cut.pieces.length > 1 && cut.pieces.slice(1).every(({ lead }) => isBlankFirst(lead));
  const parts = events.map((event, k) => {
    const piece = pieces.get(String(event["id"]));
    const line = () => `${cut.indent}- ${flow(event)}`;
    const gap = isApart && k > 0 && !isBlankFirst(piece?.lead ?? "") ? end : "";
    if (piece === undefined) return `${gap}${line()}${end}`;
    const own = sameEvent(piece.value, event) ? piece.own : `${line()}${piece.beside}${end}`;
    return `${gap}${piece.lead}${piece.above}${own}`;
  });
  // The end of each part is checked separately: checking the end of a growing text would copy all of it each time.
  const chunks = [cut.before, ...parts, cut.after].filter((part) => part !== "");
  return chunks.map((part, k) => (k === chunks.length - 1 || part.endsWith("\n") ? part : `${part}${end}`)).join("");
}

function differInEvents({ events: _, ...frame }: FileData, { events: __, ...other }: FileData): boolean {
  const keys = new Set([...Object.keys(frame), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(frame[key]) === JSON.stringify(other[key]));
}

/** Pieces of the events that stay, by id. Comments above a removed event move to the next one. */
function keepPieces(pieces: readonly Piece[], ids: ReadonlySet<string>): ReadonlyMap<string, Piece> {
  const kept = new Map<string, Piece>();
  let carried = "";
  for (const piece of pieces) {
    if (ids.has(piece.id)) kept.set(piece.id, { ...piece, lead: carried + piece.lead });
    if (ids.has(piece.id)) carried = "";
    else if (piece.lead.includes("#")) carried += piece.lead;
  }
  return kept;
}

function isBlankFirst(lead: string): boolean {
  return /^[ \t]*\r?\n/.test(lead);
}

/** Cuts the list of events into pieces; undefined where they do not stand one below the other, each on lines of its own. */
function piecesOf(text: string, contents: unknown, values: unknown): Pieces | undefined {
  if (!isMap(contents) || contents.flow === true) return undefined;
  const pair = contents.items.find(({ key }) => wordOf(key) === "events");
  if (pair === undefined) return undefined;
  if (!isSeq(pair.value)) return emptyList(text, pair, values);
  if (pair.value.flow === true) return undefined;
  const { items } = pair.value;
  const starts = items.map((item) => startOf(item, text));
  const [first] = starts;
  if (first === undefined || !Array.isArray(values)) return undefined;
  const pieces: Piece[] = [];
  const begin = nextLine(text, rangeOf(pair.key).to);
  let last = begin;
  for (const [k, start] of starts.entries()) {
    if (start === undefined) return undefined;
    const above = aboveOf(text, last, start.at);
    const until = endOf(items[k]);
    const line = nextLine(text, until);
    const end = Math.max(line, afterComments(text, line, start.indent.length + 1));
    const isOneLine = !text.slice(start.at, until).includes("\n");
    pieces.push({
      id: String(isRecord(values[k]) ? values[k]["id"] : ""),
      value: values[k],
      lead: text.slice(last, above),
      above: text.slice(above, start.at),
      own: text.slice(start.at, end),
      beside: isOneLine ? (/^[ \t]+#[^\r\n]*/.exec(text.slice(until, line))?.[0] ?? "") : "",
    });
    last = end;
  }
  return { before: text.slice(0, begin), pieces, after: text.slice(last), indent: first.indent };
}

/** A list of which nothing is there but its key. */
function emptyList(text: string, pair: Pair, values: unknown): Pieces | undefined {
  if (values !== null && values !== undefined) return undefined;
  const at = nextLine(text, rangeOf(pair.key).to);
  return { before: text.slice(0, at), pieces: [], after: text.slice(at), indent: "  " };
}

/** Where the line of an item begins, if nothing but its hyphen stands before it. */
function startOf(item: unknown, text: string): { readonly at: number; readonly indent: string } | undefined {
  const start = rangeOf(item).from;
  const at = lineStart(text, start);
  const [, indent] = /^( *)-[ \t]+$/.exec(text.slice(at, start)) ?? [];
  return indent === undefined ? undefined : { at, indent };
}

/** Where the comments begin that stand right above a line, with no blank line between. */
function aboveOf(text: string, from: number, line: number): number {
  let at = line;
  while (at > from) {
    const above = lineStart(text, at - 1);
    if (above < from || !text.slice(above, at).trimStart().startsWith("#")) break;
    at = above;
  }
  return at;
}
