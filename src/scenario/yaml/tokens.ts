/** The tokens of a text, watched as they come: what is too deep or too much is stopped before it fills the memory. */
import { CST, Lexer, Parser } from "yaml";
import { visibleLine } from "../../problem/index.ts";
import type { TextProblem } from "../diagnostic.ts";

/** No part of the format nests deeper than ten. */
const MAX_DEPTH = 64;
/** Signs in a text, blanks apart. A hundred thousand events have about three million; more may not fit into memory. */
const MAX_SIGNS = 4_000_000;
/** More aliases than that are refused. */
export const MAX_ALIASES = 50;
/** So many tags and directives are shown. */
const MOST = 100;
const BLANK = /^[ \t\r\n#]/;

/** The tokens of a text; undefined when it must not be read further. */
export interface Tokens {
  readonly tokens?: readonly CST.Token[];
  readonly problems: readonly TextProblem[];
}

/** Splits a text into YAML's tokens. */
export function tokensOf(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const problems: TextProblem[] = [];
  let [signs, aliases, inScalar] = [0, 0, false];
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (!inScalar) {
      if (!BLANK.test(lexeme)) signs += 1;
      if (lexeme.startsWith("!") || lexeme.startsWith("%")) problems.push(foreign(lexeme, offset));
      if (lexeme.startsWith("*")) aliases += 1;
    }
    inScalar = lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document, every open collection and perhaps a scalar.
    if (parser.stack.length > MAX_DEPTH + 2) return { problems: [...problems, tooDeep(offset)] };
    if (aliases > MAX_ALIASES) return { problems: [...problems, tooManyAliases(offset)] };
    if (signs > MAX_SIGNS) return { problems: [...problems, tooMany(offset)] };
    if (problems.length > MOST) return { problems };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, problems };
}

function tooDeep(offset: number): TextProblem {
  return { from: offset, to: offset + 1, code: "too-deep", message: `Values are nested more than ${MAX_DEPTH} deep.` };
}

function tooMany(offset: number): TextProblem {
  const message = "The file holds more values than can be read; here is where reading stopped.";
  return { from: offset, to: offset + 1, code: "too-large", message };
}

function tooManyAliases(offset: number): TextProblem {
  const message = `The file has more than ${MAX_ALIASES} aliases; this is the first too many.`;
  return { from: offset, to: offset + 1, code: "too-many-aliases", message, expected: "the values, written out" };
}

function foreign(lexeme: string, from: number): TextProblem {
  const place = { from, to: from + lexeme.length };
  const shown = visibleLine(lexeme.slice(0, 60));
  return lexeme.startsWith("!")
    ? {
        ...place,
        code: "tag",
        message: `${shown} is a YAML tag; tags are not read here.`,
        expected: "the plain value without the tag",
      }
    : {
        ...place,
        code: "directive",
        message: `${shown} changes how YAML is read; a scenario is read as YAML 1.2.`,
        expected: "the file without this line",
      };
}
