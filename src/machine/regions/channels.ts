/** Channels: whether officials of the two sides talk. A single track that stops leaves the rest open. */
import { detailed, unless } from "../guards.ts";
import { AGREEING, CONTACT, on } from "../on.ts";

export const channels = {
  initial: "open",
  states: {
    open: {
      on: {
        ...on(["suspend-talks"], { guard: unless(detailed("track")), target: "suspended" }),
        ...on(["break-relations"], { target: "suspended" }),
      },
    },
    suspended: { on: on([...CONTACT, ...AGREEING, "negotiate"], { target: "open" }) },
  },
} as const;
