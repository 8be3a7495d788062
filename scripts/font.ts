/** `node scripts/font.ts`: measures the letters of Source Sans 3 and writes their widths to src/pictures/font/widths.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { create } from "fontkit";

const FILES = "node_modules/@fontsource/source-sans-3/files";
const WEIGHTS = [400, 600] as const;
const SUBSETS = ["latin", "latin-ext"] as const;

/** Runs of code points that follow one another, each with the widths of its letters. */
function runs(weight: number): readonly string[] {
  const widths = new Map<number, number>();
  for (const subset of SUBSETS) {
    const font = create(readFileSync(`${FILES}/source-sans-3-${subset}-${weight}-normal.woff2`));
    if (!("characterSet" in font)) throw new TypeError(`The file of ${subset} has more than one font.`);
    for (const point of font.characterSet) {
      const { advanceWidth } = font.glyphForCodePoint(point);
      widths.set(point, Math.round((advanceWidth * 1000) / font.unitsPerEm));
    }
  }
  const points = [...widths.keys()].filter((point) => point >= 32 && point < 0x2200).sort((p, q) => p - q);
  const found: { first: number; widths: number[] }[] = [];
  for (const point of points) {
    const last = found.at(-1);
    const next = last === undefined ? -1 : last.first + last.widths.length;
    if (point === next) last?.widths.push(widths.get(point) ?? 0);
    else found.push({ first: point, widths: [widths.get(point) ?? 0] });
  }
  return found.map(({ first, widths: run }) => `${first.toString(36)} ${run.map((one) => one.toString(36)).join(" ")}`);
}

const tables = WEIGHTS.map((weight) => `  ${weight}:\n    ${JSON.stringify(runs(weight).join(";"))},`);
writeFileSync(
  "src/pictures/font/widths.ts",
  `/** Widths of letters of Source Sans 3 in thousandths of the size: made by scripts/font.ts. Numbers in base 36. */

/** By weight, runs of code points: the first point, then the width of it and of each that follows. */
export const widths = {
${tables.join("\n")}
} as const;
`,
);
console.log("src/pictures/font/widths.ts");
