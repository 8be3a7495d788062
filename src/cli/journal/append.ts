/** `journal append`: adds, corrects or withdraws events, or takes over what a scenario's file has beyond the journal. */

import type { Data } from "../../crisis/data/common.ts";
import type { journalAppend } from "../../crisis/data/journal.ts";
import { lineageAt } from "../../crisis/index.ts";
import {
  type Appended,
  type Expected,
  type Head,
  isConflict,
  type Journal,
  type JournalEntry,
} from "../../journal/index.ts";
import { present, visibleLine } from "../../problem/index.ts";
import { plural, span } from "../../render/index.ts";
import { lineageOf, streamOf } from "../../scenario/index.ts";
import { entryText } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { isPast, type JournalAddress } from "./address.ts";
import { changesOf } from "./changes.ts";
import { addressIn, withJournal } from "./open.ts";

/** Appends all of it or nothing. A stream that changed meanwhile is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  if (isPast(address)) {
    throw badOption("What is past can't be appended to: leave the @ out, or fork it: demarche journal fork.");
  }
  return withJournal(address, async (journal) => {
    const name = await streamIn(journal, address, call);
    const before = await journal.head();
    const versionBefore = await journal.versionOf(name);
    const whole = async () => (versionBefore === 0 ? lineageOf(name, []) : lineageAt(journal, { stream: name }));
    const changes = await changesOf({ journal, stream: name, version: versionBefore, whole }, call);
    const fresh = changes.flatMap(({ entry, position }) => (position === undefined ? [entry] : []));
    const expected = expectedOf(textOption(options, "expected")) ?? versionBefore;
    try {
      const { stream, version, added, positions } = await appendFresh(journal, name, fresh, expected);
      const places = new Map(fresh.map((entry, k) => [entry, positions[k]]));
      const all = changes.map(({ entry, position }) => ({
        entry,
        position: position ?? present(places.get(entry), "position of an entry"),
      }));
      const what = added === 0 ? "nothing that was not there" : `${plural(added, "record")} appended`;
      const head = `${visibleLine(journal.name)}#${stream}: ${what}; it is at version ${version}.`;
      await writeAnswer(call, {
        data: async (): Promise<Data<typeof journalAppend>> => {
          return { journal: journal.name, stream, version, positions: all.map(({ position }) => position), added };
        },
        blocks: () => [
          [head, ...all.map(({ entry, position }) => `  position ${position}: ${entryText(entry)}`)].map((text) => [
            span(text),
          ]),
        ],
      });
      return exitCodes.fine;
    } catch (error) {
      if (!isConflict(error)) throw error;
      io.say(`${error.message}\n${await conflictReport(journal, name, before)}`);
      return exitCodes.finding;
    }
  });
}

/** Appends the new entries. Without any, nothing is appended, whatever version is expected. */
async function appendFresh(
  journal: Journal,
  stream: string,
  fresh: readonly JournalEntry[],
  expected: Expected,
): Promise<Appended> {
  if (fresh.length > 0) return journal.append(stream, fresh, { expected });
  return { stream, version: await journal.versionOf(stream), positions: [], added: 0 };
}

/** What others appended since the line was read. */
async function conflictReport(journal: Journal, stream: string, { position: after }: Head): Promise<string> {
  const others = await Array.fromAsync(journal.read({ stream, after }));
  if (others.length === 0) return "No one else has appended meanwhile: look at --expected.";
  const lines = others.map(({ position, entry }) => `  position ${position}: ${entryText(entry)}`);
  return ["Meanwhile someone else has appended:", ...lines, "Look at it, and decide again."].join("\n");
}

function expectedOf(text: string | undefined): Expected | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (text === "none" || text === "exists" || text === "any") return text;
  throw badOption(`--expected ${visibleLine(text)}: expected a version, none, exists or any.`);
}

/** The stream to append to. With `--from` it may be a new one, named by the address or after its scenario. */
async function streamIn(journal: Journal, address: JournalAddress, call: Call): Promise<string> {
  const from = textOption(call.options, "from");
  if (from === undefined) return streamOf(journal, address);
  const streams = (await journal.streams()).map(({ stream }) => stream);
  const { stream } = address;
  if (stream === undefined ? streams.length > 0 : streams.includes(stream)) return streamOf(journal, address);
  return stream ?? (await read(from, call, true)).scenario.name;
}
