/** What is made up for a way that gets dates: ids, causes, and terms that are kept, lapse or stay open as the way has it. */
import { describe, expect, test } from "vitest";
import { event, eventSchema, when } from "../../src/events/index.ts";
import { fold, type History } from "../../src/history/index.ts";
import { type ChartEvent, sharedTable } from "../../src/machine/index.ts";
import { type Dated, datedWay } from "../../src/search/index.ts";
import { invented, inventedInstead } from "../../src/search/invented.ts";
import { wayOf } from "../../src/search/way.ts";

const dyad = { a: "AAA", b: "BBB" };
const beginning = { dyad, from: when("2022-01-01").start };
const strike = event({ id: "strike", act: "strike", at: "2022-01-03", from: ["AAA"], to: ["BBB"] });
const recall = event({ id: "recall", act: "recall-ambassador", at: "2022-01-03", from: ["AAA"], to: ["BBB"] });
const other = event({ id: "other", act: "recall-ambassador", at: "2022-01-03", from: ["BBB"], to: ["AAA"] });
const history = fold([strike, recall, other], beginning);

const by = (actor: ChartEvent["by"], type: ChartEvent["type"]): ChartEvent => ({ type, by: actor });
const agree = by("both", "agree");

function dated(events: readonly ChartEvent[], from: History = history, taken?: ReadonlySet<string>) {
  return datedWay(wayOf(from.situation, events, [], sharedTable), from, taken);
}

function eventTexts(made: Dated | undefined): readonly string[] | undefined {
  return made?.history.steps.slice(history.steps.length).map(({ event: { at, id } }) => `${at} ${id}`);
}

describe("the terms of an agreement on the way", () => {
  const termsOf = (made: Dated | undefined) =>
    made?.events.flatMap((one) => ("terms" in one ? [one.terms] : [])).flat() ?? [];

  test("are what is done after it, by whom it is done, where the clock then finds it kept", () => {
    const made = dated([agree, by("a", "return-ambassador"), by("other", "commitment-kept")]);
    expect(termsOf(made)).toEqual([{ act: "return-ambassador", by: "AAA" }]);
    expect(eventTexts(made)).toEqual([
      "2022-01-04 way-agree",
      "2022-01-05 way-return-ambassador",
      "2022-01-05 clock-kept-way-agree-1",
    ]);
    const back = [by("b", "return-ambassador"), by("other", "commitment-kept")];
    expect(termsOf(dated([agree, ...back]))).toEqual([{ act: "return-ambassador", by: "BBB" }]);
    const both = [by("both", "return-ambassador"), by("other", "commitment-kept")];
    expect(termsOf(dated([agree, ...both]))).toEqual([{ act: "return-ambassador", by: "both" }]);
  });

  test("have that day as their deadline, where the clock finds that they lapse", () => {
    const made = dated([agree, by("other", "commitment-lapsed")]);
    expect(termsOf(made)).toEqual([{ act: "return-ambassador", by: "both", before: "2022-01-04" }]);
    expect(eventTexts(made)).toEqual(["2022-01-04 way-agree", "2022-01-05 clock-lapsed-way-agree-1"]);
    expect(made?.history.now).toBe(when("2022-01-05").start);
  });

  test("are not due where they stay open, and are something else where that is done without keeping them", () => {
    const open = dated([agree, by("b", "bar-ambassador")]);
    expect(termsOf(open)).toEqual([{ act: "return-ambassador", by: "both" }]);
    const done = dated([agree, by("both", "return-ambassador")]);
    expect(termsOf(done)).toEqual([{ act: "negotiate", by: "both" }]);
    expect(done?.history.situation.terms).toBe("pending");
  });

  test("are none that could be kept with nothing done", () => {
    expect(dated([agree, by("other", "commitment-kept")])).toBeUndefined();
  });
});

