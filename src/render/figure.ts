/** Figures as data, which Mermaid draws. */

/** An event of a timeline. */
export interface FigureEvent {
  readonly day: string;
  readonly what: string;
  readonly who: string;
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
