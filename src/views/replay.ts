/** A whole replay: what it is, its course, what happened, and where it ended; and one day or moment of it. */
import { pendingOf, type Step, stepsUntil } from "../history/index.ts";
import { BLANK, type Block, group, line, paragraph, plural, section, span, terminal, wrap } from "../render/index.ts";
import type { ContractVerdict, Demands, Finding, Scenario } from "../scenario/index.ts";
import { endingParts } from "./dossier.ts";
import { findingsParts } from "./findings.ts";
import { dayText, momentText, nameOf, type ReplayView, standText, stopText, waitingText } from "./replay-view.ts";
import { ribbon } from "./ribbon.ts";
import { columnsFor, stepBlock, timelineHead, verdictLegend } from "./timeline.ts";

/** What the file expects of its replay, and what was found. */
export interface ReplayJudgement {
  readonly scenario: Demands & Pick<Scenario, "dyad">;
  readonly findings: readonly Finding[];
  /** Contracts that are undecided at its end, or broken as meant; none by default. */
  readonly besides?: readonly ContractVerdict[];
}

/** The whole replay, in blocks that can be written one after another: the head, each step, the end. */
export function* replayBlocks(replay: ReplayView, judgement: ReplayJudgement, columns: number): Generator<Block> {
  const whole = replay.until >= replay.scenario.window.to;
  yield [...titleBlock(replay, columns), ...contextBlock(replay, columns), BLANK, ...ribbon(replay, columns)];
  yield* stepBlocks(replay, stepsSoFar(replay), columns);
  yield sourcesBlock(replay, columns);
  const ending = `${whole ? "Where it ended" : "Where it stood"}, ${stopText(replay.until)}`;
  yield terminal(endingParts(replay, ending), columns);
  const found = findingsParts(judgement.scenario, judgement.findings, judgement.besides);
  yield terminal([group("What the file expects", ...found)], columns);
  yield purposeBlock(replay, columns);
}

/** One day: what happened on it, and where it stood at its end. */
export function* dayBlocks(replay: ReplayView, from: number, columns: number): Generator<Block> {
  const steps = stepsSoFar(replay).filter(({ minute }) => minute >= from);
  yield titleBlock(replay, columns);
  if (steps.length > 0) yield* stepBlocks(replay, steps, columns);
  else yield [BLANK, line("Nothing happened on this day.")];
  yield terminal(endingParts(replay, `Where it stood, ${stopText(replay.until)}`), columns);
}

/** A moment. The history must end there: what is waiting is read from its clock. */
export function momentBlock(replay: ReplayView, columns: number): Block {
  const last = replay.history.steps.at(-1);
  const lastStep =
    last === undefined ? [line("nothing yet")] : stepBlock(replay, last, columnsFor([last], columns - 2));
  // What will happen by itself unless an event comes first.
  const waiting = pendingOf(replay.history).flatMap((entry) =>
    wrap(line(span(momentText(entry.due), "faint"), `  ${waitingText(entry)}`), columns - 2, 12),
  );
  return [
    ...titleBlock(replay, columns),
    ...terminal(endingParts(replay, `As it stood at ${standText(replay.until)}`), columns),
    ...section("Waiting", waiting),
    ...section("The last thing that happened", lastStep),
  ];
}

/** Title, parties and others by code, window, and the purpose that every result carries. */
function titleBlock({ scenario, history }: ReplayView, columns: number): Block {
  const { title, dyad, window, purpose } = scenario;
  const others = Object.keys(scenario.actors).filter((code) => code !== dyad.a && code !== dyad.b);
  const [a, b, ...rest] = [dyad.a, dyad.b, ...others].map((code) => `${code} ${nameOf({ scenario }, code)}`);
  const times = history.steps.some(({ event }) => event.at.includes("T")) ? `, times of ${scenario.zone}` : "";
  // What the clock brings is no event of the file.
  const eventCount = history.steps.filter(({ event }) => event.source !== "clock").length;
  const count = `${dayText(window.from)} to ${dayText(window.to)}, ${plural(eventCount, "event")}${times}`;
  return [
    ...paragraph(title, columns, "title"),
    ...wrap(line(`${a} and ${b}`, span(rest.length === 0 ? "" : ` · ${rest.join(", ")}`, "faint")), columns),
    ...wrap(line(count, span(` · purpose: ${purpose}`, "faint")), columns),
  ];
}

function* stepBlocks(replay: ReplayView, steps: readonly Step[], columns: number): Generator<Block> {
  const widths = columnsFor(steps, columns);
  yield [BLANK, ...wrap(verdictLegend(), columns), BLANK, ...timelineHead(widths)];
  let day = steps[0]?.event.at.slice(0, 10);
  for (const step of steps) {
    const today = step.event.at.slice(0, 10);
    const block = stepBlock(replay, step, widths);
    yield today === day ? block : [BLANK, ...block];
    day = today;
  }
}

function stepsSoFar({ history, until }: ReplayView): readonly Step[] {
  return history.steps.slice(0, stepsUntil(history, until));
}

function contextBlock({ scenario }: ReplayView, columns: number): Block {
  const contextLines = scenario.context.flatMap(({ at, what }) =>
    wrap(line(span(`${at}  `, "faint"), what), columns - 2, 12),
  );
  return section("Before", contextLines);
}

function sourcesBlock({ scenario }: ReplayView, columns: number): Block {
  const sources = Object.entries(scenario.sources).flatMap(([id, { title, author, publisher, date }]) => {
    const rest = [author, publisher, date].filter((part) => part !== undefined).join(", ");
    return wrap(line(span(`${id}: `, "faint"), title, span(rest === "" ? "" : ` (${rest})`, "faint")), columns - 2, 2);
  });
  return section("Sources", sources);
}

/** What every replay is for, and what it is not. */
export function purposeBlock({ scenario }: ReplayView, columns: number): Block {
  const text = `Purpose: ${scenario.purpose}. What sources report, judged by the rules of a model; not a forecast.`;
  return [BLANK, ...paragraph(text, columns, "faint")];
}
