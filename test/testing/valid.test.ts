/** Valid histories are valid, all that they shrink to are too, and what they shrink to can be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, eventSchema, when } from "../../src/events/index.ts";
import { fold, type History } from "../../src/history/index.ts";
import { matches, regions } from "../../src/machine/index.ts";
import {
  eventText,
  humanActs,
  recordArbitrary,
  toText,
  validHistoryArbitrary,
  validRecordArbitrary,
  whatIfArbitrary,
} from "../../src/testing/index.ts";
import { crisis, folded } from "../support/crisis.ts";
import { ofAll } from "../support/enduring.ts";

const dyad = { a: "AAA", b: "BBB" };
const START = when("2024-01-01").start;

/** The events that people made, checked: valid, in order, each with a name of its own, caused by earlier ones. */
function ordered(events: readonly DiplomaticEvent[]): void {
  let last = Number.NEGATIVE_INFINITY;
  const earlier = new Set<string>();
  for (const event of events) {
    expect(eventSchema(event.act).parse(event)).toEqual(event);
    expect(when(event.at).start).toBeGreaterThanOrEqual(last);
    last = when(event.at).start;
    expect(earlier).not.toContain(event.id);
    for (const cause of event.because) expect(earlier).toContain(cause);
    earlier.add(event.id);
  }
}

function valid({ steps }: History): void {
  expect(steps.filter(({ verdict }) => verdict === "void")).toEqual([]);
  ordered(steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event])));
}

/** No deadline has passed before it is set. */
function inTime(events: readonly DiplomaticEvent[]): void {
  for (const event of events) {
    const dates = JSON.stringify(event).matchAll(/"(?:deadline|before|on|effective)":"([^"]+)"/g);
    for (const [, date = ""] of dates) expect(when(date).end).toBeGreaterThanOrEqual(when(event.at).start);
  }
}

/** All values that fast-check tries for a property that fails wherever `fails` says: drawn ones and shrunk ones. */
function tried<T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean): { readonly all: readonly T[]; least: T } {
  const all: T[] = [];
  const property = fc.property(arbitrary, (value) => {
    all.push(value);
    return !fails(value);
  });
  const { counterexample } = fc.check(property, { numRuns: 300 });
  const [least] = counterexample ?? [];
  if (least === undefined) throw new Error("Nothing was found.");
  return { all, least };
}

describe("a valid history", () => {
  test("has no void event, its dates in order, its causes earlier, and no deadline that has passed", () => {
    fc.assert(
      fc.property(validHistoryArbitrary(), (history) => {
        valid(history);
        inTime(history.steps.map(({ event }) => event));
      }),
    );
  });

  test("is what its events fold to, and is made of the acts that it is told to use", () => {
    fc.assert(
      fc.property(validRecordArbitrary({ acts: ["strike", "agree", "return-ambassador"] }), (record) => {
        valid(fold(record, { dyad, from: START }));
        for (const { act } of record) expect(["strike", "agree", "return-ambassador"]).toContain(act);
      }),
    );
  });

  test("goes on from another, and leaves it as it is", () => {
    fc.assert(
      fc.property(validContinuations(), ({ past, history }) => {
        expect(history.steps.slice(0, past.steps.length)).toEqual(past.steps);
        valid(history);
      }),
    );
  });

  test("reaches war, severance, agreements and every act that people do", () => {
    const histories = fc.sample(validHistoryArbitrary({ maxLength: 20 }), { numRuns: ofAll(500, 250), seed: 1 });
    const acts = new Set(histories.flatMap(({ steps }) => steps.map(({ event }) => event.act)));
    expect(humanActs.filter((act) => !acts.has(act))).toEqual([]);
    const reached = (pattern: Parameters<typeof matches>[1]): boolean =>
      histories.some(({ steps }) => steps.some(({ after }) => matches(after, pattern)));
    expect(reached({ course: "retaliation.war" })).toBe(true);
    expect(reached({ relations: "severed" })).toBe(true);
    expect(reached({ measures: "both" })).toBe(true);
    expect(reached({ course: "reconciliation.settled", terms: "pending" })).toBe(true);
    const words = new Set(histories.flatMap(({ steps }) => steps.map(({ after }) => after.course)));
    expect(words.size).toBe(regions.course.length);
  });

  function validContinuations(): fc.Arbitrary<{ readonly past: History; readonly history: History }> {
    return fc.nat(crisis.length).chain((count) => {
      const past = folded(crisis.slice(0, count));
      return validHistoryArbitrary({ after: past }).map((history) => ({ past, history }));
    });
  }
});

