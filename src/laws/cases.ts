/** Cases: what laws of histories, branches and futures are held against, drawn at random or given. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Setup } from "../futures/index.ts";
import type { Beginning, Branch, Edit, History, Policy } from "../history/index.ts";

/** A history with all that it was folded from. */
export interface Account {
  /** Without those of the clock. */
  readonly events: readonly DiplomaticEvent[];
  readonly beginning: Beginning & { readonly from: number };
  /** The minute up to which the clock ran; absent where it stopped with the last event. */
  readonly until?: number;
  readonly history: History;
  /** A number by which a law chooses what it leaves open: where to cut, by how many days to shift. */
  readonly choice: number;
}

/** A branch with all that it was made from. */
export interface Made {
  readonly parent: Branch;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly branch: Branch;
  readonly choice: number;
}

/** A future to be simulated. */
export interface Simulated {
  readonly setup: Setup;
  readonly seed: number;
  readonly run: number;
  readonly choice: number;
}
