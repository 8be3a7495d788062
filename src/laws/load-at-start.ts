/** What draws at random, at hand from the start. Stands in the place of `later.ts` in a bundle for a browser. */
import * as hunt from "./hunt/hunt.ts";
import type * as later from "./later.ts";
import * as trial from "./random/trial.ts";

/** See `later.ts`. */
export const trials: typeof later.trials = async () => trial;

/** See `later.ts`. */
export const hunts: typeof later.hunts = async () => hunt;
