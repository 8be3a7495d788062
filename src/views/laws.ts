/** Laws: the list of what always holds, one law whole, and what came of checking them. */
import { BLANK, type Block, beside, formatCount, line, paragraph, span, wrap } from "../render/index.ts";

/** A law as it is shown. */
export interface ShownLaw {
  readonly name: string;
  readonly sentence: string;
  readonly basis: string;
  /** What it is a law of: situation, step, chart, history, branch or future. */
  readonly of: string;
  /** How it is checked, in a word or two each, with what that comes to. */
  readonly ways: readonly (readonly [way: string, meaning: string])[];
  readonly tests: readonly string[];
}

/** Columns of the way a law is checked. */
const WAYS = 12;

/** Laws by what they are of, a row each: name, sentence, how it is checked. */
export function lawsBlock(laws: readonly ShownLaw[], columns: number): Block {
  const widest = laws.reduce((most, { name }) => Math.max(most, name.length), 0);
  const room = columns - widest - WAYS - 6;
  const row = ({ name, sentence, ways }: ShownLaw): Block =>
    beside([
      { columns: widest + 2, block: [line("  ", span(name, "strong"))] },
      { columns: room, block: wrap(line(sentence), room) },
      { columns: WAYS, block: ways.flatMap(([way]) => wrap(line(span(way, "faint")), WAYS)) },
    ]);
  return [...Map.groupBy(laws, ({ of }) => of)].flatMap(([of, members], k) => [
    ...(k === 0 ? [] : [BLANK]),
    line(span(lawHeadings[of] ?? of, "title")),
    ...members.flatMap(row),
  ]);
}

/** One law: its sentence, where it comes from, how it is checked, and in which tests. */
export function lawBlock({ name, sentence, basis, of, ways, tests }: ShownLaw, columns: number): Block {
  const under = (head: string, texts: readonly string[], hang: number): Block => [
    BLANK,
    line(span(head, "strong")),
    ...texts.flatMap((text) => wrap(line(`  ${text}`), columns, hang)),
  ];
  return [
    line(span(name, "title"), span(`  ${lawHeadings[of]?.toLowerCase() ?? of}`, "faint")),
    ...paragraph(sentence, columns),
    ...under("Where it comes from", [basis], 2),
    ...under(
      "How it is checked",
      ways.map((way) => way.join(": ")),
      4,
    ),
    ...under("In which tests", tests, 4),
  ];
}

/** What an exhaustive check looked at, and what it found. */
export interface ShownCheck {
  readonly laws: number;
  readonly situations: number;
  readonly steps: number;
  readonly breaches: readonly { readonly law: string; readonly sentence: string; readonly what: string }[];
}

/** What came of an exhaustive check. */
export function lawCheckBlock({ laws, situations, steps, breaches }: ShownCheck, columns: number): Block {
  const checkedText = `${formatCount(laws)} ${laws === 1 ? "law" : "laws"} held to all ${formatCount(situations)} situations that can be reached and all ${formatCount(steps)} steps from them`;
  const verdict = breaches.length === 0 ? "none is broken" : `${formatCount(breaches.length)} broken`;
  const sign = breaches.length === 0 ? span("✓ ", "good") : span("✗ ", "bad");
  return [
    ...breaches.flatMap(({ law, sentence, what }) => [
      ...wrap(line(span(law, "bad"), ` is broken: ${sentence}`), columns, 2),
      ...wrap(line(`  What was true: ${what}`), columns, 4),
      BLANK,
    ]),
    ...wrap(line(sign, `${checkedText}: ${verdict}`), columns, 2),
  ];
}

/** What the laws of a kind are of, as a heading. */
export const lawHeadings: Readonly<Record<string, string>> = {
  situation: "Of every situation",
  step: "Of every step",
  chart: "Of the chart",
  history: "Of every history",
  branch: "Of every branch",
  future: "Of every future",
};
