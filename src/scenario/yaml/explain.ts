/** Explains why a text is no YAML: names what is wrong with the line instead of the broken rule of YAML. */
import { Lexer, type YAMLError } from "yaml";
import { lookAlike, visibleLine } from "../../problem/index.ts";
import type { TextProblem } from "../diagnostic.ts";
import { dropUndefined } from "../values.ts";
import { besideAbove, type Line, lineAt, lineNumber, misplaced } from "./lines.ts";
import { MARKS, SCALAR } from "./tokens.ts";

export type YamlFailure = Pick<YAMLError, "code" | "message" | "pos">;

/** The one mistake behind an error. What follows it in the text is misread because of it, and so not reported. */
export function explainMistake(text: string, { code, message, pos: [from, to] }: YamlFailure): TextProblem {
  const line = lineAt(text, from);
  // Where a line begins wrongly, the parser may stop at the end of the one above it.
  const here = line.content === "" || from >= line.to ? line.next() : line;
  return (
    tab(here) ??
    tab(line) ??
    comment(here) ??
    comment(line) ??
    dash(here) ??
    unclosed(text, from, message) ??
    (/MISSING_CHAR|MULTILINE_IMPLICIT_KEY/.test(code) ? missingColon(line) : undefined) ??
    quotation(text, line, code, message, from) ??
    (/must start at the same column|without - indicator|block sequence may not|BAD_INDENT/.test(`${message} ${code}`)
      ? misplaced(text, here)
      : undefined) ??
    unquotedSign(line) ??
    (code === "UNEXPECTED_TOKEN" ? surplus(text, line, message, from) : undefined) ??
    (/MULTILINE_IMPLICIT_KEY|MISSING_CHAR/.test(code) ? misplaced(text, here) : undefined) ??
    (/block sequence may not/.test(message) ? itemAmongKeys(text, here) : undefined) ?? {
      ...{ from, to, code: "syntax" },
      message: `This can't be read: ${sentence(message)}`,
    }
  );
}

function tab({ from, indent }: Line): TextProblem | undefined {
  const at = indent.indexOf("\t");
  if (at < 0) return undefined;
  const message = "A tab is used for indentation; YAML allows spaces only.";
  return { from: from + at, to: from + indent.length, code: "tab", message, expected: "spaces" };
}

/** A comment with the sign of another language. */
function comment({ at, to, content }: Line): TextProblem | undefined {
  const [, sign, text = ""] = /^(\/\/|\/\*|--(?=\s)|<!--)\s*(.*?)(?:\*\/|-->)?$/.exec(content) ?? [];
  if (sign === undefined) return undefined;
  const message = `A comment does not begin with ${sign} here.`;
  return syntax(at, to, message, "# before a comment", visibleLine(`# ${text}`.slice(0, 80).trim()));
}

function dash({ at, content }: Line): TextProblem | undefined {
  if (/^-[^\s-]/.test(content)) {
    const message = "A space is missing after the hyphen that begins an item.";
    return syntax(at, at + 1, message, "- with a space behind it", `- ${content.slice(1, 40)}`);
  }
  const [sign] = /^(?:[‐-―−•*]|\d{1,3}[.)])(?=\s)/.exec(content) ?? [];
  if (sign === undefined) return undefined;
  const says = lookAlike(sign.charAt(0))?.says ?? `It begins with ${sign}`.replace(/\.?$/, ".");
  const suggestion = `- ${content.slice(sign.length).trim().slice(0, 40)}`;
  return syntax(at, at + 1, `This is no item of a list. ${says}`, "a hyphen and a space: -", suggestion);
}

/** An item where keys stand. */
function itemAmongKeys(text: string, line: Line): TextProblem {
  const expected = "a - before each of them, or before none";
  const key = besideAbove(text, line, /^[^\s-]/);
  const where = key === undefined ? "" : `, such as that in line ${lineNumber(text, key.from)}`;
  return syntax(line.at, line.to, `An item of a list stands among keys that are in none${where}.`, expected);
}

