/** Reading what an append would make: what is wrong with it is said with its place, and nothing is appended. */

import { Problem } from "../../problem/index.ts";
import { render } from "../../render/index.ts";
import { fitted, readAs, type Scenario } from "../../scenario/index.ts";
import { diagnosticsBlock } from "../../views/index.ts";
import type { Call } from "../command.ts";
import { framesOf } from "../frames.ts";
import type { Line } from "./open.ts";

/**
 * The scenario that a text holds, fitted to its line.
 *
 * @param option what it is called in what is said of it
 * @throws Problem when it can't be read, with a hint
 */
export async function held(
  whole: string,
  { partial }: Line,
  { io }: Call,
  option: string,
  hint = "",
): Promise<Scenario> {
  const { scenario, errors } = readAs(whole, partial, option);
  if (scenario !== undefined) return scenario;
  const { err } = await io.palettes();
  const told = render(diagnosticsBlock(errors, framesOf(fitted(whole, partial).text), io.columns), err);
  throw new Problem("not-appended", `${told}\nNothing was appended.${hint}`);
}
