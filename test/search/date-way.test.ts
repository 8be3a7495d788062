/** Ways with dates: folded after the history that they go on from, they lead through the same situations. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actIds,
  actOf,
  type DiplomaticEvent,
  event,
  eventSchema,
  MINUTES_PER_DAY,
  when,
} from "../../src/events/index.ts";
import {
  branch,
  fold,
  type History,
  historyOf,
  historyUntil,
  mainLine,
  QUIET,
  type Step,
} from "../../src/history/index.ts";
import { isEntitled, keyOf, matches, type Pattern, project, symbols } from "../../src/machine/index.ts";
import { readScenario, recordOf } from "../../src/scenario/index.ts";
import { type Dated, datedWay, editsOf, searchWays, type Way } from "../../src/search/index.ts";
import { invented } from "../../src/search/invented.ts";
import { patternArbitrary, recordArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

const beginning = { dyad: { a: "AAA", b: "BBB" }, from: when("2022-01-01").start };
const { dyad } = beginning;
const { scenario } = readScenario(readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"), { file: "flagship" });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const record = recordOf(scenario);
const eighteenth = historyUntil(historyOf(record), when("2024-01-18").end);

const applied = (steps: readonly Step[]): readonly string[] =>
  steps.filter(({ verdict }) => verdict === "applied").map(({ after }) => keyOf(after));
const passes = ({ steps }: Way): readonly string[] => steps.map(({ after }) => keyOf(after));

function ways(from: History["situation"], goal: Pattern, k: number): readonly Way[] {
  const searched = searchWays({ from, goal, k });
  return searched.kind === "found" ? searched.ways : [];
}

test("folded from the very beginning, each act is valid and leads where the way does", () => {
  let dated = 0;
  const input = fc.tuple(recordArbitrary({ dyad, maxLength: 12 }), patternArbitrary());
  fc.assert(
    fc.property(input, ([events, goal]) => {
      const history = fold(events, beginning);
      for (const way of ways(history.situation, goal, 3)) {
        const found = datedWay(way, history);
        if (found === undefined) continue;
        dated += 1;
        const again = fold([...events, ...found.events], beginning, found.history.now);
        const newSteps = again.steps.slice(history.steps.length);
        expect(applied(newSteps)).toEqual(passes(way));
        expect(matches(again.situation, goal)).toBe(true);
        const own = new Set(found.events.map(({ id }) => id));
        expect(newSteps.filter(({ event }) => own.has(event.id)).map(({ verdict }) => verdict)).toEqual(
          found.events.map(() => "applied"),
        );
      }
    }),
    { numRuns: ofAll(100, 20) },
  );
  expect(dated).toBeGreaterThan(20);
});

/** Acts whose effect depends on what stands: several acts may have to lift what is one step of the chart. */
const DEPENDS: ReadonlySet<string> = new Set([
  ...["return-ambassador", "agree", "sign-agreement", "surrender", "declare-ceasefire"],
  ...actIds.filter((id) => actOf(id).ends !== undefined),
]);

describe("a way without the clock", () => {
  const search = ({ situation }: History, goal: Pattern): Way | undefined => {
    const searched = searchWays({ from: situation, goal, allowed: { actors: { without: ["clock"] } } });
    return searched.kind === "found" ? searched.ways[0] : undefined;
  };
  const days = (n: number): number => n * MINUTES_PER_DAY;
  const atOf = (dated: Dated | undefined): readonly string[] | undefined =>
    dated?.events.map(({ at, act }) => `${at} ${act}`);

  /** A record up to the last moment at which nothing is owed and the quiet goes on. */
  const untilNothingIsOwed = (events: readonly DiplomaticEvent[]): readonly DiplomaticEvent[] => {
    const { now, quietSince, quiet, dossier } = fold(events, beginning);
    const fits = dossier.commitments.open.length === 0 && (events.length === 0 || now < quietSince + quiet);
    return fits ? events : untilNothingIsOwed(events.slice(0, -1));
  };

  test("always has dates when nothing is owed and the quiet goes on", () => {
    const input = fc.tuple(recordArbitrary({ dyad, maxLength: 12 }).map(untilNothingIsOwed), patternArbitrary());
    fc.assert(
      fc.property(input, ([events, goal]) => {
        const history = fold(events, beginning);
        const way = search(history, goal);
        fc.pre(way !== undefined);
        const { measures } = history.dossier;
        const depends = (type: string): boolean =>
          DEPENDS.has(type) || (type === "break-relations" && measures.some(({ kind }) => kind === "staff-cap"));
        fc.pre(measures.length === 0 || way.steps.every(({ event: { type } }) => !depends(type)));
        expect(datedWay(way, history)).toBeDefined();
      }),
      { numRuns: ofAll(100, 10) },
    );
  });

  test("has none where its last act ends what stands beside it: a cap on staff ends with the relations", () => {
    const cap = event({ id: "cap", act: "cap-staff", at: "2024-01-01", from: ["AAA"], to: ["BBB"] });
    const history = fold([cap], { dyad });
    const way = search(history, { channels: "suspended" });
    expect(way?.steps.map(({ event: { type } }) => type)).toEqual(["break-relations"]);
    expect(way?.steps[0]?.after.measures).toBe("by-a");
    expect(way && datedWay(way, history)).toBeUndefined();
  });

  const bar = event({ id: "bar", act: "bar-ambassador", at: "2022-01-01", from: ["AAA"], to: ["BBB"] });
  const faded = when("2022-01-01").start + QUIET;

  test.each([
    ["two days before a crisis fades", days(2), "2022-06-29", "2022-06-29"],
    ["a day before", days(1), "2022-06-29", "2022-06-29"],
    ["ten minutes before", 10, "2022-06-29T23:50", "2022-06-29T23:50"],
    ["three days before there is a day for each", days(3), "2022-06-28", "2022-06-29"],
  ])("takes several acts on one day before the clock: %s", (_, before, consent, back) => {
    const history = fold([bar], beginning, faded - before);
    const way = search(history, { course: "normal.full", ledger: "clear", posture: "none" });
    const dated = way === undefined ? undefined : datedWay(way, history);
    expect(atOf(dated)).toEqual([`${consent} grant-agrement`, `${back} return-ambassador`]);
  });
});

