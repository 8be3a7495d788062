/** Games in a crisis of several relations: one is played, and the others go on with it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argument, crisisOf, cutAt, relationNamed } from "../../src/crisis/index.ts";
import { historyOf } from "../../src/history/index.ts";
import * as play from "../../src/play/index.ts";
import { nth } from "../../src/problem/index.ts";
import { recordOf, type Scenario } from "../../src/scenario/index.ts";
import { doings, done, games, seen } from "../support/game.ts";
import { gulf, relationsOf } from "../support/web.ts";

const DAY = 1440;

/** A relation of a text. */
function relation(pair: string, text = gulf): Scenario {
  return relationNamed(relationsOf(text), pair, argument("between"));
}

function begun(pair: string, player: string, { text = gulf, seed = 1, from = "" } = {}): play.Session {
  const scenario = relation(pair, text);
  const departure =
    from === "" ? [] : [{ kind: "cut", cut: cutAt(from, crisisOf(scenario), argument("from")) } as const];
  return play.sessionOf(play.gameOf(scenario, player, seed, ...departure));
}

/** Some days after an act. */
function acted(session: play.Session, act: Parameters<typeof play.act>[1], fields = {}, days = 30): play.Session {
  const tried = play.act(session, act, fields);
  if (!("session" in tried)) throw new Error(`${act} was refused: ${tried.kind}`);
  return play.wait(tried.session, days * DAY);
}

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

/** What has happened so far, in whatever relation. */
function news(session: play.Session): readonly string[] {
  const { history, elsewhere } = play.positionOf(session);
  const all = [...history.steps.map(({ event }) => event), ...elsewhere];
  return all.map(({ act, from, to }) => `${from.join("+")} ${act} ${to.join("+")}`);
}

