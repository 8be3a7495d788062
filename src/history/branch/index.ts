/** Branches: edits of the record, what becomes of later events, and what differs. The record itself never changes. */
export {
  type Branch,
  beginningOf,
  branch,
  eventsOf,
  historyOf,
  isEditProblem,
  mainLine,
  type Scope,
} from "./branch.ts";
export { type Change, carryOut, type Edited } from "./carry-out.ts";
export {
  type CommitmentPair,
  type ComparedDay,
  type Comparison,
  compare,
  type Divergence,
  differenceBetween,
  type MomentDifference,
  type Pair,
} from "./compare.ts";
export { coneOf, type Reached } from "./consequences.ts";
export { digestOf } from "./digest.ts";
export { type Doubt, type DoubtCode, doubtsOf, doubtTexts, type WhatIfEdits } from "./doubts.ts";
export {
  type Add,
  type Drop,
  type Edit,
  editedId,
  editText,
  type Move,
  type Policy,
  type Replace,
  type Slot,
  type Swap,
} from "./edit.ts";
export type { Fault, FaultCode } from "./faults.ts";
export { cutBehind, type Handover, handover, pendingOf, unedited } from "./handover.ts";
export { inverse } from "./invert.ts";
export { type Conflict, keysThatDiffer, type Rebased, rebase } from "./rebase.ts";
export { edit, fork, redo, undo, type Workbench, workbench } from "./workbench.ts";
