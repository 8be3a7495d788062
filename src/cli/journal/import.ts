/** `journal import`: puts an export into a journal, all of it or nothing, and reports what came of it. */
import { createReadStream } from "node:fs";
import { fromCloudEvents, fromJsonl, type Imported, type Journal, LONGEST_LINE } from "../../journal/index.ts";
import { visibleLine } from "../../scenario/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { json } from "../json.ts";
import { formatIn } from "./formats.ts";
import { addressIn, withJournal } from "./open.ts";

/** The largest batch that is read: it has to be understood as one value. */
const MOST = 256 * 1024 * 1024;

/** Imports a file, or standard input. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const file = textOption(options, "from") ?? "-";
  const format = formatIn(textOption(options, "format"), file) ?? "jsonl";
  if (format === "yaml")
    throw new UsageError("A scenario's file is taken over by: demarche journal append … --from FILE.");
  return withJournal(
    address,
    async (journal) => {
      const report = await (format === "jsonl" ? fromJsonl(journal, linesIn(file)) : imported(journal, file));
      const { records, added, already } = report;
      if (flag(options, "json")) io.write(json({ journal: journal.name, ...report }, 2));
      else {
        const told = `${records} read, ${added} added, ${already} there already`;
        io.write(`${visibleLine(journal.name)}: ${told}.`);
      }
      return exitCodes.fine;
    },
    { create: true },
  );
}

async function imported(journal: Journal, file: string): Promise<Imported> {
  let text = "";
  for await (const chunk of chunksOf(file)) {
    text += chunk;
    if (text.length > MOST)
      throw new UsageError(`${visibleLine(file)} is larger than 256 MB, the most that a batch may be.`);
  }
  return fromCloudEvents(journal, parsed(text, file));
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new UsageError(`${visibleLine(file)} is no JSON: ${visibleLine(reason)}. Nothing was imported.`);
  }
}

/** Lines, without their ends. One that has none is cut where it is longer than any line may be. */
async function* linesIn(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunksOf(file)) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > LONGEST_LINE) {
      yield rest;
      return;
    }
  }
  if (rest !== "") yield rest;
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  stream.setEncoding("utf8");
  try {
    for await (const chunk of stream) yield String(chunk);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT") throw new UsageError(`There is no file ${visibleLine(file)}.`);
    throw new UsageError(`${visibleLine(file)} can't be read: ${visibleLine(error.message)}.`);
  }
}
