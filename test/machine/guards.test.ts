/** The law is said twice, as patterns that explain and as guards that the chart runs: here they are held together. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { setup } from "xstate";
import { actIds, actOf } from "../../src/events/index.ts";
import { valid } from "../../src/machine/guards.ts";
import { type ChartEvent, chart, keyOf, type Situation, step, symbols, unmet } from "../../src/machine/index.ts";
import { representative } from "../../src/machine/on.ts";
import { toStateValue } from "../../src/machine/situation.ts";
import type { MachineEvent } from "../../src/machine/types.ts";
import { situationArbitrary, symbolArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

interface Still {
  initial?: string;
  states?: Record<string, Still>;
}

/** A state with those it holds, and no transition at all. */
function still(node: typeof chart.root): Still {
  const states = Object.entries(node.states).map(([key, state]) => [key, still(state)] as const);
  const [first] = states;
  return first === undefined ? {} : { initial: first[0], states: Object.fromEntries(states) };
}

/** The chart's states, in which nothing moves but a lamp: any act lights it whose guard alone lets it through. */
const withLamp = setup({ types: { events: {} as MachineEvent } }).createMachine({
  type: "parallel",
  states: {
    ...Object.fromEntries(Object.entries(chart.states).map(([region, node]) => [region, still(node)])),
    lamp: {
      initial: "dark",
      states: {
        dark: { on: Object.fromEntries(actIds.map((act) => [act, { guard: valid(act), target: "lit" }])) },
        lit: {},
      },
    },
  },
});

function lights(situation: Situation, event: ChartEvent): boolean {
  const dark = withLamp.resolveState({ value: { ...toStateValue(situation), lamp: "dark" } });
  return withLamp.getTransitionData(dark, event).length > 0;
}

test("the guard of an act holds exactly when none of its requirements is unmet and it is this relation's to judge", () => {
  fc.assert(
    fc.property(situationArbitrary(), symbolArbitrary(), (situation, event) => {
      expect({ situation, event, valid: lights(situation, event) }).toEqual({
        situation,
        event,
        valid: unmet(situation, event).length === 0 && (event.by !== "other" || actOf(event.type).class === "clock"),
      });
    }),
    { numRuns: ofAll(5000, 600) },
  );
});

test("an act that stands for others leads where they lead, from everywhere", () => {
  const stoodFor = symbols.filter(({ type }) => representative(type) !== type);
  expect(stoodFor.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(situationArbitrary(), fc.constantFrom(...stoodFor), (situation, event) => {
      const instead = { ...event, type: representative(event.type) };
      expect(unmet(situation, event)).toEqual(unmet(situation, instead));
      expect(keyOf(step(situation, event))).toBe(keyOf(step(situation, instead)));
    }),
    { numRuns: ofAll(5000, 600) },
  );
});
