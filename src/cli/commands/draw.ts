/** `draw`: the chart with the present situation as Mermaid, DOT, SVG or PNG, and the pictures of a crisis. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toDot, toMermaid, toScxml, toXstateJson } from "../../machine/index.ts";
import { facesFor } from "../../page/index.ts";
import { optional, visibleLine } from "../../problem/index.ts";
import { writeRequested } from "../built-files.ts";
import { badOption, type Call, flag, textOption } from "../command.ts";
import { drawChart, drawPicture, formatOf, loadAtMoment } from "../draw-picture.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { refuseLanguage } from "../language.ts";
import { fontStyle } from "../page-scripts.ts";

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
    if (isPng) throw badOption("--as png writes a file: name it with --out.");
    io.write(drawn);
    return exitCodes.fine;
  }
  const content = isPng ? await pngOf(drawn) : drawn.endsWith("\n") ? drawn : `${drawn}\n`;
  const outcome = writeRequested(out, content, flag(options, "force"));
  io.write(`${visibleLine(out)}: ${outcome}.`);
  return exitCodes.fine;
}

async function chartOf(call: Call, what: string, file: string | undefined): Promise<string> {
  const { options } = call;
  const bare = flag(options, "chart");
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!bare) throw badOption("Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what !== "chart") throw badOption(`--at and --what ${what} need a file.`);
  }
  const format = formatOf(call, "mermaid");
  const crisis = file === undefined ? undefined : await loadAtMoment(call, file);
  const shownCrisis = bare ? undefined : crisis;
  if (format === "mermaid" || format === "dot") refuseLanguage(options, format);
  if (format === "scxml" || format === "json") {
    if (bare) return format === "scxml" ? toScxml() : toXstateJson();
    throw badOption(`As ${format} the chart is drawn alone, without a crisis: ask for it with --chart.`);
  }
  if (format === "mermaid") return toMermaid(shownCrisis?.history.situation);
  return format === "dot" ? toDot(shownCrisis?.history.situation) : drawChart(call, format, shownCrisis);
}

const PNG_PACKAGE = "@resvg/resvg-wasm";

/** Pixels of a PNG for each pixel of its picture: that suits today's screens. */
const PNG_SCALE = 2;

/**
 * A picture as PNG, at twice its size.
 *
 * @throws Problem `not-installed`; `bad-option` if the picture has a letter that the font lacks
 */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await optional(() => import("@resvg/resvg-wasm"), "A picture as PNG", [PNG_PACKAGE]);
  const style = await fontStyle();
  const letters = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text ?? "").join("");
  const missing = [...new Set(letters)].find((sign) => facesFor(style, sign) === facesFor(style, ""));
  if (missing !== undefined)
    throw badOption(`As png the letter ${missing} can't be drawn: the font lacks it. Ask for svg.`);
  await initOnce(() => initWasm(readFileSync(fileURLToPath(import.meta.resolve(`${PNG_PACKAGE}/index_bg.wasm`)))));
  const fontBuffers = [...style.matchAll(/base64,([^)]*)\)/g)].map(([, bytes = ""]) => Buffer.from(bytes, "base64"));
  const drawing = new Resvg(svg, { font: { fontBuffers }, fitTo: { mode: "zoom", value: PNG_SCALE } });
  return drawing.render().asPng();
}

let initialized: Promise<void> | undefined;

/** Initializes the package once: it refuses a second time. */
function initOnce(init: () => Promise<void>): Promise<void> {
  initialized ??= init();
  return initialized;
}
