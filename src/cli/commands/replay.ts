/** `replay`: plays a record and prints what happened. */
import { render, replayBlocks } from "../../present/index.ts";
import { type Call, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { load } from "../load.ts";

/** Prints the replay; a failed expectation or a violated invariant is a finding. */
export async function run({ args: [file = ""], options, io }: Call): Promise<ExitCode> {
  const columns = widthOption({ options, io });
  const { scenario, history } = await load(file, io);
  const { out } = await io.palettes();
  for (const block of replayBlocks({ scenario, history, until: scenario.window.to }, columns)) {
    if (block.length > 0) io.write(render(block, out));
  }
  return exitCodes.fine;
}
