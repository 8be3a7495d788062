/** Measures: which parties have something standing against the other. What it is stands in the dossier. */
import type { Detail } from "../alphabet.ts";
import { all, by, detailed } from "../guards.ts";
import { BEGINNING, ENDING, on } from "../on.ts";
import type { Transition } from "../types.ts";

const last = (who: "a" | "b" | "both", target: string): Transition => ({ by: [who], guard: detailed(), target });
const over = (target: string, ...details: readonly Detail[]): Transition => ({
  guard: detailed(...details),
  target,
});
const jointly = (detail: "others-a" | "others-b", target: string): Transition => ({
  guard: all([by("both"), detailed(detail)]),
  target,
});

export const measures = {
  initial: "none",
  states: {
    none: {
      on: on(BEGINNING, { by: ["a"], target: "by-a" }, { by: ["b"], target: "by-b" }, { by: ["both"], target: "both" }),
    },
    "by-a": {
      on: {
        ...on(BEGINNING, { by: ["b", "both"], target: "both" }),
        ...on(ENDING, last("a", "none"), last("both", "none")),
        ...on(["measure-ended"], over("none", "last-of-a", "last-of-both")),
      },
    },
    "by-b": {
      on: {
        ...on(BEGINNING, { by: ["a", "both"], target: "both" }),
        ...on(ENDING, last("b", "none"), last("both", "none")),
        ...on(["measure-ended"], over("none", "last-of-b", "last-of-both")),
      },
    },
    both: {
      on: {
        ...on(
          ENDING,
          last("a", "by-b"),
          last("b", "by-a"),
          last("both", "none"),
          jointly("others-a", "by-a"),
          jointly("others-b", "by-b"),
        ),
        ...on(["measure-ended"], over("by-b", "last-of-a"), over("by-a", "last-of-b"), over("none", "last-of-both")),
      },
    },
  },
} as const;
