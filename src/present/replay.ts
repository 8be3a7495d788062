/** A replay, told whole: what it is, its course, what happened, and where it ended. */
import type { Step } from "../history/index.ts";
import { stepsUntil } from "../history/index.ts";
import { endingBlock, section } from "./ending.ts";
import { BLANK, type Block, line, span } from "./line.ts";
import { ribbon } from "./ribbon.ts";
import { dayText, nameOf, type Telling } from "./telling.ts";
import { columnsFor, stepBlock, timelineHead, verdictLegend } from "./timeline.ts";
import { wrap } from "./wrap.ts";

/** The whole replay, in blocks that can be written one after another: the head, each step, the end. */
export function* replayBlocks(telling: Telling, columns: number): Generator<Block> {
  const steps = stepsTold(telling);
  const widths = columnsFor(steps, columns);
  yield titleBlock(telling, columns);
  yield [BLANK, ...ribbon(telling, columns), BLANK, verdictLegend(), BLANK, ...timelineHead(widths)];
  for (const step of steps) yield stepBlock(telling, step, widths);
  const whole = telling.until >= telling.scenario.window.to;
  yield endingBlock(telling, columns, whole ? "Where it ended" : "Where it stood");
  yield closing(telling, columns);
}

/** Title, parties and others by code, window, and the purpose that every result carries. */
export function titleBlock({ scenario, history }: Telling, columns: number): Block {
  const { title, dyad, window, purpose } = scenario;
  const others = Object.keys(scenario.actors).filter((code) => code !== dyad.a && code !== dyad.b);
  const named = [dyad.a, dyad.b, ...others].map((code) => `${code} ${nameOf({ scenario }, code)}`);
  return [
    ...wrap(line(span(title, "title")), columns),
    ...wrap(
      line(
        named.slice(0, 2).join(" and "),
        ...(others.length > 0 ? [span(` · ${named.slice(2).join(", ")}`, "faint")] : []),
      ),
      columns,
    ),
    ...wrap(
      line(
        `${dayText(window.from)} to ${dayText(window.to)}, ${history.steps.length} events`,
        span(` · made for ${purpose}`, "faint"),
      ),
      columns,
    ),
    ...section(
      "Before",
      scenario.context.flatMap(({ at, what }) => wrap(line(span(`${at}  `, "faint"), what), columns - 2, 12)),
    ),
  ];
}

/** The steps that a telling tells. */
export function stepsTold({ history, until }: Telling): readonly Step[] {
  return history.steps.slice(0, stepsUntil(history, until));
}

function closing({ scenario }: Telling, columns: number): Block {
  const sources = Object.entries(scenario.sources).map(([id, { title, author, publisher, date }]) => {
    const rest = [author, publisher, date].filter((part) => part !== undefined).join(", ");
    return wrap(line(span(`${id}: `, "faint"), title, span(rest === "" ? "" : ` (${rest})`, "faint")), columns - 2, 2);
  });
  return section("Sources", sources.flat());
}
