/** Schemas that all JSON outputs share: what a result rests on, situations, events, findings. */
import * as z from "zod";
import { actIds, envelope } from "../../../events/index.ts";
import { patternWords, type Region } from "../../../machine/index.ts";

const code = z.string().describe("An actor's code");

/** The version of the model that made a result. */
export const model = z.strictObject({
  version: z.string().describe("Version of the package"),
  chart: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("Fingerprint of the chart: equal if it answers alike"),
});

/** What a result rests on. */
export const basis = z.strictObject({
  scenario: z.string().describe("The scenario's name"),
  title: z.string(),
  purpose: z.enum(["teaching", "retrodiction", "exploration"]),
  whatIf: z.string().optional().describe("The what-if that it is about, where it is not the record"),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("SHA-256 of the scenario file's bytes"),
  model,
});

/** A situation as scenario files describe one, parties by code. */
export const situation = z.strictObject({
  course: stateOf("course"),
  ledger: stateOf("ledger"),
  missions: z.record(code, z.enum(patternWords("missionA") as [string, ...string[]])),
  relations: stateOf("relations"),
  channels: stateOf("channels"),
  posture: stateOf("posture"),
  terms: stateOf("terms"),
});

/** One region that changed. */
export const change = z.strictObject({
  key: z.string().describe("course, ledger, missions.CODE, relations, channels, posture or terms"),
  from: z.string(),
  to: z.string(),
});

/** A requirement that failed. */
export const reason = z.strictObject({
  requirement: z.string(),
  sentence: z.string(),
  rule: z.string(),
  remedy: z.string().describe("What would make the act lawful"),
});

/** An event: the envelope and the act's own fields. */
export const eventData = z
  .looseObject({ ...envelope.shape, act: z.enum(actIds as [string, ...string[]]) })
  .describe("The event as recorded; beside the envelope it has its act's own fields");

/** A verdict. */
export const verdict = z.enum(["applied", "noted", "unlawful"]);

/** A step of a replay. */
export const step = z.strictObject({
  event: eventData,
  label: z.string(),
  class: z.string(),
  verdict,
  changes: z.array(change),
  after: situation,
  disputed: z.array(z.string()).describe("Subjects about which actors' claims on this event differ"),
  reasons: z.array(reason),
});

/** A failed expectation or a violated contract. */
export const finding = z.strictObject({
  rule: z
    .enum(["expectation", "never", "always", "leads-to", "kept"])
    .describe("kept: a what-if says that it breaks it"),
  name: z.string().describe("The date of the expectation, or the contract's name"),
  message: z.string(),
  event: z.string().optional().describe("The event that brought it about"),
});

function stateOf(region: Region) {
  const words = patternWords(region);
  return z.string().describe(`One of ${words.join(", ")}; by-CODE for by-a and by-b`);
}
