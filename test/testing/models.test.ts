/** The player, the workbench and play beside their models; and the models find what is broken on purpose, in few commands. */
import fc from "fast-check";
import { VirtualTimeScheduler } from "rxjs";
import { describe, expect, test } from "vitest";
import { edit, fork, mainLine, type Policy, redo, undo } from "../../src/history/index.ts";
import * as play from "../../src/play/index.ts";
import { createPlayer, type Frame } from "../../src/replay/index.ts";
import {
  type Commands,
  playCommands,
  playerCommands,
  playerModel,
  playStart,
  recordArbitrary,
  type ShownPlayer,
  validHistoryArbitrary,
  workbenchCommands,
  workbenchStart,
} from "../../src/testing/index.ts";
import { scope } from "../support/branches.ts";
import { crisis, folded } from "../support/crisis.ts";
import { ofAll } from "../support/enduring.ts";
import { games, scenarioOf } from "../support/game.ts";

/** A player of a history in virtual time. */
function shown(history = folded()): ShownPlayer {
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const player = createPlayer(history, {
    wait: (milliseconds, then) => {
      const waited = scheduler.schedule(then, milliseconds);
      return () => waited.unsubscribe();
    },
  });
  let frame: Frame = { index: -1, situation: history.opening, playing: false, done: false };
  player.frames$.subscribe((next) => {
    frame = next;
  });
  return {
    player,
    frame: () => frame,
    wait: (milliseconds) => {
      scheduler.maxFrames += milliseconds;
      scheduler.flush();
      // The clock of rxjs stands where the last thing happened; here it goes on.
      scheduler.frame = scheduler.maxFrames;
    },
  };
}

/** The commands that are left when a failure was shrunk, and the message of the failure. */
function shrunk<M extends object, R>(
  commands: Commands<M, R>,
  start: () => { model: M; real: R },
): readonly [string, string] {
  const { counterexample, errorInstance } = fc.check(
    fc.property(commands, (some) => fc.modelRun(start, some)),
    // On one seed: no number of runs finds a planted mistake on every seed.
    { numRuns: 2000, seed: 11 },
  );
  const message = errorInstance instanceof Error ? errorInstance.message : "";
  return [counterexample?.map(String).join() ?? "nothing was found", message];
}

test("a player is where its model is, whatever is done to it", () => {
  const history = folded();
  fc.assert(
    fc.property(playerCommands(history), (commands) =>
      fc.modelRun(() => ({ model: playerModel(), real: shown(history) }), commands),
    ),
  );
});

test("so is a player of any history", () => {
  const drawn = validHistoryArbitrary().chain((history) => fc.tuple(fc.constant(history), playerCommands(history, 10)));
  fc.assert(
    fc.property(drawn, ([history, commands]) =>
      fc.modelRun(() => ({ model: playerModel(), real: shown(history) }), commands),
    ),
  );
});

test("a bench makes what the edits that hold make, edited, undone, redone and forked in any order", () => {
  const policies = fc.constantFrom<Policy>("keep", "prune", "stop", "model");
  const records = recordArbitrary({ dyad: scope.dyad, maxPause: 3 });
  fc.assert(
    fc.property(records, policies, workbenchCommands(), (record, then, commands) => {
      const base = mainLine(record, scope);
      fc.modelRun(() => workbenchStart(base, then), commands);
      expect(base.edits).toEqual([]);
    }),
  );
});

test("a session of play stands where its model does, and shows at every place what it showed before", () => {
  const drawn = games.chain((game) => fc.tuple(fc.constant(game), playCommands(game)));
  fc.assert(
    fc.property(drawn, ([game, commands]) => fc.modelRun(() => playStart(game), commands)),
    { numRuns: ofAll(40, 12) },
  );
});

describe("what is broken on purpose", () => {
  test("a player that forgets to pause when it steps is found in two commands", () => {
    const broken = (): ShownPlayer => {
      const { player, frame, wait } = shown();
      const step = (): void => {
        const { playing } = frame();
        player.step();
        if (playing) player.play();
      };
      return { player: { ...player, step }, frame, wait };
    };
    const [commands, message] = shrunk(playerCommands(folded()), () => ({ model: playerModel(), real: broken() }));
    expect(commands).toMatch(/^play,step\b/);
    expect(message).toMatch(/≠ playing +false +true/);
  });

  test("a bench that loses what was undone when something is edited twice is found, and the difference told", {
    tags: "long",
  }, () => {
    const tools = { edit, undo, redo: (bench: Parameters<typeof redo>[0]) => ({ ...redo(bench), undone: [] }), fork };
    const base = mainLine(crisis, { dyad: scope.dyad });
    const [commands, message] = shrunk(workbenchCommands(ofAll(15, 8), tools), () => workbenchStart(base, "keep"));
    expect(commands).toMatch(/^edit \d+,edit \d+,undo,undo,redo\b/);
    expect(message).toMatch(/≠ undone +\w.* +none/);
  });

  test("a game whose going back forgets the line that is played is found in three commands", () => {
    const game = play.gameOf(scenarioOf(), "PAK", 1);
    const tools = { ...play, back: (session: play.Session) => ({ ...play.back(session), current: play.MAIN }) };
    const [commands, message] = shrunk(playCommands(game, 12, tools), () => playStart(game));
    expect(commands).toMatch(/^fork (one|two),back\b/);
    expect(message).toMatch(/≠ line +(one|two) +main/);
  });
});
