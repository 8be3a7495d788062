/** Text from a file, made safe to show: what is hidden, or could steer a terminal or reorder a line, becomes visible. */

/** Controls, format characters, halves of surrogate pairs, line separators, and letters that are blank. */
const HIDDEN = /(?![\n\t\u0600-\u0605\u06dd])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;
const JOINER = /^[\u200c\u200d]$/;
const JOINED = /[\p{L}\p{M}\p{Emoji}]$/u;

/**
 * Replaces every hidden character by its number, such as `\u{202E}`. Newlines and tabs stay, and the joiners within
 * words of Persian, Urdu or Hindi.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character, index: number) => {
    if (JOINER.test(character) && JOINED.test(text.slice(Math.max(0, index - 2), index))) return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}

/** {@link visible} on a single line: newlines and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, " ");
}

/** A word as a shell takes it, quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
