/** The posture: the highest MID hostility level reached in this crisis, an ultimatum counted as a threat. It never falls before the crisis is over. */
import { DISPLAY, FORCE, on, THREAT, WAR } from "../on.ts";
import type { Handlers } from "../types.ts";

const war: Handlers = on(WAR, { target: "war" });
const force: Handlers = { ...on(FORCE, { target: "force" }), ...war };
const display: Handlers = { ...on(DISPLAY, { target: "display" }), ...force };
const threat: Handlers = { ...on(THREAT, { target: "threat" }), ...display };
const over: Handlers = { calm: { target: "none" } };

export const posture = {
  initial: "none",
  states: {
    none: { on: threat },
    threat: { on: { ...display, ...over } },
    display: { on: { ...force, ...over } },
    force: { on: { ...war, ...over } },
    war: { on: over },
  },
} as const;
