/** `journal init`: makes a journal, and begins a crisis in it from a scenario's file. */
import { journalEntries, visibleLine } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { addressIn, withJournal } from "./open.ts";

/** Makes it. What is there already stays, so that it can be called again. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const from = textOption(options, "from");
  const file = from === undefined ? undefined : await read(from, io);
  return withJournal(
    address,
    async (journal) => {
      const name = visibleLine(journal.name);
      if (file === undefined) {
        const { position } = await journal.head();
        io.write(`${name}: a journal of ${position} records.`);
        return exitCodes.fine;
      }
      const { scenario, input } = file;
      const stream = textOption(options, "stream") ?? scenario.name;
      const entries = journalEntries(scenario, input.text);
      const { added } = await journal.append(stream, entries, { expected: "none" });
      const told =
        added === 0 ? "holds it already" : `${added} records: its frame and ${scenario.events.length} events`;
      io.write(`${name}#${stream}: ${told}.`);
      io.say(`Next: demarche journal list ${name}, or any command with ${name} in place of a file.`);
      return exitCodes.fine;
    },
    { create: true },
  );
}
