/** A tournament as JSON. Times are in days. */
import type * as z from "zod";
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
import { patternText, shortCodes } from "../../views/index.ts";
import type { Loaded } from "../load.ts";
import { basisData } from "./common.ts";
import type { estimate } from "./schema/futures.ts";
import type { tournamentDocument } from "./schema/tournament.ts";

type Document = z.infer<typeof tournamentDocument>;
type EstimateData = z.infer<typeof estimate>;

/** A tournament, whole. */
export function tournamentData(
  loaded: Loaded,
  contest: Contest,
  { strategies, seed, futures, length, standings, comparisons, duels }: Tournament,
  command: string,
): Document {
  const { history, war = WAR } = contest;
  const codes = shortCodes(strategies);
  return {
    ...basisData(loaded),
    opening: { event: history.steps.at(-1)?.event.id ?? null, at: formatWhen(history.now, "minute") },
    horizonDays: length / DAY,
    quietDays: history.quiet / DAY,
    war: patternText(war, history.dyad),
    seed,
    futures,
    command,
    assumptions: strategyAssumptions(strategies, contest.settings).map(({ limits: _, ...one }) => ({
      ...one,
      range: [one.range[0], one.range[1]],
      strategies: [...one.strategies],
    })),
    strategies: strategies.map((id, k) => {
      const { title = id, source = "" } = strategyOf(id) ?? {};
      return { id, code: codes[k] ?? "", title, source };
    }),
    standings: standings.map(({ strategy, means, ranks }) => ({
      strategy,
      means: meansData(means),
      ranks: { ...ranks },
    })),
    comparisons: comparisons.map(({ one, other, differences }) => ({
      one,
      other,
      differences: meansData(differences),
    })),
    duels: duels.map(duelData),
  };
}

const DAY = MINUTES_PER_DAY;

function duelData({
  a,
  b,
  war,
  force,
  normal,
  days,
  events,
  alone,
  held,
  refused,
  bounded,
}: Duel): Document["duels"][number] {
  return {
    a,
    b,
    war: plain(war),
    force: plain(force),
    normal: plain(normal),
    days: {
      quarter: plain(days.quarter, DAY),
      median: plain(days.median, DAY),
      threeQuarters: plain(days.threeQuarters, DAY),
      mean: plain(days.mean, DAY),
    },
    events: plain(events),
    alone: { a: plain(alone.a), b: plain(alone.b) },
    held: { a: plain(held.a), b: plain(held.b) },
    refused,
    bounded,
  };
}

function meansData(means: Readonly<Record<DuelOutcome, Estimate>>): Document["standings"][number]["means"] {
  const { war, force, normal, days, events, alone, held } = means;
  return {
    war: plain(war),
    force: plain(force),
    normal: plain(normal),
    days: plain(days, DAY),
    events: plain(events),
    alone: plain(alone),
    held: plain(held),
  };
}

function plain({ value, low, high }: Estimate, scale = 1): EstimateData {
  const finite = (one: number): number | null => (Number.isFinite(one) ? one / scale : null);
  return { value: finite(value), low: finite(low), high: finite(high) };
}
