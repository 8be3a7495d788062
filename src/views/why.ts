/** Why: the event behind a part of the situation and its causes, as a tree; and what stands in an act's way. */
import { type ActId, actOf } from "../events/index.ts";
import type { Cause, Step } from "../history/index.ts";
import type { Dyad, Judgement, Region } from "../machine/index.ts";
import { BLANK, type Block, type Line, line, span, wrap } from "../render/index.ts";
import { classStyles } from "./styles.ts";
import { changeLines, verdictSigns } from "./timeline.ts";
import { regionName, stateText, whoText } from "./words.ts";

/** Why a region stands as it does, or why an event happened: the step that brought it there, and a tree of causes. */
export function whyBlock({ region, cause }: ExplainedCause, dyad: Dyad, columns: number): Block {
  const text =
    region === undefined ? "" : `${regionName(region.name, dyad)}: ${stateText(region.name, region.state, dyad)}`;
  const head = region === undefined ? [] : [line(span(text, "title"))];
  if (cause === undefined) return [...head, line("It has stood there from the opening; no event changed it.")];
  return [...head, ...causeBlock(cause, dyad, columns)];
}

/** What is explained: a region with its state, or an event, and what it came of. */
export interface ExplainedCause {
  readonly region?: { readonly name: Region; readonly state: string };
  readonly cause: Cause | undefined;
}

/** A step and its causes as a tree, each cause once. */
function causeBlock(cause: Cause, dyad: Dyad, columns: number): Block {
  return branch(cause, dyad, columns, "", "");
}

/** Whether an act would be valid, and if not, each requirement in its way with what would meet it. */
export function whyNotBlock(
  { act, by, verdict, reasons }: Pick<Judgement, "verdict" | "reasons"> & { readonly act: ActId; readonly by: string },
  moment: string,
  columns: number,
): Block {
  const subject = `${actOf(act).label} (${act}) by ${by}, ${moment}`;
  const { sign, style } = verdictSigns[verdict];
  const answer =
    verdict === "applied"
      ? "valid; it would change the situation"
      : verdict === "noted"
        ? "valid; it would change nothing"
        : "void";
  return [
    ...wrap(line(span(`${sign} `, style), span(subject, "title"), `: ${answer}.`), columns, 2),
    ...reasons.flatMap(({ sentence, rule, remedy }) => [
      BLANK,
      ...wrap(line("  ", span(sentence, "bad"), span(` (${rule})`, "faint")), columns, 2),
      ...wrap(line("  What would give it effect: ", remedy), columns, 2),
    ]),
  ];
}

function branch({ step, because }: Cause, dyad: Dyad, columns: number, first: string, rest: string): Block {
  const below = because.length > 0 ? "│ " : "  ";
  const own = [
    ...wrap(headLine(step), columns - first.length - 2, 4),
    ...effects(step, dyad, columns - rest.length - 4),
  ];
  return [
    ...own.map((one, k) => line(span(k === 0 ? first : rest + below, "faint"), ...one)),
    ...because.flatMap((cause, k) => {
      const last = k === because.length - 1;
      return branch(cause, dyad, columns, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`);
    }),
  ];
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

function effects(step: Step, dyad: Dyad, columns: number): Block {
  const note = step.event.note === undefined ? [] : wrap(line("  ", span(step.event.note, "faint")), columns, 2);
  return [...changeLines(step, dyad).flatMap((one) => wrap(line("  ", ...one), columns, 4)), ...note];
}
