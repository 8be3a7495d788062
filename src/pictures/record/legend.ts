/** The key of a record: the shapes and signs that occur in it. */

import type { Telling } from "../../views/index.ts";
import { flow, type Item } from "../flow.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import type { Sheet } from "../picture.ts";
import { element, textAt } from "../svg.ts";
import type { Kind } from "../words/index.ts";
import { courseTokens } from "./band.ts";
import { glyph, unequal } from "./glyph.ts";
import type { Mark } from "./marks.ts";
import type { Stretch } from "./stretches.ts";

const KINDS: readonly Kind[] = ["force", "rupture", "threat", "words", "contact", "conciliation"];
const SIZE = 12;

/** Where a key has room. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Whether courses are told, too. */
  readonly courses?: boolean;
  /** Whether severed relations are lines of dashes, and not hatched. */
  readonly dashed?: boolean;
}

/** Draws the key, its first base line at `y`. */
export function legend(
  sheet: Sheet,
  marks: readonly Mark[],
  stretches: readonly Stretch[],
  telling: Pick<Telling, "scenario">,
  box: Box,
): { readonly svg: string; readonly height: number } {
  const { say } = sheet;
  const has = (test: (mark: Mark) => boolean): boolean => marks.some(test);
  const items: readonly Item[] = [
    ...(box.courses === true ? courseItems(sheet, stretches, box) : []),
    ...KINDS.filter((kind) => has((mark) => mark.kind === kind)).map((kind) =>
      item(sheet, say.kinds[kind], box, (x, y) => glyph(sheet, kind, "applied", x + 8, y - 4)),
    ),
    ...(has(({ verdict }) => verdict === "applied") ? [item(sheet, say.filled, box)] : []),
    ...(has(({ verdict }) => verdict === "noted") ? [item(sheet, say.hollow, box)] : []),
    ...(has(({ verdict }) => verdict === "void") ? [item(sheet, say.crossed, box)] : []),
    ...(has(({ disputed }) => disputed) ? [item(sheet, say.disputed, box, (x, y) => unequal(sheet, x + 4, y))] : []),
    ...(stretches.some(({ severed }) => severed) &&
    !(box.courses === true && stretches.some(({ course }) => course === "severed"))
      ? [item(sheet, say.severed, box, (x, y) => severedSign(sheet, box, x, y))]
      : []),
    ...measureItems(sheet, stretches, telling, box),
    ...(marks.some(({ day }, k) => marks[k - 1]?.day === day) ? [item(sheet, say.orderWithinDay, box)] : []),
  ];
  return flow(items, box.left, box.right, box.y);
}

/** The courses that occur: on a scale true to time a short one has no room for its word. */
function courseItems(sheet: Sheet, stretches: readonly Stretch[], box: Box): readonly Item[] {
  return [...new Set(stretches.map(({ course }) => course))].map((course) =>
    item(sheet, sheet.say.courses[course], box, (x, y) => {
      if (course === "severed") return severedSign(sheet, box, x, y);
      return square(x, y, sheet.colour(courseTokens(course).fill));
    }),
  );
}

function square(x: number, y: number, fill: string): string {
  return element("rect", { x: x + 1, y: y - 10, width: 14, height: 12, rx: 1.5, fill });
}

/** How severed relations are drawn: hatched in a band, dashes between states. */
function severedSign(sheet: Sheet, { dashed = false }: Box, x: number, y: number): string {
  const stroke = sheet.colour(courseTokens("severed").fill);
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
  telling: Pick<Telling, "scenario">,
  box: Box,
): readonly Item[] {
  const { a, b } = telling.scenario.dyad;
  const of = (party: "a" | "b", code: string): Item =>
    item(sheet, sheet.say.measuresOf(nameIn(telling, code)), box, (x, y) =>
      element("rect", { x: x + 1, y: y - 5.5, width: 14, height: 3, fill: sheet.colour(party) }),
    );
  return [
    ...(stretches.some(({ measuresA }) => measuresA) ? [of("a", a)] : []),
    ...(stretches.some(({ measuresB }) => measuresB) ? [of("b", b)] : []),
  ];
}

function item(
  sheet: Sheet,
  wanted: string,
  { left, right }: { readonly left: number; readonly right: number },
  sign?: (x: number, y: number) => string,
): Item {
  const indent = sign === undefined ? 0 : 20;
  const text = cut(wanted, right - left - indent, { size: SIZE });
  return {
    width: indent + measure(text, SIZE),
    draw: (x, y) => (sign?.(x, y) ?? "") + textAt(sheet, { x: x + indent, y, text, size: SIZE, fill: "soft" }),
  };
}
