/** Wrapping: text in a box with a maximum number of lines, cut with `…` if it does not fit. */
import { nth } from "../../problem/index.ts";
import { measure, type Weight } from "./measure.ts";

/** The size and weight of letters. */
export interface Letters {
  readonly size: number;
  readonly weight?: Weight;
}

/** Where a line may break: at any space except a no-break space. */
const BREAK = /[^\S\u00a0\u202f]+/;
const BREAKS = new RegExp(BREAK, "g");

/** Text in lines of at most a width. The last ends in `…` if there is more. */
export function wrapLines(text: string, width: number, most: number, letters: Letters): readonly string[] {
  const { size, weight = 400 } = letters;
  const fits = (line: string): boolean => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  const words = text.split(BREAK).filter((word) => word !== "");
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = word;
    }
    while (!fits(line)) {
      const part = longestPrefix(line, fits);
      lines.push(part);
      line = line.slice(part.length);
    }
    if (lines.length > most) break;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(`${nth(lines, most - 1)} ${nth(lines, most)}`, width, letters, true)];
}

/** One line of at most a width, ending in `…` if it was cut. */
export function cut(text: string, width: number, { size, weight = 400 }: Letters, always = false): string {
  if (!always && measure(text, size, weight) <= width) return text;
  const kept = longestPrefix(text, (part) => measure(`${part.trimEnd()}…`, size, weight) <= width);
  return `${kept.trimEnd()}…`;
}

/** The narrowest width at which text takes at most two lines without breaking a word. */
export function narrowestWidth(text: string, { size, weight = 400 }: Letters): number {
  const whole = measure(text, size, weight);
  const halves = [...text.matchAll(BREAKS)].map(({ index, 0: space }) =>
    Math.max(measure(text.slice(0, index), size, weight), measure(text.slice(index + space.length), size, weight)),
  );
  return Math.min(whole, ...halves);
}

/** The longest beginning that fits, in whole characters; at least one. */
function longestPrefix(text: string, fits: (part: string) => boolean): string {
  const signs = [...text];
  let low = 1;
  let high = signs.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (fits(signs.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return signs.slice(0, low).join("");
}
