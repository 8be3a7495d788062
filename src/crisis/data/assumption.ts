/** Assumptions as data: numbers that results rest on. */
import * as z from "zod";
import type { Resting } from "../../futures/index.ts";
import type { Data } from "./common.ts";

/** A number that results rest on. */
export const resting = z.strictObject({
  name: z.string(),
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).optional(),
  basis: z.string().optional().describe("Where it comes from; absent where nobody said"),
  meaning: z.string(),
  origin: z.enum(["file", "default", "strategy", "doctrine"]).describe("Who says so"),
});

/** The same in a sweep. */
export const assumption = z.strictObject({
  ...resting.shape,
  varied: z.boolean().describe("Whether its range was swept"),
});

/** A number that results rest on. */
export function restingData({ name, value, range, basis, meaning, origin }: Resting): Data<typeof resting> {
  return { name, value, range, basis, meaning, origin };
}
