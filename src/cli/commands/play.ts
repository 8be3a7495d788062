/** `play`: one party is the user's, the rest act by their doctrines. */
import { createInterface } from "node:readline";
import { dateIn, option, whatIfNamed } from "../../crisis/index.ts";
import * as play from "../../play/index.ts";
import { didYouMean, nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type Block, line, render, span, wrap } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { type Call, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Input } from "../input.ts";
import { journalAddress } from "../journal/address.ts";
import { read } from "../load.ts";
import { completionsOf } from "../play/complete.ts";
import { introBlock, outroBlock } from "../play/intro.ts";
import { keep } from "../play/keep.ts";
import { promptOf, replyTo } from "../play/reply.ts";
import { type Talk, talkOf } from "../play/talk.ts";

/** Plays until the player leaves, or the input ends. */
export async function run(call: Call): Promise<ExitCode> {
  const file = call.args[0] ?? "";
  if (file === "-")
    throw new Problem("bad-option", "play reads moves from standard input, so the scenario must be a file.");
  const address = journalAddress(file);
  if (address !== undefined) return (await import("../play/table/play.ts")).playAtTable(call, address);
  const columns = widthOption(call);
  const { input, scenario } = await read(file, call.io);
  const game = begun(scenario, call);
  const talk = talkOf(play.sessionOf(game), columns);
  await converse(talk, input, call, commandOf(call, game));
  return exitCodes.fine;
}

function begun(scenario: Scenario, { options }: Call): play.Game {
  const seed = seedOf(textOption(options, "seed") ?? "1");
  const player = playerOf(scenario, textOption(options, "as"));
  try {
    return play.gameOf(scenario, player, seed, departureOf(scenario, options));
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("bad-option", error.message);
    throw error;
  }
}

function playerOf({ dyad: { a, b }, actors }: Scenario, code: string | undefined): string {
  if (code === undefined)
    throw new Problem(
      "bad-option",
      `Whom do you play? --as ${a} (${actors[a]?.name}) or --as ${b} (${actors[b]?.name}).`,
    );
  if (code === a || code === b) return code;
  const hint = Object.hasOwn(actors, code) ? "" : didYouMean(nearest(code, [a, b]));
  throw new Problem("bad-option", `--as ${visibleLine(code)}: one plays a party.${hint} Parties: ${a}, ${b}.`);
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d{1,10}$/.test(text) && seed < 2 ** 32) return seed;
  throw new Problem("bad-option", `--seed ${visibleLine(text)}: expected a whole number from 0 to ${2 ** 32 - 1}.`);
}

function departureOf(scenario: Scenario, options: Call["options"]): play.Departure | undefined {
  const [from, name] = [textOption(options, "from"), textOption(options, "whatIf")];
  if (from !== undefined && name !== undefined)
    throw new Problem("bad-option", "--from and --what-if can't be given together.");
  if (name !== undefined) return { kind: "what-if", name: whatIfNamed(name, scenario) };
  if (from === undefined) return undefined;
  if (/^\d{4}-/.test(from)) {
    return { kind: "date", minute: Math.min(dateIn(scenario, from, option("from")).end, scenario.window.to) };
  }
  const ids = scenario.events.map(({ id }) => id);
  if (ids.includes(from)) return { kind: "event", id: from };
  throw new Problem("bad-option", `--from ${visibleLine(from)}: no date, and no event of the record.`, {
    suggestion: nearest(from, ids),
  });
}

/** The line that begins the same game again. */
function commandOf({ args, options }: Call, { player, seed }: play.Game): string {
  const [from, name] = [textOption(options, "from"), textOption(options, "whatIf")];
  const left = from !== undefined ? ` --from ${from}` : name !== undefined ? ` --what-if ${name}` : "";
  return `demarche play ${args[0]} --as ${player}${left} --seed ${seed}`;
}

/** Line after line, until the player leaves. On a terminal the line is edited and completed; else it is echoed. */
async function converse(begin: Talk, file: Input, { io }: Call, command: string): Promise<void> {
  const { out } = await io.palettes();
  const terminal = io.terminal && process.stdin.isTTY === true;
  let talk = begin;
  let input = file;
  const write = (block: Block): void => {
    if (block.length > 0) io.write(render(block, out));
  };
  const reader = createInterface({
    input: process.stdin,
    ...(terminal ? { output: process.stdout, completer: (text: string) => completionsOf(talk, text) } : {}),
  });
  const prompt = (): void => {
    reader.setPrompt(promptOf(talk));
    if (terminal) reader.prompt();
  };
  reader.on("SIGINT", () => reader.close());
  write(introBlock(talk));
  prompt();
  for await (const typed of reader) {
    if (!terminal) io.write(`\n${promptOf(talk)}${visibleLine(typed)}`);
    const reply = replyTo(talk, typed);
    talk = reply.talk;
    write(reply.block);
    if (reply.save !== undefined) {
      const { block, now } = saved(talk, reply.save, input);
      input = now;
      write(block);
    }
    if (reply.leave === true) break;
    prompt();
  }
  reader.close();
  io.write("");
  write(outroBlock(talk, command));
}

function saved({ session, columns }: Talk, name: string, input: Input): { readonly block: Block; readonly now: Input } {
  try {
    const { input: now, told } = keep(session, name, input);
    return { block: told.flatMap((text) => wrap(line(text), columns, 2)), now };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { block: wrap(line(span("✗ ", "bad"), error.message), columns, 2), now: input };
  }
}
