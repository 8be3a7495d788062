/** How far the sweeps on a server have come, as data. */
import * as z from "zod/mini";
import { described } from "../../schema/index.ts";
import type { Data } from "./common.ts";

const count = z.int().check(z.minimum(0));

const sweep = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  title: z.string(),
  begun: described(z.string(), "When it was first submitted, ISO 8601"),
  futures: described(count, "Futures of the whole sweep"),
  shards: described(count, "Shards of the whole sweep"),
  landed: described(count, "Shards whose rows are on the server"),
  waiting: described(count, "Shards in the queue, those to be tried again among them"),
  active: described(count, "Shards that a worker has taken"),
  dead: described(
    z.array(z.strictObject({ shard: count, reason: z.string() })),
    "Shards that failed as often as they may",
  ),
  otherwise: described(z.array(count), "Shards of which a second worker made other rows than the first"),
});

export const sweepStatusDocument = z.strictObject({
  server: described(z.string(), "Its address without user and password"),
  workers: described(count, "Workers of which it has heard lately"),
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
