/** SVG: a Vega-Lite specification or a DOT graph made into a picture, with a text for those who do not see it. */
import type { TopLevelSpec } from "vega-lite";
import { optional, rethrow, visible } from "../problem/index.ts";
import { escapeHtml } from "./escape.ts";

/**
 * Makes a picture. Loads vega only when one is asked for.
 *
 * @param text its title, which is read out in its place
 * @param details what the title has no room for
 */
export async function svgOf(specification: TopLevelSpec, text: string, details?: string): Promise<string> {
  const load = () => Promise.all([import("vega-lite").catch(rethrow), import("vega").catch(rethrow)]);
  const [{ compile }, { parse, View }] = await optional(load, "This picture", ["vega", "vega-lite"]);
  const { spec } = compile(specification);
  const view = new View(parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return described(svg, text, details);
}

/** A DOT graph as Graphviz draws it. Loads Graphviz only when one is asked for. */
export async function graphvizSvg(dot: string): Promise<string> {
  const load = () => import("@hpcc-js/wasm-graphviz").catch(rethrow);
  const { Graphviz } = await optional(load, "This picture", ["@hpcc-js/wasm-graphviz"]);
  const graphviz = await Graphviz.load();
  return graphviz.dot(dot, "svg").trimEnd();
}

/**
 * A DOT graph as a picture that can stand in a page: without the file's prologue, and with its text.
 *
 * @param text its title, which is read out in its place
 * @param details what the title has no room for
 */
export async function diagramOf(dot: string, text: string, details?: string): Promise<string> {
  const svg = await graphvizSvg(dot);
  const root = svg
    .slice(Math.max(0, svg.indexOf("<svg")))
    .replace(/^<svg\s+width="(\d+)pt" height="(\d+)pt"\s+/, '<svg width="$1" height="$2" ');
  return described(root, text, details);
}

/** The root says what is seen; the marks within are then decoration. */
function described(svg: string, text: string, details: string | undefined): string {
  const safe = escapeHtml(visible(text));
  const more = details === undefined ? "" : `<desc>${escapeHtml(visible(details))}</desc>`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) => `<svg ${attributes} role="img" aria-label="${safe}"><title>${safe}</title>${more}`,
  );
}
