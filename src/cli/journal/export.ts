/** `journal export`: as lines of JSON that can be imported again, as CloudEvents, or as a scenario's file. */
import { lineageAt } from "../../crisis/index.ts";
import { type Journal, toCloudEvents, toJsonl } from "../../journal/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { queryOf, readLineage, streamOf } from "../../scenario/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { writeNewFrom } from "../write.ts";
import { isOfPart, type JournalAddress } from "./address.ts";
import { createFaultReport, type FaultReport } from "./fault-report.ts";
import { formatOf } from "./formats.ts";
import { addressIn, withJournal } from "./open.ts";

/** Writes it to a new file, or to standard output. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const out = textOption(options, "out");
  const format = formatOf(textOption(options, "format"), out) ?? "jsonl";
  const forks: string[] = [];
  const faults = createFaultReport(
    io,
    format === "jsonl" ? "It is exported as it stands, and demarche journal import refuses it." : "It is left out.",
  );
  return withJournal(
    address,
    async (journal) => {
      const parts =
        format === "jsonl"
          ? linesOf(journal, address, faults)
          : format === "yaml"
            ? fileOf(journal, address, faults)
            : batchOf(journal, address, { forks, faults });
      if (out === undefined) for await (const part of parts) await writeText(process.stdout, part);
      else {
        await writeNewFrom(out, parts);
        io.say(`Wrote ${visibleLine(out)}.`);
      }
      if (forks.length > 0) io.say(noReimportText(journal, forks));
      return faults.code();
    },
    { readOnly: !address.server },
  );
}

async function* linesOf(journal: Journal, address: JournalAddress, faults: FaultReport): AsyncGenerator<string> {
  if (isOfPart(address))
    throw badOption("An export as jsonl is of the whole journal, so that it can be verified: leave # and @ out.");
  for await (const line of toJsonl(journal, faults)) yield `${line}\n`;
}

async function* fileOf(journal: Journal, address: JournalAddress, faults: FaultReport): AsyncGenerator<string> {
  const line = await lineageAt(journal, address, faults);
  if (line.facts.frame === undefined) throw new Problem("unreadable", `${line.stream} holds no scenario.`);
  // A scenario with errors is exported as it is, so that it can be mended.
  yield readLineage(line, line.stream).text();
}

/** A batch of CloudEvents. Collects the forks among its streams, which no import can restore. */
async function* batchOf(
  journal: Journal,
  address: JournalAddress,
  { forks, faults }: { readonly forks: string[]; readonly faults: FaultReport },
): AsyncGenerator<string> {
  const query = queryOf(address, await streamOf(journal, address));
  let before = "[\n";
  const wanted = address.stream === undefined ? { ...query, branch: undefined } : query;
  for await (const form of toCloudEvents(journal, wanted, faults)) {
    if (form.type === "org.demarche.journal.fork") forks.push(form.source.replace("/streams/", ""));
    yield `${before}${JSON.stringify(form)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** Says that an export for other programs can't be imported again. */
function noReimportText(journal: Journal, forks: readonly string[]): string {
  const [name, streams] = [visibleLine(journal.name), forks.map(visibleLine).join(", ")];
  const are = forks.length === 1 ? "is a fork" : "are forks";
  return `${streams} ${are}: other programs can read this, but demarche journal import refuses all of it. To bring ${name} back, export it with --format jsonl.`;
}

/** Writes, and waits for a slower reader, so that memory stays bounded. */
function writeText(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (stream.write(text)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.once("drain", resolve);
    stream.once("error", reject);
  });
}