test("the shortest way from 18 January 2024 to full relations is valid and replays through fold", () => {
  const [way] = ways(eighteenth.situation, { course: "normal.full" }, 1);
  const dated = way === undefined ? undefined : datedWay(way, eighteenth);
  expect(dated?.events.map(({ at, act, from }) => `${at} ${from.join("+")} ${act}`)).toEqual([
    "2024-01-19 PAK grant-agrement",
    "2024-01-20 IRN+PAK return-ambassador",
  ]);
  const before = scenario.events.filter(({ at }) => at <= "2024-01-18");
  const { steps, situation } = fold([...before, ...(dated?.events ?? [])], {
    dyad: scenario.dyad,
    from: scenario.window.from,
  });
  expect(steps.slice(-2).map(({ verdict }) => verdict)).toEqual(["applied", "applied"]);
  expect(situation.course).toBe("normal.full");
});

test("as edits a way takes the place of what the record has there, and nothing is dropped without need", () => {
  for (const way of ways(eighteenth.situation, { course: "normal.full" }, 3)) {
    const dated = datedWay(way, eighteenth);
    const made = dated === undefined ? undefined : editsOf(record, eighteenth.steps.length, dated);
    if (made === undefined) throw new Error("This way has dates in the window.");
    const { edits, then } = made;
    const passesWith = (some: typeof edits): readonly string[] =>
      applied(historyOf(branch(record, some, then)).steps.slice(eighteenth.steps.length));
    expect(passesWith(edits)).toEqual(passes(way));
    for (const drop of edits.filter(({ kind }) => kind === "drop")) {
      expect(passesWith(edits.filter((edit) => edit !== drop))).not.toEqual(passes(way));
    }
  }
});

/** Ways from 18 January on which nobody does anything. */
function fadingWays(goal: Pattern): readonly Way[] {
  const searched = searchWays({ from: eighteenth.situation, goal, allowed: { actors: { only: ["clock"] } } });
  return searched.kind === "found" ? searched.ways : [];
}

test("as edits a way that ends by waiting leaves the clock alone until the window ends, where that is long enough", () => {
  const [way] = fadingWays({ course: "normal.reduced" });
  const dated = way === undefined ? undefined : datedWay(way, eighteenth);
  if (way === undefined || dated === undefined) throw new Error("A crisis that fades has dates.");
  expect(editsOf(record, eighteenth.steps.length, dated)).toBeUndefined();
  const long = mainLine(scenario.events, {
    dyad: scenario.dyad,
    from: scenario.window.from,
    until: when("2024-12-31").end,
  });
  const made = editsOf(long, eighteenth.steps.length, dated);
  expect(made?.then).toBe("keep");
  const newSteps = historyOf(branch(long, made?.edits ?? [], "keep")).steps.slice(eighteenth.steps.length);
  expect(applied(newSteps)).toEqual(passes(way));
});

test("an agreement that is kept with nothing done has no dates; a crisis that fades takes its quiet period", () => {
  const [faded] = fadingWays({ course: "normal" });
  expect(faded?.steps.map(({ event }) => event.type)).toEqual(["crisis-faded"]);
  const dated = faded === undefined ? undefined : datedWay(faded, eighteenth);
  expect(dated?.events).toEqual([]);
  expect(dated?.history.now).toBe(when("2024-01-18").start + QUIET);
  const kept = searchWays({
    from: eighteenth.situation,
    goal: { course: "normal.reduced" },
    allowed: { acts: { only: ["agree", "commitment-kept"] } },
  });
  const nowhen = fold([], { dyad });
  expect(() => datedWay({ from: nowhen.situation, to: nowhen.situation, steps: [] }, nowhen)).toThrow(
    new RangeError("The history has no moment yet from which a way could go on."),
  );
  expect(kept.kind === "found" && kept.ways[0] !== undefined && datedWay(kept.ways[0], eighteenth)).toBe(undefined);
});

test("any act of a party can be invented: it is valid, and the chart sees it as it should", () => {
  const acts = symbols.filter((seen) => isEntitled(seen) && seen.by !== "other" && seen.detail === undefined);
  expect(new Set(acts.map(({ type }) => type)).size).toBeGreaterThan(actIds.length / 2);
  for (const seen of acts) {
    const made = invented({ id: "made", at: "2024-01-18", seen, dyad });
    expect(eventSchema(made.act).safeParse(made).success).toBe(true);
    expect(project(made, dyad)).toEqual(seen);
    expect(actOf(made.act).version).toBe(made.version);
  }
});
