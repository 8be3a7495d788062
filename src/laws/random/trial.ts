/** Trials: a law held against random cases until one breaks it, and that one made as small as can be. */
import fc from "fast-check";
import { branchBreach, futureBreach, historyBreach, walkBreach } from "../held.ts";
import type { Breach, ChartLaw, Law } from "../law.ts";
import { type System, system } from "../system.ts";
import type { Trial, TrialOptions } from "../trial.ts";
import { accountArbitrary, DYAD, madeArbitrary, simulatedArbitrary } from "./cases.ts";
import { accountLines, madeLines, simulatedLines, walkLines } from "./told.ts";
import { type Walk, walkArbitrary } from "./walk.ts";

/** A way to try a law: what is drawn, what breaks the law in it, and how it is told. */
interface Attempt<C> {
  readonly cases: fc.Arbitrary<C>;
  readonly breach: (one: C) => Breach | undefined;
  readonly lines: (one: C) => readonly string[];
}

/** Holds a law against random cases. */
export function trial(law: Law, { system: on = system, ...options }: TrialOptions): Trial {
  switch (law.of) {
    case "situation":
    case "step":
      return tried(law, options, {
        cases: walkArbitrary(on.table),
        breach: ({ opening, steps }) => walkBreach(law, opening, steps, DYAD)?.breach,
        lines: walkLines,
      });
    case "chart":
      return tried(law, options, {
        cases: walkArbitrary(on.table),
        breach: (walk) => chartBreach(law, walk, on),
        lines: walkLines,
      });
    case "history":
      return tried(law, options, {
        cases: accountArbitrary(on),
        breach: (account) => historyBreach(law, account, on),
        lines: accountLines,
      });
    case "branch":
      return tried(law, options, {
        cases: madeArbitrary(on),
        breach: (made) => branchBreach(law, made, on),
        lines: madeLines,
      });
    case "future":
      return tried(law, options, {
        cases: simulatedArbitrary(),
        breach: (simulated) => futureBreach(law, simulated, on),
        lines: simulatedLines,
      });
  }
}

function tried<C>(law: Law, { runs, seed }: Omit<TrialOptions, "system">, { cases, breach, lines }: Attempt<C>): Trial {
  const property = fc.property(cases, (one) => breach(one) === undefined);
  const details = fc.check(property, {
    ...(runs === undefined ? {} : { numRuns: runs }),
    ...(seed === undefined ? {} : { seed }),
  });
  const told = { law: law.name, runs: details.numRuns, seed: details.seed, shrinks: details.numShrinks };
  const [smallest] = details.counterexample ?? [];
  const found = smallest === undefined ? undefined : breach(smallest);
  if (!details.failed) return told;
  const what = `the cases could not be drawn: ${String(details.errorInstance)}`;
  return {
    ...told,
    breach: found ?? { law: law.name, sentence: law.sentence, what },
    example: smallest === undefined ? [] : lines(smallest),
  };
}

function chartBreach(law: ChartLaw, { opening, steps }: Walk, on: System): Breach | undefined {
  const end = steps.at(-1)?.after ?? opening;
  const what = law.breachAt?.(on.table.idOf(end), on);
  return what === undefined ? undefined : { law: law.name, sentence: law.sentence, what, situation: end };
}
