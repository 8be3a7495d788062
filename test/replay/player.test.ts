import { map, Observable, toArray } from "rxjs";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, test } from "vitest";
import { situationAfter } from "../../src/history/index.ts";
import { createPlayer, type Frame, type Player, type PlayerOptions, parsePace } from "../../src/replay/index.ts";
import { accord, folded, reprisal } from "../support/crisis.ts";

const history = folded();
const end = history.steps.length;

/** The frames as the doc comment of what one subscribes to says. */
function observable({ frames$ }: Player): Observable<Frame> {
  return new Observable((observer) => frames$.subscribe(observer));
}

/** Plays in virtual time and compares the indices that are seen with a marble diagram, a letter for each index. */
function marbles(
  diagram: string,
  options: PlayerOptions,
  act: (player: Player, at: (time: string, does: () => void) => void) => void,
): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ expectObservable, cold }) => {
    const player = createPlayer(history, options);
    act(player, (time, does) => cold(`${time} (x|)`).subscribe(does));
    expectObservable(observable(player).pipe(map(({ index }) => String.fromCharCode(97 + index)))).toBe(diagram);
  });
}

describe("pacing", () => {
  test("a day of the record takes the time that the pace says, events of a day the shortest", () => {
    marbles("a 399ms b 999ms c 399ms d 999ms e 999ms |", { pace: 1440, maxGap: 10 }, (player, at) => {
      at("0ms", player.play);
      at("3800ms", player.stop);
    });
  });

  test("a long silence is cut to the idle cap", () => {
    marbles(
      "a 399ms b 499ms c 399ms d 499ms e 499ms f 399ms g 499ms h 499ms i 399ms j 399ms |",
      { pace: 1, maxGap: 0.5 },
      (player, at) => {
        at("0ms", player.play);
        at("4500ms", player.stop);
      },
    );
  });
});

test("a pace is a duration for each second", () => {
  expect([parsePace("1d/s"), parsePace(" 12h/s")]).toEqual([1440, 720]);
  expect([parsePace("1d"), parsePace("fast"), parsePace("0d/s"), parsePace("")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("it begins paused before the first step, at the opening", () => {
  createPlayer(history).frames$.subscribe((frame) => {
    expect(frame).toEqual({ index: 0, situation: history.opening, playing: false, done: false });
  });
});

test("one seeks by event, by the end of a day, and by number", () => {
  const player = createPlayer(history);
  const seen: Frame[] = [];
  player.frames$.subscribe((frame) => seen.push(frame));
  player.seek({ id: reprisal.id });
  player.seek({ date: "2024-01-17" });
  player.seek({ index: end });
  player.seek({ date: "2024-01-01" });
  expect(seen.map(({ index }) => index)).toEqual([0, 4, 3, end, 0]);
  expect(seen.map(({ step }) => step?.event.id).slice(0, 2)).toEqual([undefined, reprisal.id]);
  expect(() => player.seek({ id: "nothing" })).toThrow(RangeError);
  expect(() => player.seek({ date: "2024-02-30" })).toThrow(RangeError);
  expect(() => player.seek({ index: end + 1 })).toThrow(RangeError);
});

test("a stopped player completes, ignores everything and leaves no timer", () => {
  const scheduler = new TestScheduler(() => undefined);
  scheduler.run(({ flush }) => {
    const player = createPlayer(history);
    const seen: number[] = [];
    player.frames$.subscribe({ next: ({ index }) => seen.push(index), complete: () => seen.push(-1) });
    player.play();
    player.stop();
    player.step();
    player.play();
    flush();
    expect(seen).toEqual([0, 0, -1]);
  });
});

test("the last frame says that it is done, and one can still go back", () => {
  const player = createPlayer(history);
  const last: Frame[] = [];
  player.frames$.subscribe((frame) => last.push(frame));
  player.seek({ id: accord.id });
  while (last.at(-1)?.done !== true) player.step();
  player.back();
  expect(last.at(-1)).toMatchObject({ index: end - 1, done: false });
});

test("every frame a subscriber collects is one of the history", () => {
  const player = createPlayer(history);
  let frames: readonly Frame[] = [];
  observable(player)
    .pipe(toArray())
    .subscribe((all) => {
      frames = all;
    });
  for (let k = 0; k <= end; k++) player.step();
  player.stop();
  expect(frames.map(({ situation }) => situation)).toEqual(frames.map(({ index }) => situationAfter(history, index)));
});
