/** `journal export`: as lines of JSON that can be imported again, as CloudEvents, or as a scenario's file. */
import { createWriteStream } from "node:fs";
import type { Journal } from "../../journal/index.ts";
import { cloudEventOf, toJsonl } from "../../journal/index.ts";
import { fitted, forgedText, scenarioText, visibleLine } from "../../scenario/index.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import type { JournalAddress } from "./address.ts";
import { formatIn } from "./formats.ts";
import { heldBy } from "./held.ts";
import { addressIn, lineOf, queryOf, streamOf, withJournal } from "./open.ts";

/** Writes it to a file that is not there yet, or to standard output. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const out = textOption(options, "out");
  const format = formatIn(textOption(options, "format"), out) ?? "jsonl";
  const forks: string[] = [];
  return withJournal(
    address,
    async (journal) => {
      const parts =
        format === "jsonl"
          ? linesOf(journal, address)
          : format === "yaml"
            ? fileOf(journal, address)
            : batchOf(journal, address, forks);
      if (out === undefined) for await (const part of parts) await written(process.stdout, part);
      else {
        await toFile(out, parts);
        io.say(`Wrote ${visibleLine(out)}.`);
      }
      if (forks.length > 0) io.say(notBack(journal, forks));
      return exitCodes.fine;
    },
    { readOnly: !address.server },
  );
}

async function* linesOf(journal: Journal, address: JournalAddress): AsyncGenerator<string> {
  if (address.stream !== undefined || address.position !== undefined || address.recordedAt !== undefined) {
    throw new UsageError("An export as jsonl is of the whole journal, so that it can be verified: leave # and @ out.");
  }
  for await (const line of toJsonl(journal)) yield `${line}\n`;
}

async function* fileOf(journal: Journal, address: JournalAddress): AsyncGenerator<string> {
  const { stream, facts, partial } = await lineOf(journal, address);
  if (facts.frame === undefined) throw new UsageError(`${stream} holds no scenario.`);
  // One that can't be read is told as it is, to be mended.
  const { forged } = heldBy(facts, partial, stream);
  if (forged !== undefined) throw new UsageError(`${stream}: ${forgedText(forged)}.`);
  yield fitted(scenarioText(facts), partial).text;
}

/** A batch of CloudEvents. The forks among its streams, which no import of it makes again, are noted on the way. */
async function* batchOf(journal: Journal, address: JournalAddress, forks: string[]): AsyncGenerator<string> {
  const query = queryOf(address, await streamOf(journal, address));
  let before = "[\n";
  for await (const record of journal.read(address.stream === undefined ? { ...query, branch: undefined } : query)) {
    if (record.entry.kind === "fork") forks.push(record.stream);
    yield `${before}${JSON.stringify(cloudEventOf(record))}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** What is said of an export for others that can't be imported again. */
function notBack(journal: Journal, forks: readonly string[]): string {
  const [name, streams] = [visibleLine(journal.name), forks.map(visibleLine).join(", ")];
  const are = forks.length === 1 ? "is a fork" : "are forks";
  return `${streams} ${are}: other programs can read this, but demarche journal import refuses all of it. To bring ${name} back, export it with --format jsonl.`;
}

async function toFile(path: string, parts: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path, { flags: "wx" });
  try {
    await new Promise<void>((resolve, reject) => {
      file.once("open", () => resolve());
      file.once("error", reject);
    });
    for await (const part of parts) await written(file, part);
    await new Promise<void>((resolve, reject) => {
      file.once("error", reject);
      file.end(resolve);
    });
  } catch (error) {
    file.destroy();
    if (!(error instanceof Error && "code" in error) || error instanceof UsageError) throw error;
    if (error.code === "EEXIST") throw new UsageError(`${visibleLine(path)} exists already; nothing was written.`);
    throw new UsageError(`${visibleLine(path)} can't be written: ${visibleLine(error.message)}.`);
  }
}

/** Writes, and waits where the reader is slower: memory stays bounded. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (stream.write(text)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.once("drain", resolve);
    stream.once("error", reject);
  });
}
