/** What a code of CAMEO means in the catalogue of acts: one act, one that stands for several, or none. */
import type { ActId } from "../../events/index.ts";

export interface Meaning {
  /** The label of the code book (Schrodt 2012). */
  readonly label: string;
  /** Null where the catalogue has no such act, and needs none. */
  readonly act: ActId | null;
  /** The code says less than the act: it stands for several, all of which move the chart as it does, or less. */
  readonly coarse: boolean;
  /** What only both do together. */
  readonly joint: boolean;
  /** The code tells of the other's act: who hosts a visit is visited. */
  readonly mirrored: boolean;
  /** What the act does not say. */
  readonly note?: string;
}

const PLAIN = { coarse: false, joint: false, mirrored: false };

/** A code that means one act. */
export function means(label: string, act: ActId, more: Partial<Pick<Meaning, "joint" | "mirrored">> = {}): Meaning {
  return { label, act, ...PLAIN, ...more };
}

/** A code that stands for several. */
export function coarse(label: string, act: ActId, note: string, joint = false): Meaning {
  return { label, act, ...PLAIN, coarse: true, joint, note };
}

/** A code that means none, and why. */
export function none(label: string, note: string): Meaning {
  return { label, act: null, ...PLAIN, note };
}
