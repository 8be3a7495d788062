/** Generators for the acts' own fields: one for each name that the catalogue uses, optional ones now and then absent. */
import fc from "fast-check";
import { type ActId, actOf, formatWhen, MINUTES_PER_DAY } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";

/** First minute of the generated records: 1 January 2024. */
export const START: number = Date.UTC(2024, 0, 1) / 60_000;

/**
 * The own fields of an act, valid for it.
 *
 * @throws RangeError for a field of the catalogue that no generator here makes
 */
export function ownFields(act: ActId, dyad: Dyad): fc.Arbitrary<object> {
  const schemas = Object.entries(actOf(act).fields);
  const arbitraries = schemas.map(([name]) => [name, fieldArbitrary(name, dyad)] as const);
  // A field whose schema takes its absence is optional; zod answers that on every kind of schema.
  const requiredKeys = schemas.filter(([, schema]) => !isOptional(schema)).map(([name]) => name);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys });
}

function isOptional(schema: object): boolean {
  return "safeParse" in schema && typeof schema.safeParse === "function" && schema.safeParse(undefined).success;
}

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
    commitment: fc.constant("e-1"),
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
  const made = makers[name];
  if (made === undefined)
    throw new RangeError(`No generator makes the field "${name}": add one to src/testing/fields.ts.`);
  return made;
}
