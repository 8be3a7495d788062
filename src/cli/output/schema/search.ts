/** The schemas of `search`: ways, proofs, and the least edit. */
import * as z from "zod";
import { actIds } from "../../../events/index.ts";
import { basis, change, situation } from "./common.ts";

const act = z.enum(actIds as [string, ...string[]]);
const by = z.array(z.string()).describe("Codes of who does it: one party, both for a joint act; empty for the clock");
const count = z.number().int();
const limits = {
  only: z.array(z.string()).describe("Acts, classes and actors that alone were allowed; empty where all were"),
  without: z.array(z.string()).describe("Acts, classes and actors that were forbidden"),
};

const way = z.strictObject({
  steps: z.array(
    z.strictObject({
      act,
      by,
      label: z.string(),
      class: z.string(),
      verdict: z.literal("applied"),
      changes: z.array(change),
      after: situation,
      instead: z.array(z.strictObject({ act, by })).describe("What else that is allowed would have done the same"),
    }),
  ),
  to: situation,
});

/** `search --json`. */
export const searchDocument = z.strictObject({
  ...basis.shape,
  goal: z.string(),
  moment: z.string(),
  from: situation,
  ...limits,
  result: z.enum(["found", "unreachable", "budget"]),
  visited: count.describe("Different situations that were met"),
  expanded: count.describe("How often a situation had every allowed act tried on it"),
  ways: z.array(way).describe("The shortest first; no two have a situation in common but their ends"),
  outOfBudget: z.boolean().optional().describe("Fewer than were wanted, because the budget ended"),
  core: z.string().optional().describe("When unreachable: the least part of the goal that nothing reached matches"),
  reason: z.string().optional(),
  noneWithin: count.optional().describe("When the budget ended: there is no way of so many steps or fewer"),
  closest: z.strictObject({ way, matched: count, of: count }).optional(),
});

/** `search --least-edit --json`. */
export const leastEditDocument = z.strictObject({
  ...basis.shape,
  goal: z.string(),
  never: z.boolean(),
  then: z.enum(["keep", "prune"]),
  most: count,
  ...limits,
  result: z.enum(["found", "none", "budget"]),
  whole: count.describe("Every set of so many edits or fewer was tried"),
  tried: count,
  folded: count,
  answers: z.array(
    z.strictObject({
      edits: z.array(z.string()).describe("Each in the YAML that --edit of what-if takes"),
      orphaned: z.array(z.string()),
      situation,
    }),
  ),
});
