/** Glyphs: the shape shows what an act is, the fill what the law says about it. */
import { type ActId, actOf } from "../../events/index.ts";
import type { Verdict } from "../../machine/index.ts";
import { element, type Pen, round } from "../svg.ts";
import type { Kind } from "../words/index.ts";

const KINDS = {
  force: "force",
  "non-state": "force",
  threat: "threat",
  display: "threat",
  rupture: "rupture",
  sanction: "rupture",
  posting: "words",
  statement: "words",
  protest: "words",
  contact: "contact",
  "third-party": "contact",
  conciliation: "conciliation",
  agreement: "conciliation",
  clock: "words",
} as const satisfies Record<ReturnType<typeof actOf>["class"], Kind>;

/** What an act is, of the six kinds that have a shape. */
export function kindOf(act: ActId): Kind {
  return act === "claim-responsibility" ? "words" : KINDS[actOf(act).class];
}

/** The shapes, each about 14 wide, around its middle. */
const SHAPES: Readonly<Record<Kind, string>> = {
  force: "M0-7 7 5.5H-7Z",
  rupture: "M-5.5-5.5H5.5V5.5H-5.5Z",
  threat: "M-6.5-5.5H6.5L0 6.5Z",
  words: "M0-5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0-5.5Z",
  contact: "M-7-3H7V3H-7Z",
  conciliation: "M0-7 7 0 0 7-7 0Z",
};

/** The width of a glyph with the space beside it. */
export const GLYPH = 22;

/** A glyph around a point: filled if applied, hollow if noted, crossed if void. */
export function glyph(pen: Pen, kind: Kind, verdict: Verdict, x: number, y: number): string {
  const colour = pen.colour(kind);
  const shape = element("path", {
    transform: `translate(${round(x)} ${round(y)})`,
    d: SHAPES[kind],
    fill: verdict === "applied" ? colour : pen.colour("paper"),
    stroke: colour,
    "stroke-width": 1.8,
    "stroke-linejoin": "round",
  });
  if (verdict !== "void") return shape;
  const cross = `M${x - 8} ${y - 8}L${x + 8} ${y + 8}M${x - 8} ${y + 8}L${x + 8} ${y - 8}`;
  return shape + element("path", { d: cross, stroke: pen.colour("ink"), "stroke-width": 1.6 });
}

/** The sign of a dispute, ≠, as a drawing: not every font has it. It is 10 wide; its left end and base line are given. */
export function unequal(pen: Pen, x: number, y: number): string {
  const d = `M${x} ${y - 6}h9M${x} ${y - 2.5}h9M${x + 7} ${y - 9}L${x + 2} ${y + 0.5}`;
  return element("path", {
    d,
    stroke: pen.colour("ink"),
    "stroke-width": 1.5,
    fill: "none",
    "stroke-linecap": "round",
  });
}

/** The width of the sign of a dispute with the space before it. */
export const UNEQUAL = 15;
