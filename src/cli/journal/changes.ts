/** The changes that `journal append` asks for, checked by the rules of all doors: each mistake is reported with its place. */

import type { Journal } from "../../journal/index.ts";
import { decodePieces, isProblem, Problem, textLines, visibleLine } from "../../problem/index.ts";
import { render } from "../../render/index.ts";
import {
  type CheckedAppend,
  checkCorrection,
  checkEvents,
  checkFile,
  checkWithdrawal,
  type EntryChange,
  type Lineage,
  lineAround,
  type Unreadable,
} from "../../scenario/index.ts";
import { diagnosticsBlock, framesOf } from "../../views/index.ts";
import { badOption, type Call, refuseTogether, textOption, textsOption } from "../command.ts";
import { read } from "../load.ts";

/** A line to append to. The whole of it is only read when needed. */
export interface JournaledLine {
  readonly journal: Journal;
  readonly stream: string;
  readonly version: number;
  readonly whole: () => Promise<Lineage>;
}

/**
 * The entries that the options ask for, each with its position if the journal has it already.
 *
 * @throws Problem when the scenario could not be read after them
 */
export async function changesOf(journaled: JournaledLine, call: Call): Promise<readonly EntryChange[]> {
  const { options } = call;
  refuseTogether(call, ["from", "withdraw", "event"]);
  refuseTogether(call, ["from", "withdraw", "correct"]);
  const [from, correct, withdraw] = ["from", "correct", "withdraw"].map((name) => textOption(options, name));
  if (from !== undefined) return takeOverFile(await journaled.whole(), from, call);
  const texts = textsOption(options, "event");
  if (withdraw === undefined && texts.length === 0) throw new Problem("unreadable", NOTHING_GIVEN);
  const braces = withdraw === undefined ? (await Promise.all(texts.map(bracesOf))).flat() : [];
  const isPlain = withdraw === undefined && correct === undefined && options["because"] === undefined;
  const { journal, stream, version } = journaled;
  const part = isPlain ? await checkOption("--event", () => lineAround(journal, stream, version, braces)) : undefined;
  const line = part ?? (await journaled.whole());
  if (line.facts.frame === undefined) {
    throw new Problem(
      "unreadable",
      `${line.stream} holds no scenario that events could be checked by. Give it one: --from FILE.`,
    );
  }
  if (withdraw !== undefined) return withdrawEvent(line, withdraw, call);
  if (braces.length === 0) throw new Problem("not-appended", NOTHING_GIVEN);
  if (correct !== undefined) return correctEvent(line, correct, braces, call);
  if (options["because"] !== undefined) {
    throw badOption("--because says why something is otherwise: it goes with --correct, --withdraw or --from.");
  }
  return addEvents(line, braces, call);
}

const NOTHING_GIVEN =
  "What is appended? --event '{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }', --correct ID with --event, --withdraw ID, or --from FILE.";

async function addEvents(line: Lineage, braces: readonly string[], call: Call): Promise<readonly EntryChange[]> {
  const checked = await checkOption("--event", () => checkEvents(line, braces, "--event"));
  const { there = [] } = "errors" in checked ? checked : {};
  const hint = there.length === 0 ? "" : ` There already: ${there.map(visibleLine).join(", ")}.`;
  const changes = await changesIn(checked, call, hint);
  for (const { entry, since } of changes) {
    if (since === undefined || entry.kind !== "event") continue;
    const { id } = entry.event;
    const difference = since.entry.event === undefined ? "was withdrawn since" : "is known otherwise since";
    call.io.say(`${id} ${difference}, at position ${since.position}. To change that: --correct ${id}.`);
  }
  return changes;
}

async function correctEvent(
  line: Lineage,
  id: string,
  [text, ...more]: readonly string[],
  call: Call,
): Promise<readonly EntryChange[]> {
  if (text === undefined || more.length > 0) throw badOption("--correct takes one --event: the keys that change.");
  const because = reasonFor("--correct", call);
  return changesIn(await checkOption("--correct", () => checkCorrection(line, id, text, because(id), "--event")), call);
}

