/** `draw`: the chart with the present situation as Mermaid, DOT, SVG or PNG, and the pictures of a crisis. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toDot, toMermaid, toScxml, toXstateJson } from "../../machine/index.ts";
import { facesFor } from "../../page/index.ts";
import { optional, visibleLine } from "../../problem/index.ts";
import { putAsked } from "../built.ts";
import { badOption, type Call, flag, textOption } from "../command.ts";
import { drawChart, drawPicture, formatOf, standing } from "../draw-picture.ts";
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
  const became = putAsked(out, content, flag(options, "force"));
  io.write(`${visibleLine(out)}: ${became}.`);
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
  const crisis = file === undefined ? undefined : await standing(call, file);
  const seen = bare ? undefined : crisis;
  if (format === "mermaid" || format === "dot") refuseLanguage(options, format);
  if (format === "scxml" || format === "json") {
    if (bare) return format === "scxml" ? toScxml() : toXstateJson();
    throw badOption(`As ${format} the chart is drawn alone, without a crisis: ask for it with --chart.`);
  }
  if (format === "mermaid") return toMermaid(seen?.history.situation);
  return format === "dot" ? toDot(seen?.history.situation) : drawChart(call, format, seen);
}

const PACKAGE = "@resvg/resvg-wasm";

/** How much finer a PNG is than its picture: as screens that show it are. */
const FINER = 2;

/**
 * A picture as PNG, twice as fine as it is wide.
 *
 * @throws Problem `not-installed`; `bad-option` where the picture has a letter that the font has not
 */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await optional(() => import("@resvg/resvg-wasm"), "A picture as PNG", [PACKAGE]);
  const style = await fontStyle();
  const said = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text ?? "").join("");
  const missing = [...new Set(said)].find((sign) => facesFor(style, sign) === facesFor(style, ""));
  if (missing !== undefined)
    throw badOption(`As png the letter ${missing} can't be drawn: the font has it not. Ask for svg.`);
  await once(() => initWasm(readFileSync(fileURLToPath(import.meta.resolve(`${PACKAGE}/index_bg.wasm`)))));
  const fontBuffers = [...style.matchAll(/base64,([^)]*)\)/g)].map(([, bytes = ""]) => Buffer.from(bytes, "base64"));
  const drawing = new Resvg(svg, { font: { fontBuffers }, fitTo: { mode: "zoom", value: FINER } });
  return drawing.render().asPng();
}

let begun: Promise<void> | undefined;

/** The package refuses to be begun twice. */
function once(begin: () => Promise<void>): Promise<void> {
  begun ??= begin();
  return begun;
}
