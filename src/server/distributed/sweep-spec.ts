/** The spec of a sweep: what a worker gets. The worker makes the same plan from it, or says that it can't. */
import * as z from "zod/mini";
import { findSweepStart, option, planSweep } from "../../crisis/index.ts";
import { digest } from "../../events/index.ts";
import { MOST_POINTS, MOST_ROWS, type Plan } from "../../futures/index.ts";
import { jsonIn, Problem, visibleLine } from "../../problem/index.ts";
import { MAX_BYTES, readScenario } from "../../scenario/index.ts";
import { inEnglish } from "../../schema/index.ts";

const name = z.string().check(z.maxLength(1000));

const model = z.strictObject({ version: z.string(), chart: z.string().check(z.regex(/^[0-9a-f]{16}$/)) });

/** The version of a model: that of the package, and a fingerprint of its chart. */
export type ModelVersion = z.infer<typeof model>;

const schema = z.strictObject({
  model,
  /** What the file was called, for messages. */
  file: name,
  /** The scenario as its author wrote it. */
  text: z.string().check(z.maxLength(MAX_BYTES)),
  whatIf: z.optional(name),
  from: z.optional(name),
  futures: z.int().check(z.minimum(1), z.maximum(MOST_ROWS)),
  points: z.int().check(z.minimum(1), z.maximum(MOST_POINTS)),
  design: z.enum(["lhs", "grid"]),
  seed: z.int().check(z.minimum(0), z.maximum(0xffff_ffff)),
  over: z.array(name).check(z.maxLength(1000)),
});

/** The spec of a sweep. */
export type SweepSpec = z.infer<typeof schema>;

/** The id of a sweep: a digest of everything that its plan depends on, including the model. */
export function idOf({ model: { version, chart }, text, ...spec }: SweepSpec): string {
  const { whatIf = null, from = null, futures, points, design, seed, over } = spec;
  const parts = [version, chart, text, whatIf, from, futures, points, design, seed, [...over].sort()];
  return digest(JSON.stringify(parts));
}

/** The queue of a model: only workers of that model take from it, so that one model computes all shards of a sweep. */
export function queueOf({ version, chart }: ModelVersion): string {
  return `sweep-${version}-${chart}`;
}

/**
 * The plan of a sweep from a spec that may have been changed.
 *
 * @param id the id of the sweep that it came with
 * @param here the model of this worker
 * @throws Problem when it is no spec, does not match the id, is for another model, or no plan can be made from it
 */
export function planOf(text: string, id: string, here: ModelVersion): Plan {
  const spec = readSpec(text, id, here);
  const { scenario, diagnostics } = readScenario(spec.text, { file: spec.file });
  if (scenario === undefined) {
    throw new Problem("unreadable", `The scenario can't be read: ${visibleLine(diagnostics[0]?.message ?? "")}`);
  }
  const { setup } = findSweepStart(scenario, spec, option);
  return planSweep(setup, scenario.outcomes, spec, option).plan;
}

function readSpec(text: string, id: string, here: ModelVersion): SweepSpec {
  const read = schema.safeParse(jsonIn(text), inEnglish);
  if (!read.success) {
    const [first] = read.error.issues;
    const fault = visibleLine(`${first?.path.join(".")}: ${first?.message}`);
    throw new Problem("unreadable", `The spec of the sweep can't be read: ${fault}`);
  }
  const { data } = read;
  if (data.model.version !== here.version || data.model.chart !== here.chart) {
    throw new Problem("changed-sweep", "The sweep is for another release of demarche than this worker's.");
  }
  if (idOf(data) !== id)
    throw new Problem("changed-sweep", "The spec of the sweep was changed after it was given: its digest is another.");
  return data;
}
