/** A replay, told whole: what it is, its course, what happened, and where it ended. */
import { type Step, stepsUntil } from "../history/index.ts";
import { BLANK, type Block, group, line, section, span, terminal, wrap } from "../render/index.ts";
import type { ContractVerdict, Demands, Finding, Scenario } from "../scenario/index.ts";
import { plural } from "./diagnostics.ts";
import { endingParts } from "./dossier.ts";
import { findingsParts } from "./findings.ts";
import { ribbon } from "./ribbon.ts";
import { dayText, nameOf, stopText, type Telling } from "./telling.ts";
import { columnsFor, stepBlock, timelineHead, verdictLegend } from "./timeline.ts";

/** What the file expects of its replay, and what was found. */
export interface Judged {
  readonly scenario: Demands & Pick<Scenario, "dyad">;
  readonly findings: readonly Finding[];
  /** Contracts that are undecided at its end, or broken as meant; none by default. */
  readonly besides?: readonly ContractVerdict[];
}

/** The whole replay, in blocks that can be written one after another: the head, each step, the end. */
export function* replayBlocks(telling: Telling, judged: Judged, columns: number): Generator<Block> {
  const whole = telling.until >= telling.scenario.window.to;
  yield [...titleBlock(telling, columns), ...contextBlock(telling, columns), BLANK, ...ribbon(telling, columns)];
  yield* stepBlocks(telling, stepsTold(telling), columns);
  yield sourcesBlock(telling, columns);
  yield terminal(
    endingParts(telling, `${whole ? "Where it ended" : "Where it stood"}, ${stopText(telling.until)}`),
    columns,
  );
  yield terminal(
    [group("What the file expects", ...findingsParts(judged.scenario, judged.findings, judged.besides))],
    columns,
  );
  yield [BLANK, ...purposeBlock(telling, columns)];
}

/** One day: what happened on it, and where it stood at its end. */
export function* dayBlocks(telling: Telling, from: number, columns: number): Generator<Block> {
  const steps = stepsTold(telling).filter(({ minute }) => minute >= from);
  yield titleBlock(telling, columns);
  if (steps.length > 0) yield* stepBlocks(telling, steps, columns);
  else yield [BLANK, line("Nothing happened on this day.")];
  yield terminal(endingParts(telling, `Where it stood, ${stopText(telling.until)}`), columns);
}

/** Title, parties and others by code, window, and the purpose that every result carries. */
export function titleBlock({ scenario, history }: Telling, columns: number): Block {
  const { title, dyad, window, purpose } = scenario;
  const others = Object.keys(scenario.actors).filter((code) => code !== dyad.a && code !== dyad.b);
  const [a, b, ...rest] = [dyad.a, dyad.b, ...others].map((code) => `${code} ${nameOf({ scenario }, code)}`);
  const times = history.steps.some(({ event }) => event.at.includes("T")) ? `, times of ${scenario.zone}` : "";
  // What the clock brings is no event of the file.
  const told = history.steps.filter(({ event }) => event.source !== "clock").length;
  const count = `${dayText(window.from)} to ${dayText(window.to)}, ${plural(told, "event")}${times}`;
  return [
    ...wrap(line(span(title, "title")), columns),
    ...wrap(line(`${a} and ${b}`, span(rest.length === 0 ? "" : ` · ${rest.join(", ")}`, "faint")), columns),
    ...wrap(line(count, span(` · purpose: ${purpose}`, "faint")), columns),
  ];
}

function* stepBlocks(telling: Telling, steps: readonly Step[], columns: number): Generator<Block> {
  const widths = columnsFor(steps, columns);
  yield [BLANK, ...wrap(verdictLegend(), columns), BLANK, ...timelineHead(widths)];
  let day = steps[0]?.event.at.slice(0, 10);
  for (const step of steps) {
    const today = step.event.at.slice(0, 10);
    const block = stepBlock(telling, step, widths);
    yield today === day ? block : [BLANK, ...block];
    day = today;
  }
}

function stepsTold({ history, until }: Telling): readonly Step[] {
  return history.steps.slice(0, stepsUntil(history, until));
}

function contextBlock({ scenario }: Telling, columns: number): Block {
  const told = scenario.context.flatMap(({ at, what }) => wrap(line(span(`${at}  `, "faint"), what), columns - 2, 12));
  return section("Before", told);
}

function sourcesBlock({ scenario }: Telling, columns: number): Block {
  const sources = Object.entries(scenario.sources).flatMap(([id, { title, author, publisher, date }]) => {
    const rest = [author, publisher, date].filter((part) => part !== undefined).join(", ");
    return wrap(line(span(`${id}: `, "faint"), title, span(rest === "" ? "" : ` (${rest})`, "faint")), columns - 2, 2);
  });
  return section("Sources", sources);
}

function purposeBlock({ scenario }: Telling, columns: number): Block {
  const text = `Purpose: ${scenario.purpose}. What sources report, judged by the rules of a model; not a forecast.`;
  return wrap(line(span(text, "faint")), columns);
}
