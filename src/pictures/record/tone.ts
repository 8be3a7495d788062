/** Tones: how strongly an event is drawn, and what became of it in a branch. */
import type { ReplayView } from "../../views/index.ts";
import type { Sheet } from "../picture.ts";
import { element, round } from "../svg.ts";
import type { Fate } from "../words/index.ts";
import type { Mark } from "./marks.ts";
import type { Stretch } from "./stretches.ts";

/** Plain or faint; or its fate in a branch. */
export type Tone = "plain" | "faint" | Fate;

/** The tone of each event. */
export type ToneOf = (mark: Mark) => Tone;

/** What a record is drawn from. */
export interface RecordData {
  readonly telling: ReplayView;
  readonly marks: readonly Mark[];
  readonly stretches: readonly Stretch[];
  readonly chosen: string | undefined;
  readonly toneOf: ToneOf;
}

/** How strongly each tone is drawn. */
export const opacities: Readonly<Record<Tone, number>> = {
  plain: 1,
  faint: 0.35,
  dropped: 0.6,
  orphaned: 0.5,
  reopened: 1,
  left: 0.4,
  added: 1,
};

/** A line of an event's words, through which a stroke can be drawn. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Draws over an event: a red line if dropped, dashes if it lost a cause, a line under it if added, dots under it if reopened. */
export function toneOver(sheet: Sheet, tone: Tone, strokes: readonly Stroke[]): string {
  const [force, soft, stroke] = [sheet.colour("force"), sheet.colour("soft"), sheet.colour("ink")];
  if (tone === "dropped") return drawStrokes(strokes, { stroke: force, "stroke-width": 2.4 });
  if (tone === "orphaned")
    return drawStrokes(strokes, { stroke: soft, "stroke-width": 1.4, "stroke-dasharray": "4 3" });
  if (tone === "added") return drawStrokes(strokes.map(underline), { stroke, "stroke-width": 1.6 });
  if (tone !== "reopened") return "";
  const dots = { "stroke-width": 1.8, "stroke-dasharray": "0.1 4", "stroke-linecap": "round" };
  return drawStrokes(strokes.map(underline), { stroke, ...dots });
}

function underline(stroke: Stroke): Stroke {
  return { ...stroke, from: stroke.from + 1, y: stroke.y + 7.5 };
}

function drawStrokes(strokes: readonly Stroke[], look: Readonly<Record<string, string | number>>): string {
  const d = strokes.map(({ from, to, y }) => `M${round(from)} ${round(y)}H${round(to)}`).join("");
  return d === "" ? "" : element("path", { d, fill: "none", class: "fate", ...look });
}
