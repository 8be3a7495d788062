/** Terms: whether agreed commitments are still to be carried out. Force or severance voids them. */
import { inSituation, nothingOutstanding, unless } from "../guards.ts";
import { FORCE, on } from "../on.ts";

export const terms = {
  initial: "none",
  states: {
    none: { on: on(["agree"], { guard: unless(inSituation({ course: "normal.full" })), target: "pending" }) },
    pending: {
      on: {
        ...on(["commitment-kept", "commitment-lapsed"], { guard: nothingOutstanding, target: "none" }),
        ...on([...FORCE, "break-relations"], { target: "none" }),
      },
    },
  },
} as const;
