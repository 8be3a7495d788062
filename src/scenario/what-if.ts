/** What-ifs: named edits of the record, with what becomes of later events. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Expectation, Invariant } from "./expectation.ts";

/** One edit of the record. Events are whole: a replacement is what the edited event becomes. */
export type Edit =
  | { readonly kind: "drop"; readonly id: string }
  | { readonly kind: "add"; readonly event: DiplomaticEvent }
  | { readonly kind: "move"; readonly id: string; readonly to: string }
  | { readonly kind: "replace"; readonly id: string; readonly event: DiplomaticEvent }
  /** The parties exchange roles from this event on. */
  | { readonly kind: "swap"; readonly id: string };

/** What becomes of the events after the first edit. */
export type Policy = "keep" | "prune" | "model" | "stop";

/** A named edit of the record. */
export interface WhatIf {
  readonly because?: string;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly expect: readonly Expectation[];
  readonly never: readonly Invariant[];
}
