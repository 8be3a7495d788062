/** How much larger than usual a reader has set letters. */

const USUAL = 16;

/** By how many times the letters of the page are larger than usual; 1 for most. */
export function letterScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
}
