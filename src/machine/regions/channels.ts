/** Channels: whether officials of the two sides talk. */
import { CONTACT, on, SETTLING } from "../on.ts";

export const channels = {
  initial: "open",
  states: {
    open: { on: on(["suspend-talks", "break-relations"], { target: "suspended" }) },
    suspended: { on: on([...CONTACT, ...SETTLING, "negotiate"], { target: "open" }) },
  },
} as const;
