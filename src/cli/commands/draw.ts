/** `draw`: the chart with the present situation as Mermaid, DOT or SVG, and the pictures of a crisis. */

import { at as crisisAt, option } from "../../crisis/index.ts";
import { toDot, toMermaid } from "../../machine/index.ts";
import { Problem } from "../../problem/index.ts";
import { graphvizSvg } from "../../render/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { drawPicture } from "../draw-picture.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { load } from "../load.ts";

/** Writes a drawing to standard output. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const what = textOption(options, "what") ?? "chart";
  const [file] = args;
  if (what !== "chart" && file !== undefined) io.write(await drawPicture(call, what, file));
  else io.write(await drawChart(call, what, file));
  return exitCodes.fine;
}

async function drawChart({ options, io }: Call, what: string, file: string | undefined): Promise<string> {
  const bare = flag(options, "chart");
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!bare) throw new Problem("bad-option", "Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what !== "chart") throw new Problem("bad-option", `--at and --what ${what} need a file.`);
  }
  const format = textOption(options, "as") ?? "mermaid";
  if (format === "text") throw new Problem("bad-option", "The chart is drawn as Mermaid, DOT or SVG.");
  const crisis =
    file === undefined ? undefined : crisisAt(await load(file, io, textOption(options, "whatIf")), at, option("at"));
  const situation = bare ? undefined : crisis?.history.situation;
  if (format === "mermaid") return toMermaid(situation);
  return format === "dot" ? toDot(situation) : graphvizSvg(toDot(situation));
}
