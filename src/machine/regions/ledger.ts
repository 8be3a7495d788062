/** The ledger: which parties have used force in this crisis. It is cleared when the crisis is over. */
import { FORCE, on } from "../on.ts";

const cleared = { calm: { target: "clear" } } as const;

export const ledger = {
  initial: "clear",
  states: {
    clear: {
      on: on(FORCE, { by: ["a"], target: "by-a" }, { by: ["b"], target: "by-b" }, { by: ["both"], target: "both" }),
    },
    "by-a": { on: { ...on(FORCE, { by: ["b", "both"], target: "both" }), ...cleared } },
    "by-b": { on: { ...on(FORCE, { by: ["a", "both"], target: "both" }), ...cleared } },
    both: { on: cleared },
  },
} as const;
