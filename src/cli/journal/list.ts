/** `journal list`: the records as they were appended, and on as others come. */

import { actIds, isActId } from "../../events/index.ts";
import type { Journal, JournalRecord, Query } from "../../journal/index.ts";
import { liveFeed } from "../../journal/live.ts";
import { render } from "../../present/index.ts";
import { nearest, visibleLine } from "../../scenario/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { didYouMean, type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { json } from "../json.ts";
import { recordBlock, recordsHead } from "./listed.ts";
import { addressIn, queryOf, streamOf, told, withJournal } from "./open.ts";

/** Lists a line; with `--all` every stream of the journal. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  const columns = widthOption(call);
  const follow = flag(options, "follow");
  return withJournal(
    address,
    async (journal) => {
      const line = flag(options, "all")
        ? { position: address.position, recordedAt: address.recordedAt }
        : queryOf(address, await streamOf(journal, address));
      const query: Query = { ...line, ...filterOf(call) };
      const { out } = await io.palettes();
      const show = flag(options, "jsonl")
        ? (record: JournalRecord) => io.write(json(record))
        : (record: JournalRecord) => io.write(render(recordBlock(record, columns), out));
      if (!flag(options, "jsonl")) io.write(render(recordsHead(columns), out));
      if (follow) return followed(journal, query, show);
      let count = 0;
      for await (const record of journal.read(query)) {
        show(record);
        count += 1;
      }
      if (count === 0) io.say("Nothing of that kind.");
      return exitCodes.fine;
    },
    { readOnly: !address.server && !follow },
  );
}

function filterOf({ options }: Call): Query {
  const [actor, act, after, at] = ["actor", "act", "after", "at"].map((name) => textOption(options, name));
  if (act !== undefined && !isActId(act)) {
    throw new UsageError(`--act ${visibleLine(act)}: no such act.${didYouMean(nearest(act, actIds))}`);
  }
  if (after !== undefined && !/^\d{1,15}$/.test(after)) {
    throw new UsageError(`--after ${visibleLine(after)}: expected a position, a whole number.`);
  }
  return { actor, act, at, ...(after === undefined ? {} : { after: Number(after) }) };
}

/** Shows what comes until Ctrl-C. */
function followed(journal: Journal, query: Query, show: (record: JournalRecord) => void): Promise<ExitCode> {
  return told(
    () =>
      new Promise<ExitCode>((resolve, reject) => {
        const feed = liveFeed(journal, query).subscribe({ next: show, error: reject });
        process.once("SIGINT", () => {
          feed.unsubscribe();
          resolve(exitCodes.fine);
        });
      }),
  );
}
