/** What-ifs: named edits of the record, with what becomes of later events. */
import type { Edit, Policy } from "../history/index.ts";
import type { Contract } from "./contract.ts";
import type { Expectation, OutcomeExpectation } from "./expectation.ts";

/** A named edit of the record. */
export interface WhatIf {
  readonly because?: string;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly expect: readonly Expectation[];
  /** What its futures are expected to come to; only with `then: model`. */
  readonly expectOutcomes: readonly OutcomeExpectation[];
  /** Its own, beside those of the file. */
  readonly contracts: readonly Contract[];
  /** Names of contracts of the file that it breaks, and is meant to. */
  readonly breaks: readonly string[];
}
