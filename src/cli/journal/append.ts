/** `journal append`: adds events, corrects or withdraws them, or takes over what a scenario's file has beyond the journal. */
import { ConflictError, type Expected, factsOf, type Journal } from "../../journal/index.ts";
import { visibleLine } from "../../scenario/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { json } from "../json.ts";
import type { JournalAddress } from "./address.ts";
import { changesOf } from "./changes.ts";
import { entryText } from "./listed.ts";
import { addressIn, type Line, lineOf, withJournal } from "./open.ts";

/** Appends all of it or nothing. A stream that changed meanwhile is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  if (address.position !== undefined || address.recordedAt !== undefined) {
    throw new UsageError("What is past can't be appended to: leave the @ out, or fork it: demarche journal fork.");
  }
  return withJournal(address, async (journal) => {
    const line = await lineIn(journal, address, textOption(options, "from"));
    const entries = await changesOf(line, call);
    const expected = expectedOf(textOption(options, "expected")) ?? (await journal.versionOf(line.stream));
    try {
      const appended = await journal.append(line.stream, entries, { expected });
      if (flag(options, "json")) io.write(json({ journal: journal.name, ...appended }, 2));
      else {
        const where = `${visibleLine(journal.name)}#${line.stream}`;
        const told = entries.map((entry, k) => `  position ${appended.positions[k]}: ${entryText(entry)}`);
        const what = appended.added === 0 ? "nothing that was not there" : `${appended.added} records appended`;
        io.write([`${where}: ${what}; it is at version ${appended.version}.`, ...told].join("\n"));
      }
      return exitCodes.fine;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      io.say(`${error.message}\n${await meanwhile(journal, line)}`);
      return exitCodes.finding;
    }
  });
}

/** What others did since the line was read. */
async function meanwhile(journal: Journal, { stream, records }: Line): Promise<string> {
  const after = records.at(-1)?.position ?? 0;
  const others = await Array.fromAsync(journal.read({ stream, after }));
  if (others.length === 0) return "Nobody else has appended meanwhile: look at --expected.";
  const told = others.map(({ position, entry }) => `  position ${position}: ${entryText(entry)}`);
  return ["Meanwhile somebody else has appended:", ...told, "Look at it, and decide again."].join("\n");
}

function expectedOf(text: string | undefined): Expected | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (text === "none" || text === "exists" || text === "any") return text;
  throw new UsageError(`--expected ${visibleLine(text)}: expected a version, none, exists or any.`);
}

/** The line as it is; from a file also one that has not begun. */
async function lineIn(journal: Journal, address: JournalAddress, from: string | undefined): Promise<Line> {
  const begun = (await journal.streams()).map(({ stream }) => stream);
  const { stream } = address;
  if (from !== undefined && (begun.length === 0 || (stream !== undefined && !begun.includes(stream)))) {
    return { stream: stream ?? "", records: [], facts: factsOf([]), partial: false };
  }
  return lineOf(journal, address);
}
