/** How far the sweeps on a server have come, as JSON. */
import type * as z from "zod";
import type { SubmittedSweep, SweepStatus } from "../../server/index.ts";
import type { sweepStatusDocument } from "./schema/sweep-status.ts";

/** A sweep, and how far it has come. */
export interface ShownSweep {
  readonly sweep: SubmittedSweep;
  readonly status: SweepStatus;
}

/** The sweeps on a server. */
export function statusData(
  server: string,
  workers: number,
  sweeps: readonly ShownSweep[],
): z.infer<typeof sweepStatusDocument> {
  return {
    server,
    workers,
    sweeps: sweeps.map(({ sweep, status: { futures, dead, otherwise, ...counts } }) => ({
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
