/** `fit`: fits what states do next to tables, and writes the numbers. */
import { basename } from "node:path";
import { type FitFile, fitNext, fitResponse, refusedLines } from "../../evidence/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { kindOfFile, readWholeTable } from "../tables.ts";
import { writeNew } from "../write.ts";

const EXPECTED = "Expected a table of Militarized Interstate Events, or of International Crisis Behavior.";

/** Fits to each table, and says how the fit scores on data it was not fitted to. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  let fitted: FitFile = { format: "demarche-fit/1" };
  for (const path of args) {
    const file = visibleLine(basename(path));
    const text = await readWholeTable(path);
    const kind = kindOfFile(text.slice(0, 10_000), { file, expected: EXPECTED });
    if (kind !== "mie" && kind !== "icb") {
      throw new Problem("no-such-fit", `${file} is a table that nothing is fitted to.`, { expected: EXPECTED });
    }
    const { fit, refused } = kind === "mie" ? fitNext({ file, text }) : fitResponse({ file, text });
    fitted = { ...fitted, [kind]: fit };
    for (const line of refusedLines(refused)) io.say(line);
    for (const { name, logLoss } of fit.crossValidated.scores) {
      io.say(`${file}, cross-validated: ${logLoss.value.toFixed(3)} nats by ${name}`);
    }
  }
  const short = (_key: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toFixed(5)) : value;
  const text = `${JSON.stringify(fitted, short)}\n`;
  const out = textOption(options, "out");
  if (out === undefined) io.write(text.trimEnd());
  else {
    writeNew(out, text);
    io.say(`Wrote ${visibleLine(out)}: ${Math.round(text.length / 1000)} kB.`);
  }
  return exitCodes.fine;
}
