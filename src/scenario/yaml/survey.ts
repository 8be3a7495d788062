/** What the nodes of a document must not be: keys twice or complex, values that readers of YAML read differently. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, Scalar } from "yaml";
import { nearest, visibleLine } from "../../problem/index.ts";
import type { TextProblem } from "../diagnostic.ts";
import { ambiguity } from "./ambiguous-scalars.ts";
import { findEscaped } from "./hidden-characters.ts";
import { rangeOf, type Span } from "./places.ts";

interface NamedSpan extends Span {
  readonly name: string;
}

/** Walks all nodes once, without recursion. */
export function survey(document: Document.Parsed, text: string): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const anchors: NamedSpan[] = [];
  const aliases: NamedSpan[] = [];
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isAlias(node)) aliases.push({ name: node.source, ...rangeOf(node) });
    else if (isScalar(node)) found.push(...checkScalar(node, text));
    else if (isSeq(node)) for (const item of node.items) waiting.push(item);
    else if (isMap(node)) {
      found.push(...checkKeys(node.items));
      for (const { key, value } of node.items) waiting.push(key, value);
    }
    if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor !== undefined) {
      const [from, to] = node.range ?? [0, 0];
      anchors.push({ name: node.anchor, from, to });
    }
  }
  return [...found, ...checkAliases(aliases, anchors)];
}

function checkScalar(scalar: Scalar, text: string): readonly TextProblem[] {
  const { type, value } = scalar;
  const { from, to } = rangeOf(scalar);
  const problem =
    type === Scalar.QUOTE_DOUBLE && typeof value === "string" ? findEscaped(value, from, to) : ambiguity(scalar);
  if (problem !== undefined) return [problem];
  if (type !== Scalar.PLAIN || typeof value !== "string") return [];
  return [...findCurlyQuotes(value, from, to), ...findCutText(value, from, to, text)];
}

/** A comment right behind its #, as in `Resolution #1373`: at the end of a text of several words, or with a number. */
function findCutText(value: string, from: number, to: number, text: string): readonly TextProblem[] {
  COMMENT.lastIndex = to;
  const [, lost = ""] = COMMENT.exec(text) ?? [];
  if (lost === "" || !(value.includes(" ") || /^\d/.test(lost)) || !/^\p{L}/u.test(value)) return [];
  const shown = visibleLine(lost.length > 30 ? `${lost.slice(0, 30)}…` : lost);
  const message = `The text ends before #${shown}: to YAML a # after a space begins a comment.`;
  const expected = "the whole text in quotes, or a space after the # of a comment";
  return [
    { from, to: to + text.slice(to).indexOf("#") + 1, code: "comment-in-text", severity: "warning", message, expected },
  ];
}

const COMMENT = /[ \t]+#([\p{L}\d][^\r\n]*)/uy;

/** Text between curly quotation marks is not quoted to YAML: they are part of it. */
function findCurlyQuotes(value: string, from: number, to: number): readonly TextProblem[] {
  const [, within] = /^[“”„‘«]([^“”„‘’«»"]*)[“”’»]$/.exec(value) ?? [];
  if (within === undefined) return [];
  const message = `The quotation marks ${value.charAt(0)} and ${value.charAt(value.length - 1)} are part of this text.`;
  const expected = `straight quotation marks, or "${value.charAt(0)}…${value.charAt(value.length - 1)}" where they are meant`;
  const suggestion = within.length > 60 ? {} : { suggestion: `"${visibleLine(within)}"` };
  return [{ from, to, code: "curly-quotes", severity: "warning", message, expected, ...suggestion }];
}

function checkKeys(items: readonly Pair[]): readonly TextProblem[] {
  const words = new Set<string>();
  return items.flatMap(({ key }): readonly TextProblem[] => {
    if (!isScalar(key)) return [{ ...rangeOf(key), code: "complex-key", message: "A key must be a single word." }];
    const word = String(key.value);
    if (words.has(word)) {
      return [{ ...rangeOf(key), code: "duplicate-key", message: `The key ${visibleLine(word)} stands here twice.` }];
    }
    words.add(word);
    if (word !== "__proto__") return [];
    return [
      { ...rangeOf(key), code: "unknown-key", message: `${word} can't be a key: it means something to JavaScript.` },
    ];
  });
}

function checkAliases(aliases: readonly NamedSpan[], anchors: readonly NamedSpan[]): readonly TextProblem[] {
  return aliases.flatMap(({ name, from, to }): readonly TextProblem[] => {
    const before = anchors.filter((one) => one.name === name && one.from <= from);
    const shown = visibleLine(name);
    if (before.length === 0) {
      const suggestion = nearest(
        name,
        anchors.filter((one) => one.to <= from).map((one) => one.name),
      );
      const message = `The alias *${shown} has no anchor &${shown} above it.`;
      const expected = "quotation marks around a text that begins with *";
      return [{ from, to, code: "unknown-anchor", message, expected, suggestion }];
    }
    return before.some((one) => one.to >= to)
      ? [{ from, to, code: "unknown-anchor", message: `The alias *${shown} stands within the value that it names.` }]
      : [];
  });
}
