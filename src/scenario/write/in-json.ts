/** A scenario written into a file of JSON: it stays JSON. */
import type { FileData } from "./file-form.ts";

/** The data as JSON, on one line or many as the layout has them; undefined where the layout is none. */
export function inJson(data: FileData, layout: string, before: FileData): string | undefined {
  if (!isJson(layout)) return undefined;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(data)])].filter((key) => key in data);
  const ordered = Object.fromEntries(keys.map((key) => [key, data[key]]));
  const [, indent] = /^\s*\{\r?\n([ \t]+)/.exec(layout) ?? [];
  return `${JSON.stringify(ordered, undefined, indent)}${layout.endsWith("\n") ? "\n" : ""}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
