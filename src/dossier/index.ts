/** The dossier: claims and disputes, casualties, commitments, contacts and scores, folded beside the chart. */
export { patchesBetween } from "./between.ts";
export { type Casualties, casualtiesOf, type Range, type Toll } from "./casualties.ts";
export { claimsOf, type Dispute, disputesIn } from "./claims.ts";
export { endsAgreements, fulfilled, overdueFrom } from "./commitments.ts";
export {
  type Commitment,
  type CommitmentStatus,
  type Dossier,
  EMPTY,
  type FiledClaim,
  type Score,
} from "./dossier.ts";
export type { DossierEntry } from "./entry.ts";
export { record, recordWithPatches, write } from "./record.ts";
export { HALF_LIFE, scoreAt } from "./scores.ts";
