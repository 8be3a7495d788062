/** Rows: what a sweep found out, one future after another, as numbers. */
import type { Doctrine } from "../../doctrine/index.ts";
import { frozen } from "../../problem/index.ts";
import { runKey } from "../chance.ts";
import { compile, type Setup } from "../model.ts";
import { createObserver, type Observer } from "../run.ts";
import type { Chunk, Plan } from "./plan.ts";

/** How a future ended: at the horizon, at the bound on events, or not at all. */
export const statuses = ["done", "bounded", "failed"] as const;
frozen(statuses);

/** How a future ended. */
export type Status = (typeof statuses)[number];

/** One future of a sweep. */
export interface SweepRow {
  readonly point: number;
  readonly run: number;
  /** The key that all its draws derive from, as an unsigned number. */
  readonly seed: number;
  /** The values of the outcomes, in their order; see `Watch` for their units. NaN for what was not reached. */
  readonly values: readonly number[];
  readonly events: number;
  readonly refused: number;
  readonly status: Status;
  /** Why it failed, on one line. */
  readonly reason: string;
}

export type Sweeper = (chunk: Chunk) => readonly SweepRow[];

/** A sweeper. A future that fails is a row with the reason; the others go on. */
export function createSweeper(plan: Plan): Sweeper {
  let at = -1;
  let observer: Observer | Error = new Error("No point has been begun.");
  return ({ start, end }) => {
    const rows: SweepRow[] = [];
    for (let row = start; row < end; row++) {
      const point = Math.floor(row / plan.futures);
      if (point !== at) {
        observer = observerAt(plan, point);
        at = point;
      }
      rows.push(rowOf(plan, observer, point, row % plan.futures));
    }
    return rows;
  };
}

/** The values of a point by the assumptions' names. */
export function valuesAt({ over, values }: Pick<Plan, "over" | "values">, point: number): Record<string, number> {
  return Object.fromEntries(over.map(({ name, value }, k) => [name, values[point]?.[k] ?? value]));
}

/**
 * A setup with other values, by the names that `assumptionsOf` gives: those of assumptions and defaults, and
 * `CODE.parameter` for a strategy's parameter.
 */
export function withValues(setup: Setup, values: Readonly<Record<string, number>>): Setup {
  const assumptions = { ...setup.assumptions };
  const doctrines: Record<string, Doctrine> = { ...setup.doctrines };
  for (const [name, value] of Object.entries(values)) {
    const [code = "", key = ""] = name.split(".");
    const doctrine = Object.hasOwn(doctrines, code) ? doctrines[code] : undefined;
    const own = !Object.hasOwn(assumptions, name) && doctrine?.kind === "strategy";
    if (own) doctrines[code] = { ...doctrine, parameters: { ...doctrine.parameters, [key]: value } };
    else assumptions[name] = { ...assumptions[name], value };
  }
  const { others } = setup;
  const beside = others === undefined ? {} : { others: others.map((other) => withValues(other, values)) };
  return { ...setup, assumptions, doctrines, ...beside };
}

function observerAt(plan: Plan, point: number): Observer | Error {
  try {
    return createObserver(compile(withValues(plan.setup, valuesAt(plan, point))), plan.outcomes, plan);
  } catch (error) {
    return errorOf(error);
  }
}

function rowOf({ seed, outcomes }: Plan, observer: Observer | Error, point: number, run: number): SweepRow {
  const head = { point, run, seed: runKey(seed, run) >>> 0 };
  try {
    if (observer instanceof Error) throw observer;
    const { row, future } = observer.observe(run);
    const { events, refused, bounded } = future;
    return { ...head, values: Array.from(row), events, refused, status: bounded ? "bounded" : "done", reason: "" };
  } catch (error) {
    const values = Object.keys(outcomes).map(() => Number.NaN);
    return {
      ...head,
      values,
      events: 0,
      refused: 0,
      status: "failed",
      reason: errorOf(error).message.replace(/\s+/g, " "),
    };
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
