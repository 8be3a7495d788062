/** Starting a hunt. */
import type { Scenario } from "../../scenario/index.ts";
import { loadHunt } from "../load-on-demand.ts";
import type { HuntOptions, HuntResult } from "./hunt.ts";

/**
 * Hunts for histories that break a law of the system or a contract of the file. Random what-ifs are drawn by their seed,
 * and futures of the file's own what-ifs with `then: model` are looked at. What breaks a claim is shrunk by fast-check,
 * then reduced until no edit can be left out.
 *
 * @returns the same for the same scenario, seed and numbers
 */
export async function hunt(scenario: Scenario, options: HuntOptions): Promise<HuntResult> {
  const { huntNow } = await loadHunt();
  return huntNow(scenario, options);
}
