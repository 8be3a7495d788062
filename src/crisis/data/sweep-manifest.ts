/** The manifest of a sweep: what its table is of, what it rests on, and the line that makes it again. */
import * as z from "zod/mini";
import { regionNames } from "../../machine/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { assumption, basis, type Data } from "./common.ts";

const observed = z.strictObject({
  kind: z.enum(Object.keys(outcomeKinds) as [Outcome["kind"], ...Outcome["kind"][]]),
  region: z.optional(z.enum(regionNames as [string, ...string[]])),
  observes: described(z.string(), "In words"),
});

export const manifestDocument = z.strictObject({
  document: z.literal("demarche-sweep"),
  status: z.enum(["incomplete", "complete"]),
  ...basis.shape,
  from: described(z.optional(z.string()), "Where the record was handed over, where it is not a what-if"),
  start: described(z.string(), "The minute from which the doctrines decide, in the scenario's zone"),
  horizon: described(z.string(), "The last minute that is simulated, in the scenario's zone"),
  length: described(z.int(), "Minutes from the first event to the horizon"),
  seed: z.int(),
  futures: described(z.int(), "Futures at each point"),
  points: described(z.int(), "Points beside the central one, which is point 0"),
  design: z.enum(["lhs", "grid"]),
  rows: described(z.int(), "Rows of the whole table"),
  table: described(z.string(), "The file with the table"),
  format: z.enum(["csv", "jsonl", "parquet"]),
  columns: z.array(z.string()),
  over: described(z.array(z.string()), "The assumptions that are varied, in the order of their columns"),
  assumptions: z.array(assumption),
  outcomes: z.record(z.string(), observed),
  command: z.string(),
});

export type Manifest = Data<typeof manifestDocument>;
