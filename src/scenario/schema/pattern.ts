/** Patterns as files write them: missions by party code, `by-IRN` beside `by-a`. */
import * as z from "zod/mini";
import { fields, measureKindIds } from "../../events/index.ts";
import { patternWords, type Region } from "../../machine/index.ts";
import { described } from "../../schema/index.ts";

const byParty = /^(reconciliation\.overture\.)?by-[A-Z][A-Z0-9]{1,7}$/;

function states(region: Region) {
  const word = z.enum(patternWords(region));
  return region === "course" || region === "ledger" || region === "measures"
    ? z.union([word, z.string().check(z.regex(byParty, { abort: true }))])
    : word;
}

function oneOrMany(region: Region) {
  return z.union([states(region), z.array(states(region)).check(z.minLength(1), z.maxLength(20))]);
}

export const patternShape = {
  course: described(z.optional(oneOrMany("course")), "The headline, such as strike or reconciliation.talks"),
  measures: described(z.optional(oneOrMany("measures")), "Which parties have measures standing against the other"),
  ledger: described(z.optional(oneOrMany("ledger")), "Who has used force in this crisis"),
  missions: described(
    z.optional(z.record(fields.code, oneOrMany("missionA"))),
    "The mission of each party in the other's capital, by the party's code",
  ),
  relations: described(z.optional(oneOrMany("relations")), "Diplomatic relations as such"),
  channels: described(z.optional(oneOrMany("channels")), "Whether officials talk"),
  posture: described(z.optional(oneOrMany("posture")), "Highest hostility level reached in this crisis"),
  terms: described(z.optional(oneOrMany("terms")), "Whether agreed commitments are still to be carried out"),
} as const satisfies Record<Exclude<Region, "missionA" | "missionB"> | "missions", z.ZodMiniType>;

/** A pattern that is written: who the two sides are is not known yet. */
export const filePattern = described(z.strictObject(patternShape), "A partial description of a situation");
export type PartyPattern = z.infer<typeof filePattern>;

const kind = z.enum(measureKindIds);

/** Where a relation starts: what differs from full normal relations. What stands already is named by party and kind. */
export const fileOpening = described(
  z.strictObject({
    ...patternShape,
    measures: described(
      z.optional(z.record(fields.code, z.union([kind, z.array(kind).check(z.minLength(1), z.maxLength(20))]))),
      "What stands already, by the code of the party whose measure it is",
    ),
  }),
  "Where the relation starts: what differs from full normal relations",
);
export type Opening = z.infer<typeof fileOpening>;
