/** Doctrines, assumptions and outcomes as files write them. They are read and checked here, and executed elsewhere. */
import * as z from "zod/mini";
import { type Doctrine, type Rule, usable } from "../../doctrine/index.ts";
import { actIds, fields } from "../../events/index.ts";
import { regionNames } from "../../machine/index.ts";
import { described } from "../../schema/index.ts";
import type { Outcome } from "../outcome.ts";
import { dropUndefined } from "../values.ts";
import { delay, minutes, positive } from "./delay.ts";
import { fileActs, listOf, oneOrMany } from "./event.ts";
import { filePattern, type PartyPattern } from "./pattern.ts";
import { type Pair, pair } from "./web.ts";

/** The classes that a doctrine may answer and an outcome may count. */
const fileClasses = [
  ...(["statement", "protest", "threat", "display", "force", "rupture", "sanction", "contact"] as const),
  ...(["conciliation", "agreement", "third-party", "non-state"] as const),
] as const;

const strategyNames = usable.map(({ id }) => id);
const anyAct = z.enum(actIds);
const handAct = z.enum(fileActs);
const actOrClass = z.enum([...fileClasses, ...actIds]);
const share = z.number().check(z.minimum(0), z.maximum(1));
const name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/));

const rule = z.strictObject({
  answer: described(z.optional(oneOrMany(actOrClass)), "An act or class that is answered"),
  every: described(z.optional(positive), "Or: how often the actor considers it unasked, such as 7d"),
  with: described(handAct, "The act that the actor then proposes"),
  chance: described(
    z.optional(z.union([share, name])),
    "A number from 0 to 1, or the name of an assumption; certain by default",
  ),
  after: described(z.optional(delay), "How long after: 2d, 1d..4d, or a distribution; at once by default"),
  between: described(z.optional(pair), "Only in this relation of the actor; by default in each that it is in"),
  if: described(
    z.optional(
      z.extend(filePattern, {
        between: described(z.optional(pair), "Of this relation; by default of the one in which it acts"),
      }),
    ),
    "Only in a situation like this",
  ),
  "at-most": described(z.optional(z.int().check(z.minimum(1), z.maximum(1000))), "How often at most"),
  basis: described(
    z.optional(fields.text),
    "Where the rule's own numbers come from: data with citation, literature, judgement",
  ),
});

const writtenDoctrine = z.union([
  z.catchall(
    z.object({
      use: described(z.enum(strategyNames), "A named strategy"),
      basis: described(z.optional(fields.text), "Where the parameters that are set here come from"),
      beside: described(
        z.optional(z.array(rule).check(z.minLength(1), z.maxLength(100))),
        "Rules of its own beside the strategy",
      ),
    }),
    z.union([z.number(), z.string()]),
  ),
  z.array(rule).check(z.minLength(1), z.maxLength(100)),
]);

/** A doctrine as a file writes it. Named, since declarations can't say what zod infers of an open object. */
export type WrittenDoctrine =
  | {
      readonly use: string;
      readonly basis?: string | undefined;
      readonly beside?: readonly z.input<typeof rule>[] | undefined;
      readonly [parameter: string]: number | string | readonly z.input<typeof rule>[] | undefined;
    }
  | readonly z.input<typeof rule>[];

/** A rule as a file is read: the relations that it names are by code still. */
export interface ReadRule extends Omit<Rule<PartyPattern>, "elsewhere"> {
  /** The only relation in which it holds. */
  readonly between?: Pair;
  readonly elsewhere?: { readonly between: Pair; readonly pattern: PartyPattern };
}

export type ReadDoctrine =
  | { readonly kind: "rules"; readonly rules: readonly ReadRule[] }
  | (Omit<Extract<Doctrine, { readonly kind: "strategy" }>, "beside"> & { readonly beside?: readonly ReadRule[] });

export const doctrine: z.ZodMiniType<ReadDoctrine, WrittenDoctrine> = z.pipe(
  writtenDoctrine,
  z.transform((one): ReadDoctrine => {
    if (Array.isArray(one)) return { kind: "rules", rules: one.map(toRule) };
    const { use, basis, beside, ...parameters } = one;
    return {
      kind: "strategy",
      use,
      parameters,
      ...dropUndefined({ basis, beside: beside?.map(toRule) }),
    };
  }),
);

function toRule({ every, basis, between, if: when, "at-most": atMost, ...one }: z.infer<typeof rule>): ReadRule {
  const { between: other, ...pattern } = when ?? {};
  return {
    answer: listOf(one.answer),
    ...dropUndefined({ every: every === undefined ? every : minutes(every) }),
    with: one.with,
    chance: one.chance ?? 1,
    after: one.after ?? { kind: "between", least: 0, most: 0 },
    if: other === undefined ? pattern : {},
    ...dropUndefined({ between, elsewhere: other && { between: other, pattern }, atMost, basis }),
  };
}

export const assumption = z.strictObject({
  value: z.number(),
  range: described(z.optional(z.tuple([z.number(), z.number()])), "[lowest, highest] that is thought possible"),
  basis: described(z.optional(fields.text), "Where the number comes from: data with citation, literature, judgement"),
});

const common = {
  since: described(z.optional(fields.id), "Count from this event on"),
  between: described(
    z.optional(pair),
    "Of which relation: its two parties; by default the main one, and for a count all relations",
  ),
} as const;
const finalRegion = z.union([
  z.enum(regionNames.filter((region) => !region.startsWith("mission"))),
  z.string().check(z.regex(/^missions\.[A-Z][A-Z0-9]{1,7}$/, { abort: true })),
]);

const writtenOutcome = z.union([
  z.strictObject({ first: described(filePattern, "How long until a situation like this"), ...common }),
  z.strictObject({ reached: described(filePattern, "Whether a situation like this comes"), ...common }),
  z.strictObject({ longest: described(filePattern, "The longest time spent in a situation like this"), ...common }),
  z.strictObject({
    count: described(
      z
        .strictObject({ act: z.optional(anyAct), class: z.optional(z.enum(fileClasses)), by: z.optional(fields.code) })
        .check(
          z.refine(({ act, class: kind }) => (act === undefined) !== (kind === undefined), {
            error: "not a count: either an act or a class",
          }),
        ),
      "How often an act, or acts of a class, happen",
    ),
    ...common,
  }),
  z.strictObject({ final: described(finalRegion, "Where a region ends, such as course or missions.IRN"), ...common }),
  z.strictObject({ peak: described(z.literal("hostility"), "The highest hostility level, 1 to 5"), ...common }),
]);

/** What is observed of a future. A mission is named by its party still. */
export const outcome = z.pipe(
  writtenOutcome,
  z.transform(({ since, between, ...one }): Outcome<PartyPattern, string> => {
    const from = dropUndefined({ since, between });
    if ("first" in one) return { ...from, kind: "first", pattern: one.first };
    if ("reached" in one) return { ...from, kind: "reached", pattern: one.reached };
    if ("longest" in one) return { ...from, kind: "longest", pattern: one.longest };
    if ("final" in one) return { ...from, kind: "final", region: one.final };
    if ("peak" in one) return { ...from, kind: "peak", of: one.peak };
    const { act, class: kind, by } = one.count;
    return { ...from, kind: "count", what: act ?? kind ?? "force", ...dropUndefined({ by }) };
  }),
);
