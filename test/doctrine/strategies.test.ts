/** Every named strategy does what its publication says, as levels received and levels answered. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Level, strategies } from "../../src/doctrine/index.ts";
import { answers, named, player, twins } from "./play.ts";

const level = fc.constantFrom<Level>(-2, -1, 0, 1, 2, 3, 4, 5);
const levels = fc.array(level, { maxLength: 40 });
const hostility = fc.constantFrom<Level>(1, 2, 3, 4, 5);
const conciliation = fc.constantFrom<Level>(-2, -1);

/** What a strategy meets: acts of the other, and time without any (its own calendar). */
const course = fc.array(fc.oneof({ weight: 3, arbitrary: level }, fc.constant("wait" as const)), { maxLength: 60 });

/** What a strategy plays in a course, acts and silences alike. */
function played(id: string, steps: readonly (Level | "wait")[], parameters = {}): readonly Level[] {
  const one = player(named(id), parameters);
  return steps.map((step) => (step === "wait" ? one.wait() : one.receive(step)));
}

describe("every strategy", () => {
  test.each(strategies)("$id says who proposed it, what it does, and what its numbers rest on", (strategy) => {
    expect(strategy.source.length).toBeGreaterThan(20);
    expect(strategy.definition.length).toBeGreaterThan(40);
    for (const { value, range, basis, meaning } of Object.values(strategy.parameters)) {
      expect(value).toBeGreaterThanOrEqual(range[0]);
      expect(value).toBeLessThanOrEqual(range[1]);
      expect(basis.length).toBeGreaterThan(20);
      expect(meaning).not.toBe("");
    }
  });

  test.each(strategies)("$id plays whole levels of the ladder, and the same ones again", ({ id }) => {
    fc.assert(
      fc.property(course, (steps) => {
        const once = played(id, steps);
        expect(once.every((one) => Number.isInteger(one) && one >= -2 && one <= 5)).toBe(true);
        expect(played(id, steps)).toEqual(once);
      }),
    );
  });

  test.each(strategies)("$id answers nothing to statements and contacts, and begins nothing by itself", ({ id }) => {
    const quiet = fc.array(fc.constantFrom<Level | "wait">(0, "wait"), { maxLength: 20 });
    fc.assert(fc.property(quiet, (steps) => played(id, steps).every((one) => one === 0)));
  });
});

describe("tit for tat (Axelrod 1984)", () => {
  test("answers each act with what it received", () => {
    fc.assert(
      fc.property(levels, (received) => {
        expect(answers("tit-for-tat", received)).toEqual(received);
      }),
    );
  });

  test("echoes one mistake between twins for ever", () => {
    expect(twins("tit-for-tat", 2, 6)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });
});

describe("tit for two tats (Axelrod 1984)", () => {
  test("lets one hostile act pass and answers the second in a row, and those that follow it", () => {
    expect(answers("tit-for-two-tats", [3, 2, 4, -1, 2, -1, 2, 2])).toEqual([0, 2, 4, -1, 0, -1, 0, 2]);
  });

  test("never answers hostility that conciliation interrupts each time", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostility, conciliation)), (rounds) =>
        answers("tit-for-two-tats", rounds.flat()).every((one) => one <= 0),
      ),
    );
  });

  test("a statement in between is no move, so the second act is still in a row", () => {
    expect(answers("tit-for-two-tats", [2, 0, 2])).toEqual([0, 0, 2]);
  });
});

describe("generous tit for tat (Molander 1985, Nowak and Sigmund 1992)", () => {
  test("forgives where the draw lies below its generosity, and else does as tit for tat", () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(level, share, share, (received, generosity, drawn) => {
        const answer = player(named("generous-tit-for-tat"), { generosity }).receive(received, drawn);
        expect(answer).toBe(received > 0 && drawn < generosity ? 0 : received);
      }),
    );
  });

  test("its generosity is the optimum for payoffs 5, 3, 1, 0: min(1 - (T-R)/(R-S), (R-P)/(T-P))", () => {
    const [T, R, P, S] = [5, 3, 1, 0];
    const best = Math.min(1 - (T - R) / (R - S), (R - P) / (T - P));
    expect(named("generous-tit-for-tat").parameters["generosity"]?.value).toBeCloseTo(best, 12);
  });
});

