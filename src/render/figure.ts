/** Figures as data, which Mermaid and DOT draw. */

/** An event of a timeline. */
export interface FigureEvent {
  readonly id: string;
  readonly day: string;
  readonly what: string;
  readonly who: string;
  /** The colour of its box, and the lines around it in DOT's words. */
  readonly fill: string;
  readonly border: string;
  /** The ids of the events that it came of. */
  readonly because: readonly string[];
}

/** A timeline: its events in order, by stretches. */
export interface TimelineFigure {
  readonly title: string;
  readonly stretches: readonly { readonly caption: string; readonly events: readonly FigureEvent[] }[];
}

/** A point of a branch. */
export interface Commit {
  readonly text: string;
  readonly marked: boolean;
}

/** Branches of one trunk, each with how many points of the trunk come before it beside the first. */
export interface BranchesFigure {
  readonly trunk: readonly Commit[];
  readonly branches: readonly { readonly name: string; readonly after: number; readonly commits: readonly Commit[] }[];
}
