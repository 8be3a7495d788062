/** Generators for the acts' own fields: one for each name that the catalogue uses, optional ones now and then absent. */
import fc from "fast-check";
import { type ActId, actOf, formatWhen, MINUTES_PER_DAY, neededFields, when } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";

/** First minute of the generated records: 1 January 2024. */
export const START: number = Date.UTC(2024, 0, 1) / 60_000;

/**
 * The own fields of an act, valid for it.
 *
 * @throws RangeError for a field of the catalogue that no generator here makes
 */
export function ownFields(act: ActId, dyad: Dyad): fc.Arbitrary<object> {
  const arbitraries = Object.keys(actOf(act).fields).map((name) => [name, fieldArbitrary(name, dyad)] as const);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: [...neededFields(act)] });
}

export type FieldPool = Readonly<Record<string, unknown>>;

/** Values for all fields, for use where the act is known only later. */
export function fieldPool(dyad: Dyad): fc.Arbitrary<FieldPool> {
  return fc.record(Object.fromEntries(POOLED.map((name) => [name, fieldArbitrary(name, dyad)])));
}

/**
 * The own fields of an act from a pool: the necessary ones, with `full` the others too. No date in them is before a
 * minute. Whose mission is meant is left to the act.
 */
export function fieldsFrom(pool: FieldPool, act: ActId, minute: number, full: boolean): object {
  const own = full ? Object.keys(actOf(act).fields).filter((name) => name !== "mission") : neededFields(act);
  return Object.fromEntries(own.map((name) => [name, shiftDates(pool[name], minute - START)]));
}

/** The smallest fields that an act can have. */
export function requiredSample(act: ActId): object {
  return fieldsFrom(SMALLEST, act, START, false);
}

const SMALLEST: FieldPool = {
  count: 0,
  limit: 0,
  of: "e0",
  deadline: formatWhen(START),
  terms: [{ act: "return-ambassador", by: "both" }],
};
const POOLED = [
  "count",
  "limit",
  "deadline",
  "effective",
  "on",
  "place",
  "demand",
  "form",
  "kind",
  "track",
  "of",
  "terms",
];

/** A value with every date in it as much later; dates of a pool are counted from the first minute of the records. */
function shiftDates(value: unknown, minutes: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shiftDates(one, minutes));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shiftDates(one, minutes)]));
  return typeof value === "string" && DATE.test(value) ? formatWhen(when(value).start + minutes) : value;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function fieldArbitrary(name: string, { a, b }: Dyad): fc.Arbitrary<unknown> {
  const date = fc.nat(500).map((day) => formatWhen(START + day * MINUTES_PER_DAY));
  const makers: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    count: fc.nat(50),
    limit: fc.nat(100),
    outstanding: fc.nat(2),
    deadline: date,
    effective: date,
    on: date,
    mission: fc.constantFrom(a, b),
    place: fc.constantFrom("a third capital", "the border"),
    demand: fc.constantFrom("an apology", "a withdrawal"),
    form: fc.constantFrom("joint statement", "treaty"),
    kind: fc.constantFrom("settlement", "truce"),
    track: fc.constantFrom("trade", "arms control"),
    of: fc.nat(5).map((k) => `e${k}`),
    commitment: fc.constant("e-1"),
    agreement: fc.constant("e"),
    late: fc.constant(true),
    terms: fc.array(
      fc.record(
        {
          act: fc.constantFrom("return-ambassador", "visit", "withdraw-forces"),
          by: fc.constantFrom(a, b, "both"),
          before: date,
          note: fc.constant("as agreed"),
        },
        { requiredKeys: ["act", "by"] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  };
  const arbitrary = makers[name];
  if (arbitrary === undefined)
    throw new RangeError(`No generator makes the field "${name}": add one to src/testing/fields.ts.`);
  return arbitrary;
}
