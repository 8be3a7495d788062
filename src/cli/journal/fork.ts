/** `journal fork`: a stream that shares the beginning of another and goes on by itself. */
import { when } from "../../events/index.ts";
import { forkStream } from "../../journal/index.ts";
import { visibleLine } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { dateOf } from "../moments.ts";
import { addressIn, streamOf, withJournal } from "./open.ts";

/** Forks the stream that the address means, as it is or as it was. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const name = textOption(options, "as");
  if (name === undefined) throw new UsageError("How is the fork called? --as NAME.");
  return withJournal(address, async (journal) => {
    const parent = await streamOf(journal, address);
    const { version, left } = await placeOf();
    await forkStream(journal, parent, name, { version });
    const where = `${visibleLine(journal.name)}#${name}`;
    io.write(`${where}: shares ${version} of ${version + left} records of ${parent}.`);
    io.say(
      `Next: demarche journal append '${where}' --event '{ … }', or demarche journal diff '${where}' '#${parent}'.`,
    );
    return exitCodes.fine;

    /** The first so many of its own records that the fork shares. */
    async function placeOf() {
      const at = textOption(options, "at");
      const end = at === undefined ? Number.POSITIVE_INFINITY : dateOf(at, "--at").end;
      const query = { stream: parent, position: address.position, recordedAt: address.recordedAt };
      let version = 0;
      let late = false;
      for await (const { entry } of journal.read(query)) {
        late ||= entry.kind === "event" && when(entry.event.at).start > end;
        if (!late) version += 1;
      }
      return { version, left: (await journal.versionOf(parent)) - version };
    }
  });
}
