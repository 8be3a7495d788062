/** The whole scenario file as one zod schema: what is written, before references are looked up. */
import * as z from "zod";
import { fields, isZone } from "../../events/index.ts";
import type { Edit } from "../../history/index.ts";
import { dropUndefined } from "../values.ts";
import { contractShape, expectation, expectedOutcome } from "./contract.ts";
import { positive } from "./delay.ts";
import { assumption, doctrine, outcome } from "./doctrine.ts";
import { addedEvent, eventPatch, fileEvent, listOf } from "./event.ts";
import { fileOpening } from "./pattern.ts";
import { alliances, groups, mediators, relations } from "./web.ts";

const { code, date, eventDate, id, text } = fields;
const zone = z
  .string()
  .refine(isZone, { error: "no zone: UTC, an offset such as +05:30, or a name such as Asia/Karachi" });
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/);

const before = id.optional().describe("Where among the others of its day: before this event; after them by default");

const writtenEdit = z.union([
  z.strictObject({ drop: id.describe("Takes this event out") }),
  z.strictObject({ add: addedEvent, before }),
  z.strictObject({ move: id.describe("Dates this event otherwise"), to: eventDate, before }),
  z.strictObject({ replace: id.describe("Makes another event of this one"), with: eventPatch, before }),
  z.strictObject({ swap: id.describe("The parties exchange roles from this event on") }),
]);

/** An edit that replaces some keys of an event: which event that makes, the record decides. */
export interface Replacement {
  readonly kind: "replace";
  readonly id: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly before?: string;
}

/** One edit of a file: whole, but for replacements. */
export type ReadEdit = Exclude<Edit, { readonly kind: "replace" }> | Replacement;

const edit = writtenEdit.transform((one): ReadEdit => {
  if ("drop" in one) return { kind: "drop", id: one.drop };
  if ("swap" in one) return { kind: "swap", id: one.swap };
  const place = dropUndefined({ before: one.before });
  if ("add" in one) return { kind: "add", event: one.add, ...place };
  if ("move" in one) return { kind: "move", id: one.move, to: one.to, ...place };
  return { kind: "replace", id: one.replace, with: one.with, ...place };
});

const whatIf = z.strictObject({
  because: text.optional().describe("Why history might have gone so, in one sentence"),
  edit: z.array(edit).min(1).max(1000),
  then: z
    .enum(["keep", "prune", "model", "stop"])
    .describe("What becomes of later events: keep them, prune the orphaned, let doctrines decide, or stop there"),
  expect: z
    .array(z.union([expectation, expectedOutcome]))
    .max(200)
    .optional()
    .describe("What it reaches; with then: model also what its futures come to"),
  ...contractShape,
  breaks: z
    .array(id)
    .min(1)
    .max(200)
    .optional()
    .describe("Contracts of the file that this what-if breaks: the others hold of it too"),
});

const lesson = z.strictObject({
  pause: id.describe("Pause after this event"),
  ask: text,
  options: z.array(text).min(2).max(12),
  answer: text,
  because: text.optional(),
});

/** The scenario file. */
export const scenarioFile = z.strictObject({
  scenario: id.describe("The scenario's name, the same as the file's"),
  title: text,
  purpose: z.enum(["teaching", "retrodiction", "exploration"]).describe("Printed with every result"),
  window: z.strictObject({ from: date, to: date }),
  zone: zone.optional().describe("The zone of all dates: UTC, an offset +05:30, or a name such as Asia/Karachi"),
  quiet: positive.optional().describe("After so long without a hostile act a crisis fades; 180d by default"),
  parties: z.record(code, z.strictObject({ name: text, cow: z.number().int().positive().optional() })),
  others: z
    .record(code, z.strictObject({ name: text, kind: z.enum(["state", "organisation", "non-state"]) }))
    .optional(),
  sources: z.record(
    id,
    z.strictObject({
      title: text,
      author: text.optional(),
      publisher: text.optional(),
      date: date.optional(),
      url: z
        .string()
        .regex(/^https?:\/\/\S+$/)
        .max(2000)
        .optional(),
    }),
  ),
  opening: fileOpening.optional(),
  relations: relations.optional(),
  groups: groups.optional(),
  alliances: alliances.optional(),
  mediators: mediators.optional(),
  context: z
    .array(
      z.strictObject({
        id,
        at: eventDate,
        what: text,
        cite: z.union([id, z.array(id).min(1)]).transform(listOf<string>),
      }),
    )
    .max(200)
    .optional(),
  events: z.array(fileEvent).min(1).max(1_000_000),
  expect: z.array(expectation).max(1000).optional().describe("What a faithful replay reaches"),
  ...contractShape,
  "what-if": z.record(id, whatIf).optional(),
  doctrines: z.record(code, doctrine).optional(),
  assume: z.record(name, assumption).optional(),
  outcomes: z.record(id, outcome).optional(),
  teach: z.array(lesson).max(200).optional(),
});

/** One edit as a file writes it. */
export type FileEdit = z.input<typeof edit>;

/** A scenario file as it is written, where it has the right shape. */
export type ScenarioFile = z.input<typeof scenarioFile>;

/** What a scenario file says, in the types that everything computes with, but for patterns: those name parties. */
export type ReadFile = z.output<typeof scenarioFile>;
