/** A sweep that is spread from a server: submitted, waited for, gathered; or only submitted. */
import { type Call, flag } from "../command.ts";
import { UsageError } from "../exit.ts";
import type { Input } from "../input.ts";
import { secondsOption, wholeNumber } from "../numbers.ts";
import type { Prepared } from "../sweep/prepare.ts";
import type { Source } from "../sweep/run.ts";
import type { Posted } from "./board.ts";
import { gathered } from "./gather.ts";
import { orderOf } from "./order.ts";
import { placeOf } from "./place.ts";
import { type Server, withServer } from "./server.ts";
import { MOST_FUTURES, USUAL } from "./shards.ts";
import { submit, type Trying } from "./submit.ts";
import { shortId } from "./words.ts";

/** Seconds after which a shard that is not back goes to another worker too, and how often it is tried in all. */
const [PATIENCE, TRIES] = [120, 5];

/** Options that say how a sweep is spread, and mean nothing without a server. */
const ofSpreading = ["shard", "patience", "tries", "detach"] as const;

/**
 * Refuses options of spreading where nothing is spread.
 *
 * @throws UsageError naming the first of them
 */
export function refuseWithoutServer({ options }: Pick<Call, "options">): void {
  const given = ofSpreading.find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new UsageError(`--${given} is of a sweep that is spread from a server: give --on too.`);
}

/** A sweep that was submitted, and whence its rows come. */
interface Spread {
  readonly sweep: Posted;
  readonly source: Source;
}

/** Submits a sweep and hands it over, while the server is open. */
export async function spread<Result>(
  { options, io }: Call,
  input: Input,
  prepared: Prepared,
  use: (spread: Spread) => Promise<Result>,
): Promise<Result> {
  const wanted = wholeNumber(options, "shard", USUAL, 1, MOST_FUTURES);
  const trying: Trying = {
    patience: Math.round(secondsOption(options, "patience", PATIENCE, 1, 86_000)),
    tries: wholeNumber(options, "tries", TRIES, 1, 100),
  };
  const place = await placeOf(options);
  const opening = { watch: Math.min(10, Math.ceil(trying.patience / 5)), connections: 2, say: io.say };
  return withServer(place, opening, async (server: Server) => {
    const { plan, manifest } = prepared;
    const sweep = await submit(server, orderOf(prepared, input, options), plan, manifest.title, wanted, trying);
    const shards = sweep.shards === 1 ? "1 shard" : `${sweep.shards} shards`;
    io.say(`Sweep ${shortId(sweep.id)} is on ${place.name}: ${shards}.`);
    const source: Source = (job, from, { signal, onDone }) =>
      gathered(server, sweep, job, from, { signal, onDone, trying, say: io.say });
    return use({ sweep, source });
  });
}

/**
 * Whether the options ask to submit a sweep and not to wait for it.
 *
 * @throws UsageError for an option of the result that nobody waits for
 */
export function detached({ options }: Pick<Call, "options">): boolean {
  if (!flag(options, "detach")) return false;
  const given = ["out", "format", "svg", "json", "width"].find((name) => options[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--detach waits for no result: give --${given} when you gather it.`);
  return true;
}
