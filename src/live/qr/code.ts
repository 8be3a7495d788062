/** A QR code as SVG. */
import { encode } from "uqr";

/** The code of a text: as wide as its place, black on white in light and dark, since phones read no other well. */
export function qrSvg(text: string): string {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  // Runs of dark modules, each one rectangle.
  const dark = data
    .flatMap((row, y) =>
      [
        ...row
          .map((one) => (one ? "1" : "0"))
          .join("")
          .matchAll(/1+/g),
      ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
    )
    .join("");
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`;
}
