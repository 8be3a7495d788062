/** A scenario as text, in the layout of a text that says nearly the same: what both say stays as it is written there. */
import { jsonIn } from "../../problem/index.ts";
import { expandGroups } from "../prepare.ts";
import { scenarioFile } from "../schema/file.ts";
import { isRecord } from "../values.ts";
import { type ParsedFile, parseFile } from "../yaml/document.ts";
import { convertFileDates } from "../zones.ts";
import { flow } from "./braces.ts";
import { writeInLines } from "./event-lines.ts";
import { type FileData, sameEvent } from "./file-form.ts";
import { yamlScalar } from "./scalar.ts";
import { writeInTree } from "./yaml-tree.ts";

/**
 * A text that says what the data say. Where the layout already does, it comes back byte for byte; else events are
 * added, replaced and taken out in its lines. Where lines alone can't do it, it is written anew, with its comments.
 *
 * @param layout the text of a file; whatever it says
 */
export function scenarioText(data: FileData, layout = ""): string {
  const mark = layout.startsWith("\ufeff") ? "\ufeff" : "";
  const body = layout.slice(mark.length);
  const parsed = parseFile(body);
  const value = expandGroups(convertFileDates(parsed.value).value);
  if (!isWellFormed(parsed) || !isRecord(value)) return writeInOrder(data);
  if (saysSame(value, data)) return layout;
  for (const written of [writeInJson, writeInLines, writeInTree]) {
    const text = written(data, body, value, parsed.contents);
    const again = text === undefined ? undefined : parseFile(text);
    if (again !== undefined && isWellFormed(again) && saysSame(expandGroups(convertFileDates(again.value).value), data))
      return `${mark}${text}`;
  }
  return writeInOrder(data);
}

function isWellFormed({ problems }: ParsedFile): boolean {
  return problems.every(({ severity }) => severity === "warning");
}

/**
 * Whether two files say the same: the order of keys counts everywhere but at the top, where it means nothing. Of the first
 * the groups are spelt out, as they are in the events of a record.
 */
function saysSame(one: unknown, data: FileData): boolean {
  const other = expandGroups(data);
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.every((key) =>
    key === "events" ? sameEvents(one[key], other[key]) : JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}

function sameEvents(one: unknown, other: unknown): boolean {
  // A key without a value is no list, and no reader takes it for an empty one.
  const [these = [], those = []] = [one, other];
  if (!Array.isArray(these) || !Array.isArray(those) || these.length !== those.length) return false;
  return these.every((event, k) => sameEvent(event, those[k]));
}

/** A file of JSON stays JSON, on one line or many as it was; undefined where the layout is none. */
function writeInJson(data: FileData, layout: string, before: FileData): string | undefined {
  if (jsonIn(layout) === undefined) return undefined;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(data)])].filter((key) => key in data);
  const ordered = Object.fromEntries(keys.map((key) => [key, data[key]]));
  const [, indent] = /^\s*\{\r?\n([ \t]+)/.exec(layout) ?? [];
  return `${JSON.stringify(ordered, undefined, indent)}${layout.endsWith("\n") ? "\n" : ""}`;
}

/** Without a layout: each part on a line, in the order of the schema. */
function writeInOrder(data: FileData): string {
  const known = Object.keys(scenarioFile.shape);
  const keys = [...known.filter((key) => key in data), ...Object.keys(data).filter((key) => !known.includes(key))];
  return keys.map((key) => `${yamlScalar(key)}:${partText(data[key])}\n`).join("");
}

function partText(value: unknown): string {
  const lines = Array.isArray(value)
    ? value.map((item) => `- ${flow(item)}`)
    : isRecord(value)
      ? Object.entries(value).map(([key, item]) => `${yamlScalar(key)}: ${flow(item)}`)
      : [];
  return lines.length === 0 ? ` ${flow(value)}` : lines.map((line) => `\n  ${line}`).join("");
}
