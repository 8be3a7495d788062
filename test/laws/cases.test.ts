/** The random cases are worth checking: everything that a law is about occurs among them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { measureKindIds } from "../../src/events/index.ts";
import { compile, createSimulator, written } from "../../src/futures/index.ts";
import { type Account, type Made, type Simulated, system } from "../../src/laws/index.ts";
import { accountArbitrary, madeArbitrary, simulatedArbitrary } from "../../src/laws/random/cases.ts";
import { type Walk, walkArbitrary } from "../../src/laws/random/walk.ts";
import { regionNames, regions } from "../../src/machine/index.ts";

const RARE = ["agree", "commitment-kept", "commitment-lapsed", "crisis-faded"];

/** The maximum number of parts that are drawn, and the number of cases in each. */
const [PARTS, CASES] = [30, 200];

/** Draws cases until all that is wanted was seen in them, and gives what never was. */
function unseen<T>(cases: fc.Arbitrary<T>, wanted: readonly string[], see: (one: T) => Iterable<string>) {
  const left = new Set(wanted);
  const [seed = 0] = fc.sample(fc.integer(), 1);
  for (let part = 0; part < PARTS && left.size > 0; part++) {
    for (const one of fc.sample(cases, { numRuns: CASES, seed: seed + part })) {
      for (const name of see(one)) left.delete(name);
    }
  }
  return [...left];
}

test("random histories have events of every verdict, and what only agreements and the clock bring", () => {
  const statuses = ["kept", "kept late", "lapsed", "suspended"];
  const wanted = ["applied", "noted", "void", ...statuses, ...measureKindIds, ...RARE];
  const see = ({ history: { steps, dossier } }: Account): readonly string[] => {
    const { ended, lapsed, suspended } = dossier.commitments;
    return [
      ...steps.flatMap(({ event, verdict }) => [verdict, event.act]),
      ...[...ended, ...lapsed, ...suspended].map(({ status }) => status),
      ...dossier.measures.map(({ kind }) => kind),
    ];
  };
  expect(unseen(accountArbitrary(system), wanted, see)).toEqual([]);
});

test("random walks come to every state of every region", () => {
  const wanted = regionNames.flatMap((region) => regions[region].map((state) => `${region} ${state}`));
  const see = ({ steps }: Walk): readonly string[] =>
    steps.flatMap(({ after }) => regionNames.map((region) => `${region} ${after[region]}`));
  expect(unseen(walkArbitrary(system.table), wanted, see)).toEqual([]);
});

test("random branches have edits of every kind under every policy, and orphans and reopened events", () => {
  const kinds = ["add", "drop", "move", "replace", "swap", "keep", "prune", "stop", "model"];
  const see = ({ edits, then, branch }: Made): readonly string[] => [
    ...edits.map(({ kind }) => kind),
    then,
    ...(branch.orphaned.length > 0 ? ["orphaned"] : []),
    ...(branch.reopened.length > 0 ? ["reopened"] : []),
  ];
  expect(unseen(madeArbitrary(system), [...kinds, "orphaned", "reopened"], see)).toEqual([]);
});

test("random futures have agreements, kept and lapsed, and crises that fade", () => {
  const see = ({ setup, seed, run }: Simulated): readonly string[] => {
    const model = compile(setup);
    const simulator = createSimulator(model, seed, [], 150);
    const { steps } = written(model, simulator.run(run), simulator.log);
    return steps.slice(setup.history.steps.length).map(({ event }) => event.act);
  };
  expect(unseen(simulatedArbitrary(), RARE, see)).toEqual([]);
});
