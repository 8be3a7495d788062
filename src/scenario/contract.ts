/** Contracts: what a file claims of whole histories, not of one moment. */
import type { Pattern } from "../machine/index.ts";

/** A claim about every moment of a history. */
export type Contract = Invariant | Response;

/** A pattern that holds at no moment, or at every one. */
export interface Invariant {
  readonly kind: "never" | "always";
  readonly name: string;
  readonly pattern: Pattern;
}

/** Whenever one pattern begins to hold, another holds at some moment within a time. */
export interface Response {
  readonly kind: "leads-to";
  readonly name: string;
  readonly from: Pattern;
  readonly to: Pattern;
  /** In minutes; the last of them is still in time. */
  readonly within: number;
}
