import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actIds, formatWhen, needsConsent } from "../../src/events/index.ts";
import { historyOf, situationAt } from "../../src/history/index.ts";
import * as play from "../../src/play/index.ts";
import { editValue, evaluateWhatIf, insertWhatIf, readScenario } from "../../src/scenario/index.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { type Doing, doings, done, fieldsFor, games, leaving, lively, scenarioOf, seen } from "../support/game.ts";

const RUNS = { numRuns: inFull(40, ofAll(20, 10)) };
const game = (seed: number, from?: play.Departure): play.Game => play.gameOf(scenarioOf(), "PAK", seed, from);
const ids = (session: play.Session): readonly string[] =>
  play.positionOf(session).history.steps.map(({ event }) => event.id);

describe("chance", () => {
  test("the same moves give the same game", () => {
    fc.assert(
      fc.property(games, doings, (one, moves) => {
        expect(seen(moves.reduce(done, play.sessionOf(one)))).toBe(seen(moves.reduce(done, play.sessionOf(one))));
      }),
      RUNS,
    );
  });

  test("waiting in parts is waiting at once", () => {
    fc.assert(
      fc.property(
        games,
        doings,
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 9000 }),
        (one, moves, a, b) => {
          const here = moves.reduce(done, play.sessionOf(one));
          expect(seen(play.wait(play.wait(here, a), b))).toBe(seen(play.wait(here, a + b)));
        },
      ),
      RUNS,
    );
  });

  test("an act changes nothing of what was before it", () => {
    fc.assert(
      fc.property(games, doings, fc.constantFrom(...play.playable), (one, moves, act) => {
        const before = moves.reduce(done, play.sessionOf(one));
        const tried = play.act(before, act, fieldsFor(act));
        fc.pre("session" in tried);
        expect(ids(tried.session).slice(0, ids(before).length)).toEqual(ids(before));
      }),
      RUNS,
    );
  });

  test("another seed gives another game, sooner or later", () => {
    const ends = Array.from({ length: 20 }, (_, seed) => seen(play.wait(play.sessionOf(game(seed)), 60_000)));
    expect(new Set(ends).size).toBeGreaterThan(5);
  });
});

