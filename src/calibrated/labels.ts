/** What can come next between two states in a confrontation: nothing more, or an event by whom and how hostile. */

/** Whose the next event is: the side's that acted last, the other's, or both sides' at once. */
export type NextTurn = "same" | "other" | "both";

/** A label: the end, or whose the next event is and its level of hostility (2 threat, 3 display, 4 force, 5 war). */
export interface NextLabel {
  readonly turn: NextTurn | "end";
  readonly level: 0 | 2 | 3 | 4 | 5;
}

/** Every label, in the order of a model's chances. */
export const labels: readonly NextLabel[] = [
  { turn: "end", level: 0 },
  { turn: "same", level: 2 },
  { turn: "same", level: 3 },
  { turn: "same", level: 4 },
  { turn: "other", level: 2 },
  { turn: "other", level: 3 },
  { turn: "other", level: 4 },
  { turn: "both", level: 4 },
  { turn: "both", level: 5 },
];

/** The place of the end among the labels. */
export const END = 0;

/** An event between two states, as a model sees it. */
export interface Happening {
  /** 0 and 1 are the two sides; 2 is both at once: a clash or a battle. */
  readonly by: 0 | 1 | 2;
  /** The number of the action in the codebook of Militarized Interstate Events. */
  readonly action: number;
  readonly level: number;
  /** Days from any day on, undefined where the day is not known. */
  readonly day: number | undefined;
  readonly year: number;
}

/** The place of the label of an event that follows another. What a side begins a war by counts as force. */
export function labelBetween(before: Happening, next: Happening): number {
  if (next.by === 2) return next.level === 5 ? 8 : 7;
  const level = Math.min(4, Math.max(2, next.level));
  return (next.by === before.by ? 1 : 4) + level - 2;
}
