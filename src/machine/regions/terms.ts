/** Terms: whether agreed commitments are still to be carried out. They outlive force and severance. */
import { all, any, detailed, inSituation, unless } from "../guards.ts";
import { on } from "../on.ts";

const nothingMore = detailed();

/** Nothing is settled where nothing is open: terms in full relations, and a truce where nobody fights. */
const binds = unless(
  any([inSituation({ course: "normal.full" }), all([detailed("truce"), inSituation({ course: "normal" })])]),
);

export const terms = {
  initial: "none",
  states: {
    none: {
      on: {
        ...on(["agree"], { guard: binds, target: "pending" }),
        ...on(["restore-relations"], { guard: detailed("terms"), target: "pending" }),
        ...on(["terms-resumed"], { target: "pending" }),
      },
    },
    pending: {
      on: on(["commitment-kept", "commitment-lapsed", "terms-suspended"], { guard: nothingMore, target: "none" }),
    },
  },
} as const;
