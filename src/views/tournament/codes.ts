/** Short codes of strategies, so that twelve of them fit on one line. */

/**
 * A code of at most four letters for each name, different for all: its words' initials where it has three or more, else
 * its first four letters.
 */
export function shortCodes(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const words = name.split("-");
    const stem = (words.length > 2 ? words.map((word) => word.charAt(0)).join("") : name.replaceAll("-", ""))
      .slice(0, 4)
      .toUpperCase();
    let code = stem;
    for (let k = 2; taken.has(code); k++) code = `${stem.slice(0, 4 - String(k).length)}${k}`;
    taken.add(code);
    return code;
  });
}
