/** Assumptions as JSON. */
import type * as z from "zod";
import type { Resting } from "../../futures/index.ts";
import type { assumption, resting } from "./schema/assumption.ts";

/** A number that results rest on. */
export function restingData({ name, value, range, basis, meaning, origin }: Resting): z.infer<typeof resting> {
  return {
    name,
    value,
    ...(range === undefined ? {} : { range: [range[0], range[1]] }),
    ...(basis === undefined ? {} : { basis }),
    meaning,
    origin,
  };
}

/** The same in a sweep. */
export function assumptionData(one: Resting, varied: boolean): z.infer<typeof assumption> {
  return { ...restingData(one), varied };
}
