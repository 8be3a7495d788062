/** The manifest of a sweep: what its table is of, what it rests on, and the line that makes it again. */
import * as z from "zod";
import { regionNames } from "../../machine/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import { assumption, basis, type Data } from "./common.ts";

const observed = z.strictObject({
  kind: z.enum(Object.keys(outcomeKinds) as [Outcome["kind"], ...Outcome["kind"][]]),
  region: z.enum(regionNames as [string, ...string[]]).optional(),
  observes: z.string().describe("In words"),
});

export const manifestDocument = z.strictObject({
  document: z.literal("demarche-sweep"),
  status: z.enum(["incomplete", "complete"]),
  ...basis.shape,
  from: z.string().optional().describe("Where the record was handed over, where it is not a what-if"),
  start: z.string().describe("The minute from which the doctrines decide, in the scenario's zone"),
  horizon: z.string().describe("The last minute that is simulated, in the scenario's zone"),
  length: z.number().int().describe("Minutes from the first event to the horizon"),
  seed: z.number().int(),
  futures: z.number().int().describe("Futures at each point"),
  points: z.number().int().describe("Points beside the central one, which is point 0"),
  design: z.enum(["lhs", "grid"]),
  rows: z.number().int().describe("Rows of the whole table"),
  table: z.string().describe("The file with the table"),
  format: z.enum(["csv", "jsonl", "parquet"]),
  columns: z.array(z.string()),
  over: z.array(z.string()).describe("The assumptions that are varied, in the order of their columns"),
  assumptions: z.array(assumption),
  outcomes: z.record(z.string(), observed),
  command: z.string(),
});

export type Manifest = Data<typeof manifestDocument>;
