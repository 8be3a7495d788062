/** Contracts and expectations as files write them: what is claimed of histories, of a moment, and of many futures. */
import * as z from "zod/mini";
import { fields, when } from "../../events/index.ts";
import { patternWords } from "../../machine/index.ts";
import { described } from "../../schema/index.ts";
import type { Contract, Expectation, Measure, OutcomeExpectation } from "../claims.ts";
import { dropUndefined } from "../values.ts";
import { minutes, positive } from "./delay.ts";
import { listOf, oneOrMany } from "./event.ts";
import { filePattern, type PartyPattern, patternShape } from "./pattern.ts";
import { betweenShape } from "./web.ts";

const { date, id } = fields;

const MAX_CONTRACTS = 200;
const invariant = z.strictObject({ name: id, ...betweenShape, ...patternShape });
const response = z.strictObject({
  name: id,
  ...betweenShape,
  from: described(filePattern, "Whenever a situation like this begins"),
  to: described(filePattern, "a situation like this comes, or is there already"),
  within: described(positive, "after so long at most, such as 30d; a time that is not over at the end leaves it open"),
});

/** The keys under which contracts stand, at the top of a file and in a what-if. */
export const contractShape = {
  never: described(
    z.optional(z.array(invariant).check(z.maxLength(MAX_CONTRACTS))),
    "Contracts: what holds at no moment",
  ),
  always: described(
    z.optional(z.array(invariant).check(z.maxLength(MAX_CONTRACTS))),
    "Contracts: what holds at every moment",
  ),
  "leads-to": described(
    z.optional(z.array(response).check(z.maxLength(MAX_CONTRACTS))),
    "Contracts: what follows what, within a time",
  ),
} as const;

/** Contracts as they stand in a file, those of each kind in a list. */
export type ContractLists = { readonly [K in keyof typeof contractShape]?: z.infer<(typeof contractShape)[K]> };

/** A contract, and where it stands below the place of the lists. */
export interface PlacedContract {
  readonly contract: Contract<PartyPattern>;
  readonly path: readonly PropertyKey[];
}

/** The contracts of a file or a what-if, in the order in which they are reported. */
export function contractsIn({ never, always, "leads-to": responses }: ContractLists): readonly PlacedContract[] {
  const invariants = Object.entries({ never, always }) as ["never" | "always", typeof never][];
  return [
    ...invariants.flatMap(([kind, list = []]) =>
      list.map(({ name, between, ...pattern }, k) => ({
        contract: { kind, name, ...dropUndefined({ between }), pattern },
        path: [kind, k],
      })),
    ),
    ...(responses ?? []).map(({ within, between, ...one }, k) => ({
      contract: { kind: "leads-to" as const, ...one, ...dropUndefined({ between }), within: minutes(within) },
      path: ["leads-to", k],
    })),
  ];
}

export const expectation = z
  .strictObject({
    at: described(z.optional(date), "At the end of this day or minute"),
    after: described(z.optional(id), "In place of at: right after this event"),
    not: described(z.optional(filePattern), "What the situation must not be then"),
    verdict: described(
      z.optional(z.record(id, z.enum(["applied", "noted", "void"]))),
      "The verdicts that events must have, by their ids",
    ),
    ...betweenShape,
    ...patternShape,
  })
  .check(
    z.refine(({ at, after }) => at === undefined || after === undefined, { error: "not both at and after" }),
    z.refine(({ at, after, verdict }) => at !== undefined || after !== undefined || verdict !== undefined, {
      error: "no moment: at with a date, or after with an event",
      // What has no moment is to be held against the other form of an expectation, that of an outcome.
      abort: true,
    }),
  );

export type WrittenExpectation = z.infer<typeof expectation>;

const BOUND_FORM = "not a bound: at-least, at-most or both, the smaller first";

function bounds<T extends z.ZodMiniType>(value: T, numberOf: (value: z.infer<T>) => number) {
  return z.strictObject({ "at-least": z.optional(value), "at-most": z.optional(value) }).check(
    z.refine(({ "at-least": least, "at-most": most }) => least !== undefined || most !== undefined, {
      error: BOUND_FORM,
    }),
    z.refine(
      ({ "at-least": least, "at-most": most }) =>
        least === undefined || most === undefined || numberOf(least) <= numberOf(most),
      { error: BOUND_FORM },
    ),
  );
}

const share = z.number().check(z.minimum(0), z.maximum(1));
const amount = z.number().check(z.minimum(0), z.maximum(1_000_000));
const time = fields.duration;
const course = z.enum(patternWords("course"));
const anyState = z.union([course, z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,63}$/))]);
const numberOf = (value: string | number): number => (typeof value === "number" ? value : minutes(value));

/** What is expected of an outcome over the futures of a what-if: decided by its interval of 95 %, never by the estimate. */
export const expectedOutcome = z.strictObject({
  outcome: described(id, "The name of an outcome of this file, over the futures of this what-if"),
  share: described(z.optional(bounds(share, numberOf)), "The share of futures that come there, from 0 to 1"),
  in: described(z.optional(oneOrMany(anyState, 20)), "With the share of a final state: which states count"),
  mean: described(z.optional(bounds(amount, numberOf)), "The mean of a number"),
  median: described(
    z.optional(bounds(z.union([time, amount]), numberOf)),
    "The median of a time, such as 30d, or of a number",
  ),
});

/** What a file expects of an outcome, every measure that it bounds. */
export type WrittenOutcome = z.infer<typeof expectedOutcome>;

type Written = z.infer<typeof expectation> | WrittenOutcome;

export function isAboutOutcome(one: Written): one is WrittenOutcome {
  return "outcome" in one;
}

export function expectationsIn(list: readonly Written[] = []): readonly Expectation<PartyPattern>[] {
  return list.flatMap((one, index) => {
    if (isAboutOutcome(one)) return [];
    const { at, after, not, verdict: verdicts, between, ...pattern } = one;
    const moment = at ?? (after === undefined ? "" : `after ${after}`);
    const minute = at === undefined ? undefined : when(at).end;
    return [{ index, at: moment, ...dropUndefined({ minute, after, not, verdicts, between }), pattern }];
  });
}

/** The measures in the order in which they are reported. */
export const measures: readonly Measure[] = ["share", "mean", "median"];

/** What a list expects of outcomes, an entry for each measure that it bounds. */
export function outcomeExpectationsIn(list: readonly Written[] = []): readonly OutcomeExpectation[] {
  return list.flatMap((one, index) => {
    if (!isAboutOutcome(one)) return [];
    const { outcome } = one;
    const states = one.in === undefined ? undefined : listOf(one.in);
    const bound = (value?: string | number) => (value === undefined ? undefined : numberOf(value));
    return measures.flatMap((measure): readonly OutcomeExpectation[] => {
      const bounds = one[measure];
      if (bounds === undefined) return [];
      const { "at-least": least, "at-most": most } = bounds;
      return [
        { index, outcome, measure, ...dropUndefined({ in: states, atLeast: bound(least), atMost: bound(most) }) },
      ];
    });
  });
}
