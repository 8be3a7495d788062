/** Why: the event behind a part of the situation and its causes, as a tree; and what the law says of an act. */
import { type ActId, actOf } from "../events/index.ts";
import { type Cause, changes, type Step } from "../history/index.ts";
import type { Dyad, Judgement, Region, Situation, Verdict } from "../machine/index.ts";
import {
  type Block,
  type Document,
  type Item,
  type Line,
  line,
  list,
  type Part,
  prose,
  span,
  table,
  terminal,
} from "../render/index.ts";
import { classStyles } from "./styles.ts";
import { changeLines, verdictSigns } from "./timeline.ts";
import { regionName, stateText, whoText } from "./words.ts";

/** What is explained: a region with its state, or an event, and what it came of. */
export interface ExplainedCause {
  readonly region?: { readonly name: Region; readonly state: string };
  readonly cause: Cause | undefined;
}

/** Why a region stands as it does, or why an event happened, under the region's state where it is one. */
export function whyBlock(explained: ExplainedCause, dyad: Dyad, columns: number): Block {
  const { title, parts } = whyDocument(explained, "", dyad);
  return [...(explained.region === undefined ? [] : [line(span(title, "title"))]), ...terminal(parts, columns)];
}

/**
 * Why a region stands as it does, or why an event happened: the step that brought it there, and a tree of causes.
 *
 * @param id the event that was asked about, where it is one
 */
export function whyDocument({ region, cause }: ExplainedCause, id: string, dyad: Dyad): Document {
  const title =
    region === undefined
      ? `Why ${id}`
      : `${regionName(region.name, dyad)}: ${stateText(region.name, region.state, dyad)}`;
  const none = prose("It has stood there from the opening; no event changed it.");
  return { title, parts: cause === undefined ? [none] : [{ ...list("", [causeItem(cause, dyad)]), as: "tree" }] };
}

/** A step and its causes, each cause once. */
function causeItem({ step, because }: Cause, dyad: Dyad): Item {
  const { note } = step.event;
  return {
    text: headLine(step),
    more: [
      ...changeLines(step, dyad).map((one) => prose(one, undefined, 2)),
      ...(note === undefined ? [] : [prose(note, "faint")]),
    ],
    below: because.map((cause) => causeItem(cause, dyad)),
  };
}

function headLine({ event }: Step): Line {
  const { label, class: kind } = actOf(event.act);
  return line(
    span(`${event.at.slice(0, 10)} `, "faint"),
    `${whoText(event)} `,
    span(label, classStyles[kind]),
    span(` [${event.id}]`, "faint"),
  );
}

/** Whether an act would be valid, and if not, each requirement in its way with what would meet it. */
export function whyNotBlock(
  { act, by, ...judged }: Pick<Judgement, "verdict" | "reasons"> & { readonly act: ActId; readonly by: string },
  moment: string,
  columns: number,
): Block {
  return terminal(verdictParts(`${actOf(act).label} (${act}) by ${by}, ${moment}`, judged), columns);
}

/**
 * A verdict on something that has not happened, with its reasons and what it would change.
 *
 * @param subject what was judged
 */
export function judgedDocument(subject: string, judged: Judgement, before: Situation, dyad: Dyad): Document {
  const changed = changes(before, judged.after).map(({ region, from, to }) => [
    regionName(region, dyad),
    stateText(region, from, dyad),
    stateText(region, to, dyad),
  ]);
  return {
    title: "What the law says",
    parts: [
      ...verdictParts(subject, judged),
      ...(changed.length === 0 ? [] : [table("What it would change", ["Region", "Now", "Then"], changed)]),
      prose("Judged, not added: the record is as it was.", "faint"),
    ],
  };
}

function verdictParts(subject: string, { verdict, reasons }: Pick<Judgement, "verdict" | "reasons">): readonly Part[] {
  const { sign, style } = verdictSigns[verdict];
  return [
    prose(line(span(`${sign} `, style), span(subject, "title"), `: ${ANSWERS[verdict]}.`), undefined, 2),
    ...reasons.flatMap(({ sentence, rule, remedy }) => [
      prose(""),
      prose(line("  ", span(sentence, "bad"), span(` (${rule})`, "faint")), undefined, 2),
      prose(line("  What would give it effect: ", remedy), undefined, 2),
    ]),
  ];
}

const ANSWERS: Readonly<Record<Verdict, string>> = {
  applied: "valid; it would change the situation",
  noted: "valid; it would change nothing",
  void: "void",
};
