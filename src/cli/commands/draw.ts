/** `draw`: the chart with the present situation as Mermaid, DOT, SVG or PNG, and the pictures of a crisis. */

import { toDot, toMermaid, toScxml, toXstateJson } from "../../machine/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { putAsked } from "../built.ts";
import { type Call, flag, textOption } from "../command.ts";
import { drawChart, drawPicture, formatOf, standing } from "../draw-picture.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { refuseLanguage } from "../language.ts";
import { pngOf } from "../png.ts";

/** Writes a drawing to standard output, or into a file. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const what = textOption(options, "what") ?? "chart";
  const [file] = args;
  const isPicture = what !== "chart" && file !== undefined;
  const drawn = await (isPicture ? drawPicture(call, what, file) : chartOf(call, what, file));
  const out = textOption(options, "out");
  const isPng = formatOf(call, "") === "png";
  if (out === undefined) {
    if (isPng) throw new Problem("bad-option", "--as png writes a file: name it with --out.");
    io.write(drawn);
    return exitCodes.fine;
  }
  const content = isPng ? await pngOf(drawn) : drawn.endsWith("\n") ? drawn : `${drawn}\n`;
  const became = putAsked(out, content, flag(options, "force"));
  io.write(`${visibleLine(out)}: ${became}.`);
  return exitCodes.fine;
}

async function chartOf(call: Call, what: string, file: string | undefined): Promise<string> {
  const { options } = call;
  const bare = flag(options, "chart");
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!bare) throw new Problem("bad-option", "Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what !== "chart") throw new Problem("bad-option", `--at and --what ${what} need a file.`);
  }
  const format = formatOf(call, "mermaid");
  const crisis = file === undefined ? undefined : await standing(call, file);
  const seen = bare ? undefined : crisis;
  if (format === "mermaid" || format === "dot") refuseLanguage(options, format);
  if (format === "scxml" || format === "json") {
    if (bare) return format === "scxml" ? toScxml() : toXstateJson();
    throw new Problem(
      "bad-option",
      `As ${format} the chart is drawn alone, without a crisis: ask for it with --chart.`,
    );
  }
  if (format === "mermaid") return toMermaid(seen?.history.situation);
  return format === "dot" ? toDot(seen?.history.situation) : drawChart(call, format, seen);
}