/** A line that should hold a key and a value. */
function missingColon({ to, content }: Line): TextProblem | undefined {
  const shown = content.replace(/^- /, "");
  const at = to - shown.length;
  const [, key = "", sign = "", value = ""] = /^([\p{L}\d-]+)(:|\s*=\s*|\s*[：﹕]\s*|\s+)(\S.*)$/u.exec(shown) ?? [];
  if (key === "" || /[:：]\s/.test(value)) return undefined;
  const mistake = (message: string): TextProblem =>
    syntax(at, to, message, "a key, a colon, a space and a value", visibleLine(`${key}: ${value}`.slice(0, 80)));
  if (sign === ":") return mistake("A space is missing after the colon.");
  if (sign.includes("=")) return mistake("An equals sign stands where a colon belongs.");
  if (/[：﹕]/.test(sign)) return mistake(`This is not the colon of a keyboard: ${sign.trim()}.`);
  // A line of words belongs to the text above it.
  if (value.split(" ").length > 3) {
    const expected = "a key, a colon, a space and a value; or more blanks before a text that goes on";
    return syntax(at, to, "This line has no colon.", expected);
  }
  return mistake("This line has no colon.");
}

/** A brace, bracket or quotation mark that is opened and not closed. */
function unclosed(text: string, from: number, message: string): TextProblem | undefined {
  const [, quote] = /^Missing closing (['"])quote/.exec(message) ?? [];
  if (quote !== undefined) {
    const at = text.lastIndexOf(quote, Math.max(0, lastStart(text, from, quote)));
    const expected = `the same mark, ${quote}, at the end of the text`;
    return syntax(at, at + 1, `The quotation mark ${quote} that is opened here is not closed.`, expected);
  }
  if (!/must be sufficiently indented and end with|Flow (map|sequence)/.test(message)) return undefined;
  const open = openBefore(text, from);
  if (open === undefined) return undefined;
  const sign = text.charAt(open);
  const closing = sign === "{" ? "}" : "]";
  return syntax(open, open + 1, `The ${sign} that is opened here is not closed.`, `a ${closing} at its end`);
}

/** Where the last quoted text begins that is not closed. */
function lastStart(text: string, from: number, quote: string): number {
  let [offset, found] = [0, from];
  for (const lexeme of new Lexer().lex(text)) {
    if (offset > from) break;
    if (lexeme.startsWith(quote)) found = offset;
    offset += MARKS.has(lexeme) ? 0 : lexeme.length;
  }
  return found;
}

/** The brace or bracket that is still open before a place. */
function openBefore(text: string, from: number): number | undefined {
  const open: number[] = [];
  let [offset, inScalar] = [0, false];
  for (const lexeme of new Lexer().lex(text)) {
    if (offset >= from) break;
    if (!inScalar && (lexeme === "{" || lexeme === "[")) open.push(offset);
    if (!inScalar && (lexeme === "}" || lexeme === "]")) {
      const opening = text.charAt(open.at(-1) ?? -1);
      // A closing sign of the other kind closes what is around the one that is not closed.
      if (opening !== (lexeme === "}" ? "{" : "[")) return open.at(-1);
      open.pop();
    }
    inScalar = lexeme === SCALAR;
    offset += MARKS.has(lexeme) ? 0 : lexeme.length;
  }
  return open.at(-1);
}

/** Text that needs quotes: because of its colon, its first character, or what stands behind a quotation mark. */
function quotation(text: string, line: Line, code: string, message: string, from: number): TextProblem | undefined {
  const inFlow = code === "BLOCK_IN_FLOW";
  const reserved = code === "BAD_SCALAR_START";
  const behind = code === "UNEXPECTED_TOKEN" && /scalar at node end|quoted-scalar at node end/.test(message);
  if (!inFlow && !reserved && !behind && !/Nested mappings/.test(message)) return undefined;
  const end = line.to;
  if (behind) {
    const before = text.slice(line.from, from).trimEnd();
    const opening = /(["'])(?:(?!\1).)*\1$/.exec(before);
    if (opening === null) return undefined;
    const at = line.from + opening.index;
    const expected = "one pair of quotation marks around the whole text, and in it none of the same kind";
    // An apostrophe within single quotes closes them.
    const [, within] = /^'(.*\w'\w.*)'$/.exec(text.slice(at, end)) ?? [];
    if (within !== undefined) {
      const says = "An apostrophe closes the single quotation marks around this text.";
      return syntax(at, end, says, "double quotation marks around it", `"${visibleLine(within.replaceAll('"', "'"))}"`);
    }
    return syntax(at, end, "Text stands behind the closing quotation mark.", expected, quotedText(text.slice(at, end)));
  }
  const rest = text.slice(from, end);
  const value = inFlow ? rest.replace(/\s*[,}\]].*$/, "") : rest;
  if (reserved) {
    const message = `Text that begins with ${value.charAt(0)} needs quotation marks around it.`;
    return syntax(from, from + value.length, message, "the same text in quotes", quotedText(value));
  }
  const curly = lookAlike(value.charAt(0));
  if (/^[“”„‘’«]/.test(value) && curly !== undefined) {
    const straight = quotedText(value.replace(/[“”„‘’«»]/g, ""));
    const says = `This text is not in quotes. ${curly.says}`;
    return syntax(from, from + value.length, says, 'straight quotation marks: "', straight);
  }
  if (!inFlow && !/:(\s|$)/.test(value)) return misplacedBelow(line);
  if (!inFlow && /^- [a-z-]+:\s+[^,:]+(?:,\s*[a-z][a-z-]*:\s+[^,:]+)+$/.test(line.content)) {
    const braces = visibleLine(`{ ${line.content.slice(2)} }`);
    return syntax(line.at + 2, end, "Commas part keys in braces only.", "braces around them all", braces);
  }
  const [, last] = /([\w-]+)\s*:\s/.exec(value) ?? [];
  const comma =
    inFlow && last !== undefined && /\s/.test(value.slice(0, value.indexOf(last))) ? `, or a comma before ${last}` : "";
  const says = `A colon with a space stands within a value: ${visibleLine(value.slice(0, 60)).replace(/\.$/, "")}.`;
  const suggestion = comma === "" ? quotedText(value) : undefined;
  return syntax(from, from + value.length, says, `quotes around the whole text${comma}`, suggestion);
}

/** A key with a value, and below it a line that is indented as if it belonged to that value. */
function misplacedBelow(line: Line): TextProblem {
  const below = line.next();
  const [dashes = ""] = /^(?:- +)*/.exec(line.content) ?? [];
  const own = line.indent.length + dashes.length;
  // Where more than one line stands deeper, the key above them is the one that strayed.
  const strayed = below.next().indent.length === below.indent.length && dashes === "";
  const [wrong, column] = strayed ? [line, below.indent.length] : [below, own];
  const message = `This key begins in column ${wrong.indent.length + 1}, and those around it in column ${column + 1}.`;
  const expected = `column ${column + 1}, as the keys that it belongs to`;
  return syntax(wrong.at, wrong.to, message, expected);
}

/** A value that begins with a sign which means something to YAML. */
function unquotedSign({ to, content }: Line): TextProblem | undefined {
  const [, value] = /^(?:- +)*[\w-]+:\s+([|>&-].*\S)$/.exec(content) ?? [];
  if (value === undefined) return undefined;
  const message = `Text that begins with ${value.charAt(0)} needs quotation marks around it.`;
  return syntax(to - value.length, to, message, "the same text in quotes", quotedText(value));
}

/** A closing sign too many, or something behind a value that is complete. */
function surplus(text: string, line: Line, message: string, from: number): TextProblem {
  const sign = text.charAt(from);
  if (/^[}\]]$/.test(sign))
    return syntax(from, from + 1, `There is one ${sign} too many here.`, `as many ${sign} as there are opened`);
  if (/at node end/.test(message)) {
    const expected = "a line of its own, or quotes around the whole text";
    return syntax(from, Math.max(from + 1, line.to), "This stands behind a value that is complete.", expected);
  }
  const shown = visibleLine(text.slice(from, from + 20).trim());
  return syntax(from, from + 1, `${shown} is not expected here.`, "a key with a value, or an item of a list");
}

function quotedText(value: string): string | undefined {
  const trimmed = value.trim().replace(/^(["'])(.*?)\1/, "$2");
  return trimmed.length > 80 ? undefined : `"${visibleLine(trimmed.replace(/[\\"]/g, "'"))}"`;
}

function syntax(from: number, to: number, message: string, expected: string, suggestion?: string): TextProblem {
  return { from, to, code: "syntax", message, expected, ...dropUndefined({ suggestion }) };
}

/** Maximum length of a message from the YAML library: some hold a whole token, as long as the text. */
const MAX_MESSAGE = 200;

function sentence(message: string): string {
  const [first = ""] = message.slice(0, MAX_MESSAGE + 1).split(/ at line \d+/);
  const short = first.length > MAX_MESSAGE ? `${first.slice(0, MAX_MESSAGE - 3)}...` : first;
  return visibleLine(short).replace(/[.:]?$/, ".");
}
