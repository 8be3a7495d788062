/**
 * Masks the passwords of addresses that were given to the program in everything that it writes.
 *
 * It looks only for passwords that were given, not for anything that looks like an address. So a URL with a password in a
 * scenario stays as it is, a password is found in any odd address, and a run without one, as nearly all are, searches
 * nothing.
 */

/** The environment variable that holds the address of a server. */
export const ADDRESS_VARIABLE = "DEMARCHE_DATABASE";

/** A password, and the text before it: the user with a colon, or the name of a parameter. */
interface Password {
  readonly before: string;
  readonly word: string;
  /** What begins the part of the address before that: the password may then be cut off anywhere. */
  readonly after: readonly string[];
}

/** What replaces a password. */
const MASK = "***";

/** A stream of a journal as of a moment, which follows an address and has an `@` of its own. */
const MOMENT = /#[^#@]*@(?:\d{1,15}|\d{4}-\d\d\S*)$/;

/** An argument that is an address, well formed or not: the password extends to the last `@`, whatever it contains. */
const WHOLE = /^["'\s]*(?:--?[\w-]+=)?["'\s]*(?:[a-z][\w+.-]*:[\\/]+|postgres(?:ql)?:|:?\/\/)([^:]*):(.+)@/is;

/** An address without a scheme. */
const BARE = /^["'\s]*([^\s:{}"']+):([^\s{}\\/][^\s{}]*)@/;

/** An address within other text. */
const WITHIN = /[a-z][\w+.-]*:\/+([^\s:/?#@"'<>]*):([^\s/?#"'<>]+)@/gi;

const PARAMETER = /[?&](\w*password=)([^&]+)/gi;

/** Masks the passwords that this process was given. */
export function processMask(): (text: string) => string {
  return maskOf([...process.argv.slice(2), process.env[ADDRESS_VARIABLE] ?? ""]);
}

/**
 * Masks passwords in texts.
 *
 * @param given arguments and addresses. A password of theirs is found as given, and also percent-encoded, escaped for JSON
 *   or a terminal, broken over lines, or cut off
 */
export function maskOf(given: readonly string[]): (text: string) => string {
  const passwords = given.flatMap(passwordsIn).sort((one, other) => other.word.length - one.word.length);
  if (passwords.length === 0) return (text) => text;
  const patterns = [...new Set(passwords.map(patternOfPassword))].map((pattern) => new RegExp(pattern, "g"));
  const maskMatch = (_: string, begun?: string, whole?: string): string => `${begun ?? whole ?? ""}${MASK}`;
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, maskMatch), text);
}

function passwordsIn(given: string): readonly Password[] {
  if (!/[@=]/.test(given)) return [];
  const address = given.replace(MOMENT, "");
  const one = WHOLE.exec(address) ?? BARE.exec(address);
  const users = [...(one === null ? [] : [one]), ...address.matchAll(WITHIN)];
  return [
    ...users.map(([, user = "", word = ""]) => ({ before: `${user}:`, word, after: ["/"] })),
    ...[...address.matchAll(PARAMETER)].map(([, before = "", word = ""]) => ({ before, word, after: ["?", "&"] })),
  ]
    .flatMap((password) => [password, { ...password, word: decoded(password.word) }])
    .filter(({ word }) => word.trim() !== "");
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Maximum characters of a pattern: for a password that was cut off, and for a whole one, whose line is masked to its end. */
const [MAX_CUT, MAX_LENGTH] = [200, 2000];

/** What may stand between two characters when a text was wrapped, and the ways to write a space. */
const GAP = String.raw`(?:\s|\u001b\[[\d;]*m|%(?:25)*(?:20|09|0A|0D)|\\[nrt]|\\u0020)*`;

/**
 * Matches a password after the beginning of an address, even if cut off; or anywhere, if complete and followed by `@`. A
 * password alone does not match, since many are also ordinary words, such as postgres.
 */
function patternOfPassword({ before, word, after }: Password): string {
  const head = patternsOf(before.slice(-MAX_CUT)).join(GAP);
  const starts = before.length > MAX_CUT ? "" : `(?:${after.map(patternOfCharacter).join("|")})${GAP}`;
  const characters = patternsOf(word.slice(0, MAX_LENGTH));
  const whole = characters.join(GAP) + (word.length > MAX_LENGTH ? ".*" : "");
  const some = characters.slice(0, MAX_CUT).reduceRight((rest, one) => `${one}${rest && `(?:${GAP}${rest})?`}`, "");
  return `(${starts}${head})${GAP}(?:${whole}|${some})|(${head})${GAP}${whole}(?=${GAP}${patternOfCharacter("@")})`;
}

/** A pattern for each character of a text, without its spaces. */
function patternsOf(text: string): readonly string[] {
  return [...text.replace(/\s/g, "")].map(patternOfCharacter);
}

/** Every way to write a character: in URLs, in JSON, escaped for a terminal, in pictures and in shells. */
function patternOfCharacter(character: string): string {
  const percents = [...new TextEncoder().encode(character)].map((byte) => `%(?:25)*${hex(byte, 2).toUpperCase()}`);
  const units = character.split("").map((unit) => literal(`\\u${hex(unit.charCodeAt(0), 4)}`));
  const visible = literal(`\\u{${hex(character.codePointAt(0) ?? 0, 1).toUpperCase()}}`);
  const escaped = literal(JSON.stringify(character).slice(1, -1));
  const entity = /[&<>"']/.test(character) ? ["[&#]#?\\w+;"] : [];
  const quoted = character === "'" ? [literal("'\\''")] : [];
  const ways = [...quoted, ...entity, escaped, literal(character), percents.join(""), units.join(""), visible];
  return `(?:${[...new Set(ways)].join("|")})`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
