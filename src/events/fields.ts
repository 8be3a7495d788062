/** The zod schemas that acts share for their own fields. */
import * as z from "zod";
import { parseDuration } from "./duration.ts";
import { parseSpan, parseWhen } from "./time.ts";

/** An actor's code: ISO 3166-1 alpha-3 for a state, three to eight capitals or digits for others. */
export const code = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,7}$/)
  .describe("An actor's code, such as IRN or JAA");

/** A date or date-time as text. */
export const date = z
  .string()
  .refine((text) => parseWhen(text) !== undefined, { error: "not a date: YYYY-MM-DD or YYYY-MM-DDThh:mm" })
  .describe("A date YYYY-MM-DD or a date-time YYYY-MM-DDThh:mm with optional Z or offset, as a string");

/** When an event happened, as well as it is known. */
export const eventDate = z
  .string()
  .refine((text) => parseSpan(text) !== undefined, {
    error: "not a date: YYYY-MM-DD or YYYY-MM-DDThh:mm, a month YYYY-MM, a year, or FIRST/LAST for what lasts",
  })
  .describe(
    "A date YYYY-MM-DD or a date-time YYYY-MM-DDThh:mm, a month YYYY-MM or a year, with ~ where it is about then, or FIRST/LAST",
  );

/** A length of time as text. */
export const duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, {
    error: "not a duration: a number and min, h, d or w",
    abort: true,
  })
  .describe("A length of time: a number and min, h, d or w, such as 90d");

/** A non-negative whole number. */
export const count = z.number().int().min(0).max(1_000_000_000);

/** A count known exactly or only as a range from lowest to highest. */
export const range = z
  .union([count, z.tuple([count, count]).refine(([low, high]) => low <= high, { error: "lowest first" })])
  .describe("A number, or [lowest, highest]");

/** A line or a paragraph of text. */
export const text = z.string().min(1).max(4000);

/** An event's identifier. */
export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,127}$/)
  .describe("An identifier in small letters, digits and hyphens");

/** One thing that was agreed: an act, owed by a party or by both, until the end of a day. */
export const term = z.strictObject({
  act: id.describe("The act that is owed"),
  by: z.union([code, z.literal("both")]).describe("Who owes it: a party's code, or both"),
  before: date.optional().describe("Last day or minute on which it is still in time"),
  note: text.optional(),
});

const terms = z.array(term).min(1).max(50);

/**
 * The kinds of field that an act may have of its own, under the names that the catalogue uses; one with ? may be left out.
 */
export const fieldKinds = {
  count,
  id,
  date,
  "date?": date.optional(),
  "deadline?": date.optional().describe("Last day or minute on which it is still in time"),
  "text?": text.optional(),
  "track?": text.optional().describe("The one track of talks that stops, such as trade"),
  "uncertain?": z.union([range, z.literal("unknown")]).optional(),
  "of?": id.optional().describe("The event that is meant: what this one ends, meets or suspends"),
  "mission?": code.optional().describe("Whose mission is meant, where it is not the act's usual one"),
  "late?": z.literal(true).optional(),
  terms,
  "terms?": terms.optional(),
  "agreement-kind?": z
    .enum(["settlement", "truce"])
    .optional()
    .describe("A settlement unless it is a truce, which stops the fighting and settles nothing"),
} as const;

/** The name of a kind of field. */
export type FieldKind = keyof typeof fieldKinds;
