/** Tournaments: what must hold for any players, and what becomes of the published ranking of influence strategies. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { strategies } from "../../src/doctrine/index.ts";
import { type ActId, event, MINUTES_PER_DAY } from "../../src/events/index.ts";
import {
  type Compared,
  type Contest,
  type Duel,
  type DuelOutcome,
  duel,
  openingFor,
  type Standing,
  shareOf,
  strategyAssumptions,
  type Tournament,
  tournament,
} from "../../src/futures/index.ts";
import { fold, type History } from "../../src/history/index.ts";
import { inFull, ofAll } from "../support/enduring.ts";

const ids = strategies.map(({ id }) => id);
const anyStrategy = fc.constantFrom(...ids);
const anyOpening = fc.constantFrom<ActId>("strike", "show-force", "threaten-force", "lodge-protest");
const dyad = { a: "AAA", b: "BBB" };
const mirrored = { a: "BBB", b: "AAA" };

function opened(act: ActId, by = "AAA", parties = dyad): History {
  const to = by === "AAA" ? "BBB" : "AAA";
  return fold([event({ id: "first", act, at: "2030-01-01", from: [by], to: [to] } as never)], { dyad: parties });
}

function days(count: number): number {
  return count * MINUTES_PER_DAY;
}

function swapped({ a, b, alone, held, ...symmetric }: Duel): Duel {
  return { ...symmetric, a: b, b: a, alone: { a: alone.b, b: alone.a }, held: { a: held.b, b: held.a } };
}

test("whoever stands first in the file: parties exchanged with their strategies have the very same futures", () => {
  fc.assert(
    fc.property(anyOpening, anyStrategy, anyStrategy, fc.nat(), (act, x, y, seed) => {
      const games = { seed, futures: 40 };
      const one = duel({ history: opened(act) }, { a: x, b: y }, games);
      const other = duel({ history: opened(act, "AAA", mirrored) }, { a: y, b: x }, games);
      expect(swapped(other)).toEqual(one);
    }),
    { numRuns: ofAll(40, 10) },
  );
});

test("a tournament of exchanged parties is the mirrored table, with the same ranks", () => {
  const three = ["bullying", "reciprocating", "grit"];
  const games = { seed: 5, futures: ofAll(200, 50) };
  const one = tournament({ history: opened("show-force") }, three, games);
  const other = tournament({ history: opened("show-force", "AAA", mirrored) }, three, games);
  const pair = ({ duels }: Tournament, a: string, b: string) => duels.find((each) => each.a === a && each.b === b);
  for (const mine of one.duels) {
    const theirs = pair(other, mine.b, mine.a);
    expect(theirs === undefined ? undefined : swapped(theirs)).toEqual(mine);
  }
  expect(other.standings.map(({ ranks }) => ranks)).toEqual(one.standings.map(({ ranks }) => ranks));
});

test.each(ofAll(ids, ["reciprocating", "grit"]))(
  "%s against itself does as the striker what it does when the other strikes, within intervals",
  (id) => {
    const games = { seed: 3, futures: 1500 };
    // Longer than the quiet after which a crisis fades, so that some are back to normal.
    const length = days(inFull(730, 240));
    const one = duel({ history: opened("strike", "AAA"), length }, { a: id, b: id }, games);
    const other = swapped(duel({ history: opened("strike", "BBB"), length }, { a: id, b: id }, games));
    for (const [mine, theirs] of [
      [one.war, other.war],
      [one.force, other.force],
      [one.normal, other.normal],
      [one.alone.a, other.alone.a],
      [one.alone.b, other.alone.b],
      [one.events, other.events],
    ] as const) {
      // Two intervals of 95 % that are apart by more than their own width are no chance among so many.
      const width = mine.high - mine.low + theirs.high - theirs.low;
      expect(Math.abs(mine.value - theirs.value)).toBeLessThanOrEqual(width);
    }
  },
);

test("the same seed gives the same tournament, another one another", () => {
  const contest = { history: opened("strike") };
  const play = (seed: number) =>
    JSON.stringify(tournament(contest, ["bullying", "grit"], { seed, futures: ofAll(100, 30) }));
  expect(play(1)).toBe(play(1));
  expect(play(1)).not.toBe(play(2));
});

test("a duel is what it is in any tournament: who else plays changes nobody's luck", () => {
  const contest = { history: opened("strike") };
  const games = { seed: 9, futures: ofAll(150, 40) };
  const alone = duel(contest, { a: "bullying", b: "grit" }, games);
  const among = tournament(contest, ["grim", "bullying", "grit"], games).duels;
  expect(among).toContainEqual(alone);
});

test("a mean over games is the mean of the duels, and a difference of means the difference", () => {
  const names = ["bullying", "reciprocating", "tit-for-tat"];
  const { duels, standings, comparisons } = tournament({ history: opened("strike") }, names, {
    seed: 2,
    futures: ofAll(300, 60),
  });
  const mean = (id: string) =>
    duels.reduce((sum, each) => sum + (each.a === id ? each.war.value : 0) + (each.b === id ? each.war.value : 0), 0) /
    6;
  for (const { strategy, means } of standings) expect(means.war.value).toBeCloseTo(mean(strategy), 10);
  for (const { one, other, differences } of comparisons) {
    expect(differences.war.value).toBeCloseTo(mean(other) - mean(one), 10);
  }
});

test("pairing tells apart what intervals side by side would not", () => {
  const { standings, comparisons } = played("strike", {}, ["bullying", "reciprocating", "stonewalling"]);
  const [one, other] = [of(standings, "reciprocating").means.war, of(standings, "stonewalling").means.war];
  const { differences } = between(comparisons, "reciprocating", "stonewalling");
  expect(differences.war.high - differences.war.low).toBeLessThan(one.high - one.low);
  expect(differences.war.high - differences.war.low).toBeLessThan(other.high - other.low);
});

test("strategies that do the same are tied: tit for tat and a proportional answer with kappa 1", () => {
  // Tit for tat answers a declaration of war in kind, so the other may, too.
  const contest = { history: opened("strike"), settings: { ceiling: 5 } };
  const three = ["bullying", "tit-for-tat", "proportional"];
  const { standings } = tournament(contest, three, { seed: 1, futures: ofAll(300, 100) });
  expect(of(standings, "tit-for-tat").ranks).toEqual(of(standings, "proportional").ranks);
});

test("without futures nothing is estimated and nothing ranked", () => {
  const { duels, standings } = tournament({ history: opened("strike") }, ["grim", "grit"], { seed: 1, futures: 0 });
  expect(duels[0]?.war).toEqual({ value: Number.NaN, low: 0, high: 1 });
  expect(standings.map(({ ranks }) => ranks)).toEqual([{}, {}]);
});

test("few futures state no ranking, and one strategy alone is first of one", () => {
  const contest = { history: opened("strike") };
  expect(tournament(contest, ["grim", "bullying"], { seed: 1, futures: 29 }).standings[0]?.ranks).toEqual({});
  expect(tournament(contest, ["grim"], { seed: 1, futures: 30 }).standings[0]?.ranks.war).toBe(1);
});

test("a share that no future had keeps Wilson's interval", () => {
  const { standings } = tournament({ history: opened("strike") }, ["restraint"], { seed: 1, futures: 200 });
  expect(standings[0]?.means.war).toEqual(shareOf(0, 200));
});

test("an opening ends with the first act of force by a party, else the first hostile act, and else there is none", () => {
  const act = (id: string, kind: ActId, from: string) =>
    event({ id, act: kind, at: "2030-01-01", from: [from], to: ["BBB"] } as never);
  const [words, threat, blow, protest] = [
    act("words", "lodge-protest", "AAA"),
    act("threat", "threaten-force", "AAA"),
    act("blow", "strike", "AAA"),
    act("after", "lodge-protest", "AAA"),
  ];
  const last = (...events: readonly ReturnType<typeof act>[]) =>
    openingFor(fold(events, { dyad }))?.steps.at(-1)?.event.id;
  expect(last(words, threat, blow, protest)).toBe("blow");
  expect(last(words, threat, protest)).toBe("threat");
  expect(last(words, protest)).toBeUndefined();
});

test("a strategy or a parameter that there is not is refused", () => {
  const contest: Contest = { history: opened("strike") };
  const games = { seed: 1, futures: 1 };
  expect(() => duel(contest, { a: "bully", b: "grim" }, games)).toThrow("no strategy called bully");
  expect(() => duel({ ...contest, settings: { answers: 1.2 } }, { a: "grim", b: "grim" }, games)).toThrow(
    "from 0 to 1",
  );
});

test("every parameter of every strategy that plays is among the assumptions, once for each value, with its basis", () => {
  for (const { id, parameters } of strategies) {
    const mine = strategyAssumptions(ids).filter((one) => one.strategies.includes(id));
    expect(new Set(mine.map(({ name }) => name))).toEqual(new Set(Object.keys(parameters)));
    for (const { basis } of mine) expect(basis).not.toBe("");
  }
  const assumptions = strategyAssumptions(["grim", "bullying"], { answers: 0.9 }).filter(
    ({ name }) => name === "answers",
  );
  expect(assumptions).toMatchObject([{ value: 0.9, given: true, strategies: ["grim", "bullying"] }]);
});

// Leng and Wheeler 1979, Leng 1993: what the published ranking says, what of it this model has, and where it has not.

const types = ["bullying", "reciprocating", "stonewalling", "restraint"];
/** This number of futures, and of days in each, tells the ranks of these four apart in every contest here. */
const published = { seed: 1, futures: inFull(1000, 500) };
const length = days(inFull(730, 120));

