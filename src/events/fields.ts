/** The zod schemas that acts share for their own fields. */
import * as z from "zod/mini";
import { described } from "../schema/index.ts";
import { parseDuration } from "./duration.ts";
import { parseSpan, parseWhen } from "./time.ts";

/** An actor's code: ISO 3166-1 alpha-3 for a state, three to eight capitals or digits for others. */
export const code = described(z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,7}$/)), "An actor's code, such as IRN or JAA");

/** A date or date-time as text. */
export const date = described(
  z
    .string()
    .check(z.refine((text) => parseWhen(text) !== undefined, { error: "not a date: YYYY-MM-DD or YYYY-MM-DDThh:mm" })),
  "A date YYYY-MM-DD or a date-time YYYY-MM-DDThh:mm with optional Z or offset, as a string",
);

/** When an event happened, as well as it is known. */
export const eventDate = described(
  z.string().check(
    z.refine((text) => parseSpan(text) !== undefined, {
      error: "not a date: YYYY-MM-DD or YYYY-MM-DDThh:mm, a month YYYY-MM, a year, or FIRST/LAST for what lasts",
    }),
  ),
  "A date YYYY-MM-DD or a date-time YYYY-MM-DDThh:mm, a month YYYY-MM or a year, with ~ where it is about then, or FIRST/LAST",
);

/** A length of time as text. */
export const duration = described(
  z.string().check(
    z.refine((text) => parseDuration(text) !== undefined, {
      error: "not a duration: a number and min, h, d or w",
      abort: true,
    }),
  ),
  "A length of time: a number and min, h, d or w, such as 90d",
);

/** A non-negative whole number. */
export const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

/** A count known exactly or only as a range from lowest to highest. */
export const range = described(
  z.union([count, z.tuple([count, count]).check(z.refine(([low, high]) => low <= high, { error: "lowest first" }))]),
  "A number, or [lowest, highest]",
);

/** A line or a paragraph of text. */
export const text = z.string().check(z.minLength(1), z.maxLength(4000));

/** An event's identifier. */
export const id = described(
  z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,127}$/)),
  "An identifier in small letters, digits and hyphens",
);

/** One thing that was agreed: an act, owed by a party or by both, until the end of a day. */
export const term = z.strictObject({
  act: described(id, "The act that is owed"),
  by: described(z.union([code, z.literal("both")]), "Who owes it: a party's code, or both"),
  before: described(z.optional(date), "Last day or minute on which it is still in time"),
  note: z.optional(text),
});

const terms = z.array(term).check(z.minLength(1), z.maxLength(50));

/**
 * The kinds of field that an act may have of its own, under the names that the catalogue uses; one with ? may be left out.
 */
export const fieldKinds = {
  count,
  id,
  date,
  "date?": z.optional(date),
  "deadline?": described(z.optional(date), "Last day or minute on which it is still in time"),
  "text?": z.optional(text),
  "track?": described(z.optional(text), "The one track of talks that stops, such as trade"),
  "uncertain?": z.optional(z.union([range, z.literal("unknown")])),
  "of?": described(z.optional(id), "The event that is meant: what this one ends, meets or suspends"),
  "mission?": described(z.optional(code), "Whose mission is meant, where it is not the act's usual one"),
  "late?": z.optional(z.literal(true)),
  terms,
  "terms?": z.optional(terms),
  "agreement-kind?": described(
    z.optional(z.enum(["settlement", "truce"])),
    "A settlement unless it is a truce, which stops the fighting and settles nothing",
  ),
} as const;

/** The name of a kind of field. */
export type FieldKind = keyof typeof fieldKinds;
