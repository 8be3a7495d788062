/** The keys of a file with more than two parties: which relations it follows, and who acts or stands together. */
import * as z from "zod/mini";
import { fields } from "../../events/index.ts";
import { described } from "../../schema/index.ts";
import { delay } from "./delay.ts";
import { fileActs } from "./event.ts";
import { fileOpening } from "./pattern.ts";

export const MAX_PARTIES = 30;

/** A relation, by its two parties in any order. */
export const pair = z.tuple([fields.code, fields.code]);
export type Pair = Readonly<z.infer<typeof pair>>;

export const betweenShape = {
  between: described(z.optional(pair), "Of which relation: its two parties; of the main one by default"),
} as const;

export const relations = described(
  z
    .array(z.strictObject({ between: described(pair, "The two parties"), opening: z.optional(fileOpening) }))
    .check(z.minLength(1), z.maxLength((MAX_PARTIES * (MAX_PARTIES - 1)) / 2)),
  "Which pairs are followed, the main one first; by default every pair between which an act runs",
);

const members = z.array(fields.code).check(z.minLength(2), z.maxLength(MAX_PARTIES));

export const groups = described(
  z.record(fields.id, members),
  "Names for several states, to stand under from and to of an event",
);

export const mediators = described(
  z.literal("need-relations"),
  "In futures nobody mediates between two parties who has broken with one of them",
);

export const alliances = described(
  z
    .array(
      z.strictObject({
        members,
        with: described(z.enum(fileActs), "What a member then does to whoever has used force against another member"),
        chance: described(
          z.optional(z.number().check(z.minimum(0), z.maximum(1))),
          "A number from 0 to 1; certain by default",
        ),
        after: described(z.optional(delay), "How long after: 2d, 1d..4d, or a distribution; at once by default"),
        basis: described(z.optional(fields.text), "Where this comes from: a treaty, data with citation, judgement"),
      }),
    )
    .check(z.maxLength(20)),
  "Who supports whom in futures; without it nothing spreads from one relation to another",
);
