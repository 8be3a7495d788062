/** Patterns as files write them: missions by party code, `by-IRN` beside `by-a`. */
import * as z from "zod";
import { fields, measureKindIds } from "../../events/index.ts";
import { patternWords, type Region } from "../../machine/index.ts";

const byParty = /^(reconciliation\.overture\.)?by-[A-Z][A-Z0-9]{1,7}$/;

function states(region: Region) {
  const word = z.enum(patternWords(region));
  return region === "course" || region === "ledger" || region === "measures"
    ? z.union([word, z.string().regex(byParty, { abort: true })])
    : word;
}

function oneOrMany(region: Region) {
  return z.union([states(region), z.array(states(region)).min(1).max(20)]);
}

export const patternShape = {
  course: oneOrMany("course").optional().describe("The headline, such as strike or reconciliation.talks"),
  measures: oneOrMany("measures").optional().describe("Which parties have measures standing against the other"),
  ledger: oneOrMany("ledger").optional().describe("Who has used force in this crisis"),
  missions: z
    .record(fields.code, oneOrMany("missionA"))
    .optional()
    .describe("The mission of each party in the other's capital, by the party's code"),
  relations: oneOrMany("relations").optional().describe("Diplomatic relations as such"),
  channels: oneOrMany("channels").optional().describe("Whether officials talk"),
  posture: oneOrMany("posture").optional().describe("Highest hostility level reached in this crisis"),
  terms: oneOrMany("terms").optional().describe("Whether agreed commitments are still to be carried out"),
} as const satisfies Record<Exclude<Region, "missionA" | "missionB"> | "missions", z.ZodType>;

/** A pattern that is written: who the two sides are is not known yet. */
export const filePattern = z.strictObject(patternShape).describe("A partial description of a situation");
export type PartyPattern = z.infer<typeof filePattern>;

const kind = z.enum(measureKindIds);

/** Where a relation starts: what differs from full normal relations. What stands already is named by party and kind. */
export const fileOpening = z
  .strictObject({
    ...patternShape,
    measures: z
      .record(fields.code, z.union([kind, z.array(kind).min(1).max(20)]))
      .optional()
      .describe("What stands already, by the code of the party whose measure it is"),
  })
  .describe("Where the relation starts: what differs from full normal relations");
export type Opening = z.infer<typeof fileOpening>;
