/** What-ifs: named edits of the record, with what becomes of later events. */
import type { Edit, Policy } from "../history/index.ts";
import type { Place } from "./diagnostic.ts";
import type { Expectation, Invariant } from "./expectation.ts";

/** A named edit of the record. */
export interface WhatIf {
  readonly because?: string;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly expect: readonly Expectation[];
  readonly never: readonly Invariant[];
  /** Where its name stands in the file, and where each of its edits, expectations and invariants does. */
  readonly place: Place;
  readonly editPlaces: readonly Place[];
  readonly expectPlaces: readonly Place[];
  readonly neverPlaces: readonly Place[];
}
