/** Events as files write them: single values where lists may stand, no version, no clock. */
import { z } from "zod";
import { type ActId, actIds, actOf, claim, fields } from "../../events/index.ts";

function oneOrMany<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1).max(64)]);
}

const common = {
  id: fields.id,
  at: fields.date,
  recordedAt: fields.date.optional().describe("When it entered the record"),
  version: z.number().int().min(1).optional().describe("Version of the act's schema; the present one by default"),
  from: oneOrMany(fields.code).describe("Who did it: an actor's code, or a list of both parties for a joint act"),
  to: oneOrMany(fields.code).optional().describe("Whom it was aimed at"),
  because: oneOrMany(fields.id).optional().describe("Ids of the earlier events that caused it; prune follows them"),
  cite: oneOrMany(fields.id).describe("Ids of the sources that report it"),
  claims: z.array(claim).max(200).optional().describe("Who claims what about it"),
  note: fields.text.optional().describe("A remark for the reader"),
} as const;

/** The keys that an event may have whatever its act. */
export const commonKeys: readonly string[] = [...Object.keys(common), "act"];

/** The acts that a file may write: all but those of the clock. */
export const fileActs: readonly ActId[] = actIds.filter((id) => actOf(id).class !== "clock");

const variants = fileActs.map((id) => {
  const { definition, fields: own } = actOf(id);
  return z.strictObject({ ...common, act: z.literal(id).describe(definition), ...own }).describe(definition);
});

const [first, ...others] = variants;
if (first === undefined) throw new Error("The catalogue is empty.");

/** An event of any act. */
export const fileEvent = z.discriminatedUnion("act", [first, ...others]);
export type FileEvent = z.infer<typeof fileEvent>;

/** Any keys of an event, for `replace`: what they replace decides whether the whole is valid. */
export const eventPatch = z.looseObject({ act: z.enum(fileActs as [ActId, ...ActId[]]).optional() });
