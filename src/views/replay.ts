/** A replay, told whole: what it is, its course, what happened, and where it ended; and one day or moment of it. */
import { pendingOf, type Step, stepsUntil } from "../history/index.ts";
import { BLANK, type Block, group, line, paragraph, section, span, terminal, wrap } from "../render/index.ts";
import type { ContractVerdict, Demands, Finding, Scenario } from "../scenario/index.ts";
import { plural } from "./diagnostics.ts";
import { endingParts } from "./dossier.ts";
import { findingsParts } from "./findings.ts";
import { ribbon } from "./ribbon.ts";
import { dayText, momentText, nameOf, standText, stopText, type Telling, waitingText } from "./telling.ts";
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
  const ending = `${whole ? "Where it ended" : "Where it stood"}, ${stopText(telling.until)}`;
  yield terminal(endingParts(telling, ending), columns);
  const found = findingsParts(judged.scenario, judged.findings, judged.besides);
  yield terminal([group("What the file expects", ...found)], columns);
  yield purposeBlock(telling, columns);
}

/** One day: what happened on it, and where it stood at its end. */
export function* dayBlocks(telling: Telling, from: number, columns: number): Generator<Block> {
  const steps = stepsTold(telling).filter(({ minute }) => minute >= from);
  yield titleBlock(telling, columns);
  if (steps.length > 0) yield* stepBlocks(telling, steps, columns);
  else yield [BLANK, line("Nothing happened on this day.")];
  yield terminal(endingParts(telling, `Where it stood, ${stopText(telling.until)}`), columns);
}

/** A moment. The history must end there: what is waiting is read from its clock. */
export function momentBlock(telling: Telling, columns: number): Block {
  const last = telling.history.steps.at(-1);
  const shown = last === undefined ? [line("nothing yet")] : stepBlock(telling, last, columnsFor([last], columns - 2));
  // What will happen by itself unless an event comes first.
  const waiting = pendingOf(telling.history).flatMap((entry) =>
    wrap(line(span(momentText(entry.due), "faint"), `  ${waitingText(entry)}`), columns - 2, 12),
  );
  return [
    ...titleBlock(telling, columns),
    ...terminal(endingParts(telling, `As it stood at ${standText(telling.until)}`), columns),
    ...section("Waiting", waiting),
    ...section("The last thing that had happened", shown),
  ];
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
    ...paragraph(title, columns, "title"),
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

/** What every replay is for, and what it is not. */
export function purposeBlock({ scenario }: Telling, columns: number): Block {
  const text = `Purpose: ${scenario.purpose}. What sources report, judged by the rules of a model; not a forecast.`;
  return [BLANK, ...paragraph(text, columns, "faint")];
}
