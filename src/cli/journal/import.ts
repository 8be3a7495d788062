/** `journal import`: imports an export into a journal, all of it or nothing, and reports the result. */

import { createReadStream, existsSync, rmSync } from "node:fs";
import type { Data } from "../../crisis/data/common.ts";
import type { journalImport } from "../../crisis/data/journal.ts";
import { fromCloudEvents, fromJsonl, type Imported, type Journal, LONGEST_LINE } from "../../journal/index.ts";
import { decodePieces, Problem, visibleLine } from "../../problem/index.ts";
import { line } from "../../render/index.ts";
import { importFaults } from "../../scenario/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { isSystemError } from "../system-error.ts";
import { isOfPart, type JournalAddress } from "./address.ts";
import { formatOf } from "./formats.ts";
import { addressIn, withJournal } from "./open.ts";

/** Maximum length of a batch, which has to be parsed as one value. */
const MAX_BATCH_LENGTH = 256 * 1024 * 1024;

/** Imports a file, or standard input. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const address = addressIn(args[0]);
  const file = textOption(options, "from") ?? args[1] ?? "-";
  const format = formatOf(textOption(options, "format"), file) ?? "jsonl";
  if (format === "yaml") throw badOption("To take a scenario's file over: demarche journal append … --from FILE.");
  if (isOfPart(address))
    throw new Problem("unreadable", "An import is of whole journals, and names its streams itself: leave # and @ out.");
  // Opened before the journal is made, so that unreadable input makes none.
  const work = format === "jsonl" ? await openLines(file) : await openBatch(file);
  return importInto(address, async (journal) => {
    const report = await work(journal);
    const { records, added, already } = report;
    const counts = `${records} read, ${added} added, ${already} there already`;
    const when = format === "cloudevents" && added > 0 ? " What was added counts as recorded now." : "";
    await writeAnswer(call, {
      data: async (): Promise<Data<typeof journalImport>> => ({ journal: journal.name, ...report }),
      blocks: () => [[line(`${visibleLine(journal.name)}: ${counts}.${when}`)]],
    });
    return exitCodes.fine;
  });
}

/** Works with a journal, making it if there is none. A new one that stays empty because of an error is removed. */
async function importInto(address: JournalAddress, work: (journal: Journal) => Promise<ExitCode>): Promise<ExitCode> {
  const { server, where } = address;
  const isMade = !server && !existsSync(where);
  let isEmpty = false;
  try {
    return await withJournal(
      address,
      async (journal) => {
        try {
          return await work(journal);
        } catch (error) {
          isEmpty = isMade && (await journal.head()).position === 0;
          throw error;
        }
      },
      { create: true },
    );
  } catch (error) {
    if (isEmpty) for (const end of ["", "-wal", "-shm"]) rmSync(`${where}${end}`, { force: true });
    throw error;
  }
}

type ImportWork = (journal: Journal) => Promise<Imported>;

async function openBatch(file: string): Promise<ImportWork> {
  let text = "";
  for await (const chunk of chunksOf(file)) {
    text += chunk;
    if (text.length > MAX_BATCH_LENGTH)
      throw new Problem("too-large", `${visibleLine(file)} is larger than 256 MB, the most that a batch may be.`);
  }
  const batch = parseBatch(text, file);
  return (journal) => fromCloudEvents(journal, batch, { check: importFaults });
}

function parseBatch(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new Problem("unreadable", `${visibleLine(file)} is no JSON: ${visibleLine(reason)}. Nothing was imported.`);
  }
}

async function openLines(file: string): Promise<ImportWork> {
  const chunks = chunksOf(file);
  const { value: first = "" } = await chunks.next();
  if (/^\s*\[/.test(first)) {
    throw new Problem(
      "unreadable",
      `${visibleLine(file)} begins as a list, and an export as jsonl with its head. If it holds CloudEvents: --format cloudevents.`,
    );
  }
  return (journal) => fromJsonl(journal, linesIn(first, chunks), { check: importFaults });
}

/** Lines, without their ends. A line longer than the maximum is cut off, and reading stops there. */
async function* linesIn(first: string, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const [begun = "", ...whole] = first.split("\n").reverse();
  yield* whole.reverse();
  let rest = begun;
  for await (const chunk of chunks) {
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

async function* chunksOf(file: string): AsyncGenerator<string, undefined, undefined> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  try {
    return yield* decodePieces(stream, true);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Problem("unreadable", `${visibleLine(file)} holds bytes that are not UTF-8. Nothing was imported.`);
    }
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new Problem("no-such-file", `There is no file ${visibleLine(file)}.`);
    throw new Problem("unreadable", `${visibleLine(file)} can't be read: ${visibleLine(error.message)}.`);
  }
}
