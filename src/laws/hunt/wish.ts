/** Wishes: edits as far as they can be drawn without knowing the record. */

/** What is wished for: its numbers are places and picks, taken modulo what there is. */
export type Wish =
  | { readonly kind: "drop"; readonly place: number }
  | { readonly kind: "swap"; readonly place: number }
  | { readonly kind: "move"; readonly place: number; readonly days: number }
  | { readonly kind: "replace"; readonly place: number; readonly pick: number }
  /** Valid acts one after the other on one day, some days after an event. */
  | { readonly kind: "walk"; readonly place: number; readonly days: number; readonly picks: readonly number[] };