describe("shrinking", () => {
  const long = ({ steps }: History): boolean => steps.length >= 3;
  const war = ({ situation }: History): boolean => situation.course === "retaliation.war";

  test.each([
    ["a long history", long],
    ["a war", war],
    ["a cause", ({ steps }: History) => steps.some(({ event }) => event.because.length > 0)],
    ["a text whose length is no multiple of five", (history: History) => toText(history).length % 5 > 0],
  ])("of %s goes over valid histories alone", (_, fails) => {
    const { all } = tried(validHistoryArbitrary(), fails);
    expect(all.length).toBeGreaterThan(10);
    for (const history of all) valid(history);
  });

  test("of records and what-ifs keeps dates in order and causes earlier", () => {
    const records = tried(recordArbitrary(), (record) => record.some(({ because }) => because.length > 0));
    for (const record of records.all) ordered(record);
    const whatIfs = tried(whatIfArbitrary(), ({ edits }) => edits.length >= 2);
    for (const { record } of whatIfs.all) ordered(record);
  });

  test("finds the shortest way to war: one or two acts on the first day", () => {
    const { least } = tried(validHistoryArbitrary(), war);
    expect(least.steps.length).toBeLessThanOrEqual(2);
    expect(toText(least).length).toBeLessThan(100);
    for (const { event } of least.steps) expect(event).toMatchObject({ at: "2024-01-01", because: [] });
  });

  test("finds the plainest history there is, and leaves a cause only where it is needed", () => {
    expect(toText(tried(validHistoryArbitrary(), ({ steps }) => steps.length > 0).least)).toBe(
      "2024-01-01 AAA make-statement → BBB (e0) noted",
    );
    const caused = tried(validRecordArbitrary(), (record) => record.some(({ because }) => because.length > 0)).least;
    expect(toText(caused)).toBe(
      "2024-01-01 AAA make-statement → BBB (e0)\n2024-01-01 AAA make-statement → BBB (e1 because e0)",
    );
  });
});

describe("a counterexample", () => {
  const message = (property: fc.IProperty<[History]>): string =>
    fc.defaultReportMessage(fc.check(property, { numRuns: 1000 })) ?? "";

  test("is printed as lines, not as JSON", () => {
    const report = message(fc.property(validHistoryArbitrary(), ({ situation }) => situation.ledger !== "by-b"));
    expect(report).toMatch(/Counterexample: \[\n {2}2024-01-01 BBB \S+ → AAA \(e0\)\n\]/);
  });

  test("says of an event whatever it has beside: fields, claims, causes", () => {
    for (const event of fc.sample(recordArbitrary(), 50).flat()) {
      const text = eventText(event);
      expect(text).toContain(event.id);
      for (const { by, about } of event.claims) expect(text).toContain(`claim=${by}:${about}`);
      if ("terms" in event) expect(text).toContain(JSON.stringify(event.terms));
      expect(text).not.toContain("\n");
    }
  });

  test("carries its text without being another value", () => {
    const [record = []] = fc.sample(recordArbitrary({ maxLength: 5 }), { numRuns: 1, seed: 7 });
    expect(record).toEqual(JSON.parse(JSON.stringify(record)));
    expect(Object.keys(record)).toEqual([...record.keys()].map(String));
    expect(fc.stringify(record)).toContain(toText(record).split("\n")[0]);
  });
});
