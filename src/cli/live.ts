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
/** A screen of another size has remains of the last one. */
const CLEAR = "\u001b[2J";
const HOME = "\u001b[H";
/** What asks the program to end from outside: the terminal is to be as it was then too. */
const SIGNALS = ["SIGTERM", "SIGHUP"] as const;
const REST_OF_LINE = "\u001b[K";

/** Shows a replay until it is left. Afterwards the terminal is as it was, and where it stood is printed. */
export async function live(telling: ReplayView, { stepwise, ...rhythm }: LiveOptions, io: Io): Promise<ExitCode> {
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
  const afresh = (): void => {
    process.stdout.write(CLEAR);
    redraw();
  };
  process.stdout.on("resize", afresh);
  process.once("exit", leave);
  for (const signal of SIGNALS) process.once(signal, end);
  return () => {
    process.stdout.off("resize", afresh);
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
    const pressed = (character: string | undefined, { name = "", ctrl = false }: Key): void => {
      const wish = wishOf({ name, ctrl, character: character ?? "" }, typed);
      if (wish.kind === "toggle") playing() ? player.pause() : player.play();
      else if (wish.kind === "next") player.step();
      else if (wish.kind === "back") player.back();
      else if (wish.kind === "typing") type(wish.text);
      else if (wish.kind === "go")
        goTo(player, wish.to) ? type(undefined) : type("", `   ${wish.to}: no such date or event`);
      else if (wish.kind === "leave" || wish.kind === "interrupt") {
        process.stdin.off("keypress", pressed);
        resolve(wish.kind === "leave" ? exitCodes.fine : exitCodes.incomplete);
      }
    };
    process.stdin.on("keypress", pressed);
  });
}

/** Goes to a date or an event; whether there was one. */
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
  /** The character typed, if it is one. */
  readonly character: string;
  readonly ctrl: boolean;
}

/** What a key asks for. */
type Wish =
  | { readonly kind: "toggle" | "next" | "back" | "leave" | "interrupt" | "nothing" }
  | { readonly kind: "go"; readonly to: string }
  /** The line being typed has changed; undefined: there is none any more. */
  | { readonly kind: "typing"; readonly text: string | undefined };

const WISHES: Readonly<Record<string, Wish>> = {
  space: { kind: "toggle" },
  n: { kind: "next" },
  right: { kind: "next" },
  return: { kind: "next" },
  b: { kind: "back" },
  left: { kind: "back" },
  g: { kind: "typing", text: "" },
  q: { kind: "leave" },
};

/** What a key means. @param typed the line being typed, while one is */
export function wishOf({ name, character, ctrl }: KeyPress, typed: string | undefined): Wish {
  if (ctrl && name === "c") return { kind: "interrupt" };
  if (typed === undefined) return WISHES[name] ?? { kind: "nothing" };
  if (name === "escape") return { kind: "typing", text: undefined };
  if (name === "backspace") return { kind: "typing", text: typed.slice(0, -1) };
  if (name === "return") return { kind: "go", to: typed };
  return /^[\w-]$/.test(character) ? { kind: "typing", text: typed + character } : { kind: "nothing" };
}
