/** A replay shown live on a terminal: frames onto the screen, keys to the player. */
import { emitKeypressEvents, type Key } from "node:readline";
import { parseWhen } from "../events/index.ts";
import { render, terminal } from "../render/index.ts";
import { createPlayer, type Frame, type Pace, type Player } from "../replay/index.ts";
import { endingParts, liveScreen, type ReplayView } from "../views/index.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Io } from "./io.ts";

/** How a live replay goes. */
export interface LiveOptions {
  readonly pace?: Pace;
  readonly maxGap?: number;
  /** Wait for a key before each event instead of playing. */
  readonly stepwise: boolean;
}

const ENTER = "\u001b[?1049h\u001b[?25l";
const LEAVE = "\u001b[?25h\u001b[?1049l";
/** After a change of size, parts of the last screen would remain. */
const CLEAR = "\u001b[2J";
const HOME = "\u001b[H";
/** Signals that end the program from outside: the terminal is restored then too. */
const SIGNALS = ["SIGTERM", "SIGHUP"] as const;
const REST_OF_LINE = "\u001b[K";

/** Shows a replay until the user leaves it. Then restores the terminal and prints where the replay stood. */
export async function playLive(telling: ReplayView, { stepwise, ...rhythm }: LiveOptions, io: Io): Promise<ExitCode> {
  const { out } = await io.palettes();
  const player = createPlayer(telling.history, rhythm);
  let frame: Frame | undefined;
  let prompt: string | undefined;
  const draw = (): void => {
    if (frame === undefined) return;
    const size = { columns: Math.min(120, io.columns), rows: process.stdout.rows ?? 24 };
    const screen = liveScreen(telling, frame, prompt === undefined ? size : { ...size, prompt });
    const lines = render(screen, out).split("\n");
    process.stdout.write(HOME + lines.map((one) => one + REST_OF_LINE).join("\r\n"));
  };
  const restore = openTerminal(draw);
  const frames = player.frames$.subscribe((shown) => {
    frame = shown;
    draw();
  });
  if (!stepwise) player.play();
  const code = await followKeys(
    player,
    () => frame?.playing === true,
    (text) => {
      prompt = text;
      draw();
    },
  );
  frames.unsubscribe();
  player.stop();
  restore();
  if (frame?.done) io.write(render(terminal(endingParts(telling), io.columns).slice(1), out));
  else io.say(`Left ${frame?.step === undefined ? "before the first event" : `after ${frame.step.event.id}`}.`);
  return code;
}

function openTerminal(redraw: () => void): () => void {
  const leave = (): void => void process.stdout.write(LEAVE);
  const end = (): void => process.exit(exitCodes.incomplete);
  process.stdout.write(ENTER);
  emitKeypressEvents(process.stdin);
  process.stdin.setRawMode(true);
  process.stdin.resume();
  const clearAndRedraw = (): void => {
    process.stdout.write(CLEAR);
    redraw();
  };
  process.stdout.on("resize", clearAndRedraw);
  process.once("exit", leave);
  for (const signal of SIGNALS) process.once(signal, end);
  return () => {
    process.stdout.off("resize", clearAndRedraw);
    process.off("exit", leave);
    for (const signal of SIGNALS) process.off(signal, end);
    process.stdin.setRawMode(false);
    process.stdin.pause();
    leave();
  };
}

/** Follows the keys until the replay is left; leaving with Ctrl-C is incomplete. */
function followKeys(
  player: Player,
  playing: () => boolean,
  prompt: (text: string | undefined) => void,
): Promise<ExitCode> {
  let typed: string | undefined;
  const type = (text: string | undefined, remark = ""): void => {
    typed = text;
    prompt(text === undefined ? undefined : `go to (YYYY-MM-DD or an event's id): ${text}_${remark}`);
  };
  return new Promise((resolve) => {
    const onKey = (character: string | undefined, { name = "", ctrl = false }: Key): void => {
      const command = keyCommand({ name, ctrl, character: character ?? "" }, typed);
      if (command.kind === "toggle") playing() ? player.pause() : player.play();
      else if (command.kind === "next") player.step();
      else if (command.kind === "back") player.back();
      else if (command.kind === "typing") type(command.text);
      else if (command.kind === "go")
        goTo(player, command.to) ? type(undefined) : type("", `   ${command.to}: no such date or event`);
      else if (command.kind === "leave" || command.kind === "interrupt") {
        process.stdin.off("keypress", onKey);
        resolve(command.kind === "leave" ? exitCodes.fine : exitCodes.incomplete);
      }
    };
    process.stdin.on("keypress", onKey);
  });
}

/** Goes to a date or an event. Returns whether it exists. */
function goTo(player: Player, text: string): boolean {
  try {
    player.seek(parseWhen(text) === undefined ? { id: text } : { date: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A key as a terminal reports it. */
interface KeyPress {
  readonly name: string;
  /** The character that was typed, if the key has one. */
  readonly character: string;
  readonly ctrl: boolean;
}

/** A command that a key gives. */
type KeyCommand =
  | { readonly kind: "toggle" | "next" | "back" | "leave" | "interrupt" | "nothing" }
  | { readonly kind: "go"; readonly to: string }
  /** The line being typed has changed; undefined when typing has ended. */
  | { readonly kind: "typing"; readonly text: string | undefined };

const KEY_COMMANDS: Readonly<Record<string, KeyCommand>> = {
  space: { kind: "toggle" },
  n: { kind: "next" },
  right: { kind: "next" },
  return: { kind: "next" },
  b: { kind: "back" },
  left: { kind: "back" },
  g: { kind: "typing", text: "" },
  q: { kind: "leave" },
};

/** The command of a key. @param typed the line being typed, while one is */
export function keyCommand({ name, character, ctrl }: KeyPress, typed: string | undefined): KeyCommand {
  if (ctrl && name === "c") return { kind: "interrupt" };
  if (typed === undefined) return KEY_COMMANDS[name] ?? { kind: "nothing" };
  if (name === "escape") return { kind: "typing", text: undefined };
  if (name === "backspace") return { kind: "typing", text: typed.slice(0, -1) };
  if (name === "return") return { kind: "go", to: typed };
  return /^[\w-]$/.test(character) ? { kind: "typing", text: typed + character } : { kind: "nothing" };
}
