/** How far the sweeps on a server have come, as data. */
import * as z from "zod";
import type { Data } from "./common.ts";

const count = z.number().int().min(0);

const sweep = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string(),
  begun: z.string().describe("When it was first submitted, ISO 8601"),
  futures: count.describe("Futures of the whole sweep"),
  shards: count.describe("Shards of the whole sweep"),
  landed: count.describe("Shards whose rows are on the server"),
  waiting: count.describe("Shards in the queue, those to be tried again among them"),
  active: count.describe("Shards that a worker has taken"),
  dead: z
    .array(z.strictObject({ shard: count, reason: z.string() }))
    .describe("Shards that failed as often as they may"),
  otherwise: z.array(count).describe("Shards of which a second worker made other rows than the first"),
});

export const sweepStatusDocument = z.strictObject({
  server: z.string().describe("Its address without user and password"),
  workers: count.describe("Workers of which it has heard lately"),
  sweeps: z.array(sweep),
});

type Sweep = Data<typeof sweep>;

/** A sweep on a server, and how far it has come. */
interface ShownSweep {
  readonly sweep: Pick<Sweep, "id" | "title" | "futures" | "shards"> & { readonly begun: Date };
  readonly status: Pick<Sweep, "landed" | "waiting" | "active" | "dead" | "otherwise">;
}

export function statusData(
  server: string,
  workers: number,
  sweeps: readonly ShownSweep[],
): Data<typeof sweepStatusDocument> {
  return {
    server,
    workers,
    sweeps: sweeps.map(({ sweep: { id, title, begun, futures, shards }, status }) => {
      const { landed, waiting, active, dead, otherwise } = status;
      return { id, title, begun: begun.toISOString(), futures, shards, landed, waiting, active, dead, otherwise };
    }),
  };
}
