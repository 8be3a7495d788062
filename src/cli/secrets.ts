/**
 * Passwords in addresses that were given to the program: whatever it writes is written without them.
 *
 * Only what was given is looked for, not what looks like an address. So a URL with a password that stands in somebody's
 * scenario comes out as it went in, a password is found in any odd address, and a run that was given none, which is
 * nearly every one, searches nothing.
 */

/** The environment variable that holds the address of a server. */
export const VARIABLE = "DEMARCHE_DATABASE";

/** A password, and what stands before it: the user with a colon, or the name of a parameter. */
interface Password {
  readonly before: string;
  readonly word: string;
  /** What begins the part of the address before that: the password may then be cut off anywhere. */
  readonly after: readonly string[];
}

/** What stands in the place of a password. */
const MASK = "***";

/** A stream of a journal as of a moment, which follows an address and has an `@` of its own. */
const MOMENT = /#[^#@]*@(?:\d{1,15}|\d{4}-\d\d\S*)$/;

/** An argument that is an address, well written or not: the password goes to the last `@`, whatever it holds. */
const WHOLE = /^["'\s]*(?:--?[\w-]+=)?["'\s]*(?:[a-z][\w+.-]*:[\\/]+|postgres(?:ql)?:|:?\/\/)([^:]*):(.+)@/is;

/** One without a scheme. */
const BARE = /^["'\s]*([^\s:{}"']+):([^\s{}\\/][^\s{}]*)@/;

/** An address within other words. */
const WITHIN = /[a-z][\w+.-]*:\/+([^\s:/?#@"'<>]*):([^\s/?#"'<>]+)@/gi;

const PARAMETER = /[?&](\w*password=)([^&]+)/gi;

/** Takes the passwords that this process was given out of a text. */
export function processMask(): (text: string) => string {
  return maskOf([...process.argv.slice(2), process.env[VARIABLE] ?? ""]);
}

/**
 * Takes passwords out of texts.
 *
 * @param given arguments and addresses; in a text a password of theirs is found as it was given and as it may be written
 *   there: in percents, escaped for JSON or a terminal, broken over lines, or cut off
 */
export function maskOf(given: readonly string[]): (text: string) => string {
  const passwords = given.flatMap(passwordsIn).sort((one, other) => other.word.length - one.word.length);
  if (passwords.length === 0) return (text) => text;
  const patterns = [...new Set(passwords.map(patternOf))].map((pattern) => new RegExp(pattern, "g"));
  const masked = (_: string, begun?: string, whole?: string): string => `${begun ?? whole ?? ""}${MASK}`;
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, masked), text);
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

/** So much is looked for, since patterns can't be endless: of what was cut off; and in all, the rest of the line going too. */
const [CUT, LONGEST] = [200, 2000];

/** What may stand between two characters of a text that was broken to a width, and what a space is written as. */
const GAP = String.raw`(?:\s|\u001b\[[\d;]*m|%(?:25)*(?:20|09|0A|0D)|\\[nrt]|\\u0020)*`;

/**
 * Where a password stands: after the beginning of an address, though it be cut off; or anywhere, whole and with its `@`.
 * It never stands alone, since many a password is also a word, such as postgres.
 */
function patternOf({ before, word, after }: Password): string {
  const head = written(before.slice(-CUT)).join(GAP);
  const starts = before.length > CUT ? "" : `(?:${after.map(writtenAs).join("|")})${GAP}`;
  const characters = written(word.slice(0, LONGEST));
  const whole = characters.join(GAP) + (word.length > LONGEST ? ".*" : "");
  const some = characters.slice(0, CUT).reduceRight((rest, one) => `${one}${rest && `(?:${GAP}${rest})?`}`, "");
  return `(${starts}${head})${GAP}(?:${whole}|${some})|(${head})${GAP}${whole}(?=${GAP}${writtenAs("@")})`;
}

/** The characters of a text but for its spaces, each as a pattern. */
function written(text: string): readonly string[] {
  return [...text.replace(/\s/g, "")].map(writtenAs);
}

/** Every way in which a character is written: in URLs, in JSON, where it is made visible, in pictures and shells. */
function writtenAs(character: string): string {
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
