/** First passages: whether an outcome is ever reached, and how long that takes, without a horizon and a quiet period. */
import { nth, numberAt } from "../../problem/index.ts";
import { type Chain, reachableFrom, type Weights } from "./chain.ts";
import { notExact } from "./obstacles.ts";
import { type Solved, type SparseRow, solveSparse } from "./solve.ts";

/** First passages from weights on. */
export interface Passage {
  /** The weight that is ever decided. */
  readonly decided: number;
  /** The sum of times until then, weighted; the undecided left out. In minutes. */
  readonly time: number;
  readonly error: number;
}

/**
 * First passages from a distribution on. The chance h of a state is that of its successors, and the time g likewise with
 * h over the rate added: x = P x + c twice, on the states from which a decision can be reached at all.
 */
export function passageFrom(chain: Chain, from: Weights): Passage {
  const all = reachableFrom(chain, from.keys());
  const deciding = statesThatDecide(chain, all);
  const ids = all.filter((id) => deciding.has(id));
  if (ids.length === 0) return { decided: 0, time: 0, error: 0 };
  const place = new Map(ids.map((id, k) => [id, k]));
  const rates = ids.map((id) => chain.ratesOf(id));
  const rows = rates.map(({ to, rate, total }) => {
    const edges = to.flatMap((id, k) => {
      const at = place.get(id);
      return at === undefined ? [] : [[at, nth(rate, k) / total] as const];
    });
    return { to: edges.map(([at]) => at), share: edges.map(([, share]) => share) };
  });
  const chances = solveEquations(
    rows,
    rates.map(({ decided, total }) => decided / total),
  );
  const times = solveEquations(
    rows,
    [...chances.value].map((chance, k) => chance / nth(rates, k).total),
  );
  let decided = 0;
  let time = 0;
  for (const [id, weight] of from) {
    const at = place.get(id);
    if (at === undefined) continue;
    decided += weight * numberAt(chances.value, at);
    time += weight * numberAt(times.value, at);
  }
  return { decided, time, error: chances.error };
}

function statesThatDecide(chain: Chain, ids: readonly number[]): ReadonlySet<number> {
  const steps = ids.flatMap((from) => chain.ratesOf(from).to.map((to) => ({ from, to })));
  const before = Map.groupBy(steps, ({ to }) => to);
  const deciding = new Set(ids.filter((id) => chain.ratesOf(id).decided > 0));
  for (const id of deciding) for (const { from } of before.get(id) ?? []) deciding.add(from);
  return deciding;
}

function solveEquations(rows: readonly SparseRow[], constant: readonly number[]): Solved {
  const [solution] = solveSparse(rows, [constant]) ?? [];
  if (solution !== undefined) return solution;
  throw notExact(
    "too-much-work",
    "The equations of first passages did not converge: rules answer each other for very long before anything is decided.",
  );
}
