/** A sweep over machines: which server, what its workers are told, and its rows as they come. */
import type { RowSource } from "../../crisis/index.ts";
import type { Plan } from "../../futures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { readScenario } from "../../scenario/index.ts";
import type { Order, Posted, Trying } from "../../server/index.ts";
import { type Call, type Options, textOption, textsOption } from "../command.ts";
import type { Input } from "../input.ts";
import { secondsOption, wholeNumber } from "../numbers.ts";
import { model } from "../output/model.ts";
import { VARIABLE } from "../secrets.ts";
import { hashOf } from "../write.ts";
import { type Prepared, prepare } from "./prepare.ts";

/** Seconds after which a shard goes to another worker when nothing is heard of its own, and how often it is tried in all. */
const [PATIENCE, TRIES] = [120, 5];

/** A sweep that was submitted, and whence its rows come. */
interface Spread {
  readonly sweep: Posted;
  readonly source: RowSource;
}

/**
 * The address of the server that the options name, or else the environment.
 *
 * @throws Problem when neither names one
 */
export function addressOption(options: Options): string {
  const address = textOption(options, "on") ?? process.env[VARIABLE];
  if (address !== undefined && address !== "") return address;
  throw new Problem(
    "bad-option",
    `Which server? Name one, --on postgres://user@host:port/database, or set ${VARIABLE} in the environment.`,
  );
}

/** Submits a sweep and hands it over, while the server is open. */
export async function spread<Result>(
  { options, io }: Call,
  input: Input,
  prepared: Prepared,
  use: (spread: Spread) => Promise<Result>,
): Promise<Result> {
  const { gathered, MOST_FUTURES, placeOf, shortId, submit, USUAL, withServer } = await import("../../server/index.ts");
  const wanted = wholeNumber(options, "shard", USUAL, 1, MOST_FUTURES);
  const trying: Trying = {
    patience: Math.round(secondsOption(options, "patience", PATIENCE, 1, 86_000)),
    tries: wholeNumber(options, "tries", TRIES, 1, 100),
  };
  const place = placeOf(addressOption(options));
  const opening = { watch: Math.min(10, Math.ceil(trying.patience / 5)), connections: 2, say: io.say };
  return withServer(place, opening, async (server) => {
    const { plan, manifest } = prepared;
    const sweep = await submit(server, orderOf(prepared, input, options), plan, manifest.title, wanted, trying);
    const shards = sweep.shards === 1 ? "1 shard" : `${sweep.shards} shards`;
    io.say(`Sweep ${shortId(sweep.id)} is on ${place.name}: ${shards}.`);
    const source: RowSource = (job, from, { signal, onDone }) =>
      gathered(server, sweep, job, from, { signal, onDone, trying, say: io.say });
    return use({ sweep, source });
  });
}

/** What a worker is told of a sweep that was prepared here. */
function orderOf({ plan, manifest }: Prepared, { file, text }: Input, options: Options): Order {
  const { whatIf, from } = manifest;
  const { futures, design, seed, points } = plan;
  return {
    model: model(),
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

/**
 * The plan that a worker makes of what it is told.
 *
 * @throws Problem when none can be made of it
 */
export function planFor({ file, text, futures, points, seed, design, over, whatIf, from }: Order): Plan {
  const { scenario, diagnostics } = readScenario(text, { file });
  if (scenario === undefined) {
    throw new Problem("unreadable", `The scenario can't be read: ${visibleLine(diagnostics[0]?.message ?? "")}`);
  }
  const options: Options = {
    futures: String(futures),
    points: String(points),
    seed: String(seed),
    design,
    over,
    whatIf,
    from,
  };
  return prepare({ scenario, input: { file, text, hash: hashOf(text) } }, { options }).plan;
}
