/** The clock: what waits, in which order it comes, and the events that it makes. */
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, event, when } from "../../src/events/index.ts";
import {
  advance,
  begin,
  cutHistory,
  extend,
  fold,
  type History,
  historyUntil,
  pendingOf,
  QUIET,
  stepsUntil,
} from "../../src/history/index.ts";
import { PEACE } from "../../src/machine/index.ts";
import {
  accord,
  bar,
  beginning,
  comeback,
  crisis,
  dyad,
  folded,
  on,
  overture,
  recall,
  strike,
} from "../support/crisis.ts";

const at = (minute: string): number => when(minute).start;
const lastOf = ({ steps }: History): DiplomaticEvent | undefined => steps.at(-1)?.event;

describe("what the clock makes is an event", () => {
  const made = { version: 1, from: [], to: [], cite: [], claims: [], source: "clock" };
  const agreed = on(22, "agree", ["IRN", "PAK"], {
    terms: [
      { act: "return-ambassador", by: "both", before: "2024-01-26" },
      { act: "visit", by: "IRN" },
    ],
  });

  test("of a commitment kept: for the agreement and the act that kept it, with how many are still owed", () => {
    const kept = lastOf(folded([strike, recall, bar, agreed, comeback]));
    expect(kept).toEqual({
      ...made,
      ...{ id: "clock-kept-agree-22-1", act: "commitment-kept", at: "2024-01-26" },
      ...{ because: [agreed.id, comeback.id], commitment: "agree-22-1", outstanding: 1 },
    });
  });

  test("of a commitment that lapses, on the day after its last", () => {
    const lapsed = lastOf(folded([strike, recall, agreed], "2024-02-01"));
    expect(lapsed).toEqual({
      ...made,
      ...{ id: "clock-lapsed-agree-22-1", act: "commitment-lapsed", at: "2024-01-27" },
      ...{ because: [agreed.id], commitment: "agree-22-1", outstanding: 1 },
    });
  });

  test("of a crisis that fades, by no cause", () => {
    expect(lastOf(folded([strike], "2024-12-31"))).toEqual({
      ...made,
      ...{ id: "clock-faded-2024-07-14", act: "crisis-faded", at: "2024-07-14", because: [] },
    });
  });

  test("at the minute when what is due is due at a minute", () => {
    const { id } = agreed;
    const terms = [{ act: "visit", by: "IRN", before: "2024-01-24T10:30" }];
    const lapsed = lastOf(folded([strike, { ...agreed, terms } as DiplomaticEvent], "2024-02-01"));
    expect(lapsed).toMatchObject({ id: `clock-lapsed-${id}-1`, at: "2024-01-24T10:31" });
    const early = { ...strike, at: "2024-01-16T05:00" };
    const faded = lastOf(fold([early], { ...beginning, quiet: 90 }, at("2024-01-20")));
    expect(faded).toMatchObject({ at: "2024-01-16T06:30", id: "clock-faded-2024-01-16" });
  });
});