type Terms = Pick<Contest, "settings" | "war">;
const tournaments = new Map<string, Tournament>();

/** A tournament after a first act, played once for all tests that ask for it. */
function played(act: ActId, terms: Terms = {}, players: readonly string[] = types): Tournament {
  const key = JSON.stringify([act, terms, players]);
  const before = tournaments.get(key) ?? tournament({ history: opened(act), length, ...terms }, players, published);
  tournaments.set(key, before);
  return before;
}

function of(standings: readonly Standing[], id: string): Standing {
  const found = standings.find(({ strategy }) => strategy === id);
  if (found === undefined) throw new Error(`${id} does not play.`);
  return found;
}

function between(comparisons: readonly Compared[], one: string, other: string): Compared {
  const found = comparisons.find((each) => each.one === one && each.other === other);
  if (found === undefined) throw new Error(`${one} and ${other} are not compared.`);
  return found;
}

function ranks(act: ActId, terms: Terms = {}, outcome: DuelOutcome = "war"): readonly (number | undefined)[] {
  const { standings } = played(act, terms);
  return types.map((id) => of(standings, id).ranks[outcome]);
}

const military = ofAll<readonly ActId[]>(["strike", "show-force", "threaten-force"], ["strike"]);
const openings = [...military, "lodge-protest"] as const;
/** None of the publications has a strategy that goes on unasked. */
const asPublished = { "goes-on": 0 };

