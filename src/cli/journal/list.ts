/** `journal list`: the records as they were appended, and with `--follow` new ones as they come. */

import { dateOf, option } from "../../crisis/index.ts";
import { inZone, isActId, nearestAct, UTC } from "../../events/index.ts";
import type { Journal, JournalRecord, Query } from "../../journal/index.ts";
import { liveFeed } from "../../journal/live.ts";
import { didYouMean, nearest, Problem, visibleLine } from "../../problem/index.ts";
import { json, render } from "../../render/index.ts";
import { checkMoment, frameHead, lineZone, streamOf } from "../../scenario/index.ts";
import { recordBlock, recordsHead } from "../../views/index.ts";
import { badOption, type Call, flag, textOption, widthOption } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { createFaultReport, type FaultReport } from "./fault-report.ts";
import { addressIn, withJournal } from "./open.ts";

/** Lists a line; with `--all` every stream of the journal. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  const columns = widthOption(call);
  const follow = flag(options, "follow");
  return withJournal(
    address,
    async (journal) => {
      const filter = filterOf(call);
      const branch = flag(options, "all") ? undefined : await streamOf(journal, address);
      if (branch === undefined) await checkMoment(journal, address);
      const faults = createFaultReport(io, "It is not shown.");
      const line: Query = { branch, position: address.position, recordedAt: address.recordedAt };
      if (filter.actor !== undefined) await checkActor(journal, line, filter.actor);
      const { at } = filter;
      const query = { ...line, ...filter, at: at && inZone(at, await lineZone(journal, line)) };
      const { out } = await io.palettes();
      const show = flag(options, "jsonl")
        ? (record: JournalRecord) => io.write(json(record))
        : (record: JournalRecord) => io.write(render(recordBlock(record, columns), out));
      if (!flag(options, "jsonl")) io.write(render(recordsHead(columns), out));
      if (follow) return followRecords(journal, query, show, faults);
      let count = 0;
      for await (const record of journal.read(query, faults)) {
        show(record);
        count += 1;
      }
      if (count === 0) io.say("Nothing of that kind.");
      return faults.code();
    },
    { readOnly: !address.server && !follow },
  );
}

function filterOf({ options }: Call): Query {
  const [actor, act, after, at] = ["actor", "act", "after", "at"].map((name) => textOption(options, name));
  if (act !== undefined && !isActId(act)) {
    throw new Problem("no-such-act", `--act ${visibleLine(act)}: no such act.`, { suggestion: nearestAct(act) });
  }
  if (after !== undefined && !/^\d{1,15}$/.test(after)) {
    throw badOption(`--after ${visibleLine(after)}: expected a position, a whole number.`);
  }
  if (at !== undefined) dateOf({ zone: UTC }, at, option("at"));
  return { actor, act, at, ...(after === undefined ? {} : { after: Number(after) }) };
}

/** Refuses an actor that neither the scenario of a line nor its events know. */
async function checkActor(journal: Journal, line: Query, actor: string): Promise<void> {
  const passing = { onFault: () => undefined };
  for await (const _ of journal.read({ ...line, actor }, passing)) return;
  const known = new Set<string>();
  for await (const { entry } of journal.read(line, passing)) {
    if (entry.kind === "frame") for (const code of Object.keys(frameHead(entry)?.names ?? {})) known.add(code);
    if ("event" in entry)
      for (const code of [...(entry.event?.from ?? []), ...(entry.event?.to ?? [])]) known.add(code);
  }
  if (known.has(actor)) return;
  const codes = [...known];
  const all = codes.length === 0 ? "" : ` Actors: ${codes.slice(0, 20).join(", ")}.`;
  throw new Problem(
    "no-such-act",
    `--actor ${visibleLine(actor)}: no such actor.${didYouMean(nearest(actor, codes))}${all}`,
  );
}

/** Shows new records until Ctrl-C. */
function followRecords(
  journal: Journal,
  query: Query,
  show: (record: JournalRecord) => void,
  faults: FaultReport,
): Promise<ExitCode> {
  return new Promise<ExitCode>((resolve, reject) => {
    const feed = liveFeed(journal, query, faults).subscribe({ next: show, error: reject });
    process.once("SIGINT", () => {
      feed.unsubscribe();
      resolve(faults.code());
    });
  });
}
