/** Doctrines, assumptions and outcomes as files write them. They are read and checked here, and executed elsewhere. */
import { z } from "zod";
import { actIds, fields, parseDuration } from "../../events/index.ts";
import { filePattern } from "./pattern.ts";

/** The classes that a doctrine may answer and an outcome may count. */
export const fileClasses = [
  "statement",
  "protest",
  "threat",
  "display",
  "force",
  "rupture",
  "sanction",
  "contact",
  "conciliation",
  "agreement",
  "third-party",
  "non-state",
] as const;

/** Named strategies. */
export const strategies = [
  "tit-for-tat",
  "tit-for-two-tats",
  "generous-tit-for-tat",
  "contrite-tit-for-tat",
  "grim",
  "win-stay-lose-shift",
  "proportional",
  "bullying",
  "reciprocating",
  "stonewalling",
  "grit",
  "restraint",
] as const;

const actOrClass = z.enum([...fileClasses, ...actIds]);
const share = z.number().min(0).max(1);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/);

const span = z
  .string()
  .refine(isSpan, { error: "not a delay: a duration such as 2d, or a range such as 1d..4d, the shorter first" })
  .describe("A delay: a duration such as 2d, or a range such as 1d..4d");

const delay = z.union([
  span,
  z.strictObject({ triangular: z.tuple([fields.duration, fields.duration, fields.duration]) }),
  z.strictObject({ "log-normal": z.strictObject({ median: fields.duration, p90: fields.duration }) }),
  z.strictObject({ gamma: z.strictObject({ mean: fields.duration, shape: z.number().positive() }) }),
  z.strictObject({ exponential: z.strictObject({ mean: fields.duration }) }),
]);

const rule = z.strictObject({
  answer: z
    .union([actOrClass, z.array(actOrClass).min(1)])
    .optional()
    .describe("An act or class that is answered"),
  every: fields.duration.optional().describe("Or: how often the actor considers it unasked"),
  with: z.enum(actIds as [string, ...string[]]).describe("The act that the actor then proposes"),
  chance: z.union([share, name]).optional().describe("A number from 0 to 1, or the name of an assumption"),
  after: delay.optional(),
  if: filePattern.optional(),
  "at-most": z.number().int().min(1).max(1000).optional(),
});

/** A doctrine: a named strategy with its parameters, or rules. */
export const doctrine = z.union([
  z.object({ use: z.enum(strategies) }).catchall(z.union([z.number(), z.string()])),
  z.array(rule).min(1).max(100),
]);

/** A number that a result rests on. */
export const assumption = z.strictObject({
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).optional(),
  basis: fields.text.optional().describe("Where the number comes from: data with citation, literature, judgement"),
});

const since = { since: fields.id.optional().describe("Count from this event on") } as const;

/** What is observed of a future. */
export const outcome = z.union([
  z.strictObject({ first: filePattern, ...since }),
  z.strictObject({ reached: filePattern, ...since }),
  z.strictObject({ longest: filePattern, ...since }),
  z.strictObject({
    count: z.strictObject({
      act: z.enum(actIds as [string, ...string[]]).optional(),
      class: z.enum(fileClasses).optional(),
      by: fields.code.optional(),
    }),
    ...since,
  }),
  z.strictObject({ final: z.enum(["course", "relations", "posture"]), ...since }),
  z.strictObject({ peak: z.literal("posture"), ...since }),
]);

function isSpan(text: string): boolean {
  const ends = text.split("..").map(parseDuration);
  const [shortest, longest = shortest] = ends;
  return (
    ends.length <= 2 &&
    shortest !== undefined &&
    longest !== undefined &&
    shortest <= longest &&
    !ends.includes(undefined)
  );
}
