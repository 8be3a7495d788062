/** Letters and signs that look like those of a keyboard and are others, or can't be seen: what was meant, and what it is. */

/** Cyrillic and Greek letters beside the Latin ones that they look like. */
const LETTERS = {
  Cyrillic: ["АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһӏ", "ABESIJKMHOPCTYXaeopcyxijsdhl"],
  Greek: ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανιρ", "ABEZHIKMNOPTYXoavip"],
} as const;

interface Sign {
  readonly found: RegExp;
  readonly name: (sign: string) => string;
  readonly by: (sign: string) => string;
}

const SIGNS: readonly Sign[] = [
  ...Object.entries(LETTERS).map(([script, [odd, plain]]) => ({
    found: new RegExp(`[${odd}]`, "u"),
    name: () => `a ${script} letter`,
    by: (sign: string) => plain.charAt(odd.indexOf(sign)),
  })),
  { found: /[“”„‟«»‘’‚‛]/u, name: () => "a curly quotation mark", by: () => "" },
  {
    found: /[‐‑‒–—―]/u,
    name: (sign) => (sign === "–" ? "an en dash" : sign === "—" ? "an em dash" : "a dash"),
    by: () => "-",
  },
  { found: /−/u, name: () => "a minus sign of printers", by: () => "-" },
  { found: /[！-～]/u, name: () => "a wide sign", by: (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0) },
  { found: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/u, name: () => "a blank that is not a space", by: () => "" },
  { found: /(?![\t\n])[\p{Cc}\p{Cf}]/u, name: () => "an invisible character", by: () => "" },
];

/** What a word was meant to be, and a sentence that names the first sign which is not what it looks like. */
export interface LookAlike {
  readonly meant: string;
  readonly says: string;
}

/** The signs of a word that look like others; undefined where there is none. For words and numbers, not for prose. */
export function lookAlike(word: string): LookAlike | undefined {
  const signs = Array.from(word);
  const readings = signs.map((sign) => ({ sign, kind: SIGNS.find(({ found }) => found.test(sign)) }));
  const first = readings.find(({ kind }) => kind !== undefined);
  if (first?.kind === undefined) return undefined;
  const shown = /[\p{Cc}\p{Cf}\p{Zs}]/u.test(first.sign) ? "" : `${first.sign} `;
  return {
    meant: readings
      .map(({ sign, kind }) => kind?.by(sign) ?? sign)
      .join("")
      .trim(),
    says: `It holds ${first.kind.name(first.sign)}, ${shown}${numberOf(first.sign)}.`,
  };
}

/** The number of a character as it is looked up: `U+0435`. */
export function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
