/** Entries: what is written into a journal. A fact is never erased; a correction says what holds in its place. */
import * as z from "zod/mini";
import {
  type ActId,
  actIds,
  type DiplomaticEvent,
  eventSchema,
  fields,
  isActId,
  isMade,
  upcast,
  when,
} from "../events/index.ts";
import { jsonIn, Problem } from "../problem/index.ts";
import { inEnglish } from "../schema/index.ts";

/** A fact. */
export interface EventEntry {
  readonly kind: "event";
  readonly event: DiplomaticEvent;
  /** Releases before the data came alone kept here how a file wrote it. Only the layout of an export uses it. */
  readonly text?: string | undefined;
}

/** What holds in place of a fact that was recorded before. */
export interface Correction {
  readonly kind: "correction";
  /** `correct:` and an id of its own. */
  readonly id: string;
  /** The id of the event that it supersedes. */
  readonly corrects: string;
  /** Why, in one sentence. */
  readonly because: string;
  /** The event as it is now known, under the same id; absent when it is withdrawn. */
  readonly event?: DiplomaticEvent | undefined;
  /** As that of an event. */
  readonly text?: string | undefined;
}

/** The rest of a scenario: everything but its events. The latest one holds. */
export interface FrameEntry {
  readonly kind: "frame";
  readonly id: string;
  /** The scenario's file without its events as JSON: a text, since the order of its keys says who the first party is. */
  readonly file: string;
  /** The file as its author wrote it, with its events and comments. Only the layout of an export uses it. */
  readonly text?: string | undefined;
}

