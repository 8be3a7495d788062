/** The whole scenario file as one zod schema: what is written, before references are looked up. */
import * as z from "zod/mini";
import { fields, isZone } from "../../events/index.ts";
import type { Edit } from "../../history/index.ts";
import { described } from "../../schema/index.ts";
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
  .check(z.refine(isZone, { error: "no zone: UTC, an offset such as +05:30, or a name such as Asia/Karachi" }));
const name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/));

const before = described(z.optional(id), "Where among the others of its day: before this event; after them by default");

const writtenEdit = z.union([
  z.strictObject({ drop: described(id, "Takes this event out") }),
  z.strictObject({ add: addedEvent, before }),
  z.strictObject({ move: described(id, "Dates this event otherwise"), to: eventDate, before }),
  z.strictObject({ replace: described(id, "Makes another event of this one"), with: eventPatch, before }),
  z.strictObject({ swap: described(id, "The parties exchange roles from this event on") }),
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

const edit = z.pipe(
  writtenEdit,
  z.transform((one): ReadEdit => {
    if ("drop" in one) return { kind: "drop", id: one.drop };
    if ("swap" in one) return { kind: "swap", id: one.swap };
    const place = dropUndefined({ before: one.before });
    if ("add" in one) return { kind: "add", event: one.add, ...place };
    if ("move" in one) return { kind: "move", id: one.move, to: one.to, ...place };
    return { kind: "replace", id: one.replace, with: one.with, ...place };
  }),
);

const whatIf = z.strictObject({
  because: described(z.optional(text), "Why history might have gone so, in one sentence"),
  edit: z.array(edit).check(z.minLength(1), z.maxLength(1000)),
  then: described(
    z.enum(["keep", "prune", "model", "stop"]),
    "What becomes of later events: keep them, prune the orphaned, let doctrines decide, or stop there",
  ),
  expect: described(
    z.optional(z.array(z.union([expectation, expectedOutcome])).check(z.maxLength(200))),
    "What it reaches; with then: model also what its futures come to",
  ),
  ...contractShape,
  breaks: described(
    z.optional(z.array(id).check(z.minLength(1), z.maxLength(200))),
    "Contracts of the file that this what-if breaks: the others hold of it too",
  ),
});

const lesson = z.strictObject({
  pause: described(id, "Pause after this event"),
  ask: text,
  options: z.array(text).check(z.minLength(2), z.maxLength(12)),
  answer: text,
  because: z.optional(text),
});

/** The scenario file. */
export const scenarioFile = z.strictObject({
  scenario: described(id, "The scenario's name, the same as the file's"),
  title: text,
  purpose: described(z.enum(["teaching", "retrodiction", "exploration"]), "Printed with every result"),
  window: z.strictObject({ from: date, to: date }),
  zone: described(z.optional(zone), "The zone of all dates: UTC, an offset +05:30, or a name such as Asia/Karachi"),
  quiet: described(z.optional(positive), "After so long without a hostile act a crisis fades; 180d by default"),
  parties: z.record(code, z.strictObject({ name: text, cow: z.optional(z.int().check(z.positive())) })),
  others: z.optional(
    z.record(code, z.strictObject({ name: text, kind: z.enum(["state", "organisation", "non-state"]) })),
  ),
  sources: z.record(
    id,
    z.strictObject({
      title: text,
      author: z.optional(text),
      publisher: z.optional(text),
      date: z.optional(date),
      url: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/), z.maxLength(2000))),
    }),
  ),
  opening: z.optional(fileOpening),
  relations: z.optional(relations),
  groups: z.optional(groups),
  alliances: z.optional(alliances),
  mediators: z.optional(mediators),
  context: z.optional(
    z
      .array(
        z.strictObject({
          id,
          at: eventDate,
          what: text,
          cite: z.pipe(
            z.union([id, z.array(id).check(z.minLength(1))]),
            z.transform((cite) => listOf(cite)),
          ),
        }),
      )
      .check(z.maxLength(200)),
  ),
  events: z.array(fileEvent).check(z.minLength(1), z.maxLength(1_000_000)),
  expect: described(z.optional(z.array(expectation).check(z.maxLength(1000))), "What a faithful replay reaches"),
  ...contractShape,
  "what-if": z.optional(z.record(id, whatIf)),
  doctrines: z.optional(z.record(code, doctrine)),
  assume: z.optional(z.record(name, assumption)),
  outcomes: z.optional(z.record(id, outcome)),
  teach: z.optional(z.array(lesson).check(z.maxLength(200))),
});

/** One edit as a file writes it. */
export type FileEdit = z.input<typeof edit>;

/** A scenario file as it is written, where it has the right shape. */
export type ScenarioFile = z.input<typeof scenarioFile>;

/** What a scenario file says, in the types that everything computes with, but for patterns: those name parties. */
export type ReadFile = z.output<typeof scenarioFile>;
