/** Where spread sweeps stand, as JSON. */
import type * as z from "zod";
import type { Told } from "../spread/board.ts";
import { reasonText } from "../spread/words.ts";
import type { sweepStatusDocument } from "./schema/sweep-status.ts";

/** The sweeps on a server. */
export function statusData(
  server: string,
  workers: number,
  sweeps: readonly Told[],
): z.infer<typeof sweepStatusDocument> {
  return {
    server,
    workers,
    sweeps: sweeps.map(({ sweep, standing: { futures, dead, otherwise, ...counts } }) => ({
      id: sweep.id,
      title: sweep.title,
      begun: sweep.begun.toISOString(),
      futures: sweep.futures,
      shards: sweep.shards,
      ...counts,
      dead: dead.map(({ shard, reason }) => ({ shard, reason: reasonText(reason) })),
      otherwise: [...otherwise],
    })),
  };
}
