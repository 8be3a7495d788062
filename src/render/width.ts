/** Width: how many columns of a terminal a text takes. */
import { eastAsianWidth } from "get-east-asian-width";

/**
 * Columns of a text: two for wide East Asian characters and emoji, none for marks that combine with the letter before.
 */
export function width(text: string): number {
  if (NARROW.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}

/** The longest beginning of a text that fits into a number of columns; at least one character. */
export function fitting(text: string, columns: number): string {
  let end = 0;
  let sum = 0;
  for (const character of text) {
    sum += widthOf(character);
    if (sum > columns && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

const NARROW =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u2581-\u2588\u25cf\u2713\u2717]*$/;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;

function widthOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
