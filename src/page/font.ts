/** A page's font: the faces with a letter that the page shows. */

/**
 * The faces of a style sheet that some text needs.
 *
 * @param style `@font-face` rules, each with its `unicode-range`
 */
export function facesFor(style: string, text: string): string {
  const points = new Set([...text].map((sign) => sign.codePointAt(0) ?? 0));
  const isNeeded = (rule: string): boolean => {
    const ranges = rangesOf(/unicode-range:([^;}]*)/.exec(rule)?.[1] ?? "");
    return [...points].some((point) => ranges.some(([from, to]) => point >= from && point <= to));
  };
  return style.replace(/@font-face\{[^}]*\}\n?/g, (rule) => (isNeeded(rule) ? rule : ""));
}

/** `U+0000-00FF, U+0131` as numbers. */
function rangesOf(text: string): readonly (readonly [from: number, to: number])[] {
  return [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = "0", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}
