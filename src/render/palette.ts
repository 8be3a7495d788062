/** Palettes: what a style looks like. Views name styles; only a palette knows of colours. */

/** The styles that views use. */
export type Style = "title" | "strong" | "faint" | "good" | "bad" | "warn" | "force" | "rupture" | "talk" | "third";

/** How each style is written: a function from text to text. */
export type Palette = { readonly [S in Style]: (text: string) => string };

/** No colours at all: for files, pipes and terminals that ask for none. */
export const plainPalette: Palette = {
  title: unstyled,
  strong: unstyled,
  faint: unstyled,
  good: unstyled,
  bad: unstyled,
  warn: unstyled,
  force: unstyled,
  rupture: unstyled,
  talk: unstyled,
  third: unstyled,
};

/** The sixteen colours of a terminal, so that its own theme decides how they look. */
export const ansiPalette: Palette = {
  title: code(1, 22),
  strong: code(1, 22),
  faint: code(2, 22),
  good: code(32, 39),
  bad: code(31, 39),
  // The yellow of most themes can't be read on white; this is read on both.
  warn: code("38;5;130", 39),
  force: code(31, 39),
  rupture: code(35, 39),
  talk: code(36, 39),
  third: code(34, 39),
};

function unstyled(text: string): string {
  return text;
}

function code(on: number | string, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
