/** Trials: a law held against random cases until one breaks it, and that one made as small as can be. */
import fc from "fast-check";
import { branchBreach, futureBreach, historyBreach, walkBreach } from "../held.ts";
import { type Breach, breachOf, type ChartLaw, type Law } from "../law.ts";
import { type System, system } from "../system.ts";
import type { Trial, TrialOptions } from "../trial.ts";
import { PARTIES } from "../words.ts";
import { accountArbitrary, EARLY, fewerEdits, fewerEvents, madeArbitrary, simulatedArbitrary } from "./cases.ts";
import { accountLines, madeLines, simulatedLines, walkLines } from "./counterexample-text.ts";
import { shorter, shortest, type Walk, walkArbitrary } from "./walk.ts";

/** A way to try a law: what is drawn, what breaks the law in it, and how it is told. */
interface Attempt<C> {
  readonly cases: fc.Arbitrary<C>;
  readonly breach: (one: C) => Breach | undefined;
  readonly lines: (one: C) => readonly string[];
  /** Cases that lack one thing of a case, where shrinking by what was drawn may leave too much. */
  readonly smaller?: (one: C) => readonly C[];
  /** The smallest case of all, where that can be known: taking away finds only what is part of the case. */
  readonly least?: (one: C) => C;
}

export function trial(law: Law, { system: on = system, ...options }: TrialOptions): Trial {
  switch (law.of) {
    case "situation":
    case "step":
      return triedOnWalks(law, options, on, ({ opening, steps }) => walkBreach(law, opening, steps, PARTIES)?.breach);
    case "chart":
      return triedOnWalks(law, options, on, (walk) => chartBreach(law, walk, on));
    case "history":
      return tried(law, options, {
        cases: accountArbitrary(on),
        breach: (account) => historyBreach(law, account, on),
        lines: accountLines,
        smaller: (account) => fewerEvents(account, on),
      });
    case "branch":
      return tried(law, options, {
        cases: madeArbitrary(on),
        breach: (made) => branchBreach(law, made, on),
        lines: madeLines,
        smaller: (made) => fewerEdits(made, EARLY, on),
      });
    case "future":
      return tried(law, options, {
        cases: simulatedArbitrary(),
        breach: (simulated) => futureBreach(law, simulated, on),
        lines: simulatedLines,
      });
  }
}

function triedOnWalks(
  law: Law,
  options: Omit<TrialOptions, "system">,
  { table }: System,
  breach: Attempt<Walk>["breach"],
) {
  return tried(law, options, {
    cases: walkArbitrary(table),
    breach,
    lines: walkLines,
    smaller: (walk) => shorter(table, walk),
    least: (walk) => shortest(table, walk, (one) => breach(one) !== undefined),
  });
}

function tried<C>(law: Law, { runs, seed }: Omit<TrialOptions, "system">, attempt: Attempt<C>): Trial {
  const { cases, breach, lines } = attempt;
  const property = fc.property(cases, (one) => breach(one) === undefined);
  const details = fc.check(property, {
    ...(runs === undefined ? {} : { numRuns: runs }),
    ...(seed === undefined ? {} : { seed }),
  });
  const told = { law: law.name, runs: details.numRuns, seed: details.seed, shrinks: details.numShrinks };
  if (!details.failed) return told;
  const [found] = details.counterexample ?? [];
  if (found === undefined) {
    const what = `the cases could not be drawn: ${String(details.errorInstance)}`;
    return { ...told, breach: breachOf(law, what) };
  }
  const { smallest, drops } = reduced(found, attempt);
  const broken = breach(smallest);
  const shrinks = told.shrinks + drops;
  return { ...told, shrinks, ...(broken === undefined ? {} : { breach: broken }), example: lines(smallest) };
}

/** Takes one thing after another away, until nothing can be taken without the law holding again. */
function reduced<C>(
  found: C,
  { breach, smaller = () => [], least = (one) => one }: Attempt<C>,
): { readonly smallest: C; readonly drops: number } {
  let smallest = found;
  for (let drops = 0; ; drops++) {
    const next = smaller(smallest).find((one) => breach(one) !== undefined);
    if (next === undefined) return { smallest: least(smallest), drops };
    smallest = next;
  }
}

function chartBreach(law: ChartLaw, { opening, steps }: Walk, on: System): Breach | undefined {
  const end = steps.at(-1)?.after ?? opening;
  const what = law.breachAt?.(on.table.idOf(end), on);
  return what === undefined ? undefined : breachOf(law, what, { situation: end });
}
