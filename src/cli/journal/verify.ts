/** `journal verify`: whether every record is what it was when it was appended. */
import type { Data } from "../../crisis/data/common.ts";
import type { journalVerify } from "../../crisis/data/journal.ts";
import { lastPosition, verifyJournal } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { line, plural, span } from "../../render/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { createProgress, progressTerminal } from "../progress.ts";
import { isOfPart } from "./address.ts";
import { addressIn, withJournal } from "./open.ts";

/** Verifies it; a fault is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  if (isOfPart(address)) throw badOption("The whole journal is verified, as it is: leave # and what follows out.");
  const known = textOption(options, "known");
  if (known !== undefined && !/^[0-9a-f]{64}$/.test(known)) {
    throw badOption("--known: expected the hash of a record, 64 digits of 0 to 9 and a to f.");
  }
  return withJournal(
    address,
    async (journal) => {
      const progress = createProgress(await lastPosition(journal.store), 0, "records", progressTerminal());
      const onProgress = progress.update;
      const found = await verifyJournal(journal, known === undefined ? { onProgress } : { known, onProgress });
      progress.clear();
      const fine = found.faults.length === 0;
      const sign = fine ? span("✓ ", "good") : span("✗ ", "bad");
      const result = `: ${plural(found.records, "record")}, ${fine ? "every one as it was appended" : "not as they were appended"}`;
      await writeAnswer(call, {
        data: async (): Promise<Data<typeof journalVerify>> => ({ journal: journal.name, ...found }),
        blocks: () => [
          [
            line(sign, visibleLine(journal.name), result),
            line(`  hash of the last: ${found.head}`),
            ...found.faults.map(({ position: at, problem }) => line(`  position ${at}: ${problem}`)),
          ],
        ],
      });
      if (fine && known === undefined && !flag(options, "json")) {
        io.say("Keep the hash somewhere else: --known HASH then tells whether all of this was written anew.");
      }
      return fine ? exitCodes.fine : exitCodes.finding;
    },
    { readOnly: !address.server },
  );
}
