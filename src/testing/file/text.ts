/** Generators for scenario files as text: the same values in many styles, with quotes, braces, comments and blank lines. */
import fc from "fast-check";
import { Document, isMap, isScalar, isSeq, Scalar, visit } from "yaml";
import { yamlScalar } from "../../scenario/index.ts";
import type { Value } from "./model.ts";
import { type ScenarioConstraints, scenarioValue } from "./value.ts";

/** How a file is written. The first of each is what it shrinks to. */
interface Hand {
  /** A number for each of the first nodes: what is done there beside writing its value; 0 is nothing. */
  readonly whims: readonly number[];
  readonly indent: number;
  readonly lineEnd: "\n" | "\r\n";
  readonly mark: "" | "\ufeff";
}

/**
 * Scenario files as text, called random.yaml. Each reads without an error: its record is any record, valid or not, and
 * its other parts come and go. They shrink to the smallest file there is, without comments, quotes only where they are
 * needed, and one event.
 *
 * @example
 * ```ts
 * import { readScenario } from "demarche";
 * import { scenarioTextArbitrary } from "demarche/testing";
 * import fc from "fast-check";
 * const texts = fc.sample(scenarioTextArbitrary(), 10);
 * texts.every((text) => readScenario(text, { file: "random.yaml" }).scenario !== undefined); // => true
 * ```
 */
export function scenarioTextArbitrary(constraints: ScenarioConstraints = {}): fc.Arbitrary<string> {
  const hand = fc.record<Hand>({
    whims: fc.array(fc.nat(MAX_WHIM), { maxLength: 200, size: "max" }),
    indent: fc.constantFrom(2, 4),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    mark: fc.constantFrom("", "\ufeff"),
  });
  // The hand shrinks first: a remark moves to the first line while there is a file around it that can still shrink.
  return fc.tuple(hand, scenarioValue(constraints)).map(([how, value]) => writeText(value, how));
}

/** What may be done at a node, by number; everything else leaves it as it is. */
const WHIMS = { comment: 1, before: 2, blank: 3, braces: 4, single: 5, double: 6 } as const;
const MAX_WHIM = 8;

function writeText(value: Value, { whims, indent, lineEnd, mark }: Hand): string {
  const document = new Document(value, {
    version: "1.2",
    schema: "core",
    compat: "yaml-1.1",
    aliasDuplicateObjects: false,
  });
  let turn = 0;
  const whim = (): number => whims[turn++] ?? 0;
  visit(document, {
    Pair: (_, pair, path) => {
      if (isScalar(pair.key) && !path.some(isBraced)) comment(pair.key, whim());
    },
    Scalar: (key, scalar) => quote(scalar, key === "key" ? 0 : whim()),
    Collection: (_, collection, path) => {
      if (path.length > 1 && !path.some(isBraced) && whim() === WHIMS.braces) collection.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, indent, flowCollectionPadding: indent === 2 });
  return mark + text.replaceAll("\n", lineEnd);
}

function isBraced(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function comment(key: Scalar, whim: number): void {
  if (whim === WHIMS.before) key.commentBefore = " why: see [the report], 2024-01-16 #1";
  if (whim === WHIMS.blank) key.spaceBefore = true;
}

/** Quotes where a value needs them, and where somebody likes them. */
function quote(scalar: Scalar, whim: number): void {
  if (typeof scalar.value !== "string") return;
  const needed = yamlScalar(scalar.value).startsWith('"');
  if (whim === WHIMS.single) scalar.type = Scalar.QUOTE_SINGLE;
  else if (whim === WHIMS.double || needed) scalar.type = Scalar.QUOTE_DOUBLE;
  if (whim === WHIMS.comment) scalar.comment = " as reported";
}
