/** What a call of `journal append` changes, read in the file that it would make: what is wrong is said with its place. */
import { canonical, type DiplomaticEvent, digest } from "../../events/index.ts";
import type { JournalEntry } from "../../journal/index.ts";
import { diagnosticsBlock, render } from "../../present/index.ts";
import {
  fitted,
  journalEntries,
  nearest,
  readScenario,
  type Scenario,
  visibleLine,
  type WrittenEvent,
  withEntries,
  withEvents,
} from "../../scenario/index.ts";
import { type Call, textOption, textsOption } from "../command.ts";
import { didYouMean, UsageError } from "../exit.ts";
import { framesOf } from "../frames.ts";
import { read } from "../load.ts";
import type { Line } from "./open.ts";

/**
 * The entries that the options ask for.
 *
 * @throws UsageError when they would leave no scenario that can be read
 */
export async function changesOf(line: Line, call: Call): Promise<readonly JournalEntry[]> {
  const { options } = call;
  const [from, correct, withdraw] = ["from", "correct", "withdraw"].map((name) => textOption(options, name));
  if (from !== undefined) return takenOver(line, from, call);
  if (withdraw !== undefined) {
    const entry = correctionOf(line, "--withdraw", withdraw, call);
    await held(withEntries(line.records, [entry]), line, call, "--withdraw");
    return [entry];
  }
  const braces = (await Promise.all(textsOption(options, "event").map(bracesOf))).flat();
  if (braces.length === 0) throw new UsageError(NOTHING);
  if (correct === undefined) {
    const events = await eventsOf(
      line,
      braces.map((text) => ({ braces: text })),
      call,
    );
    return events.map((event) => ({ kind: "event", event }));
  }
  const [text, ...more] = braces;
  if (text === undefined || more.length > 0) throw new UsageError("--correct takes one --event: the keys that change.");
  const entry = correctionOf(line, "--correct", correct, call);
  const [event] = await eventsOf(line, [{ braces: text, corrects: correct }], call);
  return event === undefined ? [] : [correctionOf(line, "--correct", entry.corrects, call, event)];
}

const NOTHING =
  "What is appended? --event '{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }', --correct ID with --event, --withdraw ID, or --from FILE.";

/**
 * A correction of an event; withdrawn without another event. Its id says what it supersedes and by what, so that the
 * same call twice is one entry.
 */
function correctionOf({ facts }: Line, option: string, id: string, { options }: Call, event?: DiplomaticEvent) {
  const because = textOption(options, "because");
  const known = facts.facts.find((fact) => fact.event.id === id);
  if (known === undefined && !facts.withdrawn.includes(id)) {
    const ids = facts.facts.map((fact) => fact.event.id);
    throw new UsageError(
      `${option} ${visibleLine(id)}: there is no such event.${didYouMean(nearest(id, ids))} demarche journal list shows all.`,
    );
  }
  if (because === undefined)
    throw new UsageError(`${option} needs --because: why is it otherwise than it was recorded?`);
  if (event !== undefined && known !== undefined && canonical(known.event) === canonical(event)) {
    throw new UsageError(`${visibleLine(id)} is known so already: nothing changes.`);
  }
  const seal = digest(canonical([known?.record.hash ?? "", id, because, event ?? null])).slice(0, 12);
  const held = event === undefined ? {} : { event };
  return { kind: "correction", id: `correct:${id.slice(0, 100)}-${seal}`, corrects: id, because, ...held } as const;
}

/** One event in braces, or all that standard input holds: a mapping on each line. */
async function bracesOf(text: string): Promise<readonly string[]> {
  if (text !== "-") return [text];
  let all = "";
  for await (const chunk of process.stdin) {
    all += String(chunk);
    if (all.length > MOST) throw new UsageError("Standard input is larger than 10 MB, the most that is read.");
  }
  return all.split("\n").filter((line) => line.trim() !== "");
}

const MOST = 10 * 1024 * 1024;

async function eventsOf(line: Line, written: readonly WrittenEvent[], call: Call): Promise<readonly DiplomaticEvent[]> {
  if (line.facts.frame === undefined) {
    throw new UsageError(`${line.stream} holds no scenario that events could be checked by. Give it one: --from FILE.`);
  }
  const made = withEvents(line.records, written);
  if ("problem" in made) throw new UsageError(`--event: ${made.problem}`);
  const scenario = await held(made.text, line, call, "--event");
  return made.ids.map((id) => scenario.events.find((event) => event.id === id) ?? missing(id));
}

/** The scenario that a text holds, fitted to its line. */
async function held(whole: string, { partial }: Line, { io }: Call, file: string): Promise<Scenario> {
  const { text } = fitted(whole, partial);
  const { scenario, diagnostics } = readScenario(text, { file });
  if (scenario !== undefined) return scenario;
  const { err } = await io.palettes();
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const told = render(diagnosticsBlock(errors, framesOf(text), io.columns), err);
  const hint =
    file === "--withdraw"
      ? " Where an event names it as its cause, correct that one first: --correct ID --event '{ because: null }' --because …"
      : "";
  throw new UsageError(`${told}\nNothing was appended.${hint}`);
}

function missing(id: string): never {
  throw new Error(`${id} was read, and is not there: a defect of ours.`);
}

/** What a file has beyond a line: new events, another frame, and where a reason is given what it tells otherwise. */
async function takenOver(line: Line, file: string, call: Call): Promise<readonly JournalEntry[]> {
  const { scenario, input } = await read(file, call.io);
  const { facts } = line;
  const known = new Map(facts.facts.map(({ event }) => [event.id, event]));
  const entries = journalEntries(scenario, input.text).flatMap((entry): readonly JournalEntry[] => {
    if (entry.kind === "frame") return facts.frame?.id === entry.id ? [] : [entry];
    if (entry.kind !== "event") return [];
    const { event } = entry;
    const before = known.get(event.id);
    if (before !== undefined && canonical(before) === canonical(event)) return [];
    if (before === undefined && !facts.withdrawn.includes(event.id)) return [entry];
    return [correctionOf(line, `${visibleLine(file)} tells ${event.id} otherwise. It`, event.id, call, event)];
  });
  const told = new Set(scenario.events.map(({ id }) => id));
  const left = [...known.keys()].filter((id) => !told.has(id));
  if (left.length > 0) {
    call.io.say(
      `Left as they are, since the file does not have them: ${left.join(", ")}. --withdraw ID takes one back.`,
    );
  }
  if (entries.length === 0) throw new UsageError(`${visibleLine(file)} has nothing that the journal has not.`);
  return entries;
}
