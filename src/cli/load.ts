/** Loading: an input read as a scenario and replayed, or its problems shown. */

import { config } from "zod";
import type { History } from "../history/index.ts";
import { nearest, Problem, visibleLine } from "../problem/index.ts";
import { render } from "../render/index.ts";
import {
  type Demands,
  demandsOf,
  disagreement,
  forgedText,
  type Places,
  readScenario,
  recordOf,
  replayScenario,
  type Scenario,
  suppose,
} from "../scenario/index.ts";
import { diagnosticsBlock } from "../views/index.ts";
import { framesOf } from "./frames.ts";
import { type Input, readInput } from "./input.ts";
import type { Io } from "./io.ts";

// One file is read once: compiling a parser for every schema would cost more than it saves.
config({ jitless: true });

/** A scenario with its replay and the text it came from. */
export interface Loaded {
  readonly input: Input;
  readonly scenario: Scenario;
  readonly history: History;
  /** The what-if that the history is of; absent for the record. */
  readonly whatIf?: string;
}

/** The same with what is demanded of the history. */
export interface Demanded extends Loaded {
  readonly demands: Demands;
}

/**
 * Reads and replays a scenario, or one of its what-ifs. Warnings are said.
 *
 * @param whatIf the what-if's name; its expectations and invariants then take the place of the record's
 * @throws Problem with every problem of the file, when there is an error among them; or no such what-if
 */
export async function load(name: string, io: Io, whatIf?: string): Promise<Demanded> {
  const { input, scenario } = await read(name, io);
  if (whatIf === undefined) return { input, scenario, history: replayScenario(scenario), demands: scenario };
  const { whatIf: found, history } = suppose(scenario, whatIfNamed(whatIf, scenario), recordOf(scenario));
  const title = `${scenario.title}: what if, ${whatIf}`;
  const demands = demandsOf(scenario, found);
  return { input, scenario: { ...scenario, title }, history, whatIf, demands };
}

/** A scenario that was read, and where its parts stand in the file: whoever keeps that keeps the parsed file, too. */
export interface Read extends Omit<Loaded, "history"> {
  readonly places: Places;
}

/** Reads a scenario. Warnings are said. Throws Problem with every problem of the file. */
export async function read(name: string, io: Io): Promise<Read> {
  const input = await readInput(name);
  const { scenario, places, diagnostics } = readScenario(input.text, { file: input.file });
  if (diagnostics.length > 0) {
    const block = diagnosticsBlock(diagnostics, framesOf(input.text), io.columns);
    if (scenario === undefined) throw new Problem("bad-scenario", diagnostics[0]?.message ?? "", { data: { block } });
    io.say(render(block, (await io.palettes()).err));
  }
  if (scenario === undefined || places === undefined)
    throw new Problem("unreadable", `${input.file} holds no scenario.`);
  const { left = [] } = input;
  if (left.length > 0) {
    io.say(
      `${input.file}: left out, since they are about a record that this is not: ${left.map(visibleLine).join(", ")}.`,
    );
  }
  const odd = input.facts === undefined ? undefined : disagreement(scenario, input.facts);
  if (odd !== undefined) throw new Problem("unreadable", `${input.file}: ${forgedText(odd)}.`);
  return { input, scenario, places };
}

/**
 * The name of a what-if that the scenario has.
 *
 * @throws Problem when it has none of that name, with the nearest
 */
export function whatIfNamed(name: string, { whatIfs }: Scenario): string {
  const names = Object.keys(whatIfs);
  if (names.includes(name)) return name;
  const known = names.length === 0 ? "This file has none." : `What-ifs of this file: ${names.join(", ")}.`;
  throw new Problem("no-such-what-if", `There is no what-if "${visibleLine(name)}".`, {
    suggestion: nearest(name, names),
    expected: known,
  });
}
