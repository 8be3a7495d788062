/**
 * Loads what draws at random when it is first needed, since fast-check comes with it. In a bundle for a browser
 * `load-at-start.ts` takes the place of this file: a bundler leaves nothing out of a module that is loaded on demand.
 */

/** The check of a law against random cases. */
export const loadTrial = (): Promise<typeof import("./random/trial.ts")> => import("./random/trial.ts");

/** The hunt for histories that break a claim. */
export const loadHunt = (): Promise<typeof import("./hunt/hunt.ts")> => import("./hunt/hunt.ts");
