/** Diplomatic relations as such: either party may break them, only both can restore them. */
import { on } from "../on.ts";

export const relations = {
  initial: "established",
  states: {
    established: { on: on(["break-relations"], { target: "severed" }) },
    severed: { on: on(["restore-relations"], { target: "established" }) },
  },
} as const;
