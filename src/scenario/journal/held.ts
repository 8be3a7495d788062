/** The scenario that a line holds, or would hold: whether it can be read, and says what its entries say. */
import {
  type Fact,
  type Facts,
  factsOf,
  type ImportedLine,
  type JournalEntry,
  type LineFault,
} from "../../journal/index.ts";
import { didYouMean, visible } from "../../problem/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { readScenario } from "../read.ts";
import type { Scenario } from "../scenario.ts";
import { MAX_BYTES } from "../yaml/document.ts";
import { factsWith } from "./append.ts";
import { fitted } from "./fit.ts";
import { disagreement, forgedText, scenarioText } from "./journal.ts";

/** What a line's text was read as: a scenario, or errors. */
export interface Held {
  readonly scenario?: Scenario;
  /** All of them errors; none where there is a scenario. */
  readonly errors: readonly Diagnostic[];
  /** The event whose lines are not what its entry says. */
  readonly forged?: string | undefined;
}

/**
 * Reads what a line holds.
 *
 * @param facts with a frame
 * @param partial whether it is a part of a record: a fork, or a line as it was
 */
export function heldBy(facts: Facts, partial: boolean, file: string): Held {
  const read = readAs(scenarioText(facts), partial, file);
  return read.scenario === undefined ? read : { ...read, forged: disagreement(read.scenario, facts) };
}

/** Reads a text that a line makes. */
export function readAs(text: string, partial: boolean, file: string): Pick<Held, "scenario" | "errors"> {
  const { scenario, diagnostics } = readScenario(fitted(text, partial).text, { file });
  if (scenario !== undefined) return { scenario, errors: [] };
  return { errors: diagnostics.filter(({ severity }) => severity === "error") };
}

/** Whether entries are of a fork. */
export function isFork(entries: readonly JournalEntry[]): boolean {
  return entries.some(({ kind }) => kind === "fork");
}

/**
 * What is wrong with a line that an import adds to: that it can't be read as a scenario any more, or says something else
 * than its entries. A line without a scenario is right, and one that was too long for a file stays so.
 */
export function importFaults({ stream, records, entries }: ImportedLine): readonly LineFault[] {
  const facts = factsWith(records, entries);
  if (facts.frame === undefined) return [];
  // A fork from before the first event holds nothing yet that could be read.
  if (facts.facts.length === 0 && factsOf(records).facts.length === 0) return [];
  const whose = new Map<string, number>();
  for (const [k, entry] of entries.entries()) {
    if (entry.kind === "event") whose.set(entry.event.id, k);
    if (entry.kind === "correction") whose.set(entry.corrects, k);
  }
  // What is about no event that is added is about the latest frame that is, or comes with what was added last.
  const frame = entries.findLastIndex(({ kind }) => kind === "frame");
  const besides = frame < 0 ? entries.length - 1 : frame;
  const fault = (id: string | undefined, problem: string): LineFault => ({
    entry: (id === undefined ? undefined : whose.get(id)) ?? besides,
    problem: visible(problem),
  });
  if (isLong(facts)) {
    const before = factsOf(records);
    if (records.length === 0 || (before.frame !== undefined && isLong(before))) return [];
    return [fault(undefined, `it makes ${stream} longer than ${MAX_BYTES / 1024 / 1024} MB, the most that is read`)];
  }
  const all = [...records.map(({ entry }) => entry), ...entries];
  const { errors, forged } = heldBy(facts, isFork(all), stream);
  if (forged !== undefined) return [fault(forged, forgedText(forged))];
  return errors.map(({ path, line, message, suggestion }) => {
    const [, index] = /^events\[(\d+)\]/.exec(path) ?? [];
    const id = (index === undefined ? factAt(line, facts) : facts.facts[Number(index)])?.event.id;
    const inEvent = path.replace(/^events\[\d+\]/, "");
    const where = index === undefined ? (path === "" ? (id ?? "its frame") : path) : `${id}${inEvent}`;
    return fault(id, `${stream} can't be read with it: ${where}: ${message}${didYouMean(suggestion)}`);
  });
}

/** The fact that a line of a text stands in, so long as the text is as the line makes it. */
function factAt(line: number, { facts, frame }: Facts): Fact | undefined {
  let left = line - linesIn(frame?.before ?? "");
  return left <= 0
    ? undefined
    : facts.find(({ record: { entry } }) => {
        left -= "text" in entry && entry.text !== undefined ? linesIn(entry.text) : 1;
        return left <= 0;
      });
}

/** How many lines a text takes when another one follows it. */
function linesIn(text: string): number {
  return text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

function isLong(facts: Facts): boolean {
  return Buffer.byteLength(scenarioText(facts)) > MAX_BYTES;
}
