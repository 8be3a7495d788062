/** A way as a replay: a numbered row for each step, with who does what and what it changes. */
import { actOf } from "../../events/index.ts";
import type { ChartEvent, Dyad } from "../../machine/index.ts";
import { type Block, beside, line, span, wrap } from "../../render/index.ts";
import type { Way, WayStep } from "../../search/index.ts";
import { standingLines } from "../play.ts";
import { classStyles } from "../styles.ts";
import { changeLines } from "../timeline.ts";

/** How many other acts are named that would have done the same. */
const NAMED = 3;

/** The rows of a way; where it has none, that it begins where it is to end. */
export function wayLines({ steps, from }: Way, dyad: Dyad, columns: number): Block {
  if (steps.length === 0) return [line("It stands there already:"), ...standingLines(from, dyad, columns)];
  const number = `${steps.length}`.length + 1;
  const who = Math.max(...steps.map(({ event }) => byText(event, dyad).length));
  const rest = Math.max(30, columns - number - who - 6);
  const act = Math.floor(rest * 0.42);
  return steps.flatMap((step, k) => {
    const { label, class: kind } = actOf(step.event.type);
    return beside([
      { columns: number, block: [line(span(`${k + 1}.`.padStart(number), "faint"))] },
      { columns: who, block: [line(byText(step.event, dyad))] },
      { columns: act, block: [...wrap(line(span(label, classStyles[kind])), act), ...insteadLines(step, dyad, act)] },
      {
        columns: rest - act,
        block: changeLines({ ...step, verdict: "applied" }, dyad).flatMap((one) => wrap(one, rest - act, 2)),
      },
    ]);
  });
}

/** Who acts: `IRN`, `IRN + PAK`, `clock`. */
function byText({ type, by }: ChartEvent, { a, b }: Dyad): string {
  if (by === "other") return actOf(type).class === "clock" ? "clock" : "another";
  return by === "both" ? `${a} + ${b}` : by === "a" ? a : b;
}

/** An act by somebody in one line of text: `declare-war by IRN`. */
function actText(event: ChartEvent, dyad: Dyad): string {
  return `${event.type} by ${byText(event, dyad)}`;
}

function insteadLines({ event, instead }: WayStep, dyad: Dyad, columns: number): Block {
  if (instead.length === 0) return [];
  const texts = instead.map((other) =>
    other.type === event.type ? `by ${byText(other, dyad)}` : other.by === event.by ? other.type : actText(other, dyad),
  );
  const more = texts.length > NAMED ? `, or one of ${texts.length - NAMED} more` : "";
  return wrap(line(span(`or ${texts.slice(0, NAMED).join(", ")}${more}`, "faint")), columns);
}
