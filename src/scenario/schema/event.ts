/** Events as files write them, single values where lists may stand, no version, no clock; and read, as they are everywhere. */
import * as z from "zod/mini";
import {
  type ActId,
  actIds,
  actOf,
  claim,
  type DiplomaticEvent,
  emptyLists,
  fieldShape,
  fields,
} from "../../events/index.ts";
import { described } from "../../schema/index.ts";
import { nearestKey } from "../advice.ts";

export function oneOrMany<T extends z.ZodMiniType>(item: T, max = 64) {
  return z.union([item, z.array(item).check(z.minLength(1), z.maxLength(max))]);
}

const common = {
  id: fields.id,
  at: fields.eventDate,
  recordedAt: described(z.optional(fields.date), "When it entered the record"),
  version: described(
    z.optional(z.int().check(z.minimum(1))),
    "Version of the act's schema; the present one by default",
  ),
  from: described(
    z.union([oneOrMany(fields.code), z.literal("unknown")]),
    "Who did it: an actor's code, the name of a group, a list of all who did it jointly, or unknown",
  ),
  to: described(z.optional(oneOrMany(fields.code)), "Whom it was aimed at: codes, or names of groups"),
  because: described(z.optional(oneOrMany(fields.id)), "Ids of the earlier events that caused it; prune follows them"),
  cite: described(oneOrMany(fields.id), "Ids of the sources that report it"),
  claims: described(z.optional(z.array(claim).check(z.maxLength(200))), "Who claims what about it"),
  after: described(z.optional(fields.id), "Where the day is not known: an event above, after which it happened"),
  before: described(z.optional(fields.id), "Where the day is not known: an event below, before which it happened"),
  side: described(z.optional(fields.code), "On which party's side a third state does it"),
  note: described(z.optional(fields.text), "A remark for the reader"),
} as const;

/** What is invented has no source: an event that an edit adds may do without. */
const unsourced = { ...common, cite: z.optional(common.cite) } as const;

export const commonKeys: readonly string[] = [...Object.keys(common), "act"];

/** The acts that a file may write: all but those of the clock. */
export const fileActs: readonly ActId[] = actIds.filter((id) => actOf(id).class !== "clock");

/** An event of any act, as written. In the record `cite` is always there. */
type WrittenEvent = z.infer<typeof anyEvent.edit> & { readonly act: ActId };

const anyEvent = { record: z.object(common), edit: z.object(unsourced) } as const;

/** Where an event is written: in the record, or in an edit that adds it. */
export type Written = "record" | "edit";

/** The schema of an event of one act. Built when first asked for: a file has a dozen acts, the catalogue seventy. */
export function eventOf(act: ActId, where: Written = "record"): z.ZodMiniObject {
  const cached = variants[where].get(act);
  if (cached !== undefined) return cached;
  const { definition } = actOf(act);
  const keys = where === "record" ? common : unsourced;
  const built = described(
    z.strictObject({ ...keys, act: described(z.literal(act), definition), ...fieldShape(act) }),
    definition,
  );
  variants[where].set(act, built);
  return built;
}

const variants = { record: new Map<ActId, z.ZodMiniObject>(), edit: new Map<ActId, z.ZodMiniObject>() } as const;

export const fileEvent = eventIn("record");

export const addedEvent = eventIn("edit");

function eventIn(where: Written): z.ZodMiniType<DiplomaticEvent, WrittenEvent> {
  const written = z.custom<WrittenEvent>().check(({ value, issues }) => {
    const written: unknown = value;
    const act = actWritten(written);
    const addIssues = (schema: z.ZodMiniType): void => {
      const found = schema.safeParse(written).error?.issues ?? [];
      issues.push(...found.map((issue) => ({ ...issue, input: undefined })));
    };
    if (act !== undefined) {
      addIssues(eventOf(act, where));
    } else if (typeof written !== "object" || written === null || Array.isArray(written)) {
      issues.push({ code: "invalid_type", expected: "object", path: [], input: written });
    } else {
      const misspelt = "act" in written ? [] : Object.keys(written).filter(isAlmostAct);
      if (misspelt.length > 0)
        issues.push({ code: "unrecognized_keys", keys: misspelt, path: [], input: { ...written } });
      issues.push({ code: "invalid_value", values: [...fileActs], path: ["act"], input: written });
      addIssues(anyEvent[where]);
    }
  });
  return z.pipe(written, z.transform(toEvent));
}

/** Whether a key was meant to be `act`: without that it is unknown which other keys are wrong. */
function isAlmostAct(key: string): boolean {
  if (commonKeys.includes(key)) return false;
  return nearestKey(key, ["act"]) !== undefined || key === "type" || key === "action";
}

/** The event with lists where it may have single values, and its version. */
function toEvent(written: WrittenEvent): DiplomaticEvent {
  const { from, to, because, cite, claims = [], ...others } = written;
  const lists = { to: listOf(to), because: listOf(because), cite: listOf(cite), claims };
  const { version } = actOf(written.act);
  const doers = from === "unknown" ? [] : listOf(from);
  return { ...emptyLists(), version, ...others, from: doers, ...lists } as DiplomaticEvent;
}

export function listOf<T>(value: T | readonly T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];
}

/** The act that a written event names, if it is one. */
export function actWritten(written: unknown): ActId | undefined {
  const act = typeof written === "object" && written !== null ? Reflect.get(written, "act") : undefined;
  return fileActs.find((id) => id === act);
}

/** Any keys of an event, for `replace`: what they replace decides whether the whole is valid. */
export const eventPatch = z.looseObject({ act: z.optional(z.enum(fileActs)) });
