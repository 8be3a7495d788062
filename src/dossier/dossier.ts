/** The dossier: what is folded beside the chart. Plain data; {@link record} is the only way to change it. */
import type { ActId, Claim } from "../events/index.ts";

/** A claim with the event it is about. */
export type FiledClaim = Claim & { readonly event: string };

/** How a commitment ended, or that it has not yet. */
export type CommitmentStatus = "pending" | "kept" | "broken" | "lapsed";

/** One thing that was agreed and is owed. */
export interface Commitment {
  readonly id: string;
  /** The agreement it comes from. */
  readonly event: string;
  readonly act: ActId | string;
  /** The code of the party that owes it, or both. */
  readonly by: string;
  /** Last day or minute in time, as it was written; absent when none was agreed. */
  readonly before?: string;
  /** The parties that have done their part. */
  readonly doneBy: readonly string[];
  readonly status: CommitmentStatus;
  /** The event that ended it, or carried it out. */
  readonly endedBy?: string;
}

/** Sums of published scores of acts in one direction. */
export interface Score {
  readonly goldstein: number;
  readonly plover: number;
  /** The same with every act's share halved each half-life. As of the minute `asOf`. */
  readonly decayed: { readonly goldstein: number; readonly plover: number };
  readonly asOf: number;
  /** How many acts counted; how many had no published Goldstein value. */
  readonly acts: number;
  readonly unscored: number;
}

/** What is known and owed beside the situation. */
export interface Dossier {
  /** Claims by the month of the event they are about, in the order of the record: few keys, and short lists, to copy. */
  readonly claims: { readonly [month: string]: readonly FiledClaim[] };
  readonly commitments: { readonly open: readonly Commitment[]; readonly ended: readonly Commitment[] };
  /** Direct contacts between the parties: how many, and the last one. */
  readonly contacts: { readonly count: number; readonly last: string | null };
  /** Scores of what party a did towards b, and b towards a. */
  readonly scores: { readonly aToB: Score; readonly bToA: Score };
}

const NOTHING: Score = {
  goldstein: 0,
  plover: 0,
  decayed: { goldstein: 0, plover: 0 },
  asOf: 0,
  acts: 0,
  unscored: 0,
};

/** A dossier with nothing in it. */
export const EMPTY: Dossier = {
  claims: {},
  commitments: { open: [], ended: [] },
  contacts: { count: 0, last: null },
  scores: { aToB: NOTHING, bToA: NOTHING },
};
