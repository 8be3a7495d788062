/** Files as people lay them out, generated: comments, blank lines, line ends, indentation, kinds of values. */
import fc from "fast-check";

/** Text that a person, or somebody with worse in mind, might write. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(..."{}[],:#&*!|>'\"%@`- \n\r\t\\?<=~0x1.e_yno"), minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "2024-01-16",
    "no",
    "Yes",
    "null",
    "1:30",
    "0o17",
    "a: b",
    "x # y",
    "&a x",
    "*a",
    "!!str x",
    "--- x",
    "...",
    "x\nnever: []",
    "x\r\n  evil: { then: keep }",
    "\u001b[31m",
    "\u2028",
    "\u0085",
    "\ud800",
    "a\u{e0041}",
    "a\u202e",
    "<<",
    "}\n- { drop: y }",
  ),
);

const remark = fc.constantFrom("", "", "", "# a remark", "# what-if: { not: this }");
const between = (indent: number): fc.Arbitrary<readonly string[]> =>
  fc.array(
    fc.oneof(
      fc.constant(""),
      fc.constant("# in the first column"),
      fc.constant(`${" ".repeat(indent)}# as deep as what it stands by`),
      fc.constant(`${" ".repeat(indent + 4)}# deeper: than: that`),
    ),
    { maxLength: 3 },
  );

/** A value behind a key, as the lines it takes: the first stands behind the colon. */
const value = (indent: number): fc.Arbitrary<readonly string[]> => {
  const deep = " ".repeat(indent + 2);
  return fc.constantFrom(
    [" plain"],
    ["   spaced   # remark"],
    [' "in # quotes"'],
    [" 'one", "", `${deep}two'`],
    [" runs on", `${deep}and on`],
    [" { a: 1, b: [x, y] }"],
    [" [a,", `${deep}b ] # end`],
    ["", `${" ".repeat(indent)}- flush`, `${" ".repeat(indent)}- { at: "2024-01-01" } # last`],
    ["", `${deep}-   deeper: 1`, `${deep}    more: 2`],
    ["", `${deep}inner: 1`, `${deep}last:`],
    [" |", `${deep}a text # no comment`],
    [" >-", `${deep}folded`, "", `${deep}more`, "", ""],
    [" |+", `${deep}kept`, "", ""],
    [""],
    [" &anchor x"],
  );
};

const pair = (indent: number, key: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc
    .record({ above: between(indent), key, lines: value(indent), quote: fc.constantFrom("", "", "", '"', "'") })
    .map(({ above, key: word, lines: [first = "", ...rest], quote }) => [
      ...above,
      `${" ".repeat(indent)}${quote}${word}${quote}:${first}`,
      ...rest,
    ]);

const NAMES = ["calm", "other", "third"];

const whatIf = (indent: number, deeper: number): fc.Arbitrary<readonly string[]> => {
  const inner = indent + deeper;
  const entries = fc
    .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
    .chain((names) => fc.tuple(...names.map((name) => pair(inner, fc.constant(name)))));
  return fc
    .record({ above: between(indent), said: remark, entries: fc.option(entries) })
    .map(({ above, said, entries: some }) => [
      ...above,
      `${" ".repeat(indent)}what-if:${said === "" ? "" : ` ${said}`}`,
      ...(some ?? []).flat(),
    ]);
};

const KEYS = ["scenario", "title", "events", "expect", "never", "doctrines", "teach"];

/** The text of a file in block style, in which a what-if always has its place. */
export const blockFile: fc.Arbitrary<string> = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 2),
    deeper: fc.constantFrom(1, 2, 2, 4),
    keys: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 }),
    place: fc.nat(),
    has: fc.boolean(),
    start: fc.constantFrom([], ["---"], ["# yaml-language-server: $schema=x", ""]),
    end: fc.constantFrom([], [], ["..."], ["# the end"], ["", "", "# the end", ""]),
    bom: fc.constantFrom("", "\ufeff"),
    eol: fc.constantFrom("\n", "\r\n"),
    final: fc.boolean(),
  })
  .chain(({ indent, deeper, keys, place, has, start, end, bom, eol, final }) => {
    const pairs = keys.map((key) => pair(indent, fc.constant(key)));
    const all = has ? pairs.toSpliced(place % (pairs.length + 1), 0, whatIf(indent, deeper)) : pairs;
    return fc.tuple(...all).map((lines) => `${bom}${[...start, ...lines.flat(), ...end].join(eol)}${final ? eol : ""}`);
  })
  // The same anchor twice, or a document that ends where a text was to be kept, are other people's tests.
  .filter((text) => text.split("&anchor").length <= 2);
