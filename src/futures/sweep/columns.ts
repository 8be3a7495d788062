/** Columns: a sweep as one tidy table, a row for each future. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";
import { isTime, type Outcome, statesOf } from "../../scenario/index.ts";
import type { Plan } from "./plan.ts";
import type { SweepRow } from "./sweeper.ts";

/** What stands in one place of the table; null for what was not reached, or is not known. */
export type Cell = number | string | null;

/** One row of the table, by column. */
export type Cells = Readonly<Record<string, Cell>>;

const BEFORE = ["point", "run", "seed"] as const;
const AFTER = ["events", "refused", "status", "reason"] as const;

export interface Tabled {
  readonly over: readonly { readonly name: string }[];
  readonly outcomes: Readonly<Record<string, unknown>>;
}

/** The columns of a sweep's table: what the future is, the assumptions, the outcomes, and how it ended. */
export interface Columns {
  readonly all: readonly string[];
  /** The column of each assumption and of each outcome, in their order. */
  readonly assumptions: readonly string[];
  readonly outcomes: readonly string[];
}

/**
 * The columns of a sweep's table. A name that is taken already has its kind before it: `outcome.run`.
 */
export function columnsOf({ over, outcomes }: Tabled): Columns {
  const taken = new Set<string>([...BEFORE, ...AFTER]);
  const free = (name: string, kind: string): string => {
    const column = taken.has(name) ? `${kind}.${name}` : name;
    taken.add(column);
    return column;
  };
  const assumptionColumns = over.map(({ name }) => free(name, "assumption"));
  const outcomeColumns = Object.keys(outcomes).map((name) => free(name, "outcome"));
  return {
    all: [...BEFORE, ...assumptionColumns, ...outcomeColumns, ...AFTER],
    assumptions: assumptionColumns,
    outcomes: outcomeColumns,
  };
}

/** Makes table rows of rows: times in days, states by name. */
export function cellsOf(plan: Pick<Plan, "over" | "outcomes" | "values">): (row: SweepRow) => readonly Cell[] {
  const kinds = Object.values(plan.outcomes);
  return ({ point, run, seed, values, events, refused, status, reason }) => [
    point,
    run,
    seed,
    ...(plan.values[point] ?? []),
    ...values.map((value, k) => cellOf(value, nth(kinds, k))),
    events,
    refused,
    status,
    reason === "" ? null : reason,
  ];
}

/** Days with four digits, which tell every minute from every other. */
function cellOf(value: number, outcome: Outcome | undefined): Cell {
  if (Number.isNaN(value) || outcome === undefined) return null;
  if (isTime(outcome)) return Number((value / MINUTES_PER_DAY).toFixed(4));
  const states = statesOf(outcome);
  return states.length > 0 ? nth(states, value) : value;
}
