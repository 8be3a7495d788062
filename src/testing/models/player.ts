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

/** The rhythm of a player that is tested. */
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
  type Change = (model: PlayerModel) => void;
  const one = (name: string, change: Change, work: (real: ShownPlayer) => void): fc.Command<PlayerModel, ShownPlayer> =>
    command(name, (model, real) => {
      change(model);
      work(real);
      const { index, playing, done } = real.frame();
      agree([
        part("index", model.index, index),
        part("playing", model.playing, playing),
        part("done", model.index === end, done),
      ]);
    });
  const fixed = [
    one(
      "play",
      (m) => show(m, m.index, true),
      ({ player }) => player.play(),
    ),
    one(
      "pause",
      (m) => show(m, m.index, false),
      ({ player }) => player.pause(),
    ),
    one(
      "step",
      (m) => show(m, m.index + 1, false),
      ({ player }) => player.step(),
    ),
    one(
      "back",
      (m) => show(m, m.index - 1, false),
      ({ player }) => player.back(),
    ),
  ];
  const stop = one(
    "stop",
    (m) => {
      m.stopped = true;
    },
    ({ player }) => player.stop(),
  );
  const seek = fc.nat(end).map((index) =>
    one(
      `seek ${index}`,
      (m) => show(m, index, m.playing),
      ({ player }) => player.seek({ index }),
    ),
  );
  const ids = fc.constantFrom(...history.steps.map(({ event }) => event.id), "");
  const named = ids.map((id) => {
    const index = history.steps.findIndex(({ event }) => event.id === id) + 1;
    return one(
      `seek ${id}`,
      (m) => show(m, index, m.playing),
      ({ player }) => player.seek(index === 0 ? { index } : { id }),
    );
  });
  const first = history.steps[0]?.minute ?? 0;
  const dated = fc.integer({ min: -2, max: 20 }).map((days) => {
    const date = formatWhen(first + days * MINUTES_PER_DAY);
    const index = stepsUntil(history, when(date).end);
    return one(
      `seek ${date}`,
      (m) => show(m, index, m.playing),
      ({ player }) => player.seek({ date }),
    );
  });
  const paced = fc.constantFrom(60, MINUTES_PER_DAY, 14_400).map((pace) =>
    one(
      `pace ${pace}`,
      (m) => {
        m.pace = pace;
        m.left = gap(m);
      },
      ({ player }) => player.setPace(pace),
    ),
  );
  const wait = fc.nat(3000).map((ms) =>
    one(
      `wait ${ms}`,
      (m) => pass(m, ms),
      (real) => real.wait(ms),
    ),
  );
  return fc.commands([...fixed.map((one) => fc.constant(one)), wait, seek, named, dated, paced, fc.constant(stop)], {
    maxCommands,
  });
}
