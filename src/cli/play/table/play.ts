/** Playing at a table: handles typed lines and other players' records in the order in which they come. */

import { isConflict, type JournalRecord } from "../../../journal/index.ts";
import { liveFeed } from "../../../journal/live.ts";
import * as play from "../../../play/index.ts";
import { visibleLine } from "../../../problem/index.ts";
import { type Block, render } from "../../../render/index.ts";
import { checkEntries, lineageOf } from "../../../scenario/index.ts";
import { badOption, type Call, textOption, widthOption } from "../../command.ts";
import { type ExitCode, exitCodes } from "../../exit.ts";
import { isPast, type JournalAddress } from "../../journal/address.ts";
import { withJournal } from "../../journal/open.ts";
import { createLineReader } from "../line-reader.ts";
import { sitDown } from "./sit-down.ts";
import {
  heardBlock,
  introBlock,
  promptOf,
  replyTo,
  type TableReply,
  type TableTalk,
  tooLate,
  unreadable,
} from "./talk.ts";

type Incoming = { readonly line: string } | { readonly record: JournalRecord } | { readonly error: unknown } | "end";

/** Plays until the player leaves, or the input ends. */
export async function playAtTable(call: Call, address: JournalAddress): Promise<ExitCode> {
  const { options, io } = call;
  const player = textOption(options, "as");
  if (player === undefined) throw badOption("Which party do you play? --as CODE, a party of the scenario.");
  for (const option of ["seed", "whatIf"]) {
    if (options[option] !== undefined) {
      throw badOption("At a table nothing is drawn, and the line is the what-if: leave --seed and --what-if out.");
    }
  }
  if (isPast(address)) {
    throw badOption("One can't play in the past: leave the @ out. --from says where a game leaves the record.");
  }
  const columns = widthOption(call);
  return withJournal(address, async (journal) => {
    const [from, between] = ["from", "between"].map((name) => textOption(options, name));
    const { stream, table } = await withSeatErrors(() => sitDown(journal, address, { player, from, between }));
    const { out } = await io.palettes();
    const terminal = io.terminal && process.stdin.isTTY === true;
    const reader = createLineReader(terminal);
    const name = `${visibleLine(journal.name)}#${stream}`;
    let talk: TableTalk = { table, columns };
    const write = (block: Block): void => {
      if (block.length > 0) io.write(render(block, out));
    };
    const prompt = (): void => {
      reader.setPrompt(promptOf(talk));
      if (terminal) reader.prompt(true);
    };
    const after = table.records.at(-1)?.position ?? 0;
    const incoming = createQueue<Incoming>();
    reader.on("line", (line) => incoming.put({ line }));
    reader.on("close", () => incoming.put("end"));
    let code: ExitCode = exitCodes.fine;
    reader.on("SIGINT", () => {
      code = exitCodes.incomplete;
      reader.close();
    });
    const feed = liveFeed(journal, { branch: stream, after }).subscribe({
      next: (record) => incoming.put({ record }),
      error: (error: unknown) => incoming.put({ error }),
    });

    /** Appends what was decided; if the other player was faster, asks again. */
    async function applyReply({ append, talk: next, block }: TableReply): Promise<void> {
      talk = next;
      write(block);
      if (append === undefined) return;
      const before = talk.table;
      const checked = checkEntries(lineageOf(stream, before.records), append.entries, stream);
      if ("errors" in checked) return applyReply(unreadable(talk, append.meant, checked.errors));
      const expected = versionIn(before, stream);
      try {
        await journal.append(stream, append.entries, { expected });
        await catchUp();
        write(heardBlock(before, talk.table, columns));
      } catch (error) {
        if (!isConflict(error)) throw error;
        await catchUp();
        await applyReply(tooLate(talk, before, append.meant));
      }
    }

    async function catchUp(): Promise<void> {
      const last = talk.table.records.at(-1)?.position ?? 0;
      const more = await Array.fromAsync(journal.read({ branch: stream, after: last }));
      talk = { ...talk, table: play.heard(talk.table, more) };
    }

    write(introBlock(talk, name));
    prompt();
    try {
      for await (const one of incoming) {
        if (one === "end") break;
        if ("error" in one) throw one.error;
        if ("record" in one) {
          const before = talk.table;
          talk = { ...talk, table: play.heard(before, [one.record]) };
          if (talk.table === before) continue;
          if (terminal) process.stdout.write("\r\u001b[K");
          write(heardBlock(before, talk.table, columns));
        } else {
          if (!terminal) io.write(`\n${promptOf(talk)}${visibleLine(one.line)}`);
          const reply = replyTo(talk, one.line);
          await applyReply(reply);
          if (reply.leave === true) break;
        }
        prompt();
      }
    } finally {
      feed.unsubscribe();
      reader.close();
    }
    io.write(
      `\nWhat was played stands in ${name}; demarche replay ${name} tells it, demarche journal diff compares it.`,
    );
    return code;
  });
}

/** The version of the stream itself, without the records that it shares. */
function versionIn({ records }: play.GameTable, stream: string): number {
  return records.findLast((record) => record.stream === stream)?.version ?? 0;
}

async function withSeatErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw badOption(error.message);
    throw error;
  }
}

/** A queue that several sources fill, read item by item. */
function createQueue<Item>() {
  const waiting: Item[] = [];
  let wake: (() => void) | undefined;
  return {
    put: (item: Item): void => {
      waiting.push(item);
      wake?.();
    },
    async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
      for (;;) {
        const item = waiting.shift();
        if (item !== undefined) yield item;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
