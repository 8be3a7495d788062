/** Loading: an input read as a scenario and replayed, or its problems shown. */

import { config } from "zod";
import { type Crisis, crisisOf, opened } from "../crisis/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import { type Block, render } from "../render/index.ts";
import type { Diagnostic, Places, Scenario, ScenarioFile } from "../scenario/index.ts";
import { diagnosticsBlock, framesOf } from "../views/index.ts";
import { type Input, readInput } from "./input.ts";
import type { Io } from "./io.ts";
import { packageVersion } from "./package.ts";

// One file is read once: compiling a parser for every schema would cost more than it saves.
config({ jitless: true });

/** A crisis with the text it came from. */
export interface Loaded extends Crisis {
  readonly input: Input;
}

/**
 * Reads and replays a scenario, or one of its what-ifs. Warnings are said.
 *
 * @throws Problem with every problem of the file, when there is an error among them; or no such what-if
 */
export async function load(name: string, io: Io, whatIf?: string): Promise<Loaded> {
  const { input, scenario } = await read(name, io);
  return { input, ...crisisOf(scenario, whatIf) };
}

/** What was read, with what answers say that they rest on: the hash of its bytes, and the version of the package. */
export function stamped<Whole extends { readonly input: Input }>(whole: Whole) {
  return { ...whole, hash: whole.input.hash, version: packageVersion() };
}

/** A scenario that was read, and where its parts stand in the file: to keep the places is to keep the parsed file, too. */
export interface Read {
  readonly input: Input;
  readonly scenario: Scenario;
  readonly file: ScenarioFile;
  readonly places: Places;
}

/** Reads a scenario. Warnings are said. Throws Problem with every problem of the file. */
export async function read(name: string, io: Io): Promise<Read> {
  const input = await readInput(name);
  const refuse = (all: readonly Diagnostic[]): Problem =>
    new Problem("bad-scenario", all[0]?.message ?? "", { data: { block: blockOf(all) } });
  const blockOf = (all: readonly Diagnostic[]): Block => diagnosticsBlock(all, framesOf(input.text), io.columns);
  const { scenario, file, places, diagnostics, left } = opened(input, refuse);
  if (diagnostics.length > 0) io.say(render(blockOf(diagnostics), (await io.palettes()).err));
  if (left.length > 0) {
    io.say(
      `${input.file}: left out, since they are about a record that this is not: ${left.map(visibleLine).join(", ")}.`,
    );
  }
  return { input, scenario, file, places };
}