/** A frame as releases before wrote it: the text of a file before its events and after them. */
export interface TextFrameEntry {
  readonly kind: "frame";
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** The first entry of a fork: whose beginning it shares, and up to where. */
export interface ForkEntry {
  readonly kind: "fork";
  readonly id: string;
  /** The stream that it branches from. */
  readonly parent: string;
  /** Number of entries that it shares with its parent. */
  readonly version: number;
  /** The hash of the last record that it shares. */
  readonly digest: string;
}

/** A party's word that it would do an act together with the other. No fact: nothing happens by it alone. */
export interface ProposalEntry {
  readonly kind: "proposal";
  readonly id: string;
  readonly act: ActId;
  /** The party's code. */
  readonly by: string;
  readonly at: string;
}

/** What is written into a journal. */
export type JournalEntry = EventEntry | Correction | FrameEntry | TextFrameEntry | ForkEntry | ProposalEntry;

const idOfKind = (kind: string) => z.string().check(z.regex(new RegExp(`^${kind}:[a-z0-9][a-z0-9/-]{0,140}$`)));
const fileText = z.string().check(z.maxLength(10 * 1024 * 1024));
const streamName = /^(?=.{1,128}$)[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;

/** The name of a stream: small letters, digits and hyphens, in parts divided by slashes, at most 128 characters. */
export const stream = z.string().check(z.regex(streamName));

/** Looked at by the schema of its act, and not twice. */
const loose = z.custom<Loose>(isLoose, { error: "Invalid input: expected an event" });

type Loose = Readonly<Record<string, unknown>>;

function isLoose(data: unknown): data is Loose {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

const mapping = fileText.check(z.refine((text) => isLoose(jsonIn(text)), { error: "expected a mapping as JSON" }));

const schema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("event"), event: loose, text: z.optional(fileText) }),
  z.strictObject({
    kind: z.literal("correction"),
    id: idOfKind("correct"),
    corrects: fields.id,
    because: fields.text,
    event: z.optional(loose),
    text: z.optional(fileText),
  }),
  z.strictObject({ kind: z.literal("frame"), id: idOfKind("frame"), file: mapping, text: z.optional(fileText) }),
  z.strictObject({
    kind: z.literal("fork"),
    id: idOfKind("fork"),
    parent: stream,
    version: z.int().check(z.minimum(1)),
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  z.strictObject({
    kind: z.literal("proposal"),
    id: idOfKind("propose"),
    act: z.enum(actIds as [ActId, ...ActId[]]),
    by: fields.code,
    at: fields.date,
  }),
]);

const textFrame = z.strictObject({
  kind: z.literal("frame"),
  id: idOfKind("frame"),
  before: fileText,
  after: fileText,
});

/**
 * An entry out of data that may be anything, its event lifted to the present version of its act.
 *
 * @throws Problem `invalid-entry`, with everything that is wrong with it
 */
export function entryOf(data: unknown): JournalEntry {
  if (isEventAlone(data)) return { kind: "event", event: eventIn(data.event) };
  const read = (isTextFrame(data) ? textFrame : schema).safeParse(data, inEnglish);
  if (!read.success) throw invalid(read.error);
  // Flat, but for the event, which is looked at by itself.
  if (Object.hasOwn(Object(data), "__proto__")) throw prototypeProblem();
  const entry = read.data;
  if (entry.kind === "event") return { ...entry, event: eventIn(entry.event) };
  if (entry.kind !== "correction" || entry.event === undefined) return entry as JournalEntry;
  const event = eventIn(entry.event);
  if (event.id === entry.corrects) return { ...entry, event };
  throw new Problem("invalid-entry", `${entry.id} corrects ${entry.corrects} by an event called ${event.id}.`);
}

/** What most entries are: nothing but an event. */
function isEventAlone(data: unknown): data is { readonly kind: "event"; readonly event: Loose } {
  return isLoose(data) && data["kind"] === "event" && isLoose(data["event"]) && Object.keys(data).length === 2;
}

function isTextFrame(data: unknown): boolean {
  return isLoose(data) && data["kind"] === "frame" && "before" in data;
}

/** An entry without its text, which only the layout of an export uses: two entries that are equal without it say the same. */
export function dropText(entry: JournalEntry): JournalEntry {
  if (!("text" in entry) || entry.kind === "frame") return entry;
  const { text: _, ...others } = entry;
  return others;
}

/**
 * The same out of an entry, or of an event by itself, which is a fact.
 *
 * @throws Problem `invalid-entry`
 */
export function entryFrom(data: DiplomaticEvent | JournalEntry | Loose): JournalEntry {
  // An agreement has a kind of its own; only events name who did something.
  return "kind" in data && !("from" in data) ? entryOf(data) : { kind: "event", event: eventIn(data) };
}

/** An event out of data that may be anything, lifted to the present version of its act. */
function eventIn(data: Loose): DiplomaticEvent {
  const lifted = upcast(data);
  if (isMade(lifted)) return lifted;
  const act = lifted["act"];
  if (!isActId(act)) {
    throw new Problem("invalid-entry", `event.act: ${JSON.stringify(act) ?? "nothing"} is no act of the catalogue.`);
  }
  const read = eventSchema(act).safeParse(lifted, inEnglish);
  if (!read.success) throw invalid(read.error, "event.");
  refusePrototype(lifted);
  return read.data;
}

/** Refuses the one key that schemas overlook, in data without any other unknown key, which is as deep as its schema at most. */
function refusePrototype(data: object): void {
  if (Object.hasOwn(data, "__proto__")) throw prototypeProblem();
  for (const part of Array.isArray(data) ? data : Object.values(data)) {
    if (typeof part === "object" && part !== null) refusePrototype(part);
  }
}

function prototypeProblem(): Problem {
  return new Problem("invalid-entry", 'entry: Unrecognized key: "__proto__"');
}

/** What a schema found wrong, as an error with a sentence. */
export function invalid({ issues }: z.core.$ZodError, prefix = ""): Problem {
  const messages = issues.slice(0, 20).map(({ path, message }) => `${prefix}${path.join(".") || "entry"}: ${message}`);
  return new Problem("invalid-entry", messages.join("; "));
}

/** What an entry is called: its event's id, or its own. Unique within a stream and what the stream branched from. */
export function idOf(entry: JournalEntry): string {
  return entry.kind === "event" ? entry.event.id : entry.id;
}

/** What an entry can be looked up by beside its id. */
export interface Keys {
  readonly act: string | null;
  /** Codes of all who did it or were aimed at, each between spaces. */
  readonly actors: string;
  /** The first minute of the date on which it happened. */
  readonly valid: number | null;
}

export function keysOf(entry: JournalEntry): Keys {
  const event = entry.kind === "event" || entry.kind === "correction" ? entry.event : undefined;
  if (event === undefined) return { act: null, actors: "", valid: null };
  return { act: event.act, actors: ` ${[...event.from, ...event.to].join(" ")} `, valid: when(event.at).start };
}
