/** The chart: one parallel xstate machine, a region for each file in `regions/`. It is the law, and nothing else. */
import { raise, setup } from "xstate";
import { channels } from "./regions/channels.ts";
import { course } from "./regions/course.ts";
import { ledger } from "./regions/ledger.ts";
import { measures } from "./regions/measures.ts";
import { mission } from "./regions/mission.ts";
import { posture } from "./regions/posture.ts";
import { relations } from "./regions/relations.ts";
import { terms } from "./regions/terms.ts";
import type { MachineEvent } from "./types.ts";

/**
 * The machine. Interpret it with any tool that takes an xstate machine; `step` and the table are faster ways to the
 * same answers.
 */
export const chart = setup({
  types: { events: {} as MachineEvent },
  actions: { announceCalm: raise({ type: "calm" }) },
}).createMachine({
  id: "relation",
  type: "parallel",
  states: {
    course,
    measures,
    ledger,
    missionA: mission("a"),
    missionB: mission("b"),
    relations,
    channels,
    posture,
    terms,
  },
});

/** The machine's type. */
export type Chart = typeof chart;
