/** Relabelling: the same event done by others, wherever it names actors by code. */
import type { DiplomaticEvent } from "./envelope.ts";

/** The keys of an event, its claims and its terms that hold actors' codes. */
const CODES: ReadonlySet<string> = new Set(["from", "to", "by", "group", "in", "mission", "side"]);

/**
 * An event with other codes for its actors. Texts that people wrote stay as they are.
 *
 * @param rename gives the new code of a code; the same one where nothing changes
 * @example
 * ```ts
 * import { event, relabelled } from "demarche";
 * const strike = event({ id: "s", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * relabelled(strike, (code) => (code === "IRN" ? "PAK" : "IRN")).from; // => ["PAK"]
 * ```
 */
export function relabelled(event: DiplomaticEvent, rename: (code: string) => string): DiplomaticEvent {
  return inside(event, rename) as DiplomaticEvent;
}

function inside(value: unknown, rename: (code: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, CODES.has(key) ? renamed(item, rename) : inside(item, rename)]),
  );
}

function renamed(value: unknown, rename: (code: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  return typeof value === "string" ? rename(value) : value;
}
