/** Messages about sweeps on a server. */
import { visibleLine } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import type { DeadShard, SubmittedSweep, SweepStatus } from "./port.ts";

/** The first characters of an id: enough to distinguish and name sweeps. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** A sweep and how far it has come: a line for its title, one for its counts, and what went wrong. */
export function statusText(sweep: SubmittedSweep, status: SweepStatus): string {
  const { landed, waiting, active, dead, otherwise } = status;
  const share = Math.floor((landed / sweep.shards) * 100);
  const counts = [
    `${landed} of ${plural(sweep.shards, "shard")} landed, ${share} %`,
    active > 0 ? `${active} under way` : "",
    waiting > 0 ? `${waiting} waiting` : "",
    dead.length > 0 ? `${dead.length} dead` : "",
  ].filter((one) => one !== "");
  const begun = sweep.begun.toISOString().slice(0, 16).replace("T", " ");
  const wrong = [
    ...(dead.length > 0 ? deadText(dead, sweep).trimEnd().split("\n") : []),
    ...(otherwise.length > 0 ? [otherwiseText(otherwise)] : []),
  ];
  return [
    `${shortId(sweep.id)}  ${visibleLine(sweep.title)}`,
    `  ${counts.join(", ")} · ${plural(sweep.futures, "future")} · begun ${begun} UTC`,
    ...wrong.map((text) => `  ${text}`),
  ].join("\n");
}

/** Maximum number of dead shards shown with their reason. */
const MAX_REASONS = 5;

export function deadText(dead: readonly DeadShard[], { id }: SubmittedSweep): string {
  const lines = dead.slice(0, MAX_REASONS).map(({ shard, reason }) => `  shard ${shard}: ${visibleLine(reason)}`);
  const more = dead.length > MAX_REASONS ? [`  and ${dead.length - MAX_REASONS} more`] : [];
  const head = `${plural(dead.length, "shard")} of sweep ${shortId(id)} failed as often as a shard is tried:`;
  return `${[head, ...lines, ...more].join("\n")}\n`;
}

export function otherwiseText(otherwise: readonly number[]): string {
  const some = otherwise.length === 1 ? "shard" : "shards";
  return `Two machines do not compute alike: of ${some} ${otherwise.join(", ")} a second worker made other rows than the first.`;
}
