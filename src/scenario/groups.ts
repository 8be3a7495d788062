/** Groups: a file with the states of a group in place of its name, so that nothing after it meets one. */
import { isRecord } from "./checks/parts.ts";

type Members = ReadonlyMap<string, readonly unknown[]>;

/** A file's value with its groups spelt out; the same one, where it has none. */
export function ungrouped(file: unknown): unknown {
  if (!isRecord(file) || !isRecord(file["groups"])) return file;
  const groups: Members = new Map(
    Object.entries(file["groups"]).flatMap(([name, members]) => (Array.isArray(members) ? [[name, members]] : [])),
  );
  const { events, "what-if": whatIfs } = file;
  return {
    ...file,
    ...(Array.isArray(events) ? { events: events.map((one) => ofEvent(one, groups)) } : {}),
    ...(isRecord(whatIfs) ? { "what-if": valuesOf(whatIfs, (one) => ofWhatIf(one, groups)) } : {}),
  };
}

function ofWhatIf(whatIf: unknown, groups: Members): unknown {
  if (!isRecord(whatIf) || !Array.isArray(whatIf["edit"])) return whatIf;
  const edit = whatIf["edit"].map((one: unknown) =>
    isRecord(one)
      ? valuesOf(one, (part, key) => (key === "add" || key === "with" ? ofEvent(part, groups) : part))
      : one,
  );
  return { ...whatIf, edit };
}

function ofEvent(event: unknown, groups: Members): unknown {
  if (!isRecord(event)) return event;
  return valuesOf(event, (part, key) => (key === "from" || key === "to" ? spelt(part, groups) : part));
}

/** Each state once, whether its own name or that of a group names it. */
function spelt(part: unknown, groups: Members): unknown {
  const named = Array.isArray(part) ? part : [part];
  if (!named.some((name) => groups.has(String(name)))) return part;
  return [...new Set(named.flatMap((name: unknown): readonly unknown[] => groups.get(String(name)) ?? [name]))];
}

function valuesOf(record: Readonly<Record<string, unknown>>, change: (value: unknown, key: string) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
