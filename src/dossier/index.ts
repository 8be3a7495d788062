/** The dossier: claims and disputes, casualties, commitments, contacts and scores, folded beside the chart. */

export {
  type Casualties,
  casualtiesOf,
  type Figure,
  type Figures,
  figures,
  isCount,
  isWhole,
  type Range,
  type Toll,
} from "./casualties.ts";
export { claimsIn, claimsOf, type Dispute, disputesIn } from "./claims.ts";
export { fulfilled, outstandingAfter, overdueFrom } from "./commitments.ts";
export {
  type Commitment,
  type CommitmentStatus,
  type Deadline,
  type Dossier,
  dossierOf,
  EMPTY,
  type FiledClaim,
  type Score,
  type StandingMeasure,
  type Truce,
} from "./dossier.ts";
export type { DossierEntry } from "./entry.ts";
export { isHeld, overFrom, seenIn } from "./measures.ts";
export { patchesBetween } from "./patches-between.ts";
export { record, recordWithPatches, type Unfinished, unfinishedAfter, write } from "./record.ts";
export { HALF_LIFE, scoreAt } from "./scores.ts";
