/** How the law and predictions are scored: names and numbers that scoring and its reports share. */
import { frozen } from "../problem/index.ts";

/** What a fitted model is called beside simple guesses. */
export const MODEL = "fitted model";

/** Where fitting and scoring are held apart: what began before this year is fitted to, what began later is scored. */
export const SPLIT = 1990;

/** How many times the cases are drawn anew for an interval. */
export const BOOTSTRAPS = 2000;

/** How a pair's record ends by the law, once it has been quiet for long enough. */
export const foldedEnds = ["fades", "stays at war", "measures stand", "stays open", "never begins"] as const;
frozen(foldedEnds);
export type FoldedEnd = (typeof foldedEnds)[number];
