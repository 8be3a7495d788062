/** What a scenario wants to know of how things might go on: outcomes. Data; nothing here is executed. */
import type { ActClass, ActId } from "../events/index.ts";
import type { Pattern, Region } from "../machine/index.ts";

/** What is observed of a future, from the event `since` on or from the start. */
export type Outcome = { readonly since?: string } & (
  | { readonly kind: "first" | "reached" | "longest"; readonly pattern: Pattern }
  | { readonly kind: "count"; readonly what: ActId | ActClass; readonly by?: string }
  | { readonly kind: "final"; readonly region: Region }
  | { readonly kind: "peak"; readonly of: "hostility" }
);
