/** The screen of a live replay: the course so far, the last things that happened, and the keys. */

import { BLANK, type Block, line, span, wrap } from "../render/index.ts";
import type { Frame } from "../replay/index.ts";
import { standingLine } from "./play.ts";
import { momentText, type ReplayView } from "./replay-view.ts";
import { ribbon } from "./ribbon.ts";
import { columnsFor, stepBlock, timelineHead } from "./timeline.ts";

/** How large the screen is, and what its last line says instead of the keys, if anything. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
  readonly prompt?: string;
}

/** The lines of a frame: exactly as many as the screen has rows. */
export function liveScreen(replay: ReplayView, frame: Frame, { columns, rows, prompt }: ScreenSize): Block {
  const { history, scenario } = replay;
  const now = frame.step?.minute ?? scenario.window.from;
  // Several events of one day have one minute: what comes later among them has not happened yet.
  const soFar = { ...replay, history: { ...history, steps: history.steps.slice(0, frame.index) } };
  const head = [
    line(span(scenario.title, "title")),
    ...ribbon({ ...soFar, until: now }, columns, scenario.window.to),
    BLANK,
    ...timelineHead(columnsFor(history.steps, columns)),
  ];
  const situationLine = standingLine(frame.situation, history.dyad, ["missionA", "missionB", "channels", "terms"]);
  const foot = [BLANK, ...wrap(situationLine, columns).slice(0, 2), keysLine(frame, now, history.steps.length, prompt)];
  const room = Math.max(1, rows - head.length - foot.length);
  const steps = lastLines(replay, frame.index, columns, room);
  const filling = Array.from({ length: Math.max(0, room - steps.length) }, () => BLANK);
  return [...head, ...steps, ...filling, ...foot].slice(0, rows).map((one) => wrap(one, columns)[0] ?? BLANK);
}

/** The last lines of the timeline that fit, the newest step always with its beginning. */
function lastLines(replay: ReplayView, count: number, columns: number, room: number): Block {
  const widths = columnsFor(replay.history.steps, columns);
  let lastSteps: Block = [];
  for (const step of replay.history.steps.slice(0, count).reverse()) {
    const block = stepBlock(replay, step, widths);
    if (lastSteps.length > 0 && lastSteps.length + block.length > room) break;
    lastSteps = [...block, ...lastSteps];
  }
  return lastSteps.slice(0, room);
}

function keysLine({ playing, done, index }: Frame, now: number, steps: number, prompt: string | undefined) {
  if (prompt !== undefined) return line(span(prompt, "strong"));
  const state = done ? "■" : playing ? "▶" : "‖";
  const where = `${state} ${momentText(now)} ${index}/${steps}`;
  return line(span(where, "strong"), span("  space pause · n next · b back · g go to · q quit", "faint"));
}
