/** What a call of `journal append` changes, read in the file that it would make: what is wrong is said with its place. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import {
  forgedText,
  heldBy,
  type Said,
  saidIn,
  type WrittenEvent,
  withEntries,
  withEvents,
} from "../../scenario/index.ts";
import { type Call, refuseTogether, textOption, textsOption } from "../command.ts";
import { type Change, correctedBy, correctionOf, same } from "./correction.ts";
import { held } from "./made.ts";
import type { Line } from "./open.ts";
import { takenOver } from "./taken-over.ts";

/**
 * The entries that the options ask for, and of each that is there already where it stands.
 *
 * @throws Problem when they would leave no scenario that can be read
 */
export async function changesOf(line: Line, call: Call): Promise<readonly Change[]> {
  const { options } = call;
  refuseTogether(call, ["from", "withdraw", "event"]);
  refuseTogether(call, ["from", "withdraw", "correct"]);
  const [from, correct, withdraw] = ["from", "correct", "withdraw"].map((name) => textOption(options, name));
  if (from !== undefined) return takenOver(line, from, call);
  const given = textsOption(options, "event");
  if (withdraw === undefined && given.length === 0) throw new Problem("unreadable", NOTHING);
  if (line.facts.frame === undefined) {
    throw new Problem(
      "unreadable",
      `${line.stream} holds no scenario that events could be checked by. Give it one: --from FILE.`,
    );
  }
  const { forged } = heldBy(line.facts, line.partial, line.stream);
  // It can be mended by a correction of its own.
  if (forged !== undefined && forged !== correct && forged !== withdraw) {
    throw new Problem("unreadable", `${line.stream}: ${forgedText(forged)}. Nothing was appended.`);
  }
  if (withdraw !== undefined) return [await withdrawn(line, withdraw, call)];
  const braces = (await Promise.all(given.map(bracesOf))).flat();
  if (braces.length === 0) throw new Problem("not-appended", NOTHING);
  if (correct === undefined) {
    if (options["because"] !== undefined) {
      throw new Problem(
        "bad-option",
        "--because says why something is otherwise: it goes with --correct, --withdraw or --from.",
      );
    }
    const written = braces.map((text) => ({ braces: text }));
    const events = await eventsOf(line, written, call);
    const said = saidIn(line.records);
    return events.map((event) => newOrKnown(event, said.get(event.id)?.at(-1)));
  }
  const [text, ...more] = braces;
  if (text === undefined || more.length > 0)
    throw new Problem("bad-option", "--correct takes one --event: the keys that change.");
  const corrected = correctedBy(line, "--correct", correct, call);
  const events = await eventsOf(line, [{ braces: text, corrects: correct }], call);
  return events.map((event) => correctionOf(corrected, event));
}

const NOTHING =
  "What is appended? --event '{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }', --correct ID with --event, --withdraw ID, or --from FILE.";

async function withdrawn(line: Line, id: string, call: Call): Promise<Change> {
  const change = correctionOf(correctedBy(line, "--withdraw", id, call));
  if (change.position !== undefined) return change;
  const hint =
    " Where an event names it as its cause, correct that one first: --correct ID --event '{ because: null }' --because …";
  await held(withEntries(line.records, [change.entry]), line, call, "--withdraw", hint);
  return change;
}

/** An event as an entry; one that the journal has already with the same content stands where it stands. */
function newOrKnown(event: DiplomaticEvent, last: Said | undefined): Change {
  if (last === undefined) return { entry: { kind: "event", event } };
  if (same(last.entry.event, event)) return { entry: last.entry, position: last.position };
  const { id } = event;
  throw new Problem(
    "bad-option",
    `--event: ${id} is there already, at position ${last.position}, with another content. Nothing was appended. To mend it: --correct ${id} --event '{ … }' --because …`,
  );
}

/** One event in braces, or all that standard input holds: a mapping on each line. */
async function bracesOf(text: string): Promise<readonly string[]> {
  if (text !== "-") return [text];
  let all = "";
  for await (const chunk of process.stdin) {
    all += String(chunk);
    if (all.length > MOST)
      throw new Problem("too-large", "Standard input is larger than 10 MB, the most that is read.");
  }
  return all.split("\n").filter((line) => line.trim() !== "");
}

const MOST = 10 * 1024 * 1024;

/** Events as they are read in the file that they would make. */
async function eventsOf(line: Line, written: readonly WrittenEvent[], call: Call): Promise<readonly DiplomaticEvent[]> {
  const made = withEvents(line.records, written);
  if ("problem" in made) throw new Problem("bad-option", `--event: ${visibleLine(made.problem)}`);
  const said = saidIn(line.records);
  const there = made.ids.filter((id, k) => written[k]?.corrects === undefined && said.has(id));
  const hint = there.length === 0 ? "" : ` There already: ${there.map(visibleLine).join(", ")}.`;
  const { events } = await held(made.text, line, call, "--event", hint);
  return made.ids.map((id) => events.find((event) => event.id === id) ?? missing(id));
}

function missing(id: string): never {
  throw new Error(`${id} was read, and is not there: a defect of ours.`);
}
