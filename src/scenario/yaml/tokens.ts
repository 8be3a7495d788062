/** The tokens of a text, watched as they come: what is too deep or too much is stopped before it fills the memory. */
import { type CST, Lexer, Parser } from "yaml";
import { visibleLine } from "../../problem/index.ts";
import type { DiagnosticCode, TextProblem } from "../diagnostic.ts";

/** No part of the format nests deeper than ten. */
const MAX_DEPTH = 64;
/** Maximum number of keys in one mapping: no file needs more for its sources or assumptions. */
const MAX_KEYS = 50_000;
/** Maximum number of values: `short` for any text, one more for every `every` characters, never more than `ever`. Events have fewer. */
const MAX_VALUES = { short: 20_000, every: 6, ever: 500_000 } as const;
/** Maximum number of aliases. */
export const MAX_ALIASES = 50;
/** Maximum number of tags and directives shown. */
const MAX_FOREIGN = 100;
/** The lexeme before a scalar's text. With yaml's own constant the writing of tokens would come along. */
export const SCALAR = "\u001f";
/** Lexemes that stand for something of no length in the text: a document, the end of a flow, a scalar. */
export const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", SCALAR]);
/** What begins a value: words, quotes, lists and mappings, items. */
const VALUE = new RegExp(`^[${SCALAR}"'|>[{*]|^[-?]$`);

/** The tokens of a text; undefined when it must not be read further. */
export interface Tokens {
  readonly tokens?: readonly CST.Token[];
  readonly problems: readonly TextProblem[];
}

export function tokensOf(text: string): Tokens {
  const { problems, stopped } = countValues(text);
  if (stopped) return { problems };
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document, every open collection and perhaps a scalar.
    if (parser.stack.length > MAX_DEPTH + 2) return { problems: [...problems, stopAt(offset, "too-deep", TOO_DEEP)] };
    if (isLarge(parser.stack.at(-1)) || isLarge(parser.stack.at(-2)))
      return { problems: [...problems, stopAt(offset, "too-large", TOO_WIDE)] };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, problems };
}

/** Counts the values and aliases of a text from its lexemes alone, which takes no memory. */
function countValues(text: string): { readonly problems: readonly TextProblem[]; readonly stopped: boolean } {
  const problems: TextProblem[] = [];
  const maxValues = Math.min(MAX_VALUES.short + text.length / MAX_VALUES.every, MAX_VALUES.ever);
  let [values, aliases, offset, inScalar] = [0, 0, 0, false];
  for (const lexeme of new Lexer().lex(text)) {
    if (!inScalar) {
      if (VALUE.test(lexeme)) values += 1;
      if (lexeme.startsWith("!") || lexeme.startsWith("%")) problems.push(describeForeign(lexeme, offset));
      if (lexeme.startsWith("*")) aliases += 1;
    }
    if (aliases > MAX_ALIASES) return { problems: [...problems, tooManyAliases(offset)], stopped: true };
    if (values > maxValues) return { problems: [...problems, stopAt(offset, "too-large", TOO_MANY)], stopped: true };
    if (problems.length > MAX_FOREIGN) return { problems, stopped: true };
    // A lexeme that only says what comes next has no place in the text.
    if (inScalar || !MARKS.has(lexeme)) offset += lexeme.length;
    inScalar = lexeme === SCALAR;
  }
  return { problems, stopped: false };
}

const TOO_DEEP = `Values are nested more than ${MAX_DEPTH} deep.`;
const TOO_WIDE = `A mapping has more than ${MAX_KEYS} keys, the most that are read. Reading stopped here.`;
const TOO_MANY = `The file holds more values than are read: ${MAX_VALUES.short}, and one more for every ${MAX_VALUES.every} characters, ${MAX_VALUES.ever} at most. Reading stopped here.`;

function stopAt(offset: number, code: DiagnosticCode, message: string): TextProblem {
  return { from: offset, to: offset + 1, code, message };
}

/** Whether an open mapping has too many keys. It is checked before the mapping closes, when not all of it has been read. */
function isLarge(open: CST.Token | undefined): boolean {
  if (open?.type !== "block-map" && (open?.type !== "flow-collection" || open.start.source !== "{")) return false;
  return open.items.length > MAX_KEYS;
}

function tooManyAliases(offset: number): TextProblem {
  const message = `The file has more than ${MAX_ALIASES} aliases; this is the first too many.`;
  return { ...stopAt(offset, "too-many-aliases", message), expected: "the values, written out" };
}

function describeForeign(lexeme: string, from: number): TextProblem {
  const place = { from, to: from + lexeme.length };
  const shown = visibleLine(lexeme.slice(0, 60));
  if (lexeme.startsWith("!")) {
    const message = `${shown} is a YAML tag; tags are not read here.`;
    return { ...place, code: "tag", message, expected: "the plain value without the tag" };
  }
  const message = `${shown} changes how YAML is read; a scenario is read as YAML 1.2.`;
  return { ...place, code: "directive", message, expected: "the file without this line" };
}