describe("the law", () => {
  test("what the player does is valid where it stands, and what is refused leaves no trace", () => {
    fc.assert(
      fc.property(games, doings, fc.constantFrom(...actIds), (one, moves, act) => {
        const session = moves.reduce(done, play.sessionOf(one));
        const { history } = play.positionOf(session);
        const since = history.steps.filter(({ event }) => event.note === "Played in a game.");
        expect(since.filter(({ verdict }) => verdict === "void")).toEqual([]);
        const tried = play.act(session, act, fieldsFor(act));
        if (tried.kind === "void") expect(tried.reasons.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test("every choice that is shown can be made, and no other", () => {
    fc.assert(
      fc.property(games, doings, (one, moves) => {
        const session = moves.reduce(done, play.sessionOf(one));
        const position = play.positionOf(session);
        fc.pre(!position.over);
        const shown = new Set(play.choicesOf(one, position).map(({ act }) => act));
        const possible = play.playable.filter((act) => "session" in play.act(session, act, fieldsFor(act)));
        // Between the present and the minute of an act a deadline may pass or another's act come.
        const next = play.positionOf(play.wait(session, 1));
        fc.pre(next.history.steps.length === position.history.steps.length);
        expect(possible).toEqual(play.playable.filter((act) => shown.has(act)));
      }),
      // Each case tries every act.
      { numRuns: ofAll(RUNS.numRuns, 5) },
    );
  });

  test("what another does in the same minute comes first where it was due, and may forbid the act", () => {
    const usa = "  USA:\n";
    const text = lively
      .replace("  PAK: { use: grim }\n", "")
      .replace(usa, `  PAK:\n    - { answer: strike, with: break-relations, after: 1min }\n${usa}`);
    const session = play.sessionOf(play.gameOf(scenarioOf(text), "IRN", 1));
    const tried = play.act(session, "recall-ambassador");
    expect(tried).toMatchObject({
      kind: "void",
      reasons: [{ requirement: "relations-established" }, { requirement: "ambassador-in-post" }],
    });
    expect(play.positionOf(play.wait(session, 1)).history.situation.relations).toBe("severed");
  });

  test("what only the other side, a third state or the clock does is nothing to play", () => {
    const session = play.sessionOf(game(1));
    for (const act of ["offer-mediation", "crisis-faded", "non-state-attack", "clash"] as const) {
      expect(play.act(session, act).kind).toBe("not-for-one");
    }
  });

  test("a proposal is no event, and waits for the player where the act needs both", () => {
    let proposals = 0;
    fc.assert(
      fc.property(games, doings, (one, moves) => {
        const { place } = play.lineOf(moves.reduce(done, play.sessionOf(one)));
        for (const { event, proposal } of play.courseOf(one, place.turns).entries) {
          if (proposal === undefined) continue;
          expect([event, proposal.by, needsConsent(proposal.act)]).toEqual([undefined, one.other, true]);
          proposals += 1;
        }
      }),
      RUNS,
    );
    expect(proposals).toBeGreaterThan(0);
  });
});

/** Pakistan proposes to agree, and says so again after Iran has proposed it too, a minute before it happens. */
const agreedTwice: readonly Doing[] = [
  { kind: "wait" },
  { kind: "act", act: "agree" },
  { kind: "wait" },
  { kind: "act", act: "agree" },
];

describe("consent", () => {
  /** A game in which Iran proposes to agree after an overture. */
  const offered = (): play.Session => {
    for (let seed = 0; seed < 50; seed++) {
      let session = done(play.sessionOf(game(seed)), { kind: "act", act: "recall-ambassador" });
      session = done(session, { kind: "act", act: "express-deescalation" });
      session = play.wait(session, 3 * 1440);
      const { proposals, history } = play.positionOf(session);
      const struck = history.steps.filter(({ event }) => event.act === "strike").length > 1;
      if (!struck && proposals.some(({ act, by }) => act === "agree" && by === "IRN")) return session;
    }
    throw new Error("No seed in which Iran proposes to agree.");
  };

  test("what the other has proposed happens when the player agrees, with the ambassador's return as its term", () => {
    const tried = play.act(offered(), "agree");
    expect(tried.kind).toBe("done");
    if (!("session" in tried)) return;
    const { history, proposals } = play.positionOf(tried.session);
    expect(history.situation).toMatchObject({ course: "reconciliation.settled", terms: "pending" });
    expect(history.steps.at(-1)?.event).toMatchObject({
      from: ["IRN", "PAK"],
      terms: [{ act: "return-ambassador", by: "PAK" }],
    });
    expect(proposals).toEqual([]);
  });

  test("what the player proposes happens when the other proposes it too", () => {
    const agreed = Array.from({ length: 30 }, (_, seed) => {
      let session = play.sessionOf(game(seed));
      for (const act of ["recall-ambassador", "agree", "express-deescalation"] as const)
        session = done(session, { kind: "act", act });
      return play.positionOf(play.wait(session, 6 * 1440)).history.steps.filter(({ event }) => event.act === "agree");
    }).flat();
    expect(agreed.length).toBeGreaterThan(5);
    expect(agreed.filter(({ verdict }) => verdict !== "applied")).toEqual([]);
  });

  test("what both have proposed happens once, also when the player says so again before it does", () => {
    const session = agreedTwice.reduce(done, play.sessionOf(game(0)));
    expect(ids(session)).toEqual(["strike", "usa-offer-mediation-1", "irn-pak-sign-agreement-1"]);
  });

  test("two agreements of one minute have names of their own", () => {
    const rules = `  IRN:
    - { answer: condemn, with: agree, after: 1d }
    - { answer: condemn, with: sign-agreement, after: 1d }
`;
    const text = `${lively.slice(0, lively.indexOf("  IRN:\n    - { answer"))}${rules}${lively.slice(lively.indexOf("  PAK: { use: grim }"))}`;
    const moves = ["agree", "sign-agreement", "condemn"] as const;
    const begun = play.sessionOf(play.gameOf(scenarioOf(text), "PAK", 1));
    const session = play.wait(
      moves.reduce((now, act) => done(now, { kind: "act", act }), begun),
      2 * 1440,
    );
    const signed = ids(session).filter((id) => id.includes("sign-agreement"));
    expect(signed).toEqual(["irn-pak-sign-agreement-1", "irn-pak-sign-agreement-2"]);
  });

  test("force ends every proposal", () => {
    const tried = play.act(offered(), "strike");
    expect("session" in tried && play.positionOf(tried.session).proposals).toEqual([]);
  });
});

describe("a game that is kept", () => {
  test("is a what-if that replays to where the game stood, event by event", () => {
    fc.assert(
      fc.property(games, doings, (one, moves) => {
        const session = moves.reduce(done, play.sessionOf(one));
        const kept = play.keptGame(session);
        fc.pre(kept !== undefined);
        const made = insertWhatIf(lively, "kept", { edits: kept.edits.map(editValue), then: kept.then });
        if ("code" in made) throw new Error(made.message);
        const { scenario, diagnostics } = readScenario(made.text, { file: "lively.yaml" });
        if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
        expect(scenario.whatIfs["kept"]?.edits).toEqual(kept.edits);
        const replayed = historyOf(evaluateWhatIf(scenario, "kept").branch);
        const { history } = play.positionOf(session);
        expect(situationAt(replayed, history.now)).toEqual(history.situation);
        const outlineOf = ({ steps }: typeof history) =>
          steps.filter(({ event }) => event.source !== "clock").map(({ event, verdict }) => [event, verdict]);
        expect(outlineOf(replayed)).toEqual(outlineOf(history));
      }),
      { numRuns: inFull(80, ofAll(30, 15)), examples: [[game(0), agreedTwice]] },
    );
  });

  test("tells an act before the record's event of the same day where it came before it", () => {
    const session = play.wait(play.sessionOf(game(3)), 10 * 1440);
    expect(ids(session).join(" ")).toContain("usa-appeal-restraint-1 attack");
    const kept = play.keptGame(session)?.edits ?? [];
    expect(kept.find((edit) => edit.kind === "add" && edit.event.act === "appeal-restraint")).toHaveProperty(
      "before",
      "attack",
    );
  });

  test("calls an act otherwise than the record's that the game has left", () => {
    const seeds = Array.from({ length: 20 }, (_, seed) =>
      play.wait(done(play.sessionOf(game(seed)), { kind: "act", act: "strike" }), 6 * 1440),
    );
    const struck = seeds.filter((session) => ids(session).includes("irn-strike-1-played"));
    expect(struck.length).toBeGreaterThan(5);
    for (const session of struck) {
      const edits = play.keptGame(session)?.edits ?? [];
      expect(edits.some((edit) => edit.kind === "add" && edit.event.id === "irn-strike-1-played")).toBe(true);
    }
  });

  test("is nothing before anything was played, and while the game is as the record", () => {
    expect(play.keptGame(play.sessionOf(game(1)))).toBeUndefined();
    const late = play.sessionOf(game(1, leaving("late-attack")));
    expect(play.keptGame(play.wait(late, 1))).toBeUndefined();
  });

  test("keeps the record's other events as they stand, and drops those that the game left", () => {
    const session = play.wait(done(play.sessionOf(game(3)), { kind: "act", act: "condemn" }), 40 * 1440);
    const dropped = play.keptGame(session)?.edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : []));
    expect(dropped).toEqual(["pak-condemn-1", "recall", "irn-strike-1"]);
    expect(ids(session)).toContain("late-attack");
  });
});

describe("where a game begins", () => {
  test("after the first event, unless it is told otherwise", () => {
    expect(ids(play.sessionOf(game(1)))).toEqual(["strike"]);
    expect(ids(play.sessionOf(game(1, leaving("recall"))))).toEqual(["strike", "pak-condemn-1", "recall"]);
    expect(ids(play.sessionOf(game(1, { kind: "what-if", name: "earlier" })))).toContain("warning");
    const closed = play.sessionOf(game(1, leaving("course=strike")));
    expect(ids(closed)).toEqual(["strike"]);
    const evening = play.sessionOf(game(1, leaving("2024-01-16")));
    expect(formatWhen(play.positionOf(evening).history.now, "minute")).toBe("2024-01-16T23:59");
  });

  test.each([
    ["a third state", "USA", undefined, /USA is no party of lively: play IRN or PAK/],
    ["a what-if that is not there", "PAK", { kind: "what-if", name: "nope" }, /no what-if called nope/],
    ["the last minute", "PAK", leaving("2024-02-29"), /nothing is left to play/],
  ] as const)("%s is refused", (_, player, from, message) => {
    expect(() => play.gameOf(scenarioOf(), player, 1, from)).toThrow(message);
  });
});

/** A line of play as plainly as it can be said: what was done is a list, and going back shortens it. */
interface Plain {
  current: string;
  lines: Map<string, Doing[]>;
}

class Does implements fc.Command<Plain, { session: play.Session }> {
  readonly doing: Doing;
  constructor(doing: Doing) {
    this.doing = doing;
  }
  check = (): boolean => true;
  run(plain: Plain, real: { session: play.Session }): void {
    const before = real.session;
    real.session = done(before, this.doing);
    const list = plain.lines.get(plain.current) ?? [];
    if (this.doing.kind === "back") list.pop();
    else if (real.session !== before) list.push(this.doing);
    const replayed = list.reduce(done, play.sessionOf(before.game));
    expect(seen(real.session)).toBe(seen(replayed));
  }
  toString = (): string => JSON.stringify(this.doing);
}

class Forks implements fc.Command<Plain, { session: play.Session }> {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  check = (): boolean => true;
  run(plain: Plain, real: { session: play.Session }): void {
    const there = plain.lines.has(this.name);
    const next = there ? play.switchTo(real.session, this.name) : play.forkLine(real.session, this.name);
    if (!there) plain.lines.set(this.name, [...(plain.lines.get(plain.current) ?? [])]);
    plain.current = this.name;
    if (next === undefined) throw new Error(`No line ${this.name}.`);
    real.session = next;
    expect(play.forkLine(next, this.name)).toBeUndefined();
    expect(play.switchTo(next, "nowhere")).toBeUndefined();
    const list = plain.lines.get(this.name) ?? [];
    expect(seen(next)).toBe(seen(list.reduce(done, play.sessionOf(next.game))));
  }
  toString = (): string => `fork ${this.name}`;
}

test("a session is a list of what was done for each line, whatever is taken back, forked and taken up again", () => {
  const one = doings.filter((list) => list.length > 0).map((list) => new Does(list[0] ?? { kind: "wait" }));
  const two = fc.constantFrom("main", "bold", "calm").map((name) => new Forks(name));
  fc.assert(
    fc.property(games, fc.commands([one, one, one, two], { maxCommands: 20 }), (begun, commands) => {
      fc.modelRun(
        () => ({
          model: { current: play.MAIN, lines: new Map([[play.MAIN, []]]) },
          real: { session: play.sessionOf(begun) },
        }),
        commands,
      );
    }),
    { numRuns: ofAll(25, 12) },
  );
});

test("going to an earlier minute takes back what came after it, and waiting again brings the same", () => {
  fc.assert(
    fc.property(games, doings, fc.nat(20_000), (one, moves, ahead) => {
      const here = moves.reduce(done, play.sessionOf(one));
      const { now } = play.lineOf(here).place;
      const later = play.goTo(here, now + ahead);
      const again = later === undefined ? undefined : play.goTo(later, now);
      expect(again === undefined ? "" : seen(again)).toBe(seen(here));
      expect(play.goTo(here, one.setup.history.now - 1)).toBeUndefined();
    }),
    RUNS,
  );
});
