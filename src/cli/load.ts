/** Loading: an input read as a scenario and replayed, or its problems shown. */

import { type Crisis, crisisOf, openSource, option, pairText, relationNamed } from "../crisis/index.ts";
import { nth, Problem, visibleLine } from "../problem/index.ts";
import { type Block, render } from "../render/index.ts";
import type { Diagnostic, Places, Scenario, ScenarioFile } from "../scenario/index.ts";
import { diagnosticsBlock, framesOf } from "../views/index.ts";
import { type Call, textOption } from "./command.ts";
import { type Input, readInput } from "./input.ts";
import { packageVersion } from "./package.ts";

/** A crisis with the text it came from. */
export interface Loaded extends Crisis {
  readonly input: Input;
}

/**
 * Reads and replays a scenario, or one of its what-ifs. Warnings go to standard error.
 *
 * @throws Problem with every problem of the file, when there is an error among them; or no such what-if
 */
export async function load(name: string, call: LoadContext): Promise<Loaded> {
  return loadedOf(await read(name, call), call);
}

/** Replays what was read: the record, or the what-if that is asked for. */
export function loadedOf({ input, scenario }: ScenarioInput, { options }: Pick<LoadContext, "options">): Loaded {
  return { input, ...crisisOf(scenario, textOption(options, "whatIf")) };
}

/** Adds what every answer names as its basis: the hash of the input's bytes, and the version of the package. */
export function withHashAndVersion<Whole extends { readonly input: Input }>(whole: Whole) {
  return { ...whole, hash: whole.input.hash, version: packageVersion() };
}

/** A scenario that was read, and the places of its parts in the file. Keeping the places keeps the parsed file in memory. */
export interface ScenarioInput {
  readonly input: Input;
  /** The relation that is asked for with `--between`; the main one by default. */
  readonly scenario: Scenario;
  /** All relations that the file follows. */
  readonly relations: readonly Scenario[];
  readonly file: ScenarioFile;
  readonly places: Places;
}

/** A scenario, and the input that it came from. */
export type SourcedScenario = Pick<ScenarioInput, "scenario" | "input">;

/** The options, which may name a relation, and where warnings go. */
type LoadContext = Pick<Call, "options" | "io">;

/** Whether a command covers all relations of a file: it has several, and `--between` names none. */
export function coversAllRelations(
  { relations }: Pick<ScenarioInput, "relations">,
  { options }: Pick<LoadContext, "options">,
): boolean {
  return relations.length > 1 && textOption(options, "between") === undefined;
}

/**
 * Reads a scenario. Says warnings, and which relation is used if the file has several and none was named.
 *
 * @param all whether the command covers all relations of a file
 * @throws Problem with every problem of the file; or no such relation
 */
export async function read(name: string, { options, io }: LoadContext, all = false): Promise<ScenarioInput> {
  const input = await readInput(name);
  const refuse = (all: readonly Diagnostic[]): Problem =>
    new Problem("bad-scenario", all[0]?.message ?? "", { data: { block: blockOf(all) } });
  const blockOf = (all: readonly Diagnostic[]): Block => diagnosticsBlock(all, framesOf(input.text), io.columns);
  const { relations, file, places, diagnostics, left } = openSource(input, refuse);
  if (diagnostics.length > 0) io.say(render(blockOf(diagnostics), (await io.palettes()).err));
  if (left.length > 0) {
    io.say(`${input.file}: left out, since they are about another record: ${left.map(visibleLine).join(", ")}.`);
  }
  const scenario = relationNamed(relations, textOption(options, "between"), option("between"));
  if (!all && coversAllRelations({ relations }, { options })) {
    io.say(
      `Of ${relations.length} relations the main one: ${pairText(scenario.dyad)}. Another: --between ${pairText(nth(relations, 1).dyad)}`,
    );
  }
  return { input, scenario, relations, file, places };
}
