/** The keys that a file may have at a place, read from the schema itself, for suggestions. */
import { z } from "zod";
import { commonKeys, fileEvent } from "./schema/event.ts";
import { scenarioFile } from "./schema/file.ts";

/** The keys allowed at a path of a file. */
export function knownKeys(path: readonly PropertyKey[], root: unknown): readonly string[] {
  return keysAt(scenarioFile, path, root);
}

/** The keys allowed at a path of a value that a schema describes; none where it describes no mapping. */
export function keysAt(schema: unknown, path: readonly PropertyKey[], value: unknown): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path, value);
  if (schema instanceof z.ZodUnion) {
    const options = schema === fileEvent ? eventsLike(value) : schema.options;
    if (options.length === 0) return path.length === 0 ? commonKeys : [];
    return [...new Set(options.flatMap((option) => keysAt(option, path, value)))];
  }
  if (step === undefined) return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const inner = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (schema instanceof z.ZodObject) return keysAt(schema.shape[String(step)], rest, inner);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest, inner);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest, inner);
  return [];
}

/** The one schema of an event's act; none when the act is unknown. */
function eventsLike(value: unknown): readonly unknown[] {
  const act = typeof value === "object" && value !== null ? Reflect.get(value, "act") : undefined;
  return fileEvent.options.filter(({ shape }) => shape.act.value === act);
}