test.each(openings)("after a first %s reciprocating surely avoids war best of its four, and bullying worst", (act) => {
  const terms = { settings: asPublished };
  const { comparisons } = played(act, terms);
  expect(ranks(act, terms)).toEqual([4, 1, 2, 2]);
  for (const other of ["stonewalling", "restraint"]) {
    expect(between(comparisons, "reciprocating", other).differences.war.low).toBeGreaterThan(0);
  }
  expect(between(comparisons, "bullying", "reciprocating").differences.war.high).toBeLessThan(-0.25);
});

test.each(openings)("after a first %s one step of conciliation mostly goes unanswered", (act) => {
  expect(ranks(act, {}, "held")).toEqual([4, 3, 1, 1]);
});

test("the ranking holds for rare answers and slow steps, and is a tie but for bullying when everybody answers", {
  tags: "long",
}, () => {
  const each = [{ answers: 0.2 }, { period: 30 }, { answers: 0.9 }, { period: 3 }, { median: 1, p90: 14 }];
  for (const settings of ofAll(each, each.slice(0, 1))) {
    expect(ranks("strike", { settings: { ...asPublished, ...settings } })).toEqual([4, 1, 2, 2]);
  }
  expect(ranks("strike", { settings: { ...asPublished, answers: 1 } })).toEqual([4, 1, 1, 1]);
});

test("where strategies go on as in the data, those that never do avoid war best after a military act", () => {
  for (const act of military) expect(ranks(act)).toEqual([4, 3, 1, 1]);
  expect(ranks("lodge-protest")).toEqual([4, 1, 2, 2]);
});

test("without a strategy that climbs to war there is none, whichever strategies play", () => {
  const peaceful = ids.filter((id) => id !== "bullying");
  const games = { seed: 1, futures: ofAll(100, 25) };
  for (const { war } of tournament({ history: opened("strike") }, peaceful, games).duels) expect(war.value).toBe(0);
  expect(ranks("strike", { settings: { ceiling: 4 } })).toEqual([1, 1, 1, 1]);
});

test("were only a war that both fight counted, those who never use force would avoid it best", () => {
  expect(ranks("show-force", { war: { course: "retaliation.war" } })).toEqual([4, 3, 1, 1]);
});

test("among more strategies those that conciliate sooner avoid war better still", () => {
  const players = ofAll(ids, ["bullying", "grit", "reciprocating", "tit-for-tat"]);
  const { standings } = played("strike", {}, players);
  const rank = (id: string): number => of(standings, id).ranks.war ?? Number.NaN;
  expect(rank("grit")).toBeLessThan(rank("reciprocating"));
  expect(rank("reciprocating")).toBeLessThan(rank("tit-for-tat"));
  expect(rank("bullying")).toBe(players.length);
});
