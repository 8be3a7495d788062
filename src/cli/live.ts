/** Placeholder. */
import type { Call } from "./command.ts";
import type { Replayed } from "./output/replay.ts";
export async function live(_replayed: Replayed, _call: Call): Promise<void> {}
