/** Pictures: a Vega-Lite specification made into SVG, with a text for those who do not see it. */
import type { TopLevelSpec } from "vega-lite";
import { visible } from "../scenario/index.ts";

/** Loads vega only when a picture is asked for. */
export async function svgOf(specification: TopLevelSpec, text: string): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const { spec } = compile(specification);
  const view = new View(parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return described(svg, text);
}

/** The root says what is seen; the marks within are then decoration. */
function described(svg: string, text: string): string {
  const safe = escaped(visible(text));
  return svg.replace(/^<svg ([^>]*)>/, `<svg $1 role="img" aria-label="${safe}"><title>${safe}</title>`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
