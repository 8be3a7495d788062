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

/** The lowest and the highest that a count known exactly or as a range can be. */
export function boundsOf(count: number | readonly [number, number]): readonly [low: number, high: number] {
  return typeof count === "number" ? [count, count] : count;
}

/** A count known exactly, as a range, or not at all. */
export const uncertain = z.union([range, z.literal("unknown")]).optional();

/** A line or a paragraph of text. */
export const text = z.string().min(1).max(4000);

/** An event's identifier. */
export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,127}$/)
  .describe("An identifier in small letters, digits and hyphens");

/** Whose mission a mission act means, where it isn't the usual one. */
export const mission = code.optional().describe("Whose mission is meant, where it is not the act's usual one");

/** The fields of an act about a mission. */
export const missionFields = { mission } as const;

/** Another event of the record that this one answers, ends or suspends. */
export const of = id.optional().describe("The event that is meant: what this one ends, meets or suspends");

/** Until when something that was demanded or ordered is to be done. */
export const deadline = date.optional().describe("Last day or minute on which it is still in time");

/** Where and when something is held. */
export const placeFields = { place: text.optional(), on: date.optional() } as const;

/** One thing that was agreed: an act, owed by a party or by both, until the end of a day. */
export const term = z.strictObject({
  act: id.describe("The act that is owed"),
  by: z.union([code, z.literal("both")]).describe("Who owes it: a party's code, or both"),
  before: date.optional().describe("Last day or minute on which it is still in time"),
  note: text.optional(),
});
