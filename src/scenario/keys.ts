/** The keys that a file may have at a place, read from the schema itself, for suggestions. */
import * as z from "zod";
import type { Path } from "./diagnostic.ts";
import { actWritten, addedEvent, commonKeys, eventOf, fileEvent } from "./schema/event.ts";

/** The keys allowed at a path of a value that a schema describes; none where it describes no mapping. */
export function keysAt(schema: unknown, path: Path, value: unknown): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path, value);
  if (schema === fileEvent || schema === addedEvent) {
    const act = actWritten(value);
    if (act !== undefined) return keysAt(eventOf(act), path, value);
    return path.length === 0 ? commonKeys : [];
  }
  if (schema instanceof z.ZodPipe) return keysAt(schema.in, path, value);
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.options.flatMap((option) => keysAt(option, path, value)))];
  }
  if (step === undefined) return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const inner = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (schema instanceof z.ZodObject) return keysAt(schema.shape[String(step)], rest, inner);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest, inner);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest, inner);
  return [];
}
