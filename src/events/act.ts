/** What one row of the catalogue says: the columns, before any row. */
import type { FieldKind } from "./fields.ts";
import type { MeasureKind } from "./measures.ts";

/** The class of an act: what kind of thing a diplomat would say was done. */
export type ActClass =
  | "statement"
  | "protest"
  | "threat"
  | "display"
  | "force"
  | "rupture"
  | "posting"
  | "sanction"
  | "contact"
  | "conciliation"
  | "agreement"
  | "third-party"
  | "non-state"
  | "clock";

/**
 * Who may do an act: one party, both parties jointly, a third state or organisation, a non-state group, somebody who is
 * not known, the clock.
 */
export type Role = "party" | "both" | "third" | "non-state" | "unknown" | "clock";

/** Names of the conditions that an act needs to have effect; `src/machine/requirements.ts` says what each one demands. */
export type RequirementId =
  | "entitled-actor"
  | "mutual-consent"
  | "sending-state"
  | "receiving-state"
  | "relations-established"
  | "relations-severed"
  | "ambassador-in-post"
  | "in-ordinary-post"
  | "ambassador-away"
  | "mission-open"
  | "staff-abroad"
  | "mission-above-charge"
  | "accredited-or-expected"
  | "free-to-bar"
  | "host-consents"
  | "mission-closed"
  | "reopening-agreed"
  | "crisis-open"
  | "no-terms-pending";

/** PLOVER event type, mode and published score; null where PLOVER has no such thing. */
export interface Plover {
  readonly event: string;
  readonly mode: string | null;
  readonly score: number | null;
}

/** One act of the catalogue. */
export interface Act {
  readonly class: ActClass;
  /** A title of two to six words. */
  readonly label: string;
  /** One sentence that tells this act from its neighbours. */
  readonly definition: string;
  readonly by: readonly Role[];
  /** The act's own fields beside the envelope, each with its kind; a kind with ? may be left out. */
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly requires: readonly RequirementId[];
  /** Whose mission the act is about, seen from the actor; absent for acts that are not about a mission. */
  readonly mission?: "own" | "other";
  /** Measures that it begins, which stand until an act that ends their kind. */
  readonly begins?: MeasureKind;
  /** Measures of the actor that it ends: all of these kinds, or the one that its `of` names. */
  readonly ends?: readonly MeasureKind[];
  /** Version of the act's schema; older ones are lifted by an upcaster. */
  readonly version: number;
  /** CAMEO code (Schrodt 2012), null where CAMEO has none. */
  readonly cameo: string | null;
  /** Goldstein scale value of that code as published, -10 to +10; null where none was published. */
  readonly goldstein: number | null;
  readonly plover: Plover | null;
  /** Militarised interstate dispute action number (Correlates of War MID/MIE), null where it is none. */
  readonly mid: number | null;
  /** Article of the Vienna Convention on Diplomatic Relations 1961 or another treaty. */
  readonly article: string | null;
  /** The rule that the act may be held against. Whether it breaches that rule is for others to say. */
  readonly engages: string | null;
  /** Place on the ladder of diplomatic ruptures, 1 lowest; an ordinal of this project, not a published score. */
  readonly rung: number | null;
}

/** A row as written: what is null, absent or 1 by default may be left out. */
export type ActRow = Pick<Act, "class" | "label" | "definition"> & Partial<Act>;

/** Completes a row of the catalogue with the defaults: done by a party, by both or by a third state, no fields, no requirement, no code. */
export function act<const R extends ActRow>(row: R): Completed<R> {
  return { ...DEFAULTS, ...row };
}

type Completed<R> = Omit<typeof DEFAULTS, keyof R> & R;

const DEFAULTS = {
  by: ["party", "both", "third"],
  fields: {},
  requires: [],
  version: 1,
  cameo: null,
  goldstein: null,
  plover: null,
  mid: null,
  article: null,
  engages: null,
  rung: null,
} as const satisfies Omit<Act, "class" | "label" | "definition" | "mission" | "begins" | "ends">;

/** Shorthand for a PLOVER triple. */
export function plover(event: string, mode: string | null, score: number | null): Plover {
  return { event, mode, score };
}