async function withdrawEvent(line: Lineage, id: string, call: Call): Promise<readonly EntryChange[]> {
  const because = reasonFor("--withdraw", call);
  const hint =
    " Where an event names it as its cause, correct that one first: --correct ID --event '{ because: null }' --because …";
  return changesIn(
    await checkOption("--withdraw", () => checkWithdrawal(line, id, because(id), "--withdraw")),
    call,
    hint,
  );
}

/** What a scenario's file has beyond the line. Says what is not taken over, or taken away. */
async function takeOverFile(line: Lineage, file: string, call: Call): Promise<readonly EntryChange[]> {
  const { scenario, input } = await read(file, call, true);
  const name = visibleLine(file);
  const because = (id: string) => reasonFor(`${name} tells ${id} otherwise. It`, call)(id);
  const ids = new Set(scenario.events.map(({ id }) => id));
  const absentIds = line.facts.facts.map(({ event }) => event.id).filter((id) => !ids.has(id));
  const checked = await checkOption("--from", () => checkFile(line, { scenario, text: input.text }, because, "--from"));
  if (absentIds.length > 0) {
    call.io.say(
      `Left as they are, since the file does not have them: ${absentIds.join(", ")}. --withdraw ID takes one back.`,
    );
  }
  const hint = absentIds.length > 0 ? " An event that the file does not have needs what its frame lacks." : "";
  if ("errors" in checked) return changesIn(checked, call, hint);
  const { lost, reordered } = checked;
  if (lost.length > 0) {
    call.io.say(`No longer there, since ${name} does not have them: ${lost.map(visibleLine).join(", ")}.`);
  }
  if (reordered) call.io.say(`${name} has events of one day in another order. They keep the order of the journal.`);
  return checked.changes;
}

/** The reason why something differs from the record. */
function reasonFor(who: string, { options }: Call): (id: string) => string {
  return () => {
    const because = textOption(options, "because");
    if (because !== undefined) return because;
    throw badOption(`${who} needs --because: why is it otherwise than it was recorded?`);
  };
}

/** Checks what an option asks for; errors name the command line's own options. */
async function checkOption<Result>(option: string, check: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (isProblem(error, "not-braces")) throw badOption(`${option}: ${error.message}`);
    if (isProblem(error, "unknown-event")) {
      throw badOption(`${option} ${error.message} demarche journal list shows all.`);
    }
    if (isProblem(error, "withdrawn", "id-clash")) {
      const { id, position }: { readonly id?: string; readonly position?: number } = Object(error.data);
      if (position === undefined) throw badOption(`${option}: ${error.message} Nothing was appended.`);
      const mend = isProblem(error, "withdrawn")
        ? `Bring it back with --correct ${id}.`
        : `Nothing was appended. To mend it: --correct ${id} --event '{ … }' --because …`;
      throw badOption(`${option}: ${error.message} ${mend}`);
    }
    throw error;
  }
}

/** The changes if all are right; otherwise everything that is wrong, in the lines of the file that they would make. */
async function changesIn(
  checked: CheckedAppend | Unreadable,
  { io }: Call,
  hint = "",
): Promise<readonly EntryChange[]> {
  if ("changes" in checked) return checked.changes;
  const errorBlock = diagnosticsBlock(checked.errors, framesOf(checked.text()), io.columns);
  throw new Problem("not-appended", `${render(errorBlock, (await io.palettes()).err)}\nNothing was appended.${hint}`);
}

/** One event in braces, or all of standard input: a mapping on each line. */
async function bracesOf(text: string): Promise<readonly string[]> {
  if (text !== "-") return [text];
  let all = "";
  for await (const piece of decodePieces(process.stdin)) {
    all += piece;
    if (all.length > MAX_LENGTH)
      throw new Problem("too-large", "Standard input is larger than 10 MB, the most that is read.");
  }
  return textLines(all).filter((line) => line.trim() !== "");
}

const MAX_LENGTH = 10 * 1024 * 1024;
