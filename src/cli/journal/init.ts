/** `journal init`: makes a journal, and begins a crisis in it from a scenario's file. */

import { canonical } from "../../events/index.ts";
import type { Journal } from "../../journal/index.ts";
import { nth, shellWord, visibleLine } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { journalEntries, lineageOf, readLineage, type Scenario } from "../../scenario/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { isPast, type JournalAddress } from "./address.ts";
import { addressIn, withJournal } from "./open.ts";

/** Makes it. An existing journal stays as it is, so that the command can be repeated. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  const from = textOption(options, "from");
  const streamName = nameIn(address, from, textOption(options, "stream"));
  const file = from === undefined ? undefined : await read(from, call, true);
  return withJournal(
    address,
    async (journal) => {
      const name = visibleLine(journal.name);
      if (file === undefined) {
        const { position } = await journal.head();
        io.write(`${name}: a journal of ${plural(position, "record")}.`);
        return exitCodes.fine;
      }
      const { relations, input } = file;
      const scenario = nth(relations, 0);
      const stream = streamName ?? scenario.name;
      const entries = journalEntries(scenario, input.text);
      const { added } = await journal.append(stream, entries, { expected: "none" });
      await readBack(journal, stream, scenario);
      const result =
        added === 0
          ? "holds it already"
          : `${plural(added, "record")}: its frame and ${plural(scenario.events.length, "event")}`;
      io.write(`${name}#${stream}: ${result}.`);
      const [first] = await journal.streams();
      const short = shellWord(first?.stream === stream ? name : `${name}#${stream}`);
      io.say(`Next: demarche journal list ${short}, or any command with ${short} in place of a file.`);
      return exitCodes.fine;
    },
    { create: true },
  );
}

/** Reads back what was written: a journal that returns another scenario must not be relied on. */
async function readBack(journal: Journal, stream: string, scenario: Scenario): Promise<void> {
  const line = lineageOf(stream, await Array.fromAsync(journal.read({ branch: stream })));
  const again = readLineage(line, stream, true).scenario;
  if (again === undefined || canonical(again) !== canonical(scenario)) {
    throw new Error(`${stream} gives another scenario back than it was made of.`);
  }
}

/** The name of the stream, from the address or an option. */
function nameIn(address: JournalAddress, from: string | undefined, option: string | undefined): string | undefined {
  if (isPast(address)) throw badOption("A journal begins now: leave the @ out.");
  const { stream } = address;
  const name = option ?? stream;
  if (stream !== undefined && stream !== name) {
    throw badOption(`How is the stream called, ${visibleLine(stream)} or ${visibleLine(String(name))}? Give it once.`);
  }
  if (name === undefined || from !== undefined) return name;
  throw badOption(`What does the stream ${visibleLine(name)} begin with? --from FILE.`);
}
