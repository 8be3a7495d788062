/** The envelope that every event wears, and the whole schema of an event of each act. */
import * as z from "zod/mini";
import { frozen, Problem, quoted, scalarText } from "../problem/index.ts";
import { described, inEnglish } from "../schema/index.ts";
import { type ActId, actIds, actOf, type catalogue, isActId } from "./catalogue.ts";
import { claim } from "./claim.ts";
import { code, date, eventDate, type FieldKind, fieldKinds, id, text } from "./fields.ts";
import { nearestAct } from "./find.ts";
import { emptyLists } from "./plain.ts";

/** What every event carries, whatever its act. Lists are always lists here; files may write a single value. */
export const envelope = z.strictObject({
  id,
  act: z.enum(actIds as [ActId, ...ActId[]]),
  version: described(z.int().check(z.minimum(1)), "Version of the act's schema"),
  at: eventDate,
  recordedAt: described(z.optional(date), "When it entered the record"),
  from: described(z.array(code).check(z.maxLength(8)), "Who did it: one actor, or both parties; empty for the clock"),
  to: described(z.array(code).check(z.maxLength(16)), "Whom it was aimed at"),
  because: described(z.array(id).check(z.maxLength(64)), "Ids of the events that caused it"),
  cite: described(z.array(id).check(z.maxLength(64)), "Ids of the sources"),
  claims: z.array(claim).check(z.maxLength(200)),
  after: described(z.optional(id), "Where the day is not known: an event after which it happened"),
  before: described(z.optional(id), "Where the day is not known: an event before which it happened"),
  side: described(z.optional(code), "On which party's side a third state does it"),
  note: z.optional(text),
  source: described(z.optional(z.literal("clock")), "Set on events that the clock made"),
});

/** The envelope without an act's own fields. */
export type Envelope = z.infer<typeof envelope>;

type Fields<A extends ActId> = (typeof catalogue)[A]["fields"];

/** What an event holds in fields of these kinds. */
type Values<F extends Readonly<Record<string, FieldKind>>> = z.infer<
  z.ZodMiniObject<{ -readonly [K in keyof F]: (typeof fieldKinds)[F[K] & FieldKind] }>
>;

type OwnFields<A extends ActId> = keyof Fields<A> extends never ? unknown : Values<Fields<A>>;

/** An event of one act. */
export type EventOf<A extends ActId> = A extends ActId ? Omit<Envelope, "act"> & { act: A } & OwnFields<A> : never;

/** A recorded fact: any act, by somebody, at a time, with its sources. */
export type DiplomaticEvent = Readonly<EventOf<ActId>>;

/** A schema in zod's smaller form, under a name that declarations of others can give. */
export interface Schema<T = unknown> extends z.ZodMiniType<T> {}

const schemas = new Map<ActId, Schema<DiplomaticEvent>>();

/** The envelope alone: its act is one of the catalogue. */
const noAct = envelope as z.ZodMiniType as z.ZodMiniType<DiplomaticEvent>;

/**
 * The zod schema of an event of an act: the envelope and the act's own fields, no other key. Built once, on demand. Of
 * what is no act, whatever its type says, no event is right.
 */
export function eventSchema(act: ActId): Schema<DiplomaticEvent> {
  const cached = schemas.get(act);
  if (cached !== undefined) return cached;
  if (!isActId(act)) return noAct;
  const whole = z.extend(envelope, {
    ...fieldShape(act),
    act: z.literal(act),
  }) as z.ZodMiniType as z.ZodMiniType<DiplomaticEvent>;
  schemas.set(act, whole);
  return whole;
}

/** The zod schemas of an act's own fields. */
export function fieldShape(act: ActId): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(actOf(act).fields).map(([name, kind]) => [name, fieldKinds[kind]]));
}

/** The parts of an event that have no default. */
export type EventDraft<A extends ActId> = A extends ActId
  ? Partial<Omit<Envelope, "act">> & Pick<Envelope, "id" | "at" | "from"> & { act: A } & OwnFields<A>
  : never;

/** Events that were found right, and are frozen: they stay so. */
const madeEvents = new WeakSet<object>();

/**
 * Makes an event from its necessary parts: the lists it lacks are empty, the version is the act's present one.
 * It is frozen, so it need not be checked again; a copy is not.
 *
 * @throws Problem `no-such-act` with the nearest act, `invalid-event` when a field is missing, wrong or unknown
 * @example
 * ```ts
 * import { event } from "demarche";
 * const recall = event({ id: "recall", act: "recall-ambassador", at: "2024-01-17", from: ["PAK"], to: ["IRN"] });
 * recall.because; // => []
 * ```
 */
export function event<A extends ActId>(draft: { readonly act: A } & EventDraft<A>): Readonly<EventOf<A>> {
  const { act }: { readonly act: ActId } = draft;
  if (!isActId(act)) {
    const suggestion = nearestAct(scalarText(act), actIds);
    throw new Problem("no-such-act", `act: ${quoted(act)} is no act of the catalogue.`, { suggestion });
  }
  const read = eventSchema(act).safeParse({ ...emptyLists(), version: actOf(act).version, ...draft }, inEnglish);
  if (!read.success) throw new Problem("invalid-event", faultsOf(read.error), { cause: read.error });
  madeEvents.add(frozen(read.data));
  return read.data as Readonly<EventOf<A>>;
}

/** What a schema found wrong, in one sentence. */
function faultsOf({ issues }: z.core.$ZodError): string {
  return `${issues.map(({ path, message }) => `${path.join(".") || "event"}: ${message}`).join("; ")}.`;
}

/**
 * Whether this very object was made by {@link event}, and so is an event, whatever its type says.
 *
 * @example
 * ```ts
 * import { event, isMade } from "demarche";
 * const recall = event({ id: "recall", act: "recall-ambassador", at: "2024-01-17", from: ["PAK"], to: ["IRN"] });
 * isMade(recall); // => true
 * isMade({ ...recall, at: "some day" }); // => false
 * ```
 */
export function isMade(data: object): data is DiplomaticEvent {
  return madeEvents.has(data);
}
