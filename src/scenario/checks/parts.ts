/** What can be said of a file whatever else is wrong with it: its parts, as far as they have the right shape. */

import type { DiplomaticEvent } from "../../events/index.ts";
import { fileEvent } from "../schema/event.ts";
import { type ReadFile, scenarioFile } from "../schema/file.ts";

/** The parts of a file that have the right shape, with their place in it, and all ids that stand anywhere. */
export interface Parts extends Partial<Omit<ReadFile, "events">> {
  /** Events that have the right shape, with their index. */
  readonly events: readonly { readonly event: DiplomaticEvent; readonly index: number }[];
  /** The id of every event, right or wrong, by index. */
  readonly ids: readonly (string | undefined)[];
}

/** The parts of a file that is right as a whole. */
export function partsOf(file: ReadFile): Parts {
  return {
    ...file,
    events: file.events.map((event, index) => ({ event, index })),
    ids: file.events.map(({ id }) => id),
  };
}

/** The parts that are right of a file that is not. */
export function salvage(value: unknown): Parts {
  const raw = isRecord(value) ? value : {};
  const written = Array.isArray(raw["events"]) ? raw["events"] : [];
  const others = Object.entries(scenarioFile.shape)
    .filter(([key]) => key !== "events" && key in raw)
    .flatMap(([key, schema]) => {
      const read = schema.safeParse(raw[key]);
      return read.success ? [[key, read.data]] : [];
    });
  return {
    ...Object.fromEntries(others),
    events: written.flatMap((one: unknown, index) => {
      const read = fileEvent.safeParse(one);
      return read.success ? [{ event: read.data, index }] : [];
    }),
    ids: written.map((one: unknown) => (isRecord(one) && typeof one["id"] === "string" ? one["id"] : undefined)),
  };
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