describe("an event of the way", () => {
  test("comes of the one before it, the first of the last that happened, and says that it is invented", () => {
    const made = dated([by("a", "threaten-force"), by("b", "express-deescalation")], fold([recall], beginning));
    expect(made?.events).toMatchObject([
      {
        id: "way-threaten-force",
        at: "2022-01-04",
        from: ["AAA"],
        to: ["BBB"],
        because: ["recall"],
        note: "Invented by a search for the shortest valid way.",
      },
      { id: "way-express-deescalation", at: "2022-01-05", from: ["BBB"], to: ["AAA"], because: ["way-threaten-force"] },
    ]);
    const first = dated([by("a", "threaten-force")], fold([], beginning));
    expect(first?.events).toMatchObject([{ at: "2022-01-02", because: [] }]);
  });

  test("has an id that neither the history nor the way nor anything else has", () => {
    const known = fold([{ ...recall, id: "way-recall-ambassador" }], beginning);
    const made = dated(
      [by("b", "recall-ambassador"), by("b", "return-ambassador"), by("b", "recall-ambassador")],
      known,
      new Set(["way-return-ambassador"]),
    );
    expect(made?.events.map(({ id }) => id)).toEqual([
      "way-recall-ambassador-2",
      "way-return-ambassador-2",
      "way-recall-ambassador-3",
    ]);
  });

  test("leads where the way does, or the way has no dates", () => {
    const way = wayOf(history.situation, [by("a", "return-ambassador")], [], sharedTable);
    expect(datedWay(way, history)).toBeDefined();
    expect(datedWay(way, fold([strike], beginning))).toBeUndefined();
    const [step] = way.steps;
    if (step === undefined) throw new Error("The way has a step.");
    expect(datedWay({ ...way, steps: [step, step] }, history)).toBeUndefined();
  });

  test("is on the day after the last, or after the clock has done its part", () => {
    const faded = [by("other", "crisis-faded"), by("a", "threaten-force")];
    expect(eventTexts(dated(faded))).toEqual(["2022-07-02 clock-faded-2022-07-02", "2022-07-03 way-threaten-force"]);
  });
});

describe("an invented event", () => {
  const seen = by("b", "issue-ultimatum");

  test("has what its act can't do without, or what is given instead", () => {
    const made = invented({ id: "made", at: "2022-01-03T12:00", seen, dyad, because: ["strike"] });
    expect(made).toEqual({
      ...{
        id: "made",
        act: "issue-ultimatum",
        version: made.version,
        at: "2022-01-03T12:00",
        from: ["BBB"],
        to: ["AAA"],
      },
      ...{ because: ["strike"], cite: [], claims: [], deadline: "2022-01-10" },
    });
    const own = invented({ id: "made", at: "2022-01-03", seen, dyad, more: { deadline: "2022-02-01" }, note: "So." });
    expect(own).toMatchObject({ deadline: "2022-02-01", note: "So.", because: [] });
    expect(invented({ id: "made", at: "2022-01-03", seen: by("a", "expel-diplomats"), dyad })).toMatchObject({
      count: 1,
    });
    expect(invented({ id: "made", at: "2022-01-03", seen: by("a", "cap-staff"), dyad })).toMatchObject({ limit: 10 });
  });

  test("by both has two actors and no addressee; in the place of another it is aimed where that was", () => {
    const joint = invented({ id: "made", at: "2022-01-03", seen: agree, dyad });
    expect(joint).toMatchObject({ from: ["AAA", "BBB"], to: [], terms: [{ act: "return-ambassador", by: "both" }] });
    const instead = inventedInstead({ ...strike, recordedAt: "2022-02-01" }, agree, dyad, "So.");
    expect(instead).toMatchObject({ id: "strike", act: "agree", to: ["BBB"], note: "So.", recordedAt: "2022-02-01" });
    expect(inventedInstead(strike, seen, dyad, "So.")).toMatchObject({ from: ["BBB"], to: ["AAA"] });
    expect(inventedInstead(strike, seen, dyad, "So.")).not.toHaveProperty("recordedAt");
    expect(eventSchema("agree").safeParse(instead).success).toBe(true);
  });
});