describe("what waits comes in the order in which it is due", () => {
  const terms = [
    { act: "visit", by: "IRN", before: "2024-01-30" },
    { act: "invite", by: "PAK", before: "2024-01-25" },
    { act: "return-ambassador", by: "both" },
  ];
  const agreed = on(22, "agree", ["IRN", "PAK"], { terms });

  test("deadlines by their date, and what has none never", () => {
    const history = folded([strike, recall, agreed]);
    expect(
      pendingOf(history).map((one) => [one.kind, one.due, "commitment" in one ? one.commitment.id : undefined]),
    ).toEqual([
      ["lapsed", at("2024-01-26"), "agree-22-2"],
      ["lapsed", at("2024-01-31"), "agree-22-1"],
    ]);
    const later = advance(history, at("2024-12-31")).steps.slice(3);
    expect(later.map(({ event: { id } }) => id)).toEqual(["clock-lapsed-agree-22-2", "clock-lapsed-agree-22-1"]);
  });

  test("at one minute what ends before what passes, and that before what fades", () => {
    const begun = { ...beginning, quiet: at("2024-01-27") - at("2024-01-16") };
    const patrol = on(16, "close-airspace", ["IRN"], { at: "2024-01-16/2024-01-26" });
    const demand = on(16, "expel-diplomats", ["PAK"], { deadline: "2024-01-26" });
    const { steps } = fold([patrol, demand, strike], begun, at("2024-01-27"));
    expect(steps.map(({ event: { id }, minute }) => [id, minute]).slice(3)).toEqual([
      [`clock-ended-${patrol.id}`, at("2024-01-27")],
      [`clock-passed-${demand.id}`, at("2024-01-27")],
    ]);
    const { steps: other } = fold([demand, strike], begun, at("2024-01-27"));
    expect(other.map(({ event: { id } }) => id).slice(2)).toEqual([
      `clock-passed-${demand.id}`,
      "clock-faded-2024-01-27",
    ]);
  });

  test("exactly at its minute and not one before", () => {
    const due = at("2024-01-26");
    const history = folded([strike, agreed]);
    expect(advance(history, due - 1).steps).toHaveLength(2);
    expect(advance(history, due).steps).toHaveLength(3);
    const faded = folded([strike]);
    expect(advance(faded, at("2024-01-16") + QUIET - 1).steps).toHaveLength(1);
    expect(advance(faded, at("2024-01-16") + QUIET).steps).toHaveLength(2);
  });

  test("a quiet period after terms that lapsed, and not on that day", () => {
    const owed = { ...agreed, terms: terms.slice(1, 2) } as DiplomaticEvent;
    const { steps } = fold([strike, recall, owed], { ...beginning, quiet: 60 * 24 * 8 }, at("2024-02-15"));
    expect(steps.slice(3).map(({ event: { at, act } }) => `${at} ${act}`)).toEqual([
      "2024-01-26 commitment-lapsed",
      "2024-02-03 crisis-faded",
    ]);
  });
});

describe("what holds the clock", () => {
  const quiet = 1440 * 10;
  const faded = ({ steps }: History): string | undefined =>
    steps.find(({ event: { act } }) => act === "crisis-faded")?.event.at;

  test("keeps a crisis from fading as long as it stands, and the quiet is counted from its end", () => {
    const held = on(16, "detain-persons", ["IRN"], { count: 3 });
    const freed = on(30, "release-persons", ["IRN"]);
    const accused = on(17, "threaten-force", ["PAK"]);
    expect(faded(fold([held, accused], { ...beginning, quiet }, at("2024-12-31")))).toBeUndefined();
    expect(faded(fold([held, accused, freed], { ...beginning, quiet }, at("2024-12-31")))).toBe("2024-02-09");
  });

  test("is what lasts until a day, to the end of that day", () => {
    const siege = on(16, "blockade", ["IRN"], { at: "2024-01-16/2024-02-10" });
    const { steps } = fold([siege], { ...beginning, quiet }, at("2024-12-31"));
    expect(steps.map(({ event }) => `${event.at} ${event.act}`)).toEqual([
      "2024-01-16/2024-02-10 blockade",
      "2024-02-11 measure-ended",
      "2024-02-21 crisis-faded",
    ]);
  });

  test("is not what only strains, but while that stands the relation stays strained", () => {
    const sanctions = on(16, "impose-sanctions", ["IRN"]);
    const history = fold([sanctions, strike], { ...beginning, quiet }, at("2024-12-31"));
    expect(faded(history)).toBe("2024-01-26");
    expect(history.situation).toMatchObject({ course: "strained", measures: "by-a", ledger: "clear" });
  });
});

test("a deadline is waited for until its day has passed, or what it demands is met", () => {
  const demand = on(16, "issue-ultimatum", ["IRN"], { deadline: "2024-01-20", demand: "leave" });
  const waiting = folded([demand]);
  expect(waiting.dossier.deadlines).toMatchObject([{ event: demand.id, by: "IRN", at: "2024-01-20" }]);
  expect(pendingOf(waiting).map(({ kind, due }) => [kind, due])[0]).toEqual(["passed", at("2024-01-21")]);
  expect(lastOf(advance(waiting, at("2024-01-21")))).toMatchObject({ act: "deadline-passed", of: demand.id });
  const met = folded([demand, on(19, "meet-demand", ["PAK"], { of: demand.id })], "2024-02-01");
  expect(met.dossier.deadlines).toEqual([]);
  expect(met.steps.map(({ event: { act } }) => act)).not.toContain("deadline-passed");
});

