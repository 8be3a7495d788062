/** Delays as files write them: a duration, a range, or a distribution by its plain descriptors. */

import * as z from "zod/mini";
import type { Delay } from "../../doctrine/index.ts";
import { fields, parseDuration } from "../../events/index.ts";
import { nth, present } from "../../problem/index.ts";
import { described } from "../../schema/index.ts";

const { duration } = fields;
const BACKWARDS = { error: "not a delay: the shortest first", params: { code: "delay-backwards" } } as const;

/** A duration of at least a minute. */
export const positive = duration.check(
  z.refine((text) => parseDuration(text) !== 0, {
    error: "not a duration: longer than nothing",
  }),
);

const span = described(
  z.string().check(
    z.refine((text) => endsOf(text) !== undefined, {
      error: "not a delay: a duration such as 2d, or a range such as 1d..4d",
      abort: true,
    }),
    z.refine((text) => areRising(endsOf(text) ?? []), BACKWARDS),
  ),
  "A delay: a duration such as 2d, or a range such as 1d..4d",
);

const writtenDelay = z.union([
  span,
  z.strictObject({
    triangular: described(
      z.tuple([duration, duration, duration]).check(z.refine((ends) => areRising(ends.map(minutes)), BACKWARDS)),
      "[shortest, most likely, longest]",
    ),
  }),
  z.strictObject({
    "log-normal": z
      .strictObject({ median: positive, p90: described(positive, "Nine of ten are shorter") })
      .check(z.refine(({ median, p90 }) => minutes(median) < minutes(p90), BACKWARDS)),
  }),
  z.strictObject({ gamma: z.strictObject({ mean: positive, shape: z.number().check(z.positive(), z.maximum(1000)) }) }),
  z.strictObject({ exponential: z.strictObject({ mean: positive }) }),
]);

export const delay = z.pipe(
  writtenDelay,
  z.transform((one): Delay => {
    if (typeof one === "string") {
      const [least, most] = endsOf(one) ?? [0, 0];
      return { kind: "between", least, most };
    }
    if ("triangular" in one) {
      const [least, mode, most] = one.triangular;
      return { kind: "triangular", least: minutes(least), mode: minutes(mode), most: minutes(most) };
    }
    if ("log-normal" in one) {
      const { median, p90 } = one["log-normal"];
      return { kind: "log-normal", median: minutes(median), p90: minutes(p90) };
    }
    if ("gamma" in one) return { kind: "gamma", mean: minutes(one.gamma.mean), shape: one.gamma.shape };
    return { kind: "exponential", mean: minutes(one.exponential.mean) };
  }),
);

/** The two ends of `1d..4d` in minutes, the same twice for `2d`; undefined when the text is no delay. */
function endsOf(text: string): readonly [number, number] | undefined {
  const [shortest, longest = shortest, ...more] = text.split("..").map(parseDuration);
  return shortest === undefined || longest === undefined || more.length > 0 || text.endsWith("..")
    ? undefined
    : [shortest, longest];
}

function areRising(ends: readonly number[]): boolean {
  return ends.every((end, k) => k === 0 || nth(ends, k - 1) <= end);
}

/** The minutes of a duration that was found to be one. */
export function minutes(text: string): number {
  return present(parseDuration(text), `duration ${text}`);
}
