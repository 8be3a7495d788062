/** What draws at random, loaded at the start. Takes the place of `load-on-demand.ts` in a bundle for a browser. */
import * as hunt from "./hunt/hunt.ts";
import type * as later from "./load-on-demand.ts";
import * as trial from "./random/trial.ts";

/** See `load-on-demand.ts`. */
export const loadTrial: typeof later.loadTrial = async () => trial;

/** See `load-on-demand.ts`. */
export const loadHunt: typeof later.loadHunt = async () => hunt;
