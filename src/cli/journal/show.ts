/** `journal show`: what a journal holds, and where one of its lines stood, by what was known at a moment. */
import { dateOf, option } from "../../crisis/index.ts";
import { UTC } from "../../events/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { BLANK, line, plural, span, wrap } from "../../render/index.ts";
import { lineState } from "../../scenario/index.ts";
import { lineStateBlock, streamsBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { addressIn, withJournal } from "./open.ts";

/** Shows it. Starts from a snapshot if there is one, so that a million events are no problem. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const address = addressIn(args[0]);
  const at = textOption(options, "at");
  if (at !== undefined) dateOf({ zone: UTC }, at, option("at"));
  widthOption(call);
  return withJournal(address, async (journal) => {
    const [head, streams] = [await journal.head(), await journal.streams()];
    const stand = streams.length === 0 ? undefined : await lineState(journal, address, at);
    await writeAnswer(call, {
      data: async () =>
        (await import("../../crisis/data/journal.ts")).journalShowData({ name: journal.name, head, streams }, stand),
      blocks: (columns) => [
        [
          line(span(visibleLine(journal.name), "title"), `  ${plural(head.position, "record")}`),
          ...wrap(line(span(`hash of the last: ${head.hash}`, "faint")), columns, 2),
          BLANK,
          ...streamsBlock(streams, columns),
        ],
        stand === undefined ? [] : lineStateBlock(stand, address, at, columns),
      ],
    });
    return exitCodes.fine;
  });
}
