/** Where spread sweeps stand, as JSON. */
import type * as z from "zod";
import type { Told } from "../../server/index.ts";
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
      dead: [...dead],
      otherwise: [...otherwise],
    })),
  };
}
