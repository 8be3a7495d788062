/** The dossier as data: disputes, casualties, commitments, contacts and scores. */
import * as z from "zod/mini";
import { casualtiesOf, claimsOf, type Dossier, disputesIn } from "../../dossier/index.ts";
import { claim, measureKindIds, measureKinds } from "../../events/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { described } from "../../schema/index.ts";
import { type Data, dateData } from "./common.ts";

const range = described(z.tuple([z.number(), z.number()]), "From the lowest to the highest claim");

const filedClaim = z.looseObject({ ...claim.shape, event: z.string() });

export const status = z.enum(["pending", "kept", "kept late", "suspended", "lapsed"]);

/** One thing that was agreed and is owed. */
export const commitment = z.strictObject({
  id: z.string(),
  event: described(z.string(), "The agreement it comes from"),
  act: z.string(),
  by: z.string(),
  before: z.optional(z.string()),
  doneBy: z.array(z.string()),
  status,
  endedBy: z.optional(z.string()),
});

const score = described(
  z.strictObject({
    from: z.string(),
    to: z.string(),
    goldstein: z.number(),
    plover: z.number(),
    acts: z.int(),
    unscored: described(z.int(), "Acts without a published Goldstein value"),
  }),
  "Published values of acts added up; neither scale is a ladder of escalation",
);

/** One figure, and who it counts. */
const count = z.strictObject({ killed: range, injured: range, captured: range, of: z.optional(z.string()) });

/** The dossier: what is known and owed beside the situation. */
export const dossier = z.strictObject({
  disputes: z.array(z.strictObject({ event: z.string(), about: z.string(), claims: z.array(filedClaim) })),
  casualties: z.array(
    z.strictObject({
      in: described(z.string(), "A country's code, or ? where no claim says"),
      killed: range,
      injured: range,
      tolls: z.array(
        z.strictObject({
          event: z.string(),
          by: z.string(),
          killed: range,
          injured: range,
          captured: range,
          counts: described(z.array(count), "The figures that add up to it"),
          parts: described(z.array(count), "Figures that are parts of it and are not added"),
        }),
      ),
    }),
  ),
  measures: described(
    z.array(
      z.strictObject({
        kind: z.enum(measureKindIds),
        by: z.string(),
        since: z.string(),
        event: described(z.string(), "The event that began it, or opening"),
        holds: described(z.boolean(), "Whether nothing fades while it stands"),
        count: described(
          z.optional(z.union([z.int(), z.tuple([z.int(), z.int()])])),
          "How many persons are held: a number, or the lowest and the highest",
        ),
        until: z.optional(z.string()),
      }),
    ),
    "What stands",
  ),
  deadlines: z.array(z.strictObject({ event: z.string(), act: z.string(), by: z.string(), at: z.string() })),
  truces: z.array(
    z.strictObject({
      event: z.string(),
      brokenBy: z.optional(z.strictObject({ event: z.string(), by: z.array(z.string()) })),
    }),
  ),
  commitments: z.array(commitment),
  contacts: z.strictObject({ count: z.int(), last: z.nullable(z.string()) }),
  scores: z.array(score),
});

export function dossierData(source: Dossier, { a, b }: Dyad): Data<typeof dossier> {
  const { commitments, contacts, scores } = source;
  return {
    disputes: disputesIn(claimsOf(source)),
    casualties: casualtiesOf(source).map(({ tolls, captured: _, ...sums }) => ({ ...sums, tolls })),
    commitments: [...commitments.ended, ...commitments.lapsed, ...commitments.suspended, ...commitments.open].map(
      ({ truce: _, changedBy: __, settles: ___, ...one }) => one,
    ),
    measures: source.measures.map(({ kind, by, since, event, count, until }) => ({
      kind,
      by,
      since: dateData(since),
      event,
      holds: measureKinds[kind].holds,
      count,
      until,
    })),
    deadlines: source.deadlines,
    truces: source.truces,
    contacts,
    scores: [
      { from: a, to: b, ...total(scores.aToB) },
      { from: b, to: a, ...total(scores.bToA) },
    ],
  };
}

function total({ goldstein, plover, acts, unscored }: Dossier["scores"]["aToB"]) {
  return { goldstein, plover, acts, unscored };
}