test("a game of one pair is the same, whether or not it is told that there are no others", () => {
  fc.assert(
    fc.property(games, doings, (game, moves) => {
      const alone = moves.reduce(done, play.sessionOf(game));
      const web = { ...game, setup: { ...game.setup, others: [], alliances: [], mediatorsNeedRelations: false } };
      expect(seen(moves.reduce(done, play.sessionOf(web)))).toBe(seen(alone));
      expect(play.positionOf(alone).elsewhere).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("the same seed and moves give the same game, elsewhere too, and waiting in parts is waiting at once", () => {
  for (const seed of SEEDS.slice(0, 10)) {
    const once = acted(begun("SAU,QAT", "QAT", { seed }), "strike");
    const again = play.wait(acted(begun("SAU,QAT", "QAT", { seed }), "strike", {}, 12), 18 * DAY);
    expect(seen(again)).toBe(seen(once));
    expect(news(again)).toEqual(news(once));
  }
});

describe("while one relation is played", () => {
  test("an ally of who is struck strikes in its own relation, and nobody acts for the player", () => {
    const lines = SEEDS.flatMap((seed) => news(acted(begun("SAU,QAT", "QAT", { seed }), "strike")));
    expect(lines).toContain("ARE strike QAT");
    expect(new Set(lines.filter((one) => one.startsWith("QAT")))).toEqual(new Set(["QAT strike SAU"]));
    const calm = SEEDS.flatMap((seed) => news(play.wait(begun("SAU,QAT", "QAT", { seed }), 30 * DAY)));
    expect(calm).not.toContain("ARE strike QAT");
  });

  test("what happens in another relation is told here as a third state's act, with its cause, and moves nothing", () => {
    const thirdActs = SEEDS.flatMap((seed) => {
      const { history } = play.positionOf(acted(begun("SAU,QAT", "QAT", { seed }), "strike"));
      return history.steps.filter(({ event }) => event.from.includes("ARE") && event.act === "strike");
    });
    expect(thirdActs.length).toBeGreaterThan(0);
    for (const { event, verdict } of thirdActs) {
      expect(verdict).toBe("noted");
      expect(event.because).toHaveLength(1);
    }
  });

  test("what a player owes its allies is its own to do", () => {
    // Qatar answers force of the Emirates; Saudi Arabia, which is played, owes them a blow.
    const text = gulf.replace(
      "chance: 0.5, after: 1d, basis: judgement }\noutcomes",
      "chance: 1, after: 1d, basis: judgement }\noutcomes",
    );
    const raided = text.replace(
      "  - { id: lift,",
      '  - { id: raid, at: "2017-07-02", act: strike, from: QAT, to: ARE, cite: press }\n  - { id: lift,',
    );
    const withoutRules = raided.replace(/ {2}QAT:\n {4}- .*\n/, "");
    const waited = (pair: string, player: string): play.Session =>
      play.wait(begun(pair, player, { text: withoutRules }), 60 * DAY);
    const { history } = play.positionOf(waited("SAU,QAT", "SAU"));
    const acts = history.steps.map(({ event }) => `${event.from.join("+")} ${event.act}`);
    expect(acts).toContain("QAT strike");
    expect(acts).not.toContain("SAU strike");
    expect(news(waited("QAT,KWT", "KWT"))).toContain("SAU strike QAT");
  });

  test("a rule that looks at another relation sees what is played", () => {
    const accused = (moves: (session: play.Session) => play.Session): boolean =>
      SEEDS.some((seed) => news(moves(begun("SAU,QAT", "QAT", { seed }))).some((one) => one.startsWith("EGY accuse")));
    expect(accused((session) => acted(session, "strike", {}, 120))).toBe(true);
    expect(accused((session) => play.wait(session, 120 * DAY))).toBe(false);
  });

  test("a rule of a party of the game sees what happens elsewhere", () => {
    const text = gulf.replace(
      "if: { between: [SAU, QAT], course: strike }",
      "if: { between: [SAU, QAT], relations: severed }",
    );
    const words = (pair: string, days: number): number =>
      SEEDS.slice(0, 10).reduce((sum, seed) => {
        const session = play.wait(begun(pair, "QAT", { seed, text, from: "severance" }), days * DAY);
        return sum + play.positionOf(session).history.steps.filter(({ event }) => event.act === "accuse").length;
      }, 0);
    expect(words("EGY,QAT", 365)).toBeGreaterThan(0);
    // Egypt is done with it once Saudi Arabia and Qatar have restored their relations, in January 2021.
    expect(words("EGY,QAT", 3 * 365)).toBeLessThan(words("EGY,QAT", 4 * 365 - 180));
  });

  test("an act at more than the other party comes in every relation that it touches", () => {
    const session = acted(begun("SAU,QAT", "QAT"), "strike", { to: ["SAU", "ARE"] }, 3);
    const { history } = play.positionOf(session);
    expect(history.steps.map(({ event }) => event.id)).toContain("qat-strike-1");
    expect(news(session).filter((one) => one.startsWith("QAT"))).toEqual(["QAT strike SAU+ARE"]);
  });
});

describe("a game leaves the record", () => {
  test.each([
    ["SAU,QAT", "offer", ["severance", "offer"]],
    ["EGY,QAT", "severance", ["severance"]],
    ["QAT,KWT", "visit", ["severance", "offer", "border", "visit"]],
    ["EGY,QAT", "2017-06-30", ["severance", "offer", "border"]],
  ])("of %s at %s with what has happened in all relations", (pair, from, known) => {
    const { game } = begun(pair, "QAT", { from });
    const { steps, states } = game.setup.history;
    expect(states).toEqual(historyOf(recordOf(game.scenario)).states);
    const ids = [game.setup, ...(game.setup.others ?? [])].flatMap(({ history }) =>
      history.steps.map(({ event }) => event.id),
    );
    expect(new Set(ids)).toEqual(new Set(known));
    expect(steps.every(({ event }) => known.includes(event.id))).toBe(true);
    expect(game.setup.scheduled.map(({ id }) => id).filter((id) => known.includes(id))).toEqual([]);
  });

  test("and is kept with what was played in its relation, and nothing of others dropped", () => {
    const session = acted(begun("EGY,QAT", "QAT", { from: "severance" }), "warn", {}, 20);
    const { edits = [] } = play.keptGame(session) ?? {};
    expect(edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : []))).not.toContain("restored");
    expect(edits.flatMap((edit) => (edit.kind === "add" ? [edit.event.act] : []))).toContain("warn");
    expect(nth(session.game.setup.others ?? [], 0).played).toBe("QAT");
  });
});