describe("contrite tit for tat (Sugden 1986, Boyd 1989, Wu and Axelrod 1995)", () => {
  test("twins recover after one mistake, where plain tit for tat does not", () => {
    fc.assert(
      fc.property(hostility, (mistake) => {
        expect(twins("contrite-tit-for-tat", mistake, 5)).toEqual([mistake, mistake, -1, -1, -1, -1]);
        expect(twins("tit-for-tat", mistake, 20).every((one) => one === mistake)).toBe(true);
      }),
    );
  });

  test("in good standing it answers hostility on its level, and does not lose its standing by it", () => {
    expect(answers("contrite-tit-for-tat", [3, 3, 2])).toEqual([3, 3, 2]);
  });

  test("having been hostile unprovoked it accepts the answer, and after conciliating it answers again", () => {
    const one = player(named("contrite-tit-for-tat"));
    one.act(3);
    expect([one.receive(3), one.receive(3)]).toEqual([-1, 3]);
  });

  test("the other's conciliation restores the other's standing, so that hostility after it is unprovoked", () => {
    const one = player(named("contrite-tit-for-tat"));
    expect([one.receive(2), one.receive(-1)]).toEqual([2, -1]);
    one.act(2);
    expect(one.receive(2)).toBe(-1);
  });
});

describe("grim trigger (Friedman 1971)", () => {
  test("conciliates until the other is hostile, and never after", () => {
    fc.assert(
      fc.property(levels, (received) => {
        const first = received.findIndex((one) => one > 0);
        const replies = answers("grim", received);
        const before = first < 0 ? received : received.slice(0, first);
        expect(replies.slice(0, before.length)).toEqual(before);
        expect(replies.slice(before.length).every((one) => one >= 0)).toBe(true);
      }),
    );
  });

  test("after the first hostility even conciliation is answered with hostility", () => {
    expect(answers("grim", [-1, 2, -2, -1, 4])).toEqual([-1, 2, 1, 1, 4]);
  });
});

describe("win-stay, lose-shift (Kraines and Kraines 1989, Nowak and Sigmund 1993)", () => {
  test.each<[mine: Level, received: Level, mineThen: Level, outcome: string]>([
    [-1, -1, -1, "reward: stays with conciliation"],
    [-1, 3, 3, "sucker's payoff: shifts to hostility on the level received"],
    [3, -1, 3, "temptation: stays with hostility on its own level"],
    [3, 3, -1, "punishment: shifts to conciliation"],
  ])("after %i of its own and %i received it plays %i (%s)", (mine, received, then) => {
    const one = player(named("win-stay-lose-shift"));
    one.act(mine);
    expect(one.receive(received)).toBe(then);
  });

  test("twins who move in turn, as states do, do not find back by themselves", () => {
    expect(twins("win-stay-lose-shift", 2, 6)).toEqual([2, 2, -1, 2, 2, -1, 2]);
  });

  test("twins who move at the same time, as in the publications, find back after a mistake", () => {
    const [one, other] = [player(named("win-stay-lose-shift")), player(named("win-stay-lose-shift"))];
    const rounds: [Level, Level][] = [[2, -1]];
    one.act(2);
    other.act(-1);
    for (let k = 0; k < 3; k++) {
      const [mine, theirs] = rounds.at(-1) ?? [0, 0];
      rounds.push([one.receive(theirs), other.receive(mine)]);
    }
    expect(rounds).toEqual([
      [2, -1],
      [2, 2],
      [-1, -1],
      [-1, -1],
    ]);
  });
});

describe("proportional answers (Richardson 1960)", () => {
  test("answer kappa times the level on average, between two whole levels by chance", () => {
    fc.assert(
      fc.property(hostility, fc.double({ min: 0.5, max: 1.5, noNaN: true }), (received, kappa) => {
        const shares = Array.from({ length: 1000 }, (_, k) => (k + 0.5) / 1000);
        const replies = shares.map((share) =>
          player(named("proportional"), { kappa, ceiling: 99 }).receive(received, share),
        );
        const mean = replies.reduce((sum: number, one) => sum + one, 0) / replies.length;
        expect(Math.abs(mean - kappa * received)).toBeLessThanOrEqual(0.0011);
        expect(replies.every((one) => Math.abs(one - kappa * received) < 1)).toBe(true);
      }),
    );
  });

  test("never exceed the ceiling, and answer conciliation with it", () => {
    fc.assert(
      fc.property(level, (received) => {
        const replies = player(named("proportional"), { kappa: 1.5, ceiling: 3 }).receive(received, 0.9);
        expect(replies).toBeLessThanOrEqual(3);
        if (received <= 0) expect(replies).toBe(received);
      }),
    );
  });
});

