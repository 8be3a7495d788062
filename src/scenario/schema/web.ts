/** The keys of a file with more than two parties: which relations it follows, and who acts or stands together. */
import * as z from "zod";
import { fields } from "../../events/index.ts";
import { delay } from "./delay.ts";
import { fileActs } from "./event.ts";
import { fileOpening } from "./pattern.ts";

export const MAX_PARTIES = 30;

/** A relation, by its two parties in any order. */
export const pair = z.tuple([fields.code, fields.code]);
export type Pair = Readonly<z.infer<typeof pair>>;

export const betweenShape = {
  between: pair.optional().describe("Of which relation: its two parties; of the main one by default"),
} as const;

export const relations = z
  .array(z.strictObject({ between: pair.describe("The two parties"), opening: fileOpening.optional() }))
  .min(1)
  .max((MAX_PARTIES * (MAX_PARTIES - 1)) / 2)
  .describe("Which pairs are followed, the main one first; by default every pair between which an act runs");

const members = z.array(fields.code).min(2).max(MAX_PARTIES);

export const groups = z
  .record(fields.id, members)
  .describe("Names for several states, to stand under from and to of an event");

export const mediators = z
  .literal("need-relations")
  .describe("In futures nobody mediates between two parties who has broken with one of them");

export const alliances = z
  .array(
    z.strictObject({
      members,
      with: z.enum(fileActs).describe("What a member then does to whoever has used force against another member"),
      chance: z.number().min(0).max(1).optional().describe("A number from 0 to 1; certain by default"),
      after: delay.optional().describe("How long after: 2d, 1d..4d, or a distribution; at once by default"),
      basis: fields.text.optional().describe("Where this comes from: a treaty, data with citation, judgement"),
    }),
  )
  .max(20)
  .describe("Who supports whom in futures; without it nothing spreads from one relation to another");
