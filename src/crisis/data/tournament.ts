/** A tournament as data. Times are in days. */

import * as z from "zod/mini";
import { strategyOf } from "../../doctrine/index.ts";
import { formatWhen, MINUTES_PER_DAY } from "../../events/index.ts";
import {
  type Contest,
  type Duel,
  type DuelOutcome,
  type Estimate,
  strategyAssumptions,
  type Tournament,
  WAR,
} from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { described } from "../../schema/index.ts";
import { patternText, shortCodes } from "../../views/index.ts";
import { type Basis, basis, basisData, type Data } from "./common.ts";
import { estimate, estimateData } from "./futures.ts";

const rank = z.optional(z.int().check(z.minimum(1)));

/** A number for each outcome, of one strategy. */
const means = z.strictObject({
  war: estimate,
  force: estimate,
  normal: estimate,
  days: described(estimate, "Mean days to normal; not back counts as the whole horizon"),
  events: estimate,
  alone: described(estimate, "The crisis ended, or stood last, on its own overture that nobody answered"),
  held: described(estimate, "Neither war nor such an overture"),
});

const sides = z.strictObject({ a: estimate, b: estimate });

const duel = z.strictObject({
  a: z.string(),
  b: z.string(),
  war: estimate,
  force: estimate,
  normal: estimate,
  days: z.strictObject({ quarter: estimate, median: estimate, threeQuarters: estimate, mean: estimate }),
  events: estimate,
  alone: sides,
  held: sides,
  refused: z.int(),
  bounded: described(z.int(), "Futures that the bound on events cut"),
});

export const tournamentDocument = z.strictObject({
  ...basis.shape,
  opening: z.strictObject({
    event: described(z.nullable(z.string()), "The last event before the strategies take over"),
    at: z.string(),
  }),
  horizonDays: z.number(),
  quietDays: z.number(),
  war: described(z.string(), "The pattern of the situations that count as war"),
  seed: z.int(),
  futures: described(z.int(), "Of every pair"),
  command: described(z.string(), "The line that makes the same again"),
  assumptions: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      range: z.tuple([z.number(), z.number()]),
      meaning: z.string(),
      basis: z.string(),
      given: described(z.boolean(), "Whether --set gave the value"),
      strategies: z.array(z.string()),
    }),
  ),
  strategies: z.array(z.strictObject({ id: z.string(), code: z.string(), title: z.string(), source: z.string() })),
  standings: described(
    z.array(
      z.strictObject({
        strategy: z.string(),
        means,
        ranks: described(
          z.strictObject({ war: rank, force: rank, normal: rank, days: rank, events: rank, alone: rank, held: rank }),
          "One more than the number of strategies that surely did better; none with fewer than 30 futures",
        ),
      }),
    ),
    "Equal weights over all games: every opponent, itself too, once from either side",
  ),
  comparisons: z.array(
    z.strictObject({
      one: z.string(),
      other: z.string(),
      differences: described(means, "The other less the one, paired under the same luck"),
    }),
  ),
  duels: z.array(duel),
});

const DAY = MINUTES_PER_DAY;

export function tournamentData(
  context: Basis,
  { history, settings, war = WAR }: Contest,
  { strategies, seed, futures, length, standings, comparisons, duels }: Tournament,
  command: string,
): Data<typeof tournamentDocument> {
  const codes = shortCodes(strategies);
  return {
    ...basisData(context),
    opening: { event: history.steps.at(-1)?.event.id ?? null, at: formatWhen(history.now, "minute") },
    horizonDays: length / DAY,
    quietDays: history.quiet / DAY,
    war: patternText(war, history.dyad),
    seed,
    futures,
    command,
    assumptions: strategyAssumptions(strategies, settings).map(({ limits: _, ...one }) => one),
    strategies: strategies.map((id, k) => {
      const { title = id, source = "" } = strategyOf(id) ?? {};
      return { id, code: nth(codes, k), title, source };
    }),
    standings: standings.map((one) => ({ ...one, means: meansData(one.means) })),
    comparisons: comparisons.map((one) => ({ ...one, differences: meansData(one.differences) })),
    duels: duels.map(duelData),
  };
}

function duelData({ a, b, war, force, normal, days, events, alone, held, refused, bounded }: Duel): Data<typeof duel> {
  return {
    a,
    b,
    war: estimateData(war),
    force: estimateData(force),
    normal: estimateData(normal),
    days: {
      quarter: estimateData(days.quarter, DAY),
      median: estimateData(days.median, DAY),
      threeQuarters: estimateData(days.threeQuarters, DAY),
      mean: estimateData(days.mean, DAY),
    },
    events: estimateData(events),
    alone: { a: estimateData(alone.a), b: estimateData(alone.b) },
    held: { a: estimateData(held.a), b: estimateData(held.b) },
    refused,
    bounded,
  };
}

function meansData(all: Readonly<Record<DuelOutcome, Estimate>>): Data<typeof means> {
  return {
    war: estimateData(all.war),
    force: estimateData(all.force),
    normal: estimateData(all.normal),
    days: estimateData(all.days, DAY),
    events: estimateData(all.events),
    alone: estimateData(all.alone),
    held: estimateData(all.held),
  };
}
