/** Text from a file, made safe to show: control and direction characters become visible, one for one. */

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * Replaces every character that could steer a terminal or reorder a line by a visible one. Newlines and tabs stay.
 * The length stays the same, so that columns still point to the right place.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\ufffd";
  });
}

/** {@link visible} on a single line: newlines and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, " ");
}
