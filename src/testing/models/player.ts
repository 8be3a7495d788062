/** The player beside a model: an index, whether it plays, and the milliseconds until it moves by itself. */
import fc from "fast-check";
import { formatWhen, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { type History, stepsUntil } from "../../history/index.ts";
import { type Frame, type Player, type Rhythm, waiting } from "../../replay/index.ts";
import { agree, type Commands, command, part } from "./agree.ts";

/** What a player should be. */
export interface PlayerModel {
  index: number;
  playing: boolean;
  /** Milliseconds until the next step; counts only while it plays. */
  left: number;
  pace: number;
  stopped: boolean;
}

/** A player that is shown: what is on the screen, and a way to let time pass, which in a test is a virtual one. */
export interface ShownPlayer {
  readonly player: Player;
  readonly frame: () => Frame;
  readonly wait: (milliseconds: number) => void;
}

const RHYTHM: Rhythm = { pace: MINUTES_PER_DAY, minGap: 0.4, maxGap: 2 };

/** Where the model of a player begins: paused before the first step. */
export function playerModel(): PlayerModel {
  return { index: 0, playing: false, left: 0, pace: RHYTHM.pace, stopped: false };
}

/**
 * Commands for a player of a history with the default rhythm: play, pause, step, back, seek, another pace, waiting and
 * stopping. After each of them the frame must be where the model is.
 *
 * @example
 * ```ts
 * import { createPlayer, fold, type Frame } from "demarche";
 * import { playerCommands, playerModel } from "demarche/testing";
 * import fc from "fast-check";
 * const history = fold([], { dyad: { a: "IRN", b: "PAK" }, from: 0 });
 * const shown = () => {
 *   const player = createPlayer(history);
 *   let frame: Frame | undefined;
 *   player.frames$.subscribe((next) => { frame = next; });
 *   return { player, frame: () => frame ?? { index: -1, situation: history.opening, playing: false, done: true }, wait: () => {} };
 * };
 * fc.assert(fc.property(playerCommands(history), (commands) => fc.modelRun(() => ({ model: playerModel(), real: shown() }), commands)));
 * ```
 */
export function playerCommands(history: History, maxCommands = 40): Commands<PlayerModel, ShownPlayer> {
  const end = history.steps.length;
  const gap = ({ index, pace }: PlayerModel): number => {
    const [last, next] = [history.steps[index - 1], history.steps[index]];
    return waiting(last === undefined || next === undefined ? 0 : next.minute - last.minute, { ...RHYTHM, pace });
  };
  const show = (model: PlayerModel, index: number, playing: boolean): void => {
    if (model.stopped) return;
    model.index = Math.min(end, Math.max(0, index));
    model.playing = playing && model.index < end;
    model.left = gap(model);
  };
  const pass = (model: PlayerModel, milliseconds: number): void => {
    let left = milliseconds;
    while (model.playing && !model.stopped && left >= model.left) {
      left -= model.left;
      show(model, model.index + 1, true);
    }
    model.left -= left;
  };
  const checked = (
    name: string,
    change: (model: PlayerModel) => void,
    work: (player: Player, real: ShownPlayer) => void,
  ) =>
    command<PlayerModel, ShownPlayer>(name, (model, real) => {
      change(model);
      work(real.player, real);
      const { index, playing, done } = real.frame();
      agree([
        part("index", model.index, index),
        part("playing", model.playing, playing),
        part("done", model.index === end, done),
      ]);
    });
  const seek = (name: string | number, index: number, moment: Parameters<Player["seek"]>[0]) => {
    const change = (model: PlayerModel): void => show(model, index, model.playing);
    return checked(`seek ${name}`, change, (player) => player.seek(moment));
  };
  const to = (by: number, playing: boolean) => (model: PlayerModel) => show(model, model.index + by, playing);
  const fixed = [
    checked("play", to(0, true), (player) => player.play()),
    checked("pause", to(0, false), (player) => player.pause()),
    checked("step", to(1, false), (player) => player.step()),
    checked("back", to(-1, false), (player) => player.back()),
  ].map((command) => fc.constant(command));
  const byIndex = fc.nat(end).map((index) => seek(index, index, { index }));
  const byId = fc.constantFrom(...history.steps.map(({ event }) => event.id), "").map((id) => {
    const index = history.steps.findIndex(({ event }) => event.id === id) + 1;
    return seek(id, index, index === 0 ? { index } : { id });
  });
  const first = history.steps[0]?.minute ?? 0;
  const byDate = fc.integer({ min: -2, max: 20 }).map((days) => {
    const date = formatWhen(first + days * MINUTES_PER_DAY);
    return seek(date, stepsUntil(history, when(date).end), { date });
  });
  const byPace = fc.constantFrom(60, MINUTES_PER_DAY, 14_400).map((pace) => {
    const change = (model: PlayerModel): void => {
      model.pace = pace;
      model.left = gap(model);
    };
    return checked(`pace ${pace}`, change, (player) => player.setPace(pace));
  });
  const wait = fc.nat(3000).map((ms) =>
    checked(
      `wait ${ms}`,
      (model) => pass(model, ms),
      (_, real) => real.wait(ms),
    ),
  );
  const halt = (model: PlayerModel): void => void Object.assign(model, { stopped: true });
  const stop = fc.constant(checked("stop", halt, (player) => player.stop()));
  return fc.commands([...fixed, wait, byIndex, byId, byDate, byPace, stop], { maxCommands });
}
