/** Pictures: a Vega-Lite specification made into SVG, with a text for those who do not see it. */
import type { TopLevelSpec } from "vega-lite";
import { visible } from "../scenario/index.ts";

/**
 * Makes a picture. Loads vega only when one is asked for.
 *
 * @param text its title, which is read out in its place
 * @param details what the title has no room for
 */
export async function svgOf(specification: TopLevelSpec, text: string, details?: string): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const { spec } = compile(specification);
  const view = new View(parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return described(svg, text, details);
}

/** The root says what is seen; the marks within are then decoration. */
function described(svg: string, text: string, details: string | undefined): string {
  const safe = escaped(visible(text));
  const more = details === undefined ? "" : `<desc>${escaped(visible(details))}</desc>`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) => `<svg ${attributes} role="img" aria-label="${safe}"><title>${safe}</title>${more}`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