describe("bullying (Leng 1993)", () => {
  test("never goes down: each level is at least the one before, and at least the other's", () => {
    fc.assert(
      fc.property(course, (steps) => {
        const replies = played("bullying", steps);
        const spoken = replies.filter((one) => one !== 0);
        expect(spoken.every((one, k) => one >= 1 && one >= (spoken[k - 1] ?? 0))).toBe(true);
        for (const [k, step] of steps.entries()) {
          if (step !== "wait" && step > 0) expect(replies[k]).toBeGreaterThanOrEqual(step);
        }
      }),
    );
  });

  test("climbs at refusal and at silence alike, until it is at its ceiling", () => {
    expect(played("bullying", [1, "wait", 1, "wait", "wait", "wait"])).toEqual([1, 2, 3, 4, 5, 5]);
    expect(played("bullying", [1, "wait", 1, "wait"], { ceiling: 3 })).toEqual([1, 2, 3, 3]);
  });

  test("tires of silence after as many presses as it has patience for, and an answer wakes it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (patience) => {
        const waits = Array.from({ length: patience + 3 }, () => "wait" as const);
        const replies = played("bullying", [2, ...waits, 1, ...waits], { patience });
        const presses = [...waits.map((_, k) => k < patience), true, ...waits.map((_, k) => k < patience)];
        expect(replies.slice(1).map((one) => one > 0)).toEqual(presses);
      }),
    );
  });

  test("stops when the other gives in, gives nothing, and goes on where it stopped at the next refusal", () => {
    expect(played("bullying", [2, -1, "wait", -2, "wait", 1])).toEqual([2, 0, 0, 0, 0, 3]);
  });

  test("having begun a crisis itself, it presses on when nothing comes", () => {
    const one = player(named("bullying"));
    one.act(3);
    expect([one.wait(), one.wait()]).toEqual([4, 5]);
  });
});

describe("reciprocating (Leng and Wheeler 1979, Leng 1993)", () => {
  test("matches what it receives, up and down", () => {
    fc.assert(
      fc.property(levels, (received) => {
        expect(answers("reciprocating", received)).toEqual(received);
      }),
    );
  });

  test("takes one step of conciliation unasked after hostility, and no second one unless hostility comes again", () => {
    expect(played("reciprocating", [3, "wait", "wait", -1, "wait", 2, "wait", "wait"])).toEqual([
      3, -1, 0, -1, 0, 2, -1, 0,
    ]);
  });
});

describe("stonewalling (Leng 1993)", () => {
  test("is strictly conflictive, low, and only ever an answer", () => {
    fc.assert(
      fc.property(course, (steps) => {
        const replies = played("stonewalling", steps);
        expect(replies).toEqual(steps.map((step) => (step !== "wait" && step > 0 ? 1 : 0)));
      }),
    );
  });
});

describe("GRIT (Osgood 1962, Lindskold 1978)", () => {
  test("takes as many steps without an answer as it has patience for, and no more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), hostility, (patience, received) => {
        const waits = Array.from({ length: 20 }, () => "wait" as const);
        const replies = played("grit", [received, ...waits], { patience });
        expect(replies).toEqual([received, ...waits.map((_, k) => (k < patience ? -1 : 0))]);
      }),
    );
  });

  test("answers exploitation once, on its level, and then goes on with its steps", () => {
    expect(played("grit", [2, "wait", 4, 4, "wait", 3])).toEqual([2, -1, 4, 0, -1, 3]);
  });

  test("matches the other's step with one at least as large, and is patient anew", () => {
    expect(played("grit", [2, "wait", "wait", -1, "wait", -2, "wait"], { patience: 2 })).toEqual([
      2, -1, -1, -2, -1, -2, -1,
    ]);
    fc.assert(fc.property(conciliation, (received) => answers("grit", [received])[0] === -2));
  });

  test("takes steps in a crisis that it began itself, too", () => {
    const one = player(named("grit"));
    one.act(4);
    expect(one.wait()).toBe(-1);
  });
});

describe("restraint", () => {
  test("protests and no more, and answers conciliation with the same", () => {
    fc.assert(
      fc.property(levels, (received) => {
        expect(answers("restraint", received)).toEqual(received.map((one) => Math.min(one, 1)));
      }),
    );
  });
});
