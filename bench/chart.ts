/** The chart: `step` and the table beside xstate's own `transition()` and a running actor. */
import { createActor, transition } from "xstate";
import {
  type ChartEvent,
  chart,
  createTable,
  PEACE,
  situationOf,
  snapshotOf,
  step,
  symbolIndex,
  symbols,
} from "../src/machine/index.ts";
import type { Contender } from "./measure.ts";

/** The same valid and void events for every contender, by a small fixed generator. */
function sequence(length: number): readonly ChartEvent[] {
  let state = 20240116;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return symbols[state % symbols.length] ?? { type: "strike", by: "a" };
  });
}

/** Everyone walks the same events from full normal relations. */
export function chartContenders(): readonly Contender[] {
  const few = sequence(4000);
  const many = sequence(20_000);
  const table = createTable();
  const numbers = Int32Array.from(many, symbolIndex);
  const start = table.idOf(PEACE);
  return [
    {
      name: "transition()",
      run: () => {
        let snapshot = snapshotOf(PEACE);
        for (const event of few) [snapshot] = transition(chart, snapshot, event);
        return few.length;
      },
    },
    {
      name: "actor.send",
      run: () => {
        const actor = createActor(chart).start();
        for (const event of few) actor.send(event);
        situationOf(actor.getSnapshot());
        return few.length;
      },
    },
    {
      name: "step",
      run: () => {
        let situation = PEACE;
        for (const event of many) situation = step(situation, event);
        return many.length;
      },
    },
    {
      name: "table",
      run: () => {
        let id = start;
        for (let lap = 0; lap < 500; lap++) for (const symbol of numbers) id = table.next(id, symbol);
        return id < 0 ? 0 : numbers.length * 500;
      },
    },
  ];
}
