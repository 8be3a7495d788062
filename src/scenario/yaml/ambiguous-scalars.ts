/** Plain scalars that YAML 1.1 and 1.2 read differently: they must be quoted, so that every editor agrees. */
import { Scalar } from "yaml";
import { visibleLine } from "../../problem/index.ts";
import type { TextProblem } from "../diagnostic.ts";

const BOOLEAN = /^(?:y|yes|n|no|on|off)$/i;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt \t])/;
/** Numbers with leading zeros, other bases, underscores, exponents, or in minutes and seconds; and a dot alone. */
const NUMBER =
  /^[-+]?(?:0[\d_]+|0[ob][\d_]+|0x[\da-f_]*_[\da-f_]*|[\d_.]*_[\d_.]*|\d*\.|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|[\d_.]+e[-+]?\d+)$/i;
/** A sign before hexadecimal digits. */
const SIGNED = /^[-+]0x[\da-f_]+$/i;
const SPECIAL = /^(?:=|<<)$/;

/** What some readers of YAML take a plain scalar for that is text to others; undefined when all agree. */
export function readOtherwise(source: string): string | undefined {
  if (BOOLEAN.test(source)) return "true or false";
  if (DATE.test(source)) return "a date";
  if (NUMBER.test(source) || SIGNED.test(source)) return "a number";
  return SPECIAL.test(source) ? "a special sign" : undefined;
}

export function ambiguity(scalar: Scalar): TextProblem | undefined {
  if (scalar.type !== Scalar.PLAIN) return undefined;
  const source = scalar.source ?? String(scalar.value);
  const read = readOtherwise(source);
  const [from, to] = scalar.range ?? [0, 0];
  if (read === undefined) return undefined;
  const shown = visibleLine(source);
  if (source === "<<") {
    const message = "<< merges another mapping into this one to some readers of YAML; here nothing is merged.";
    return { from, to, code: "yaml-ambiguous", message, expected: "the keys of the other mapping, written out" };
  }
  const message = `${shown} without quotes is ${read} to some readers of YAML and text to others.`;
  const expected = "the same value in quotes";
  return { from, to, code: "yaml-ambiguous", message, expected, suggestion: `"${shown}"` };
}
