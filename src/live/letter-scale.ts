/** How much larger than usual a reader has set letters. */

const USUAL = 16;

/** How many times larger than usual the page's letters are; 1 for most readers. */
export function letterScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
}
