/** The key of a record: the shapes and signs that occur in it. */

import type { ReplayView } from "../../views/index.ts";
import { type Drawn, flow, type Item } from "../content.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import type { Sheet } from "../picture.ts";
import { element, SMALL, textAt } from "../svg.ts";
import { courseToken } from "../tokens.ts";
import type { Kind } from "../words/index.ts";
import { glyph, unequal } from "./glyph.ts";
import type { Mark } from "./marks.ts";
import type { Stretch } from "./stretches.ts";

const KINDS: readonly Kind[] = ["force", "rupture", "threat", "words", "contact", "conciliation"];

/** The room for a key, and what it shows. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Whether the key has courses, too. */
  readonly courses?: boolean;
  /** Whether severed relations are dashed and not hatched. */
  readonly dashed?: boolean;
}

/** Draws the key, its first base line at `y`. */
export function legend(
  sheet: Sheet,
  marks: readonly Mark[],
  stretches: readonly Stretch[],
  telling: Pick<ReplayView, "scenario">,
  box: Box,
): Drawn {
  const { say } = sheet;
  const occurs = (test: (mark: Mark) => boolean): boolean => marks.some(test);
  const items: readonly Item[] = [
    ...(box.courses === true ? courseItems(sheet, stretches, box) : []),
    ...KINDS.filter((kind) => occurs((mark) => mark.kind === kind)).map((kind) =>
      item(sheet, say.kinds[kind], box, (x, y) => glyph(sheet, kind, "applied", x + 8, y - 4)),
    ),
    ...(occurs(({ verdict }) => verdict === "applied") ? [item(sheet, say.filled, box)] : []),
    ...(occurs(({ verdict }) => verdict === "noted") ? [item(sheet, say.hollow, box)] : []),
    ...(occurs(({ verdict }) => verdict === "void") ? [item(sheet, say.crossed, box)] : []),
    ...(occurs(({ disputed }) => disputed) ? [item(sheet, say.disputed, box, (x, y) => unequal(sheet, x + 4, y))] : []),
    ...(stretches.some(({ severed }) => severed) &&
    !(box.courses === true && stretches.some(({ course }) => course === "severed"))
      ? [item(sheet, say.severed, box, (x, y) => severedSign(sheet, box, x, y))]
      : []),
    ...measureItems(sheet, stretches, telling, box),
    ...(marks.some(({ day }, k) => marks[k - 1]?.day === day) ? [item(sheet, say.orderWithinDay, box)] : []),
  ];
  return flow(items, box.left, box.right, box.y);
}

/** Stretches for a picture that does not draw measures. */
export function dropMeasures(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.map((one) => ({ ...one, measuresA: false, measuresB: false }));
}

/** The courses that occur. On a scale true to time a short one has no room for its word. */
function courseItems(sheet: Sheet, stretches: readonly Stretch[], box: Box): readonly Item[] {
  return [...new Set(stretches.map(({ course }) => course))].map((course) =>
    item(sheet, sheet.say.courses[course], box, (x, y) => {
      if (course === "severed") return severedSign(sheet, box, x, y);
      return square(x, y, sheet.colour(courseToken(course)));
    }),
  );
}

function square(x: number, y: number, fill: string): string {
  return element("rect", { x: x + 1, y: y - 10, width: 14, height: 12, rx: 1.5, fill });
}

/** How severed relations are drawn: hatched in a band, dashes between states. */
function severedSign(sheet: Sheet, { dashed = false }: Box, x: number, y: number): string {
  const stroke = sheet.colour(courseToken("severed"));
  if (!dashed) return square(x, y, stroke) + square(x, y, `url(#${sheet.id("severed")})`);
  const line = { d: `M${x + 1} ${y - 4}h14`, fill: "none" };
  return (
    element("path", { ...line, stroke: sheet.colour("soft"), "stroke-width": 6 }) +
    element("path", { ...line, stroke, "stroke-width": 4.6, "stroke-dasharray": "5 4" })
  );
}

function measureItems(
  sheet: Sheet,
  stretches: readonly Stretch[],
  telling: Pick<ReplayView, "scenario">,
  box: Box,
): readonly Item[] {
  const measureItem = (party: "a" | "b"): Item =>
    item(sheet, sheet.say.measuresOf(nameIn(telling, telling.scenario.dyad[party])), box, (x, y) =>
      element("rect", { x: x + 1, y: y - 5.5, width: 14, height: 3, fill: sheet.colour(party) }),
    );
  return [
    ...(stretches.some(({ measuresA }) => measuresA) ? [measureItem("a")] : []),
    ...(stretches.some(({ measuresB }) => measuresB) ? [measureItem("b")] : []),
  ];
}

/** An item of a key: a sign, and its meaning at `indent` to the right. */
export function item(
  sheet: Sheet,
  wanted: string,
  { left, right }: Pick<Box, "left" | "right">,
  sign?: (x: number, y: number) => string,
  indent: number = sign === undefined ? 0 : 20,
): Item {
  const text = cut(wanted, right - left - indent, SMALL);
  return {
    width: indent + measure(text, SMALL.size),
    draw: (x, y) => (sign?.(x, y) ?? "") + textAt(sheet, { x: x + indent, y, text, ...SMALL }),
  };
}
