/** Contracts: what a file claims of whole histories, not of one moment. */
import type { Pattern } from "../machine/index.ts";
import type { Between } from "./web.ts";

/** A claim about every moment of a history. `P` is how its patterns name the parties: by side, but for a file being read. */
export type Contract<P = Pattern> = Invariant<P> | Response<P>;

/** A pattern that holds at no moment, or at every one. */
export interface Invariant<P = Pattern> extends Between {
  readonly kind: "never" | "always";
  readonly name: string;
  readonly pattern: P;
}

/** Whenever one pattern begins to hold, another holds at some moment within a time. */
export interface Response<P = Pattern> extends Between {
  readonly kind: "leads-to";
  readonly name: string;
  readonly from: P;
  readonly to: P;
  /** In minutes; the last of them is still in time. */
  readonly within: number;
}
