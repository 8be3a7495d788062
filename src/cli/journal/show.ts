/** `journal show`: what a journal holds, and where a line of it stood, by what was known when. */

import type * as z from "zod";
import { dateOf, option } from "../../crisis/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { BLANK, json, line, render, span } from "../../render/index.ts";
import { lineState } from "../../scenario/index.ts";
import { lineStateBlock, plural, situationData, streamsBlock } from "../../views/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { dossierData } from "../output/common.ts";
import type { journalShow } from "../output/schema/journal.ts";
import { addressIn, withJournal } from "./open.ts";

/** Shows it. Reads on from a snapshot where there is one, so that a million events are no matter. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  const at = textOption(options, "at");
  if (at !== undefined) dateOf(at, option("at"));
  const columns = widthOption(call);
  return withJournal(address, async (journal) => {
    const [head, streams] = [await journal.head(), await journal.streams()];
    const stand = streams.length === 0 ? undefined : await lineState(journal, address, at);
    if (flag(options, "json")) {
      const { stream, frame, folded } = stand ?? {};
      const dyad = frame?.beginning.dyad;
      const where =
        folded === undefined || dyad === undefined
          ? {}
          : {
              stand: {
                stream: stream ?? "",
                position: folded.position,
                situation: situationData(folded.history.situation, dyad),
                dossier: dossierData(folded.history.dossier, dyad),
              },
            };
      const data: z.infer<typeof journalShow> = {
        journal: journal.name,
        position: head.position,
        hash: head.hash,
        streams: [...streams],
        ...where,
      };
      io.write(json(data, 2));
      return exitCodes.fine;
    }
    const { out } = await io.palettes();
    const title = line(span(visibleLine(journal.name), "title"), `  ${plural(head.position, "record")}`);
    io.write(
      render([title, line(span(`hash of the last: ${head.hash}`, "faint")), BLANK, ...streamsBlock(streams)], out),
    );
    if (stand !== undefined) io.write(render(lineStateBlock(stand, address, at, columns), out));
    return exitCodes.fine;
  });
}
