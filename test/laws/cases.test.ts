/** What laws are held against is worth it: everything that a law speaks of occurs among the random cases. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { measureKindIds } from "../../src/events/index.ts";
import { compile, createSimulator, written } from "../../src/futures/index.ts";
import { system } from "../../src/laws/index.ts";
import { accountArbitrary, madeArbitrary, simulatedArbitrary } from "../../src/laws/random/cases.ts";
import { walkArbitrary } from "../../src/laws/random/walk.ts";
import { type Region, regionNames, regions } from "../../src/machine/index.ts";
import { ofAll } from "../support/enduring.ts";

const RARE = ["agree", "commitment-kept", "commitment-lapsed", "crisis-faded"];

test("random histories have events of every verdict, and what only agreements and the clock bring", () => {
  const seen = new Set<string>();
  for (const { history } of fc.sample(accountArbitrary(system), 1000)) {
    for (const { event, verdict } of history.steps) seen.add(verdict).add(event.act);
    const { ended, lapsed, suspended } = history.dossier.commitments;
    for (const { status } of [...ended, ...lapsed, ...suspended]) seen.add(status);
    for (const { kind } of history.dossier.measures) seen.add(kind);
  }
  const statuses = ["kept", "kept late", "lapsed", "suspended"];
  expect([...seen]).toEqual(
    expect.arrayContaining(["applied", "noted", "void", ...statuses, ...measureKindIds, ...RARE]),
  );
});

test("random walks come to every state of every region", () => {
  const seen = Object.fromEntries(regionNames.map((region) => [region, new Set<string>()]));
  for (const { steps } of fc.sample(walkArbitrary(system.table), ofAll(1000, 400))) {
    for (const { after } of steps) for (const region of regionNames) seen[region]?.add(after[region]);
  }
  const missed = (region: Region): readonly string[] => regions[region].filter((state) => !seen[region]?.has(state));
  expect(regionNames.flatMap(missed)).toEqual([]);
});

test("random branches have edits of every kind under every policy, and orphans and reopened events", () => {
  const seen = new Set<string>();
  for (const { edits, then, branch } of fc.sample(madeArbitrary(system), ofAll(1000, 400))) {
    for (const { kind } of edits) seen.add(kind);
    seen.add(then);
    if (branch.orphaned.length > 0) seen.add("orphaned");
    if (branch.reopened.length > 0) seen.add("reopened");
  }
  const kinds = ["add", "drop", "move", "replace", "swap", "keep", "prune", "stop", "model"];
  expect([...seen].toSorted()).toEqual([...kinds, "orphaned", "reopened"].toSorted());
});

test("random futures have agreements, kept and lapsed, and crises that fade", () => {
  const seen = new Set<string>();
  for (const { setup, seed, run } of fc.sample(simulatedArbitrary(), ofAll(400, 200))) {
    const model = compile(setup);
    const simulator = createSimulator(model, seed, [], 150);
    const { steps } = written(model, simulator.run(run), simulator.log);
    for (const { event } of steps.slice(setup.history.steps.length)) seen.add(event.act);
  }
  expect([...seen]).toEqual(expect.arrayContaining(RARE));
});
