/**
 * What draws at random is loaded when it is first asked for, since it takes fast-check with it. In a bundle for a browser
 * `at-once.ts` stands in the place of this file: a module that is loaded later keeps a bundler from leaving anything out.
 */

/** What holds a law against random cases. */
export const trials = (): Promise<typeof import("./random/trial.ts")> => import("./random/trial.ts");

/** What hunts for histories that break a claim. */
export const hunts = (): Promise<typeof import("./hunt/hunt.ts")> => import("./hunt/hunt.ts");
