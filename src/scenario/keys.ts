/** The keys that a file may have at a place, read from the schema itself, for suggestions. */
import { $ZodArray, $ZodObject, $ZodOptional, $ZodPipe, $ZodRecord, $ZodUnion } from "zod/v4/core";
import type { Path } from "./diagnostic.ts";
import { actWritten, addedEvent, commonKeys, eventOf, fileEvent } from "./schema/event.ts";

/** The keys allowed at a path of a value that a schema describes; none where it describes no mapping. */
export function keysAt(schema: unknown, path: Path, value: unknown): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof $ZodOptional) return keysAt(schema._zod.def.innerType, path, value);
  if (schema === fileEvent || schema === addedEvent) {
    const act = actWritten(value);
    if (act !== undefined) return keysAt(eventOf(act), path, value);
    return path.length === 0 ? commonKeys : [];
  }
  if (schema instanceof $ZodPipe) return keysAt(schema._zod.def.in, path, value);
  if (schema instanceof $ZodUnion) {
    return [...new Set(schema._zod.def.options.flatMap((option) => keysAt(option, path, value)))];
  }
  if (step === undefined) return schema instanceof $ZodObject ? Object.keys(schema._zod.def.shape) : [];
  const inner = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (schema instanceof $ZodObject) return keysAt(schema._zod.def.shape[String(step)], rest, inner);
  if (schema instanceof $ZodRecord) return keysAt(schema._zod.def.valueType, rest, inner);
  if (schema instanceof $ZodArray) return keysAt(schema._zod.def.element, rest, inner);
  return [];
}
