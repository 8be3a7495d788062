/** Claims: what an actor says about an event, kept beside what other actors say about it. */

import * as z from "zod";
import { frozen } from "../problem/index.ts";
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
    by: code.describe("Who claims it"),
    about: z
      .string()
      .regex(/^[a-z][a-z-]{0,31}$/)
      .describe(`What it is about: ${claimSubjects.join(", ")}, or another short word`),
    says: text.optional().describe("What is claimed, in a few words"),
    group: code.optional().describe("The non-state group that the claim names"),
    killed: range.optional(),
    injured: range.optional(),
    captured: range.optional(),
    of: text.optional().describe("Who the casualties were, such as children"),
    "of-whom": text
      .optional()
      .describe("A part of a total that is claimed already, such as civilians; it is not added"),
    "instead-of": id
      .optional()
      .describe("The event about which this later count replaces the same claimant's earlier one"),
    in: code.optional().describe("Where the casualties were; by default the country that the event was aimed at"),
  })
  .refine(
    (c) => c.says !== undefined || c.killed !== undefined || c.injured !== undefined || c.captured !== undefined,
    {
      error: "a claim needs says, killed, injured or captured",
    },
  );

/** One claim. */
export type Claim = z.infer<typeof claim>;
