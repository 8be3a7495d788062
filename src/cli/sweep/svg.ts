/** SVG of a Vega-Lite specification, with its alternative text. Nothing is drawn on a screen for it. */

/** Draws a specification. */
export async function svgOf(spec: object, alternative: string): Promise<string> {
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const drawn = compile(spec as Parameters<typeof compile>[0]).spec;
  const svg = await new View(parse(drawn), { renderer: "none" }).toSVG();
  const text = escaped(alternative);
  return svg.replace(/^<svg /, `<svg role="img" aria-label="${text}" `).replace(/>/, `><title>${text}</title>`);
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
