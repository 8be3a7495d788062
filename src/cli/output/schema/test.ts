/** The schema of `test`. */
import * as z from "zod";
import { actIds } from "../../../events/index.ts";
import { basis, change, eventData, situation, step } from "./common.ts";
import { expectedData } from "./futures.ts";

const count = z.number().int();
const minute = z.string().describe("A minute, UTC");

const counterexample = z.strictObject({
  edits: z.array(z.string()).describe("As YAML in braces; none where it can't be written without chance"),
  then: z.enum(["keep", "prune", "stop"]).optional(),
  before: count.describe("How many edits it had before it was reduced"),
  found: z.strictObject({ number: count, whatIf: z.string().optional().describe("The what-if whose future it is") }),
  steps: z.array(step).describe("What was changed and what followed of it, up to where it broke"),
  brokenAt: minute,
  event: z.string().optional().describe("The event with which it broke; for leads-to, that asked"),
  what: z.string(),
  situation,
  again: z.string(),
});

const claim = z.strictObject({
  name: z.string(),
  kind: z.enum(["never", "always", "leads-to", "law"]),
  standing: z.enum(["held", "broken", "known"]).describe("known: a what-if of the file says that it breaks it"),
  whatIf: z.string().optional(),
  times: count.describe("In how many histories it was broken"),
  histories: count.optional(),
  asked: count.optional().describe("leads-to: how often the first pattern began to hold"),
  near: count.optional().describe("never and always: moments at which one lawful act would have broken it"),
  nearest: z.strictObject({ act: z.string(), event: z.string().optional() }).optional(),
  slowest: z.number().optional().describe("leads-to: the longest that an answer took, in days"),
  counterexample: counterexample.optional(),
});

/** `test --json`. */
export const testDocument = z.strictObject({
  ...basis.shape,
  seed: count,
  runs: count,
  futures: count.describe("Futures of what-ifs of the file that were looked at, all together"),
  says: z.array(z.strictObject({ standing: z.enum(["held", "failed", "undecided", "unjudged"]), text: z.string() })),
  expected: z.array(z.strictObject({ whatIf: z.string(), futures: count, ...expectedData.shape })),
  claims: z.array(claim),
  coverage: z.strictObject({
    histories: count,
    situations: count,
    acts: z.array(
      z.strictObject({ act: z.enum(actIds as [string, ...string[]]), applied: count, noted: count, unlawful: count }),
    ),
    transitions: z.array(z.strictObject({ ...change.shape, count })),
    events: z.array(z.strictObject({ id: eventData.shape.id, line: count, happened: count, unlawful: count })),
    rules: z.array(
      z.strictObject({ by: z.string(), rule: count, line: count, led: count.describe("How often it led to an act") }),
    ),
  }),
});