describe("quiet", () => {
  test("is counted from the last hostile act of a party, and before the first from the beginning", () => {
    expect(begin(beginning).quietSince).toBe(beginning.from);
    expect(folded([strike, recall]).quietSince).toBe(at("2024-01-17"));
    expect(folded([strike, overture]).quietSince).toBe(at("2024-01-16"));
    expect(folded([strike, on(30, "cyber-attack", ["USA"], { to: ["IRN"] })]).quietSince).toBe(at("2024-01-16"));
    expect(folded([overture]).quietSince).toBe(beginning.from);
  });

  test("of a history without a beginning is counted from its first event, and there is none before that", () => {
    const crisis = { dyad, opening: { ...PEACE, course: "strike", ledger: "by-a", posture: "force" } } as const;
    expect(pendingOf(begin(crisis))).toEqual([]);
    expect(advance(begin(crisis), at("2024-12-31")).steps).toEqual([]);
    const begun = fold([overture], crisis, at("2024-12-31"));
    expect(begun.quietSince).toBe(at("2024-01-19"));
    expect(begun.from).toBe(at("2024-01-19"));
    expect(begun.steps.at(-1)).toMatchObject({ minute: at("2024-01-19") + QUIET, event: { act: "crisis-faded" } });
  });
});

describe("time", () => {
  test("never runs back: an event dated before the last one is refused", () => {
    const late = { ...strike, id: "late", at: "2024-01-10" };
    expect(() => folded([strike, late])).toThrow(
      expect.objectContaining({
        code: "out-of-order",
        sentence: "late is dated 2024-01-10, and the history has come to 2024-01-16T00:00.",
      }),
    );
    expect(advance(folded([strike]), at("2024-01-01")).now).toBe(at("2024-01-16"));
    expect(advance(folded([strike]), at("2024-01-20")).now).toBe(at("2024-01-20"));
  });

  test("of a history begins where it is said to, else with its first event", () => {
    expect(folded([strike]).from).toBe(beginning.from);
    expect(fold([strike], { dyad }).from).toBe(at("2024-01-16"));
    expect(extend(fold([strike], { dyad }), [recall]).from).toBe(at("2024-01-16"));
    expect(fold([], { dyad }).from).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("a history that is cut", () => {
  const history = folded();

  test("is the one that would have been folded so far", () => {
    for (const [k, { minute }] of history.steps.slice(0, -2).entries()) {
      const cut = cutHistory(history, { count: k + 1, minute });
      expect(cut).toEqual(folded(crisis.slice(0, k + 1)));
    }
    expect(cutHistory(history, { count: history.steps.length, minute: 0 })).toBe(history);
  });

  test("counts quiet as it was counted then, and from its last minute where nothing has happened yet", () => {
    const calm = folded([recall, overture]);
    expect(historyUntil(calm, at("2024-01-19")).quietSince).toBe(calm.quietSince);
    const early = cutHistory(folded([overture, on(20, "consult-by-phone", ["IRN"])]), {
      count: 1,
      minute: at("2024-01-19"),
    });
    expect(early.quietSince).toBe(folded([overture]).quietSince);
    const before = cutHistory(history, { count: 0, minute: at("2024-01-15") });
    expect(before).toMatchObject({ steps: [], situation: PEACE, now: at("2024-01-15"), quietSince: at("2024-01-15") });
    const attack = on(16, "cyber-attack", ["USA"], { to: ["IRN"] });
    const third = folded([overture, { ...attack, at: "2024-01-20" }, { ...recall, at: "2024-01-21" }]);
    expect(cutHistory(third, { count: 2, minute: at("2024-01-20") }).quietSince).toBe(beginning.from);
  });

  test("at a minute has the steps up to its end", () => {
    expect(stepsUntil(history, at("2024-01-16") - 1)).toBe(0);
    expect(stepsUntil(history, at("2024-01-16"))).toBe(1);
    expect(stepsUntil(history, at("2024-01-17"))).toBe(3);
    expect(stepsUntil(history, at("2024-12-31"))).toBe(history.steps.length);
    expect(historyUntil(history, at("2024-01-17")).steps.map(({ event: { id } }) => id)).toEqual(
      crisis.slice(0, 3).map(({ id }) => id),
    );
    expect(historyUntil(history, at("2024-01-22")).dossier.commitments.open).toMatchObject([{ event: accord.id }]);
  });
});

test("a valid step has no reasons, and an event without effect leaves the situation the very same", () => {
  const statement = event({ id: "said", act: "make-statement", at: "2024-01-17", from: ["IRN"] });
  const [first, second] = folded([strike, statement]).steps;
  expect(first?.reasons).toEqual([]);
  expect(second?.after).toBe(second?.before);
});
