/** The types that the chart, its regions and its guards share. */
import type { MachineContext } from "xstate";
import type { By, ChartEvent } from "./alphabet.ts";

/** The one event that the chart sends itself: the crisis is over. */
export interface CalmEvent {
  readonly type: "calm";
}

/** Every event that the machine takes. */
export type MachineEvent = ChartEvent | CalmEvent;

/** A guard: reads the event and, through xstate's `stateIn`, the situation. Never a clock, never the dossier. */
export type Guard = (args: { context: MachineContext; event: MachineEvent }, params: unknown) => boolean;

/** A transition of a region: where to, for whom, and if the guard holds. */
export interface Transition {
  readonly target: string;
  /** Only when one of these acts; anyone by default. */
  readonly by?: readonly By[];
  readonly guard?: Guard;
  /** Whether the crisis is over by it: ledger and posture are cleared. */
  readonly calms?: boolean;
}

/** A transition as xstate takes it. */
export interface GuardedTransition {
  readonly target: string;
  readonly guard?: Guard;
  readonly actions?: "announceCalm";
}

/** The transitions of a state, by event type. */
export type Handlers = { readonly [type in MachineEvent["type"]]?: GuardedTransition | readonly GuardedTransition[] };
