/** Words: how sweeps, dead shards and shards that came out twice are told of. */
import { visibleLine } from "../../problem/index.ts";
import type { Posted, Standing } from "./jobs.ts";

/** The first characters of an id: enough to tell sweeps apart, and to name one. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** So many dead shards are told with their reason. */
const TOLD = 5;

/** What became of dead shards, a line each. */
export function deadText({ dead }: Pick<Standing, "dead">, { id }: Pick<Posted, "id">): string {
  const lines = dead.slice(0, TOLD).map(({ shard, reason }) => `  shard ${shard}: ${visibleLine(reason)}`);
  const more = dead.length > TOLD ? [`  and ${dead.length - TOLD} more`] : [];
  const many = dead.length === 1 ? "1 shard" : `${dead.length} shards`;
  return `${many} of sweep ${shortId(id)} failed as often as a shard is tried:\n${[...lines, ...more].join("\n")}\n`;
}

/** What is said of shards of which two workers made different rows. */
export function otherwiseText(otherwise: readonly number[]): string {
  const some = otherwise.length === 1 ? "shard" : "shards";
  return `Two machines do not compute alike: of ${some} ${otherwise.join(", ")} a second worker made other rows than the first.`;
}
