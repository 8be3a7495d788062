/** A scenario's record, folded to the end of its window. */
import { fold, type History } from "../history/index.ts";
import type { Scenario } from "./scenario.ts";

/** Replays the record of a scenario: every event judged, the clock run to the end of the window. */
export function replayScenario({ events, dyad, opening, window, quiet }: Scenario): History {
  return fold(events, { dyad, opening, quiet, from: window.from }, window.to);
}
