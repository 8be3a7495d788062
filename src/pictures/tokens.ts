/** Tokens: every colour of the pictures by meaning, light and dark. A test computes their contrasts and distances. */
import { frozen } from "../problem/index.ts";
import type { Headline } from "./words/index.ts";

/** The colours, each with its value on light and on dark paper. */
export const tokens = {
  paper: ["#ffffff", "#14171c"],
  panel: ["#f6f7f9", "#1c2027"],
  line: ["#d5dae0", "#343b45"],
  ink: ["#16191d", "#e8eaed"],
  soft: ["#5b6470", "#a3adb9"],
  a: ["#0b5fa5", "#7cb6f2"],
  b: ["#b1520d", "#f0a35e"],
  // On a party's colour.
  pennant: ["#ffffff", "#14171c"],
  // The course, by its headline. Each with the colour of words on it.
  normal: ["#dfe5ec", "#333b46"],
  strained: ["#b391ca", "#8f79c3"],
  reconciliation: ["#9fd0bf", "#4f9c84"],
  recalled: ["#f0c14b", "#dcb640"],
  strike: ["#e07b39", "#d9702f"],
  retaliation: ["#8c2d2d", "#b0344e"],
  "on-normal": ["#16191d", "#ffffff"],
  "on-strained": ["#16191d", "#14171c"],
  "on-reconciliation": ["#16191d", "#14171c"],
  "on-recalled": ["#16191d", "#14171c"],
  "on-strike": ["#16191d", "#14171c"],
  "on-retaliation": ["#ffffff", "#ffffff"],
  // Acts, by what they are.
  force: ["#a4262c", "#ff8f87"],
  rupture: ["#4b2a7b", "#9f7ef2"],
  threat: ["#b07800", "#e7b54a"],
  words: ["#6b7785", "#98a1ad"],
  contact: ["#2f8fc4", "#58b5f5"],
  conciliation: ["#0f7a45", "#7fd6a0"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;
frozen(tokens);

/** The name of a colour. */
export type Token = keyof typeof tokens;

/** The colours that have words on them, for which each has a colour of its own. */
export const courseColours = ["normal", "recalled", "strike", "retaliation", "strained", "reconciliation"] as const;
frozen(courseColours);

/** A colour of the course. */
export type CourseToken = (typeof courseColours)[number];

/** The colour of a headline of the course. */
export function courseToken(course: Headline): CourseToken {
  return course === "severed" ? "recalled" : course === "war" ? "retaliation" : course;
}

/** The colour of words on a colour. */
export function inkOn(token: Token): Token {
  const course = courseColours.find((one) => one === token);
  return course === undefined ? "ink" : `on-${course}`;
}

/** Light paper, dark paper, or whichever the page has. */
export type Theme = "light" | "dark" | "auto";

/** A colour as the value of an SVG attribute. In `auto` a renderer without custom properties shows the light one. */
export function colourOf(token: Token, theme: Theme): string {
  const [light, dark] = tokens[token];
  if (theme === "auto") return `var(--picture-${token}, ${light})`;
  return theme === "dark" ? dark : light;
}

/** The style by which pictures in `auto` follow the reader's choice of light or dark. */
export function autoStyle(): string {
  const set = (k: 0 | 1): string =>
    Object.entries(tokens)
      .map(([token, pair]) => `--picture-${token}:${pair[k]}`)
      .join(";");
  return `.demarche-picture{${set(0)}}@media(prefers-color-scheme:dark){.demarche-picture{${set(1)}}}`;
}
