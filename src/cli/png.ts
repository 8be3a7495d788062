/** Pictures as PNG: the same SVG, drawn by an optional package with the font of pages. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { facesFor } from "../page/index.ts";
import { optional, Problem } from "../problem/index.ts";
import { fontStyle } from "./page-scripts.ts";

const PACKAGE = "@resvg/resvg-wasm";

/** How much finer a PNG is than its picture: as screens that show it are. */
const FINER = 2;

/**
 * A picture as PNG, twice as fine as it is wide.
 *
 * @throws Problem `not-installed`; `bad-option` where the picture has a letter that the font has not
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await optional(() => import("@resvg/resvg-wasm"), "A picture as PNG", [PACKAGE]);
  const style = await fontStyle();
  const said = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text ?? "").join("");
  const missing = [...new Set(said)].find((sign) => facesFor(style, sign) === facesFor(style, ""));
  if (missing !== undefined)
    throw new Problem("bad-option", `As png the letter ${missing} can't be drawn: the font has it not. Ask for svg.`);
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
