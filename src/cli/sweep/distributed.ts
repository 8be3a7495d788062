/** A sweep over machines: its server, the spec for its workers, and its rows as they come. */
import { modelVersion, type RowSource } from "../../crisis/index.ts";
import type { Retries, SubmittedSweep, SweepSpec } from "../../server/index.ts";
import { badOption, type Call, type Options, textOption, textsOption } from "../command.ts";
import type { Input } from "../input.ts";
import { secondsOption, wholeNumber } from "../numbers.ts";
import { packageVersion } from "../package.ts";
import { ADDRESS_VARIABLE } from "../secrets.ts";
import type { Prepared } from "./prepare.ts";

/** Seconds without a report after which a shard goes to another worker, and the total number of tries. */
const [PATIENCE, TRIES] = [120, 5];

/** A sweep that was submitted, and where its rows come from. */
interface Submitted {
  readonly sweep: SubmittedSweep;
  readonly source: RowSource;
}

/** The address of the server in the options, or else in the environment. @throws Problem when neither has one */
export function addressOption(options: Options): string {
  const address = textOption(options, "on") ?? process.env[ADDRESS_VARIABLE];
  if (address !== undefined && address !== "") return address;
  throw badOption(
    `Which server? Name one, --on postgres://user@host:port/database, or set ${ADDRESS_VARIABLE} in the environment.`,
  );
}

/** Submits a sweep to a server and hands it over, while the server is open. */
export async function withDistributedSweep<Result>(
  { options, io }: Call,
  input: Input,
  prepared: Prepared,
  use: (submitted: Submitted) => Promise<Result>,
): Promise<Result> {
  const { MAX_SHARD_SIZE, shortId, SHARD_SIZE, withSweepServer } = await import("../../server/index.ts");
  const size = wholeNumber(options, "shard", SHARD_SIZE, 1, MAX_SHARD_SIZE);
  const retries: Retries = {
    patience: Math.round(secondsOption(options, "patience", PATIENCE, 1, 86_000)),
    tries: wholeNumber(options, "tries", TRIES, 1, 100),
  };
  const opening = { watch: Math.min(10, Math.ceil(retries.patience / 5)), connections: 2, say: io.say };
  return withSweepServer(addressOption(options), opening, async (server) => {
    const { plan, manifest } = prepared;
    const spec = specOf(prepared, input, options);
    const sweep = await server.submit({ spec, plan, title: manifest.title, size, retries });
    const shards = sweep.shards === 1 ? "1 shard" : `${sweep.shards} shards`;
    io.say(`Sweep ${shortId(sweep.id)} is on ${server.name}: ${shards}.`);
    const source: RowSource = (job, from, running) => server.collect(sweep, job, from, { ...running, retries });
    return use({ sweep, source });
  });
}

/** The spec for workers of a sweep that was prepared here. */
function specOf({ plan, manifest }: Prepared, { file, text }: Input, options: Options): SweepSpec {
  const { whatIf, from } = manifest;
  const { futures, design, seed, points } = plan;
  return {
    model: modelVersion(packageVersion()),
    file,
    text,
    ...(from === undefined ? { whatIf } : { from }),
    futures,
    points,
    design,
    seed,
    over: [...textsOption(options, "over")],
  };
}
