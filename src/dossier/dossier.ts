/** The dossier: what is folded beside the chart. Plain data; {@link record} is the only way to change it. */

import type { ActId, Claim, MeasureKind } from "../events/index.ts";
import { frozen } from "../problem/index.ts";

/** A claim with the event it is about. */
export type FiledClaim = Claim & { readonly event: string };

/** How a commitment ended, or that it has not yet. */
export type CommitmentStatus = "pending" | "kept" | "kept late" | "suspended" | "lapsed";

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
  /** Whether the agreement it comes from is a truce. */
  readonly truce?: true;
  /** The event that suspended it, or that resumed what was suspended. */
  readonly changedBy?: string;
  /** Set on what lapsed and by that threw the parties back to talks, as long as no force was used since. */
  readonly settles?: true;
}

/** A number, or the lowest and the highest that it may be. */
export type Count = number | readonly [number, number];

/** Something that stands: an act began it, and it lasts until it is ended. */
export interface StandingMeasure {
  readonly kind: MeasureKind;
  /** The party whose measure it is. */
  readonly by: string;
  /** The minute since when it stands. */
  readonly since: number;
  /** The event that began it. */
  readonly event: string;
  /** What the event that began it meant: the agreement that was suspended. */
  readonly of?: string;
  /** How many persons are held, as far as that is known. */
  readonly count?: Count;
  /** Its last day, of what is known to have lasted until then. */
  readonly until?: string;
  /** The event that ends it, of which the clock tells: of a war an agreement, of a cap on staff a severance. */
  readonly endedBy?: string;
}

/** A deadline that has not passed yet: of an ultimatum, an expulsion, a cap, a severance. */
export interface Deadline {
  readonly event: string;
  readonly act: ActId;
  readonly by: string;
  readonly at: string;
}

/** A truce, and who broke it by force. */
export interface Truce {
  readonly event: string;
  readonly brokenBy?: { readonly event: string; readonly by: readonly string[] };
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
  readonly commitments: {
    readonly open: readonly Commitment[];
    /** Suspended by a party, and not owed meanwhile. */
    readonly suspended: readonly Commitment[];
    /** Not carried out in time; it can still be kept late. */
    readonly lapsed: readonly Commitment[];
    readonly ended: readonly Commitment[];
  };
  /** What stands, in the order in which it began. */
  readonly measures: readonly StandingMeasure[];
  readonly deadlines: readonly Deadline[];
  /** Every truce there was, the last one last. */
  readonly truces: readonly Truce[];
  /** Direct contacts between the parties: how many, and the last one. */
  readonly contacts: { readonly count: number; readonly last: string | null };
  /** Scores of what party a did towards b, and b towards a. */
  readonly scores: { readonly aToB: Score; readonly bToA: Score };
}

const NONE = { goldstein: 0, plover: 0 };
const NOTHING: Score = { ...NONE, decayed: NONE, asOf: 0, acts: 0, unscored: 0 };

/** A dossier in which nothing is but what stands already. */
export function dossierOf(standing: readonly StandingMeasure[]): Dossier {
  return standing.length === 0 ? EMPTY : { ...EMPTY, measures: standing };
}

/** A dossier with nothing in it. */
export const EMPTY: Dossier = {
  claims: {},
  commitments: { open: [], suspended: [], lapsed: [], ended: [] },
  measures: [],
  deadlines: [],
  truces: [],
  contacts: { count: 0, last: null },
  scores: { aToB: NOTHING, bToA: NOTHING },
};
frozen(EMPTY);
