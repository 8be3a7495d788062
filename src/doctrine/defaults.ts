/** Defaults of ours that a simulation rests on. They are assumptions like those of a file, which may set them otherwise. */
import { frozen } from "../problem/index.ts";
import type { Assumption } from "./doctrine.ts";

/** Assumptions by name; a file that has one of the same name overrides it. */
export const defaults = {
  "default.keeps": {
    value: 0.9,
    range: [0.5, 1],
    basis: "The authors' judgement: a party that agreed to a term carries it out, unless its doctrine says otherwise.",
  },
  "default.term": {
    value: 7,
    range: [2, 30],
    basis: "Days until the deadline of an agreement; four in the accord of Iran and Pakistan of 22 January 2024.",
  },
} as const satisfies Readonly<Record<string, Assumption>>;
frozen(defaults);

/** Beyond these a default makes no sense. */
export const defaultLimits: Readonly<Record<keyof typeof defaults, readonly [lowest: number, highest: number]>> = {
  "default.keeps": [0, 1],
  "default.term": [1, 36_525],
};
frozen(defaultLimits);
