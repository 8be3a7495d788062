/** What the data of many answers have in common: what a result rests on, situations, changes, steps, findings. */

import * as z from "zod/mini";
import { disputesIn } from "../../dossier/index.ts";
import { actIds, actOf, envelope, formatWhen } from "../../events/index.ts";
import type { Resting } from "../../futures/index.ts";
import { changes, type History, type RegionChange, type Step } from "../../history/index.ts";
import { type Dyad, patternWords, type Region } from "../../machine/index.ts";
import { type Finding, regionKey, stateWord } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { findingText, situationData } from "../../views/index.ts";
import type { Crisis } from "../crisis.ts";
import { modelVersion } from "../model.ts";

/** What a schema describes. Data are made once and never changed. */
export type Data<S extends z.ZodMiniType> = Frozen<z.infer<S>>;

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export const model = z.strictObject({
  version: described(z.string(), "Version of the package"),
  chart: described(z.string().check(z.regex(/^[0-9a-f]{16}$/)), "Fingerprint of the chart: equal if it answers alike"),
});

/** What a result rests on. */
export const basis = z.strictObject({
  scenario: described(z.string(), "The scenario's name"),
  title: z.string(),
  purpose: z.enum(["teaching", "retrodiction", "exploration"]),
  between: described(
    z.optional(z.tuple([z.string(), z.string()])),
    "The codes of the two parties of the relation that it is about, where the file follows several",
  ),
  whatIf: described(z.optional(z.string()), "The what-if that it is about, where it is not the record"),
  hash: described(z.string().check(z.regex(/^[0-9a-f]{64}$/)), "SHA-256 of the scenario file's bytes"),
  model,
});

/** What a result rests on: a scenario or a what-if of it, with what only a door knows. */
export interface Basis extends Pick<Crisis, "scenario"> {
  readonly whatIf?: string | undefined;
  /** SHA-256 of the scenario file's bytes, in hexadecimal. */
  readonly hash: string;
  /** The package's version. */
  readonly version: string;
}

/** What every result says that it rests on. */
export function basisData({ scenario, whatIf, hash, version }: Basis): Data<typeof basis> {
  const { name, title, purpose, relations, dyad } = scenario;
  const between = relations.length < 2 ? undefined : ([dyad.a, dyad.b] as const);
  return { scenario: name, title, purpose, between, whatIf, hash, model: modelVersion(version) };
}

export const act = z.enum(actIds as [string, ...string[]]);

/** A situation as scenario files describe one, parties by code. */
export const situation = z.strictObject({
  course: stateOf("course"),
  measures: stateOf("measures"),
  ledger: stateOf("ledger"),
  missions: z.record(
    described(z.string(), "An actor's code"),
    z.enum(patternWords("missionA") as [string, ...string[]]),
  ),
  relations: stateOf("relations"),
  channels: stateOf("channels"),
  posture: stateOf("posture"),
  terms: stateOf("terms"),
} satisfies Record<Exclude<Region, "missionA" | "missionB"> | "missions", z.ZodMiniType>);

function stateOf(region: Region) {
  return described(z.string(), `One of ${patternWords(region).join(", ")}; by-CODE for by-a and by-b`);
}

/** One region that changed. */
export const change = z.strictObject({
  key: described(z.string(), "course, measures, ledger, missions.CODE, relations, channels, posture or terms"),
  from: z.string(),
  to: z.string(),
});

export function changeData({ region, from, to }: RegionChange, dyad: Dyad): Data<typeof change> {
  return { key: regionKey(region, dyad), from: stateWord(from, dyad), to: stateWord(to, dyad) };
}

/** A requirement that failed. */
export const reason = z.strictObject({
  requirement: z.string(),
  sentence: z.string(),
  rule: z.string(),
  remedy: described(z.string(), "What would make the act valid"),
});

/** An event: the envelope and the act's own fields. */
export const eventData = described(
  z.looseObject({ ...envelope.shape, act }),
  "The event as recorded; beside the envelope it has its act's own fields",
);

export const verdict = z.enum(["applied", "noted", "void"]);

export const step = z.strictObject({
  event: eventData,
  label: z.string(),
  class: z.string(),
  verdict,
  changes: z.array(change),
  after: situation,
  disputed: described(z.array(z.string()), "Subjects about which actors' claims on this event differ"),
  reasons: z.array(reason),
});

export function stepData({ event, verdict, before, after, reasons }: Step, dyad: Dyad): Data<typeof step> {
  const { label, class: kind } = actOf(event.act);
  return {
    event,
    label,
    class: kind,
    verdict,
    changes: changes(before, after).map((one) => changeData(one, dyad)),
    after: situationData(after, dyad),
    disputed: disputesIn(event.claims.map((claim) => ({ ...claim, event: event.id }))).map(({ about }) => about),
    reasons,
  };
}

/** A failed expectation or a violated contract. */
export const finding = z.strictObject({
  rule: described(
    z.enum(["expectation", "never", "always", "leads-to", "kept"]),
    "kept: a what-if says that it breaks it",
  ),
  name: described(z.string(), "The date of the expectation, or the contract's name"),
  message: z.string(),
  event: described(z.optional(z.string()), "The event that brought it about"),
});

export function findingData(found: Finding, { dyad }: Pick<History, "dyad">): Data<typeof finding> {
  const message = findingText(found, dyad);
  if (found.kind === "expectation") {
    const event = found.mismatches.find(({ since }) => since !== undefined)?.since?.event.id;
    return { rule: "expectation", name: found.at, message, event };
  }
  return {
    rule: found.kind,
    name: found.name,
    message,
    event: found.kind === "kept" ? undefined : found.step?.event.id,
  };
}

/** A day, or a day and a minute, as a record writes it. */
export function dateData(minute: number): string {
  return formatWhen(minute, "day");
}

export const resting = z.strictObject({
  name: z.string(),
  value: z.number(),
  range: z.optional(z.tuple([z.number(), z.number()])),
  basis: described(z.optional(z.string()), "Where it comes from; absent where nobody said"),
  meaning: z.string(),
  origin: described(z.enum(["file", "default", "strategy", "doctrine"]), "Who says so"),
});

/** The same in a sweep. */
export const assumption = z.strictObject({
  ...resting.shape,
  varied: described(z.boolean(), "Whether its range was swept"),
});

export function restingData({ name, value, range, basis, meaning, origin }: Resting): Data<typeof resting> {
  return { name, value, range, basis, meaning, origin };
}
