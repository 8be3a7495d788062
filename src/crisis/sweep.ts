/** Sweeps: many futures over the ranges of the assumptions, planned, counted, and kept where there is a place for it. */

import {
  assumptionsOf,
  type Cells,
  createSummary,
  lengthOf,
  modelsOf,
  type Plan,
  planOf,
  type Ranged,
  type Resting,
  rangedOf,
  rowsIn,
  type Setup,
  type Summing,
  type SweepJob,
  type SweepResult,
  type SweepSummary,
  setupFrom,
  type TableWords,
  together,
  unpack,
} from "../futures/index.ts";
import { cutBehind, cutHistory, toldAt } from "../history/index.ts";
import { among, isProblem, Problem } from "../problem/index.ts";
import { evaluateWhatIf, replayScenario, type Scenario } from "../scenario/index.ts";
import { crisisOf } from "./crisis.ts";
import { modelledIn, requireDoctrines, requireModelled } from "./futures.ts";
import type { InputLabel } from "./input-label.ts";
import { cutAt, cutTo } from "./moments.ts";
import { whatIfNamed } from "./names.ts";

/** Where the futures of a sweep begin: after a what-if, or after the record up to a moment. */
export interface SweepStart {
  readonly setup: Setup;
  readonly whatIf?: string;
  /** The moment, as it was given. */
  readonly from?: string;
}

/**
 * Where a sweep begins: after the file's first what-if with `then: model`, unless another or a moment is named.
 *
 * @throws Problem when there is no such place, or no actor has a doctrine
 */
export function findSweepStart(
  scenario: Scenario,
  { from, whatIf }: { readonly from?: string | undefined; readonly whatIf?: string | undefined },
  labelOf: (name: string) => InputLabel,
): SweepStart {
  requireDoctrines(scenario);
  if (from !== undefined && whatIf !== undefined) {
    throw new Problem(
      "bad-option",
      `${labelOf("from")(from)} starts from the record: give it without ${labelOf("what-if")(whatIf)}.`,
    );
  }
  if (from !== undefined) return { setup: setupAt(scenario, from, labelOf("from")), from };
  const name = whatIf === undefined ? firstModelled(scenario, labelOf("from")) : whatIfNamed(whatIf, scenario);
  requireModelled(name, scenario);
  return { setup: modelsOf(scenario, evaluateWhatIf(scenario, name)).edited.setup, whatIf: name };
}

function setupAt(scenario: Scenario, from: string, label: InputLabel): Setup {
  const record = crisisOf(scenario);
  const cut = cutAt(from, record, label);
  const { history } = cutTo(record, cut);
  const count = toldAt(scenario.events, record.history, cut);
  const earlier = scenario.events.slice(0, count);
  const reopened = scenario.events.slice(count);
  const others = scenario.beside.map((one) => {
    const whole = replayScenario(one);
    const { count: steps } = cutBehind(earlier, whole);
    const before = cutHistory(whole, { count: steps, minute: history.now });
    return setupFrom(one, { history: before, reopened, before: earlier });
  });
  return together(scenario, [setupFrom(scenario, { history, reopened, before: earlier }), ...others]);
}

function firstModelled(scenario: Scenario, label: InputLabel): string {
  const [first] = modelledIn(scenario);
  if (first !== undefined) return first;
  throw new Problem("not-modelled", "The file has no what-if with `then: model`.", {
    expected: `Say where the doctrines take over: ${label("DATE")} or ${label("ID")}.`,
  });
}

/** A sweep ready to be run. */
export interface PlannedSweep {
  readonly plan: Plan;
  /** Every number that it rests on. */
  readonly assumptions: readonly Resting[];
  /** Those whose ranges are swept. */
  readonly over: readonly Ranged[];
}

/** How much is swept, and over what. */
export interface SweepSettings {
  readonly futures: number;
  readonly points: number;
  readonly design: "lhs" | "grid";
  readonly seed: number;
  /** Names of assumptions; all that have a range by default. */
  readonly over?: readonly string[];
}

/** Plans a sweep. @throws Problem for an assumption without a range, or a plan that is too large */
export function planSweep(
  setup: Setup,
  outcomes: Scenario["outcomes"],
  { over: names = [], ...settings }: SweepSettings,
  labelOf: (name: string) => InputLabel,
): PlannedSweep {
  const assumptions = assumptionsOf(setup);
  const ranged = rangedOf(assumptions);
  const rangedNames = ranged.map(({ name }) => name);
  const stranger = names.find((name) => !rangedNames.includes(name));
  if (stranger !== undefined) {
    throw new Problem(
      "bad-option",
      `${labelOf("over")(stranger)}: nothing of that name has a range here.`,
      among(stranger, rangedNames, "With a range"),
    );
  }
  const over = names.length === 0 ? ranged : ranged.filter(({ name }) => names.includes(name));
  try {
    return { plan: planOf(setup, outcomes, over, settings), assumptions, over };
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("bad-option", error.message);
    throw error;
  }
}

/** Where the rows of a sweep are worked out: on threads of this machine, or elsewhere; from a row on. */
export type RowSource = (
  job: SweepJob,
  from: number,
  pooling: { readonly signal: AbortSignal; readonly onDone: (futures: number) => void },
) => AsyncIterable<SweepResult>;

export interface SweepStore {
  /** What messages call its rows. */
  readonly words: TableWords;
  readonly format: "csv" | "jsonl";
  readonly columns: readonly string[];
  /** The rows that are there already. */
  readonly rows: () => AsyncIterable<Cells>;
  /** How many they are. */
  readonly done: number;
  /** Adds rows as text. Throws `stopped` where nothing more can be written. */
  readonly append: (text: string) => void;
  /** Says that the table is whole. */
  readonly finish: () => Promise<void>;
}

export interface SweepEnd {
  readonly summary: SweepSummary;
  /** Rows that were there already. */
  readonly before: number;
  /** Why it ended before its end; absent when it did not. */
  readonly stopped?: string;
}

export interface SweepWatch {
  readonly signal: AbortSignal;
  /** Told how many futures are there, those of before among them. */
  readonly onDone?: (futures: number) => void;
}

/** Runs a sweep, or the rest of one that was begun: each row is kept where there is a store, and counted. */
export async function runSweep(
  plan: Plan,
  source: RowSource,
  { signal, onDone = () => undefined }: SweepWatch,
  store?: SweepStore,
): Promise<SweepEnd> {
  const summing = createSummary({ ...plan, length: lengthOf(plan.setup) });
  const before = store === undefined ? 0 : await countStored(store, plan, summing);
  const textFormat = store === undefined ? {} : { format: store.format, columns: store.columns };
  try {
    for await (const { rows, text } of source({ kind: "sweep", plan, ...textFormat }, before, { signal, onDone })) {
      store?.append(text);
      for (const row of unpack(rows, plan)) summing.add(row);
    }
    const summary = summing.summary();
    if (summary.rows < plan.rows) return { summary, before, stopped: "It was stopped." };
    await store?.finish();
    return { summary, before };
  } catch (error) {
    if (isProblem(error, "stopped")) return { summary: summing.summary(), before, stopped: error.message };
    throw error;
  }
}

/** Counts the rows that are kept already, in their order. */
async function countStored(store: SweepStore, plan: Plan, summing: Summing): Promise<number> {
  if (store.done === 0) return 0;
  let count = 0;
  for await (const row of rowsIn(plan, store.rows(), store.words, store.done)) {
    summing.add(row);
    count += 1;
  }
  return count;
}
