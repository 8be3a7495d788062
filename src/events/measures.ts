/** Measures: states of affairs that some acts begin and that last until others end them. */
import { frozen } from "../problem/index.ts";

/** What can stand, and whether it holds the clock: nothing fades while that stands. */
export const measureKinds = {
  war: { label: "war", holds: true },
  occupation: { label: "occupation", holds: true },
  blockade: { label: "blockade", holds: true },
  held: { label: "persons or property held", holds: true },
  readiness: { label: "forces in readiness", holds: false },
  sanctions: { label: "sanctions", holds: false },
  border: { label: "closed border", holds: false },
  airspace: { label: "closed airspace", holds: false },
  visas: { label: "visas suspended", holds: false },
  flights: { label: "flights suspended", holds: false },
  trade: { label: "trade suspended", holds: false },
  treaty: { label: "treaty suspended", holds: false },
  "staff-cap": { label: "cap on staff", holds: false },
} as const satisfies Record<string, { readonly label: string; readonly holds: boolean }>;
frozen(measureKinds);

/** A kind of measure. */
export type MeasureKind = keyof typeof measureKinds;

/** All kinds, in the table's order. */
export const measureKindIds: readonly MeasureKind[] = Object.keys(measureKinds).filter(isMeasureKind);
frozen(measureKindIds);

/** Whether a text names a kind of measure. */
export function isMeasureKind(text: string): text is MeasureKind {
  return Object.hasOwn(measureKinds, text);
}
