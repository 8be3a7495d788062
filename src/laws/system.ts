/** The system that laws are held to: ours, or a copy in which something was broken on purpose to see them fail. */
import { decide } from "../doctrine/index.ts";
import { fromCloudEvent, toCloudEvent, upcast } from "../events/index.ts";
import { createSimulator } from "../futures/index.ts";
import { advance, branch, extend, fold, inverse } from "../history/index.ts";
import { type Chart, chart, sharedTable, type Table } from "../machine/index.ts";
import { frozen } from "../problem/index.ts";

/** Everything that a law asks. Each part can be replaced by a broken one. */
export interface System {
  readonly table: Table;
  readonly chart: Pick<Chart, "root">;
  readonly fold: typeof fold;
  readonly extend: typeof extend;
  readonly advance: typeof advance;
  readonly branch: typeof branch;
  readonly inverse: typeof inverse;
  readonly decide: typeof decide;
  readonly createSimulator: typeof createSimulator;
  readonly toCloudEvent: typeof toCloudEvent;
  readonly fromCloudEvent: typeof fromCloudEvent;
  readonly upcast: typeof upcast;
}

/** The system as it is. */
export const system: System = {
  table: sharedTable,
  chart,
  fold,
  extend,
  advance,
  branch,
  inverse,
  decide,
  createSimulator,
  toCloudEvent,
  fromCloudEvent,
  upcast,
};
frozen(system);

/** Everything that can be reached, and the chart by which it is reached. */
export interface Space extends Pick<System, "table" | "chart"> {
  /** The numbers of all situations that can be reached. */
  readonly places: readonly number[];
}
