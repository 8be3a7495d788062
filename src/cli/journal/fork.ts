/** `journal fork`: a stream that shares the beginning of another and goes on by itself. */

import { dateOf, lineageAt, option } from "../../crisis/index.ts";
import { when } from "../../events/index.ts";
import { factsOf } from "../../journal/index.ts";
import { Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { frameZone } from "../../scenario/index.ts";
import { plural } from "../../views/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { branchOf, branchOff } from "./branch.ts";
import { addressIn, withJournal } from "./open.ts";

/** Forks the stream that the address means, as it is or as it was. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const name = textOption(options, "as");
  if (name === undefined) throw new Problem("bad-option", "How is the fork called? --as NAME.");
  const at = textOption(options, "at");
  return withJournal(address, async (journal) => {
    const { stream: parent, records } = await lineageAt(journal, address);
    const zone = frameZone(factsOf(records).frame);
    const end = at === undefined ? Number.POSITIVE_INFINITY : dateOf({ zone }, at, option("at")).end;
    const branch = branchOf(records, (event) => when(event.at).start <= end);
    await branchOff(journal, name, branch);
    const where = `${visibleLine(journal.name)}#${name}`;
    const [shared, late] = [branch.shared.length, branch.anew.length];
    const rest = await Array.fromAsync(journal.read({ branch: parent, after: records.at(-1)?.position ?? 0 }));
    const anew = late === 0 ? "" : ` Written anew, since recorded later: ${late}.`;
    io.write(`${where}: shares ${shared} of ${plural(records.length + rest.length, "record")} of ${parent}.${anew}`);
    io.say(
      `Next: demarche journal append ${shellWord(where)} --event '{ … }', or demarche journal diff ${shellWord(where)} ${shellWord(`#${parent}`)}.`,
    );
    return exitCodes.fine;
  });
}
