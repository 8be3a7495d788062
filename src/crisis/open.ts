/** Opening: a file, a text or a journal read as the scenario that it holds, its mistakes refused as a door words them. */
import type { Journal, ReadOptions } from "../journal/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import {
  type Diagnostic,
  isLong,
  type Lineage,
  type LineMoment,
  lineageOf,
  MAX_BYTES,
  type Places,
  queryOf,
  type Reading,
  readLineage,
  readScenario,
  type Scenario,
  type ScenarioFile,
  streamOf,
} from "../scenario/index.ts";
import type { FoundFile } from "./find.ts";

/** A scenario that was read, and where its parts stand in the file: to keep the places is to keep the parsed file, too. */
export interface OpenedScenario {
  /** One for each relation that the file follows, the main one first. */
  readonly relations: readonly Scenario[];
  readonly file: ScenarioFile;
  readonly places: Places;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a line of a journal left out, since it is about events that are not there. */
  readonly left: readonly string[];
}

/** What is read as a scenario: a text under a name, or what a journal holds. */
export type ScenarioSource = Pick<FoundFile, "file" | "text" | "reading">;

/** What a source was read as: a scenario, or everything that is wrong with it. */
export function readingOf(source: ScenarioSource): Reading {
  return source.reading ?? readScenario(source.text, { file: source.file });
}

/**
 * Opens a source.
 *
 * @param refuse what a door says when there are mistakes: of all diagnostics, errors among them
 * @throws Problem as `refuse` makes it
 */
export function openSource(
  source: ScenarioSource,
  refuse: (diagnostics: readonly Diagnostic[]) => Problem,
): OpenedScenario {
  const { relations, file, places, diagnostics } = readingOf(source);
  if (relations === undefined || file === undefined || places === undefined) throw refuse(diagnostics);
  return { relations, file, places, diagnostics, left: source.reading?.left ?? [] };
}

/** Reads the line of a journal that is meant. */
export async function lineageAt(journal: Journal, moment: LineMoment, options: ReadOptions = {}): Promise<Lineage> {
  const stream = await streamOf(journal, moment);
  const records = await Array.fromAsync(journal.read(queryOf(moment, stream), options));
  return lineageOf(stream, records, moment.position !== undefined || moment.recordedAt !== undefined);
}

/**
 * The scenario in a journal, read as the data that it is. Its text is made when it is asked for.
 *
 * @throws Problem when it holds none, or one that is too long to be read as a file
 */
export async function foundIn(journal: Journal, moment: LineMoment): Promise<FoundFile> {
  const line = await lineageAt(journal, moment);
  const file = `${visibleLine(journal.name)}#${line.stream}`;
  if (line.facts.frame === undefined) {
    throw new Problem(
      "no-scenario",
      `${file} holds events and no scenario: demarche journal show tells what it holds. Give it one: demarche journal append … --from FILE.`,
    );
  }
  if (isLong(line)) {
    throw new Problem(
      "too-large",
      `${file} is longer than ${MAX_BYTES / 1024 / 1024} MB as a scenario's file, the most that is read. demarche journal show tells where it stands.`,
    );
  }
  const reading = readLineage(line, file);
  return {
    file,
    reading,
    get text() {
      return reading.text();
    },
    get bytes() {
      return new TextEncoder().encode(reading.text());
    },
  };
}
