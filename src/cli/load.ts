/** Loading: an input read as a scenario and replayed, or its problems shown. */

import { config } from "zod";
import type { History } from "../history/index.ts";
import { diagnosticsBlock, render } from "../present/index.ts";
import { readScenario, replayScenario, type Scenario } from "../scenario/index.ts";
import { UsageError } from "./exit.ts";
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
}

/**
 * Reads and replays a scenario. Warnings are said.
 *
 * @throws UsageError with every problem of the file, when there is an error among them
 */
export async function load(name: string, io: Io): Promise<Loaded> {
  const input = await readInput(name);
  const { scenario, diagnostics } = readScenario(input.text, { file: input.file });
  if (diagnostics.length > 0) {
    const { err } = await io.palettes();
    const text = render(diagnosticsBlock(diagnostics, framesOf(input.text), io.columns), err);
    if (scenario === undefined) throw new UsageError(text);
    io.say(text);
  }
  if (scenario === undefined) throw new UsageError(`${input.file} holds no scenario.`);
  return { input, scenario, history: replayScenario(scenario) };
}
