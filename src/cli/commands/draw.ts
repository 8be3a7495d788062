/** `draw`: the chart with the present situation as Mermaid, DOT or SVG, and the pictures of a crisis. */

import { at as crisisAt, option } from "../../crisis/index.ts";
import { toDot, toMermaid } from "../../machine/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { drawChart, drawPicture } from "../draw-picture.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { refuseLanguage } from "../language.ts";
import { load } from "../load.ts";

/** Writes a drawing to standard output. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const what = textOption(options, "what") ?? "chart";
  const [file] = args;
  if (what !== "chart" && file !== undefined) io.write(await drawPicture(call, what, file));
  else io.write(await chartOf(call, what, file));
  return exitCodes.fine;
}

async function chartOf(call: Call, what: string, file: string | undefined): Promise<string> {
  const { options, io } = call;
  const bare = flag(options, "chart");
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!bare) throw new Problem("bad-option", "Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what !== "chart") throw new Problem("bad-option", `--at and --what ${what} need a file.`);
  }
  const format = textOption(options, "as") ?? "mermaid";
  const crisis =
    file === undefined ? undefined : crisisAt(await load(file, io, textOption(options, "whatIf")), at, option("at"));
  const seen = bare ? undefined : crisis;
  if (format === "mermaid" || format === "dot") refuseLanguage(options, format);
  if (format === "mermaid") return toMermaid(seen?.history.situation);
  return format === "dot" ? toDot(seen?.history.situation) : drawChart(call, format, seen);
}
