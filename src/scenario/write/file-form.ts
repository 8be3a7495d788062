/** An event as a file writes it, and whether two say the same. */
import { actOf, canonical, type DiplomaticEvent, isActId, upcast } from "../../events/index.ts";
import { isProblem } from "../../problem/index.ts";
import { isRecord } from "../values.ts";

/** A scenario's file as data. */
export type FileData = Readonly<Record<string, unknown>>;

/** An event as a file writes it: one value instead of a list of one, and no keys whose value is the default. */
export function fileForm({ source: _, ...event }: DiplomaticEvent): FileData {
  return shortForm(event);
}

function shortForm(event: FileData): FileData {
  const { id, at, act, from, version, ...others } = event;
  const isPresent = !isActId(act) || version === actOf(act).version;
  const old = version === undefined || isPresent ? {} : { version };
  const filled = Object.entries(others).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const short = filled.map(([key, value]) => [key, SINGLE.has(key) ? single(value) : value]);
  return { id, at, act, from: author(from), ...old, ...Object.fromEntries(short) };
}

/** Who did it; nobody is named where nobody knows. */
function author(from: unknown): unknown {
  return Array.isArray(from) && from.length === 0 ? "unknown" : single(from);
}

const SINGLE: ReadonlySet<string> = new Set(["to", "because", "cite"]);

function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** Whether two values say the same as events, regardless of how they write lists, versions and the order of keys. */
export function sameEvent(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return false;
  return canonical(shortForm(lift(one))) === canonical(shortForm(lift(other)));
}

function lift(event: FileData): FileData {
  try {
    return upcast(event);
  } catch (error) {
    if (isProblem(error, "unknown-version")) return event;
    throw error;
  }
}
