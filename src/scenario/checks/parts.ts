/** The parts of a file that have the right shape, whatever else is wrong with it. */

import * as z from "zod/mini";
import type { DiplomaticEvent } from "../../events/index.ts";
import { nearestKey, ourWordFor } from "../advice.ts";
import { fileEvent } from "../schema/event.ts";
import { type ReadFile, scenarioFile } from "../schema/file.ts";
import { isRecord, itemsOf } from "../values.ts";
import { areRelationsFromActs } from "../web.ts";

/** The parts of a file that have the right shape, with their place in it, and all ids that stand anywhere. */
export interface Parts extends Partial<Omit<ReadFile, "events">> {
  /** Events that have the right shape, with their index. */
  readonly events: readonly { readonly event: DiplomaticEvent; readonly index: number }[];
  /** The id of every event, right or wrong, by index. */
  readonly ids: readonly (string | undefined)[];
  /** Ids of events that went before these and are not among them, where this is a part of a record. */
  readonly unseen?: readonly string[];
  /** Keys of the top that are written, or meant, and can't be read as a whole. */
  readonly unread: ReadonlySet<string>;
  /** The names that stand under a key of the top, right or wrong. */
  readonly declared: (key: string) => readonly string[];
}

export function partsOf(file: ReadFile): Parts {
  return {
    ...file,
    events: file.events.map((event, index) => ({ event, index })),
    ids: file.events.map(({ id }) => id),
    unread: new Set(),
    declared: (key) => Object.keys(Object(Reflect.get(file, key))),
  };
}

/** What went before the events and can be named by them: entries of context, and events that are not read here. */
export function earlierIds({ context = [], unseen = [] }: Parts): ReadonlySet<string> {
  return new Set([...context.map(({ id }) => id), ...unseen]);
}

/** The parts that are right of a file that is not. */
export function salvage(value: unknown): Parts {
  const raw = isRecord(value) ? value : {};
  const written = itemsOf(raw["events"]);
  const unread = new Set(meantKeys(raw).values());
  for (const part of Object.values(raw).filter(isRecord)) {
    // A key of the top that was indented stands without a value in the part above it.
    for (const key of Object.keys(part)) if (part[key] === null && key in scenarioFile.shape) unread.add(key);
  }
  if (!Array.isArray(raw["events"]) || written.length === 0) unread.add("events");
  const others = Object.entries(scenarioFile.shape)
    .filter(([key]) => key !== "events" && key in raw)
    .flatMap(([key, schema]) => {
      const read = schema.safeParse(raw[key]);
      if (read.success) return [[key, read.data]];
      unread.add(key);
      const entries = entriesOf(key, raw[key]);
      return entries === undefined ? [] : [[key, entries]];
    });
  const events = written.flatMap((one: unknown, index) => {
    const read = fileEvent.safeParse(one);
    return read.success ? [{ event: read.data, index }] : [];
  });
  if (events.length < written.length) unread.add("events");
  return {
    ...Object.fromEntries(others),
    events,
    ids: written.map((one: unknown) => (isRecord(one) && typeof one["id"] === "string" ? one["id"] : undefined)),
    unread,
    declared: (key) => (isRecord(raw[key]) ? Object.keys(raw[key]) : []),
  };
}

/** Keys at the top that the format does not have, and the keys that they were meant to be, which are not there. */
function meantKeys(file: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const lacking = Object.keys(scenarioFile.shape).filter((key) => !(key in file));
  const unknown = Object.keys(file).filter((key) => !(key in scenarioFile.shape));
  return new Map(
    unknown.slice(0, MAX_UNKNOWN).flatMap((key) => {
      const near = nearestKey(key, Object.keys(scenarioFile.shape));
      const meant = [ourWordFor(key, lacking), near].find((one) => one !== undefined && lacking.includes(one));
      return meant === undefined ? [] : [[key, meant] as const];
    }),
  );
}

/** Maximum number of unknown keys at the top that are examined. */
const MAX_UNKNOWN = 100;

/** The entries that are right of a mapping that is not; of the parties none, since both are needed. */
function entriesOf(key: string, value: unknown): object | undefined {
  const field = Reflect.get(scenarioFile.shape, key);
  const schema = field instanceof z.ZodMiniOptional ? field.def.innerType : field;
  if (key === "parties" || !(schema instanceof z.ZodMiniRecord) || !isRecord(value)) return undefined;
  const entries = Object.entries(value).flatMap(([name, one]) => {
    const read = schema.safeParse({ [name]: one });
    return read.success ? Object.entries(Object(read.data)) : [];
  });
  return Object.fromEntries(entries);
}

/** The events whose acts say which relations there are; none where something else says it. */
export function actingEvents(
  { events }: Parts,
  relationKeys: Parameters<typeof areRelationsFromActs>[0],
): readonly DiplomaticEvent[] {
  return areRelationsFromActs(relationKeys) ? events.map(({ event }) => event) : [];
}
