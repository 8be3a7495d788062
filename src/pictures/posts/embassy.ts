/** An embassy as a drawing: a house, a flag on its pole, and the head of the mission. */
import type { Situation } from "../../machine/index.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import type { Sheet } from "../picture.ts";
import { element, SMALL, textAt } from "../svg.ts";

type Party = "a" | "b";

/** Draws an embassy on the ground at `y`. It takes 160 of the width; words beside it take the rest. */
export function embassy(
  sheet: Sheet,
  party: Party,
  code: string,
  state: Situation["missionA"],
  x: number,
  y: number,
  width: number,
): string {
  const isClosed = state === "closed";
  const wide = Math.min(width, 240);
  const ground = element("rect", { x, y, width: wide, height: 3, rx: 1.5, fill: sheet.colour("line") });
  const house = houseAt(sheet, x + 8, y, isClosed);
  const flag = flagAt(sheet, party, code, x + 78, y, isClosed);
  return element("g", {}, ground, house, flag, isClosed ? "" : headAt(sheet, party, state, x + 132, y, x + wide));
}

/** Gable, columns and steps. A closed embassy is boarded up. */
function houseAt(sheet: Sheet, x: number, y: number, closed: boolean): string {
  const stroke = { stroke: sheet.colour("soft"), "stroke-width": 1.8, "stroke-linejoin": "round" };
  const gable = element("path", {
    d: `M${x} ${y - 44}L${x + 30} ${y - 62}L${x + 60} ${y - 44}Z`,
    fill: sheet.colour("panel"),
    ...stroke,
  });
  const wall = element("rect", { x: x + 4, y: y - 44, width: 52, height: 38, fill: sheet.colour("panel"), ...stroke });
  const steps = element("rect", { x, y: y - 6, width: 60, height: 6, fill: sheet.colour("soft") });
  const columns = [10, 21, 36, 47].map((dx) =>
    element("path", { d: `M${x + dx + 1.5} ${y - 42}V${y - 8}`, ...stroke, "stroke-width": 2.4 }),
  );
  const door = element("rect", {
    x: x + 25.5,
    y: y - 26,
    width: 9,
    height: 20,
    fill: sheet.colour(closed ? "soft" : "paper"),
    ...stroke,
    "stroke-width": 1.2,
  });
  const boards = closed
    ? element("path", {
        d: `M${x + 6} ${y - 40}L${x + 54} ${y - 8}M${x + 54} ${y - 40}L${x + 6} ${y - 8}`,
        stroke: sheet.colour("ink"),
        "stroke-width": 2.4,
      })
    : "";
  return gable + wall + columns.join("") + door + steps + boards;
}

/** The pennant at the top of its pole, or lowered. */
function flagAt(sheet: Sheet, party: Party, code: string, x: number, y: number, lowered: boolean): string {
  const top = lowered ? y - 34 : y - 76;
  const letters = cut(code, 36, { size: 12, weight: 600 });
  const width = Math.max(34, measure(letters, 12, 600) + 12);
  const pole = element("rect", { x, y: y - 78, width: 2.5, height: 78, rx: 1, fill: sheet.colour("soft") });
  const cloth = element("path", {
    d: `M${x + 2.5} ${top}h${width}l-5 11l5 11h${-width}Z`,
    fill: lowered ? sheet.colour("paper") : sheet.colour(party),
    stroke: sheet.colour(party),
    "stroke-width": 1.5,
    "stroke-dasharray": lowered ? "3 2" : undefined,
  });
  const looks = { size: 12, weight: 600, fill: lowered ? party : "pennant" } as const;
  return pole + cloth + textAt(sheet, { x: x + 6.5, y: top + 15.5, text: letters, ...looks });
}

/** The head of the mission: solid in post, dashed when away, small for a chargé; with the reason for being away. */
function headAt(sheet: Sheet, party: Party, state: Situation["missionA"], x: number, y: number, right: number): string {
  const isAway = state === "recalled" || state === "barred" || state === "expelled";
  const colour = sheet.colour(party);
  const scale = state === "charge" ? 0.72 : 1;
  const look = {
    fill: isAway ? sheet.colour("paper") : colour,
    stroke: colour,
    "stroke-width": 2,
    "stroke-dasharray": isAway ? "3.5 3" : undefined,
  };
  const figure =
    element("circle", { cx: x, cy: y - 36 * scale, r: 8 * scale, ...look }) +
    element("path", {
      d: `M${x - 14 * scale} ${y}v${-8 * scale}a${14 * scale} ${16 * scale} 0 0 1 ${28 * scale} 0v${8 * scale}Z`,
      ...look,
    });
  if (!isAway) return figure;
  const { say } = sheet;
  const word = state === "recalled" ? say.home : say.doorShut;
  const text = cut(word, right - x - 24, { size: 12 });
  const label = textAt(sheet, { x: x + 24, y: y - 38, text, ...SMALL });
  const arrow = element("path", {
    d: `M${x + 24} ${y - 22}h34m-7 -5l7 5l-7 5`,
    fill: "none",
    stroke: colour,
    "stroke-width": 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  const door = element("path", {
    d: `M${x + 28} ${y - 4}v-26h15v26Z`,
    fill: sheet.colour("panel"),
    stroke: sheet.colour("ink"),
    "stroke-width": 2,
  });
  const knob = element("circle", { cx: x + 39, cy: y - 16, r: 1.6, fill: sheet.colour("ink") });
  // For an expelled ambassador the door is crossed out.
  const cross =
    state === "expelled"
      ? element("path", { d: `M${x + 25} ${y - 1}l21 -32`, stroke: sheet.colour("force"), "stroke-width": 2.4 })
      : "";
  return figure + label + (state === "recalled" ? arrow : door + knob + cross);
}
