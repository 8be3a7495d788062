/** A sweep that is spread from a server: submitted, and then gathered as its rows land. */
import type { RowSource } from "../../crisis/index.ts";
import type { Call } from "../command.ts";
import type { Input } from "../input.ts";
import { secondsOption, wholeNumber } from "../numbers.ts";
import type { Prepared } from "../sweep/prepare.ts";
import type { Posted } from "./board.ts";
import { gathered } from "./gather.ts";
import { orderOf } from "./order.ts";
import { placeOf } from "./place.ts";
import { type Server, withServer } from "./server.ts";
import { MOST_FUTURES, USUAL } from "./shards.ts";
import { submit, type Trying } from "./submit.ts";
import { shortId } from "./words.ts";

/** Seconds after which a shard goes to another worker when nothing is heard of its own, and how often it is tried in all. */
const [PATIENCE, TRIES] = [120, 5];

/** A sweep that was submitted, and whence its rows come. */
interface Spread {
  readonly sweep: Posted;
  readonly source: RowSource;
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
    const source: RowSource = (job, from, { signal, onDone }) =>
      gathered(server, sweep, job, from, { signal, onDone, trying, say: io.say });
    return use({ sweep, source });
  });
}
