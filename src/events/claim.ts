/** Claims: what an actor says about an event, kept beside what other actors say about it. */

import * as z from "zod/mini";
import { frozen } from "../problem/index.ts";
import { described } from "../schema/index.ts";
import { code, id, range, text } from "./fields.ts";

/** The usual subjects of a claim; any other short word will do too. */
export const claimSubjects: readonly string[] = [
  "target",
  "casualties",
  "intent",
  "responsibility",
  "legality",
  "act",
  "timing",
  "terms",
];
frozen(claimSubjects);

/** A claim as a record carries it. At least one of `says`, `killed`, `injured`, `captured` must be there. */
export const claim = z
  .strictObject({
    by: described(code, "Who claims it"),
    about: described(
      z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/)),
      `What it is about: ${claimSubjects.join(", ")}, or another short word`,
    ),
    says: described(z.optional(text), "What is claimed, in a few words"),
    group: described(z.optional(code), "The non-state group that the claim names"),
    killed: z.optional(range),
    injured: z.optional(range),
    captured: z.optional(range),
    of: described(z.optional(text), "Who the casualties were, such as children"),
    "of-whom": described(
      z.optional(text),
      "A part of a total that is claimed already, such as civilians; it is not added",
    ),
    "instead-of": described(
      z.optional(id),
      "The event about which this later count replaces the same claimant's earlier one",
    ),
    in: described(z.optional(code), "Where the casualties were; by default the country that the event was aimed at"),
  })
  .check(
    z.refine(
      (c) => c.says !== undefined || c.killed !== undefined || c.injured !== undefined || c.captured !== undefined,
      {
        error: "a claim needs says, killed, injured or captured",
      },
    ),
  );

/** One claim. */
export type Claim = z.infer<typeof claim>;
