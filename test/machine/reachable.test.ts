import { expect, test } from "vitest";
import type { ActId } from "../../src/events/index.ts";
import { chart, keyOf, PEACE, regionNames, symbols, transitionsOf } from "../../src/machine/index.ts";
import { nth } from "../../src/problem/index.ts";
import { coverage } from "../support/coverage.ts";
import { effects } from "../support/effects.ts";
import { reachable, situations } from "../support/reachable.ts";

const { table } = reachable;
const count = symbols.length;

test("everything reachable is enumerated", () => {
  const { changes, notes, refusals } = reachable;
  console.log(
    `${situations.length} situations, ${count} symbols: ${changes} changes, ${notes} notes, ${refusals} refusals`,
  );
  expect(changes + notes + refusals).toBe(situations.length * count);
  expect(new Set(situations.map(keyOf)).size).toBe(situations.length);
});

test("each act leads where the table of effects says and nowhere else", () => {
  const found = new Map<string, Set<ActId>>();
  for (const [id, before] of situations.entries()) {
    for (let k = 0; k < count; k++) {
      const next = table.next(id, k);
      if (next === id) continue;
      const [after, act] = [table.situationOf(next), nth(symbols, k).type];
      for (const region of regionNames) {
        const to = after[region];
        if (before[region] === to) continue;
        const key = `${region} ${to}`;
        const acts = found.get(key);
        if (acts === undefined) found.set(key, new Set([act]));
        else acts.add(act);
      }
    }
  }
  const enteredBy = regionNames.flatMap((region) =>
    Object.entries(effects[region]).map(([state, acts]) => [`${region} ${state}`, [...acts].toSorted()]),
  );
  const reached = Object.fromEntries([...found].map(([state, acts]) => [state, [...acts].toSorted()]));
  expect(reached, "what test/support/effects.ts says").toEqual(Object.fromEntries(enteredBy));
});

test("every transition of the chart is taken somewhere, and this table proves it", () => {
  const table = coverage();
  console.log(
    table
      .map(({ region, all, missed }) => {
        const taken = String(all - missed.length).padStart(4);
        return `${region.padEnd(10)} ${taken} of ${all} transitions taken`;
      })
      .join("\n"),
  );
  expect(table.flatMap(({ missed }) => missed)).toEqual([]);
  expect(table.map(({ region }) => region)).toEqual(Object.keys(PEACE));
  expect(table.reduce((sum, { all }) => sum + all, 0)).toBe(transitionsOf(chart.root).length);
});
