/** Witnesses: how often a contract that held was put to the test, and how near any history came to breaking it. */
import { actOf } from "../../events/index.ts";
import type { History, Step } from "../../history/index.ts";
import {
  type ChartEvent,
  isEntitled,
  matches,
  type Pattern,
  type Situation,
  sharedTable,
  symbols,
} from "../../machine/index.ts";
import { type Contract, judgeContract } from "../../scenario/index.ts";

/** How a contract fared in all histories that were looked at. */
export interface Witness {
  readonly histories: number;
  /** For `leads-to`: how often the first pattern began to hold; 0 says that the contract was never asked for anything. */
  readonly asked: number;
  /** At how many moments one valid act would have broken it. Always 0 for `leads-to`. */
  readonly near: number;
  /** The first of these, and the act. */
  readonly nearest?: { readonly step?: Step; readonly act: ChartEvent };
  /** For `leads-to`: the longest that an answer took, in minutes; absent where there was none. */
  readonly slowest?: number;
}

export interface WitnessCounter {
  readonly look: (history: History) => void;
  readonly witness: () => Witness;
}

export function createWitnessCounter(contract: Contract): WitnessCounter {
  let histories = 0;
  let asked = 0;
  let near = 0;
  let nearest: Witness["nearest"];
  let slowest: number | undefined;
  const breaking =
    contract.kind === "leads-to" ? undefined : breakingActFinder(contract.pattern, contract.kind === "always");
  return {
    look: (history) => {
      histories += 1;
      if (contract.kind === "leads-to") {
        asked += judgeContract(contract, history).occasions;
        const took = slowestAnswer(contract.from, contract.to, history);
        if (took !== undefined) slowest = Math.max(slowest ?? 0, took);
        return;
      }
      const act = breaking?.(history.opening);
      if (act !== undefined) {
        near += 1;
        nearest ??= { act };
      }
      for (const step of history.steps) {
        if (step.verdict !== "applied") continue;
        const next = breaking?.(step.after);
        if (next === undefined) continue;
        near += 1;
        nearest ??= { step, act: next };
      }
    },
    witness: () => ({
      histories,
      asked,
      near,
      ...(nearest === undefined ? {} : { nearest }),
      ...(slowest === undefined ? {} : { slowest }),
    }),
  };
}

const possible = symbols
  .map((event, symbol) => ({ event, symbol }))
  .filter(({ event }) => event.detail === undefined && isEntitled(event) && actOf(event.type).class !== "clock");

/** The first act after which a pattern begins to hold, or with `leave` no longer does; each situation is asked once. */
function breakingActFinder(pattern: Pattern, leave: boolean): (situation: Situation) => ChartEvent | undefined {
  const actBySituation = new Map<number, ChartEvent | undefined>();
  return (situation) => {
    const id = sharedTable.idOf(situation);
    if (actBySituation.has(id)) return actBySituation.get(id);
    const found = possible.find(({ symbol }) => {
      const next = sharedTable.next(id, symbol);
      return next !== id && matches(sharedTable.situationOf(next), pattern) !== leave;
    });
    actBySituation.set(id, found?.event);
    return found?.event;
  };
}

/** The longest time from a moment at which the first pattern begins to the first at which the second holds. */
function slowestAnswer(from: Pattern, to: Pattern, { opening, steps, from: start }: History): number | undefined {
  let wasAsked = false;
  let since: number | undefined;
  let slowest: number | undefined;
  const look = (situation: Situation, minute: number): void => {
    const asking = matches(situation, from);
    if (asking && !wasAsked) since ??= minute;
    wasAsked = asking;
    if (since === undefined || !matches(situation, to)) return;
    slowest = Math.max(slowest ?? 0, minute - since);
    since = undefined;
  };
  look(opening, start);
  for (const { after, minute } of steps) look(after, minute);
  return slowest;
}
