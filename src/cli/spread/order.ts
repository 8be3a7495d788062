/** Orders: what a worker is told of a sweep. It makes the same plan of it, or says that it can't. */
import * as z from "zod";
import { MOST_POINTS, MOST_ROWS, type Plan } from "../../futures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { MAX_BYTES, readScenario } from "../../scenario/index.ts";
import { type Options, textsOption } from "../command.ts";
import type { Input } from "../input.ts";
import { model } from "../output/model.ts";
import { model as modelSchema } from "../output/schema/common.ts";
import { type Prepared, prepare } from "../sweep/prepare.ts";
import { hashOf } from "../write.ts";

const name = z.string().max(1000);

const order = z.strictObject({
  model: modelSchema,
  /** What the file was called, for messages. */
  file: name,
  /** The scenario as its author wrote it. */
  text: z.string().max(MAX_BYTES),
  whatIf: name.optional(),
  from: name.optional(),
  futures: z.int().min(1).max(MOST_ROWS),
  points: z.int().min(1).max(MOST_POINTS),
  design: z.enum(["lhs", "grid"]),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  over: z.array(name).max(1000),
});

/** An order. */
export type Order = z.infer<typeof order>;

/** The order of a sweep that was prepared here. */
export function orderOf({ plan, manifest }: Prepared, { file, text }: Input, options: Options): Order {
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

/** The id of a sweep: a digest of all that its plan depends on, the model among it. */
export function idOf({
  model: { version, chart },
  text,
  whatIf,
  from,
  futures,
  points,
  design,
  seed,
  over,
}: Order): string {
  const parts = [version, chart, text, whatIf ?? null, from ?? null, futures, points, design, seed, [...over].sort()];
  return hashOf(JSON.stringify(parts));
}

/** The queue of a model: only workers of that model take from it, so that all shards of a sweep are of one making. */
export function queueOf({ version, chart } = model()): string {
  return `sweep-${version}-${chart}`;
}

/**
 * The plan of an order that came from elsewhere.
 *
 * @param id the id under which it came
 * @throws Problem when it is no order, not that of the id, or no plan can be made of it
 */
export function planOfOrder(text: string, id: string): Plan {
  const read = order.safeParse(parsed(text));
  if (!read.success) {
    const [first] = read.error.issues;
    throw new Problem(
      "unreadable",
      `The order can't be read: ${visibleLine(`${first?.path.join(".")}: ${first?.message}`)}`,
    );
  }
  const { data } = read;
  const here = model();
  if (data.model.version !== here.version || data.model.chart !== here.chart) {
    throw new Problem("changed-sweep", "The order is for another release of demarche than this worker's.");
  }
  if (idOf(data) !== id)
    throw new Problem("changed-sweep", "The order was changed after it was given: its digest is another.");
  const { file, futures, points, seed, design, over, whatIf, from } = data;
  const { scenario, diagnostics } = readScenario(data.text, { file });
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
  return prepare({ scenario, input: { file, text: data.text, hash: hashOf(data.text) } }, { options }).plan;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
