/** `worker`: computes shards of the sweeps on a server, on any machine that reaches it. */

import { availableParallelism, hostname } from "node:os";
import { modelVersion } from "../../crisis/index.ts";
import { type Call, flag } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { secondsOption, wholeNumber } from "../numbers.ts";
import { packageVersion } from "../package.ts";
import { listenForStop } from "../stop-signal.ts";
import { addressOption } from "../sweep/distributed.ts";

/** Seconds between two polls of an empty queue. */
const POLL = 2;

/** Maximum number of connections: each is used briefly, and a server has to serve all workers. */
const CONNECTIONS = 4;

/** Works until it is stopped, or nothing is left. */
export async function run({ options, io }: Call): Promise<ExitCode> {
  const workers = wholeNumber(options, "workers", availableParallelism(), 1, 256);
  const poll = secondsOption(options, "poll", POLL, 0.05, 3600);
  const untilDone = flag(options, "untilDone");
  const { withSweepServer } = await import("../../server/index.ts");
  const address = addressOption(options);
  const opening = {
    watch: Math.max(1, Math.round(poll * 5)),
    worker: hostname(),
    connections: Math.min(workers + 1, CONNECTIONS),
    say: io.say,
  };
  const stopping = listenForStop();
  try {
    const { landed, failed, refused } = await withSweepServer(address, opening, async (server) => {
      const shards = workers === 1 ? "one shard" : `${workers} shards`;
      io.say(
        `Working for ${server.name}: ${shards} at a time, until ${untilDone ? "nothing is left" : "it is stopped"}.`,
      );
      const { signal } = stopping;
      return server.work({ workers, poll: poll * 1000, untilDone, signal, model: modelVersion(packageVersion()) });
    });
    const some = (count: number, what: string): string => (count === 0 ? "" : `, ${count} ${what}`);
    io.say(`Done: ${landed} landed${some(failed, "failed")}${some(refused, "put aside")}.`);
    return exitCodes.fine;
  } finally {
    stopping.release();
  }
}
