/** Drawing an event: its glyph, its words, and a group by which a page finds it. */
import { dateText } from "../dates.ts";
import { measure } from "../font/measure.ts";
import type { Sheet } from "../picture.ts";
import { element, textAt, titleElement } from "../svg.ts";
import { type Entry, LABEL, LINE, weightOf } from "./cells.ts";
import { GLYPH, glyph, UNEQUAL, unequal } from "./glyph.ts";
import type { Mark } from "./marks.ts";
import { opacities, type Stroke, type Tone, toneOver } from "./tone.ts";

/** The place of a drawn mark, for arrows. */
export interface Spot {
  /** The middle of the glyph. */
  readonly x: number;
  readonly y: number;
  /** Where its words end. */
  readonly end: number;
}

/** Draws an entry of a cell: an event, or how many more there are. `x` is the middle of its glyph, `y` the cell's top. */
export function drawEntry(sheet: Sheet, entry: Entry, x: number, y: number, tone: Tone): string {
  const { mark, lines, hidden } = entry;
  if (mark === undefined) return drawMore(sheet, hidden, x, y + 11);
  const weight = weightOf(mark);
  const left = x + GLYPH / 2 + 3;
  const base = y + 11;
  const looks = { x: left, size: LABEL, weight, halo: mark.lane === "middle" ? "panel" : "paper" } as const;
  const text = lines.map((line, k) => textAt(sheet, { y: base + k * LINE, text: line, ...looks }));
  const end = left + measure(lines.at(-1) ?? "", LABEL, weight);
  const sign = mark.disputed ? unequal(sheet, end + UNEQUAL - 10, base + (lines.length - 1) * LINE) : "";
  const strokes = lines.map((line, k): Stroke => {
    const to = left + measure(line, LABEL, weight) + 2;
    return { from: k === 0 ? x - 9 : left, to, y: base - 4.5 + k * LINE };
  });
  return group(sheet, mark, tone, glyph(sheet, mark.kind, mark.verdict, x, base - 4.5) + text.join("") + sign, strokes);
}

/** The group of an event: its id, what it is, and a sentence for the pointer. */
export function group(sheet: Sheet, mark: Mark, tone: Tone, drawn: string, strokes: readonly Stroke[]): string {
  const { id, kind, verdict } = mark;
  const fate = tone === "plain" || tone === "faint" ? undefined : tone;
  const data = { "data-event": id, "data-kind": kind, "data-verdict": verdict, "data-fate": fate };
  const attributes = { class: "event", ...data };
  const toneMarks = toneOver(sheet, tone, strokes);
  const opacity = opacities[tone] === 1 ? undefined : opacities[tone];
  // What is drawn over it stays fully visible.
  const back = toneMarks === "" ? { ...attributes, opacity } : attributes;
  const inside = toneMarks === "" || opacity === undefined ? drawn : element("g", { opacity }, drawn);
  return element("g", back, titleElement(sentenceOf(sheet, mark)), inside, toneMarks);
}

/** Who did what when, and what the law says about it. */
export function sentenceOf({ say }: Pick<Sheet, "say">, mark: Mark): string {
  const date = dateText(mark.minute, say, { weekday: true, year: true });
  return `${date}. ${mark.whole}${say.colon}${say[mark.verdict]}${mark.disputed ? `; ${say.disputed}` : ""}.`;
}

/** `+3`, with what is not shown in its title. */
export function drawMore(sheet: Sheet, hidden: readonly Mark[], x: number, base: number): string {
  const attributes = { class: "more", "data-events": hidden.map(({ id }) => id).join(" ") };
  const text = sheet.say.more(hidden.length);
  const count = textAt(sheet, { x: x - 7, y: base, text, size: LABEL, weight: 600, fill: "soft" });
  return element("g", attributes, titleElement(hidden.map((mark) => sentenceOf(sheet, mark)).join("\n")), count);
}
