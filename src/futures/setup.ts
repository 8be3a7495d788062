/** Setting up: a history that is handed over, and the doctrines of a scenario, as what a simulation starts from. */
import { when } from "../events/index.ts";
import { type Branch, type Handover, handover, touches } from "../history/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Setup } from "./model.ts";

/** The options of a setup. */
export interface SetupOptions {
  /** The last minute that is simulated; by default the end of the window, or one quiet period on if that is later. */
  readonly horizon?: number;
  /** Values of assumptions instead of those of the file. */
  readonly values?: Readonly<Record<string, number>>;
}

/**
 * A setup from what is handed over, by a branch made with `model` or by the record at the same place. Of the events
 * that are open again, those are scheduled that no actor with a doctrine does and whose causes stand; the others are for
 * the doctrines to decide.
 */
export function setupFrom(
  scenario: Scenario,
  { history, reopened, before = [] }: Pick<Handover, "history" | "reopened"> & Partial<Pick<Handover, "before">>,
  { horizon, values = {} }: SetupOptions = {},
): Setup {
  const { doctrines, assumptions, window, quiet, context } = scenario;
  const events = [...before, ...history.steps.map(({ event }) => event)];
  const standingIds = new Set([...events, ...context].map(({ id }) => id));
  const scheduled = reopened.filter(({ id, from, because }) => {
    const isScheduled =
      from.every((code) => !Object.hasOwn(doctrines, code)) && because.every((cause) => standingIds.has(cause));
    if (isScheduled) standingIds.add(id);
    return isScheduled;
  });
  const overrides = Object.entries(values).map(([name, value]) => [name, { ...assumptions[name], value }]);
  return {
    history,
    scheduled: scheduled
      .filter((event) => touches(event, history))
      .toSorted((one, other) => when(one.at).start - when(other.at).start),
    doctrines,
    assumptions: { ...assumptions, ...Object.fromEntries(overrides) },
    horizon: horizon ?? Math.max(window.to, history.now + quiet),
  };
}

/** A setup from a branch that was made with `model`. */
export function setupOf(scenario: Scenario, branch: Branch, options: SetupOptions = {}): Setup {
  return setupFrom(scenario, handover(branch), options);
}
