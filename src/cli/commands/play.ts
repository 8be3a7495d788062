/** `play`: the user decides for one party, the others act by their doctrines. */

import { game, gameOptions, option } from "../../crisis/index.ts";
import { isActId } from "../../events/index.ts";
import * as play from "../../play/index.ts";
import { nth, Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { type Block, line, render, span, wrap } from "../../render/index.ts";
import { regionKeys } from "../../scenario/index.ts";
import { betweenOption } from "../../views/index.ts";
import { badOption, type Call, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Input } from "../input.ts";
import { journalAddress } from "../journal/address.ts";
import { read } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { fieldsOf } from "../play/act-input.ts";
import { dotCommands } from "../play/dot-commands.ts";
import { introBlock, outroBlock } from "../play/intro.ts";
import { createLineReader } from "../play/line-reader.ts";
import { promptOf, replyTo } from "../play/reply.ts";
import { saveGame } from "../play/save-game.ts";
import { type Talk, talkOf } from "../play/talk.ts";

/** Plays until the player leaves, or the input ends. */
export async function run(call: Call): Promise<ExitCode> {
  const file = nth(call.args, 0);
  if (file === "-") throw badOption("play reads moves from standard input, so the scenario must be a file.");
  const address = journalAddress(file);
  if (address !== undefined) return (await import("../play/table/play.ts")).playAtTable(call, address);
  const columns = widthOption(call);
  const { input, scenario } = await read(file, call);
  refuseTogether(call, ["from", "whatIf"]);
  const [as, from, whatIf] = ["as", "from", "whatIf"].map((name) => textOption(call.options, name));
  const newGame = game(scenario, { as, from, whatIf, ...settingsIn(call, gameOptions) }, option);
  const talk = talkOf(play.sessionOf(newGame), columns);
  return converse(talk, input, call, commandOf(call, newGame));
}

/** The command that begins the same game again. */
function commandOf({ args, options }: Call, { scenario, player, seed }: play.Game): string {
  const [from, name] = [textOption(options, "from"), textOption(options, "whatIf")];
  const left = from !== undefined ? ` --from ${shellWord(from)}` : name !== undefined ? ` --what-if ${name}` : "";
  return `demarche play ${shellWord(args[0] ?? "")}${betweenOption(scenario)} --as ${player}${left} --seed ${seed}`;
}

/** Replies to line after line, until the player leaves. On a terminal lines are edited and completed, otherwise echoed. */
async function converse(begin: Talk, input: Input, { io }: Call, command: string): Promise<ExitCode> {
  const { out } = await io.palettes();
  const terminal = io.terminal && process.stdin.isTTY === true;
  let talk = begin;
  const write = (block: Block): void => {
    if (block.length > 0) io.write(render(block, out));
  };
  const reader = createLineReader(terminal, (text: string) => completionsOf(talk, text));
  const prompt = (): void => {
    reader.setPrompt(promptOf(talk));
    if (terminal) reader.prompt();
  };
  let code: ExitCode = exitCodes.fine;
  reader.on("SIGINT", () => {
    code = exitCodes.incomplete;
    reader.close();
  });
  write(introBlock(talk));
  prompt();
  for await (const typed of reader) {
    if (!terminal) io.write(`\n${promptOf(talk)}${visibleLine(typed)}`);
    const reply = replyTo(talk, typed);
    talk = reply.talk;
    write(reply.block);
    if (reply.save !== undefined) write(await trySave(talk, reply.save, input));
    if (reply.leave === true) break;
    prompt();
  }
  reader.close();
  io.write("");
  write(outroBlock(talk, command));
  return code;
}

/** Saves a game and reports the result; the game goes on even after an error. */
async function trySave({ session, columns }: Talk, name: string, input: Input): Promise<Block> {
  try {
    return (await saveGame(session, name, input)).flatMap((text) => wrap(line(text), columns, 2));
  } catch (error) {
    const message =
      error instanceof Problem ? error.message : `This is a defect of ours: ${String(error)}. The game goes on.`;
    return wrap(line(span("✗ ", "bad"), message), columns, 2);
  }
}

/** The words that may complete a line, and the part of the line that they complete. */
function completionsOf(talk: Talk, text: string): [string[], string] {
  const word = /\S*$/.exec(text)?.[0] ?? "";
  const before = text.slice(0, text.length - word.length).trim();
  return [wordsAfter(talk, before).filter((one) => one.startsWith(word)), word];
}

function wordsAfter({ session, position }: Talk, before: string): readonly string[] {
  const ids = position.history.steps.map(({ event }) => event.id);
  const choices = play.choicesOf(session.game, position);
  const [first = ""] = before.split(" ");
  if (first === "") return [...choices.map(({ act }) => act), ...dotCommands.map(({ name }) => name)];
  if (isActId(first)) return [...fieldsOf(first), "because", "to", "note"].map((key) => `${key}=`);
  const taken: Readonly<Record<string, readonly string[]>> = {
    ".acts": [...new Set(choices.map((one) => one.class))],
    ".goto": ids,
    ".why": [...regionKeys(position.history.dyad), ...ids],
    ".why-not": play.playable,
    ".switch": session.lines.map(({ name }) => name),
  };
  return before === first ? (taken[first] ?? []) : [];
}
