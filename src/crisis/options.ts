/** Options: the defaults and limits of every question, once for every door. */
import * as z from "zod/mini";
import { MOST_POINTS, MOST_ROWS } from "../futures/index.ts";
import { among, Problem } from "../problem/index.ts";
import { described } from "../schema/index.ts";
import { BUDGET, FOLDED } from "../search/index.ts";
import type { InputLabel } from "./input-label.ts";

const MAX_UNSIGNED = 2 ** 32 - 1;
const MAX_BUDGET = 1e9;
const MAX_FUTURES = 100_000_000;

const within = (low: number, high: number) =>
  described(z.int().check(z.minimum(low), z.maximum(high)), `a whole number from ${low} to ${high}`);
const whole = (low: number, high: number, usual: number) => z._default(within(low, high), usual);

const seed = whole(0, MAX_UNSIGNED, 1);
const ways = whole(1, 20, 1);

export const futuresOptions = z.strictObject({ futures: whole(1, MAX_FUTURES, 2000), seed });

/** One of these futures, written out. */
export const runOptions = z.strictObject({ run: whole(0, MAX_UNSIGNED, 0), seed });

/** A sweep over the ranges of assumptions. */
export const sweepOptions = z.strictObject({
  futures: whole(1, MOST_ROWS, 200),
  points: whole(1, MOST_POINTS, 100),
  design: z._default(described(z.enum(["lhs", "grid"]), "one of lhs, grid"), "lhs"),
  seed,
});

/** How far each assumption decides: a smaller sweep, always a Latin hypercube. */
export const sensitivityOptions = z.strictObject({
  futures: whole(1, 100_000, 50),
  points: whole(10, 10_000, 40),
  seed,
});

export const gameOptions = z.strictObject({ seed });

export const waysOptions = z.strictObject({ ways, budget: whole(1, MAX_BUDGET, BUDGET) });

export const leastEditOptions = z.strictObject({ most: whole(1, 6, 2), ways, budget: whole(1, MAX_BUDGET, FOLDED) });

/** A test; how many runs are usual depends on the length of the record. */
export const testOptions = z.strictObject({
  ...futuresOptions.shape,
  runs: z.optional(within(1, 10_000_000)),
});

/** A tournament; no future means one between each two strategies that have no chance. */
export const tournamentOptions = z.strictObject({ futures: whole(0, MAX_FUTURES, 1000), seed });

/**
 * The values of a question's options, with defaults for those left out.
 *
 * @param labelOf how a door calls an option
 * @throws Problem for the first that is none, with what was expected
 */
export function settingsFrom<S extends z.ZodMiniObject>(
  schema: S,
  values: Readonly<Record<string, unknown>>,
  labelOf: (name: string) => InputLabel,
): z.output<S> {
  const read = schema.safeParse(values);
  if (read.success) return read.data;
  const name = String(
    read.error.issues[0]?.path[0] ?? Object.keys(values).find((key) => !Object.hasOwn(schema.shape, key)),
  );
  const optionText = labelOf(name)(values[name]);
  if (!Object.hasOwn(schema.shape, name)) {
    const optionNames = Object.keys(schema.shape).map((key) => /\w+(?=:)/.exec(labelOf(key)(""))?.[0] ?? key);
    throw new Problem("bad-option", `${optionText}: there is no such option.`, among(name, optionNames));
  }
  throw new Problem("bad-option", `${optionText}: expected ${expectedOf(schema.shape[name])}.`);
}

function expectedOf(field: z.core.$ZodType | undefined): string {
  const inner = field instanceof z.ZodMiniDefault || field instanceof z.ZodMiniOptional ? field.def.innerType : field;
  return (inner && z.globalRegistry.get(inner)?.description) ?? "no such option";
}
