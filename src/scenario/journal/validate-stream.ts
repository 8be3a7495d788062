/** Whether a line still makes a scenario with what an import adds to it. */
import type { ImportedLine, LineFault } from "../../journal/index.ts";
import { didYouMean, visible } from "../../problem/index.ts";
import { MAX_BYTES } from "../yaml/document.ts";
import { frameFile } from "./frame.ts";
import { type Lineage, lineageOf, lineageWith, readLineage } from "./read-lineage.ts";

/**
 * What is wrong with a line that an import adds to: that it can't be read as a scenario any more. A line without a
 * scenario is right, and one that was too long for a file stays so.
 */
export function importFaults({ stream, records, entries }: ImportedLine): readonly LineFault[] {
  const before = lineageOf(stream, records);
  const line = lineageWith(before, entries);
  const { facts } = line.facts;
  if (line.facts.frame === undefined) return [];
  // A fork from before the first event holds nothing yet that could be read.
  if (facts.length === 0 && before.facts.facts.length === 0) return [];
  const entryOf = new Map<string, number>();
  for (const [k, entry] of entries.entries()) {
    if (entry.kind === "event") entryOf.set(entry.event.id, k);
    if (entry.kind === "correction") entryOf.set(entry.corrects, k);
  }
  // A fault that concerns none of the added events belongs to the latest added frame, else to the last added entry.
  const frame = entries.findLastIndex(({ kind }) => kind === "frame");
  const fallback = frame < 0 ? entries.length - 1 : frame;
  const fault = (id: string | undefined, problem: string): LineFault => ({
    entry: (id === undefined ? undefined : entryOf.get(id)) ?? fallback,
    problem: visible(problem),
  });
  if (isLong(line)) {
    if (records.length === 0 || isLong(before)) return [];
    return [fault(undefined, `it makes ${stream} longer than ${MAX_BYTES / 1024 / 1024} MB, the most that is read`)];
  }
  const { scenario, diagnostics } = readLineage(line, stream, true);
  if (scenario !== undefined) return [];
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ path, message, suggestion }) => {
      const [, index] = /^events\[(\d+)\]/.exec(path) ?? [];
      const id = facts[Number(index)]?.event.id;
      const where = id === undefined ? path || "its frame" : path.replace(/^events\[\d+\]/, id);
      return fault(id, `${stream} can't be read with it: ${where}: ${message}${didYouMean(suggestion)}`);
    });
}

/** Whether a line makes more than a file may hold. */
export function isLong({ facts: { frame, facts } }: Pick<Lineage, "facts">): boolean {
  if (frame === undefined) return false;
  const around = JSON.stringify(frameFile(frame)).length;
  return facts.reduce((sum, { event }) => sum + JSON.stringify(event).length, around) > MAX_BYTES;
}
