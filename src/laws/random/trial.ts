/** Trials: a law checked against random cases until one breaks it, and that case made as small as can be. */
import fc from "fast-check";
import { branchBreach, futureBreach, historyBreach, walkBreach } from "../check-history.ts";
import { type Breach, breachOf, type ChartLaw, type Law } from "../law.ts";
import { type System, system } from "../system.ts";
import type { Trial, TrialOptions } from "../trial.ts";
import { PARTIES } from "../words.ts";
import { accountArbitrary, EARLY, fewerEdits, fewerEvents, madeArbitrary, simulatedArbitrary } from "./cases.ts";
import { accountLines, madeLines, simulatedLines, walkLines } from "./counterexample-text.ts";
import { shortestBreakingWalk, type Walk, walkArbitrary, walksWithoutOneStep } from "./walk.ts";

/** A random test of a law: what is drawn, what breaks the law in it, and its text. */
interface LawTest<C> {
  readonly cases: fc.Arbitrary<C>;
  readonly breach: (drawn: C) => Breach | undefined;
  readonly lines: (drawn: C) => readonly string[];
  /** Cases that lack one thing of a case, where shrinking by what was drawn may leave too much. */
  readonly smaller?: (drawn: C) => readonly C[];
  /** The smallest case of all, where that can be known: taking away finds only what is part of the case. */
  readonly least?: (drawn: C) => C;
}

export function trial(law: Law, { system: on = system, ...options }: TrialOptions): Trial {
  switch (law.of) {
    case "situation":
    case "step":
      return tryOnWalks(law, options, on, ({ opening, steps }) => walkBreach(law, opening, steps, PARTIES)?.breach);
    case "chart":
      return tryOnWalks(law, options, on, (walk) => chartBreach(law, walk, on));
    case "history":
      return tryLaw(law, options, {
        cases: accountArbitrary(on),
        breach: (account) => historyBreach(law, account, on),
        lines: accountLines,
        smaller: (account) => fewerEvents(account, on),
      });
    case "branch":
      return tryLaw(law, options, {
        cases: madeArbitrary(on),
        breach: (made) => branchBreach(law, made, on),
        lines: madeLines,
        smaller: (made) => fewerEdits(made, EARLY, on),
      });
    case "future":
      return tryLaw(law, options, {
        cases: simulatedArbitrary(),
        breach: (simulated) => futureBreach(law, simulated, on),
        lines: simulatedLines,
      });
  }
}

function tryOnWalks(
  law: Law,
  options: Omit<TrialOptions, "system">,
  { table }: System,
  breach: LawTest<Walk>["breach"],
) {
  return tryLaw(law, options, {
    cases: walkArbitrary(table),
    breach,
    lines: walkLines,
    smaller: (walk) => walksWithoutOneStep(table, walk),
    least: (walk) => shortestBreakingWalk(table, walk, (drawn) => breach(drawn) !== undefined),
  });
}

function tryLaw<C>(law: Law, { runs, seed }: Omit<TrialOptions, "system">, attempt: LawTest<C>): Trial {
  const { cases, breach, lines } = attempt;
  const property = fc.property(cases, (drawn) => breach(drawn) === undefined);
  const details = fc.check(property, {
    ...(runs === undefined ? {} : { numRuns: runs }),
    ...(seed === undefined ? {} : { seed }),
  });
  const summary = { law: law.name, runs: details.numRuns, seed: details.seed, shrinks: details.numShrinks };
  if (!details.failed) return summary;
  const [found] = details.counterexample ?? [];
  if (found === undefined) {
    const what = `the cases could not be drawn: ${String(details.errorInstance)}`;
    return { ...summary, breach: breachOf(law, what) };
  }
  const { smallest, drops } = reduceCase(found, attempt);
  const broken = breach(smallest);
  const shrinks = summary.shrinks + drops;
  return { ...summary, shrinks, ...(broken === undefined ? {} : { breach: broken }), example: lines(smallest) };
}

/** Takes one thing after another away, until without any one of them the law holds. */
function reduceCase<C>(
  found: C,
  { breach, smaller = () => [], least = (drawn) => drawn }: LawTest<C>,
): { readonly smallest: C; readonly drops: number } {
  let smallest = found;
  for (let drops = 0; ; drops++) {
    const next = smaller(smallest).find((drawn) => breach(drawn) !== undefined);
    if (next === undefined) return { smallest: least(smallest), drops };
    smallest = next;
  }
}

function chartBreach(law: ChartLaw, { opening, steps }: Walk, on: System): Breach | undefined {
  const end = steps.at(-1)?.after ?? opening;
  const what = law.breachAt?.(on.table.idOf(end), on);
  return what === undefined ? undefined : breachOf(law, what, { situation: end });
}
