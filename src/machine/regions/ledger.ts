/** The ledger: which parties have used force in this crisis. It is cleared when normal relations return. */
import { by } from "../guards.ts";
import { FORCE, on } from "../on.ts";

const cleared = { calm: { target: "clear" } } as const;

export const ledger = {
  initial: "clear",
  states: {
    clear: {
      on: on(
        FORCE,
        { guard: by("a"), target: "by-a" },
        { guard: by("b"), target: "by-b" },
        { guard: by("both"), target: "both" },
      ),
    },
    "by-a": { on: { ...on(FORCE, { guard: by("b", "both"), target: "both" }), ...cleared } },
    "by-b": { on: { ...on(FORCE, { guard: by("a", "both"), target: "both" }), ...cleared } },
    both: { on: cleared },
  },
} as const;
