/** JSON for a pipe that may be a terminal: characters that are hidden, or could control it, are escaped by number. */

/** Controls that JSON leaves as they are, format characters such as those that reorder a line, line separators. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;

/** Data as JSON. Parsing it gives back every character. */
export function json(data: unknown, indent?: number): string {
  return JSON.stringify(data, undefined, indent).replace(HIDDEN, escaped);
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
