import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, when } from "../../src/events/index.ts";
import { advance, begin, extend, fold, mainLine, pendingEntries, QUIET } from "../../src/history/index.ts";
import { sharedTable } from "../../src/machine/index.ts";
import { bar, beginning, crisis, dyad, folded, lines, on, overture, recall, strike } from "../support/crisis.ts";

describe("a fact is never refused", () => {
  const early = on(16, "return-ambassador", ["PAK"]);

  test("a void event stays in the history with its reasons, and the chart stays as it was", () => {
    const [step] = folded([early]).steps;
    expect(step).toMatchObject({ verdict: "void", event: { id: early.id } });
    expect(step?.after).toBe(step?.before);
    expect(step?.reasons.map(({ requirement }) => requirement)).toEqual(["ambassador-away"]);
    expect(step?.reasons[0]?.remedy).not.toBe("");
  });

  test("the events after a void one are judged as if it had changed nothing", () => {
    expect(folded([early, strike]).situation).toEqual(folded([strike]).situation);
  });
});

describe("no event is moved in silence", () => {
  const dated = (id: string, at: string) => ({ ...strike, id, at });
  const minutes = (...events: readonly DiplomaticEvent[]) => folded(events).steps.map(({ minute }) => minute);
  const refusal = (...events: readonly DiplomaticEvent[]): unknown => thrown(() => folded(events));

  test("an event counts from the beginning of its date, or from the event before it where its date covers that", () => {
    const [first, noon] = [dated("first", "2024-01-16"), dated("noon", "2024-01-17T12:00Z")];
    const at = (text: string): number => when(text).start;
    expect(minutes(first, noon)).toEqual([at("2024-01-16"), at("2024-01-17T12:00Z")]);
    for (const covering of ["2024-01-17", "2024-01", "2024", "2024-01-17~", "2024-01/2024-03-01"]) {
      expect(minutes(noon, dated("later", covering))).toEqual([at("2024-01-17T12:00Z"), at("2024-01-17T12:00Z")]);
    }
  });

  test.each(["2024-01-16", "2024-01-17T11:59Z", "2024-01-16~", "2024-01-16/2024-01-20"])(
    "one whose date is over before the event before it is refused: %s",
    (at) => {
      expect(refusal(dated("noon", "2024-01-17T12:00Z"), dated("late", at))).toMatchObject({
        code: "out-of-order",
        sentence: `late is dated ${at}, and the history has come to 2024-01-17T12:00.`,
      });
    },
  );

  test("so is one before the beginning, and one that the clock has run past", () => {
    expect(refusal(dated("early", "2024-01-14"))).toMatchObject({ code: "out-of-order" });
    const advanced = fold([strike], beginning, when("2024-02-01").end);
    expect(thrown(() => extend(advanced, [recall]))).toMatchObject({ code: "out-of-order" });
  });

  test("so are two events with one id, wherever they stand", () => {
    expect(refusal(strike, recall, { ...bar, id: strike.id })).toMatchObject({
      code: "duplicate-id",
      sentence: "Two events have the id strike-16.",
    });
    expect(thrown(() => extend(folded([strike]), [{ ...recall, id: strike.id }]))).toMatchObject({
      code: "duplicate-id",
    });
    const long = Array.from({ length: 3000 }, (_, k) => dated(`e${k % 2999}`, "2024-01-20"));
    expect(thrown(() => mainLine(long, beginning))).toMatchObject({ code: "duplicate-id" });
  });

  test("a record in order is folded as it is listed", () => {
    const ids = folded().steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event.id]));
    expect(ids).toEqual(crisis.map(({ id }) => id));
  });
});

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test("the crisis moves through the five headlines in order", () => {
  const courses = folded().steps.map(({ after }) => after.course.split(".")[0]);
  expect([...new Set(courses)]).toEqual(["strike", "ambassadors-recalled", "retaliation", "reconciliation", "normal"]);
});

test("running the clock in small steps is running it at once", () => {
  const end = when("2024-12-31").end;
  let history = fold([strike, recall, bar, overture], beginning);
  for (let minute = history.now; minute < end; minute += 10_000) history = advance(history, minute);
  expect(advance(history, end)).toEqual(fold([strike, recall, bar, overture], beginning, end));
});

test("the quiet period is 180 days by default", () => {
  expect(QUIET).toBe(180 * 24 * 60);
  expect(begin({ dyad }).quiet).toBe(QUIET);
});

describe("a crisis fades", () => {
  test("after 180 days without a hostile act, to reduced relations while ambassadors are away", () => {
    const history = folded([strike, recall], "2024-12-31");
    expect(lines(history).at(-1)).toBe("2024-07-15 clock-faded-2024-07-15 applied");
    expect(history.situation).toMatchObject({ course: "normal.reduced", ledger: "clear", posture: "none" });
  });

  test("to full relations when both ambassadors are in post", () => {
    expect(folded([strike], "2024-12-31").situation.course).toBe("normal.full");
  });

  test("later when another hostile act comes in between", () => {
    const history = folded([strike, on(31, "threaten-force", ["PAK"])], "2024-12-31");
    expect(history.steps.at(-1)?.event.at).toBe("2024-07-29");
  });

  test("not while terms are pending", () => {
    const agreed = on(22, "agree", ["IRN", "PAK"], { terms: [{ act: "visit", by: "IRN" }] });
    expect(folded([strike, agreed], "2024-12-31").situation.course).toBe("reconciliation.settled");
  });

  test("when it would have faded, whatever a third state does meanwhile", () => {
    const intrusion = on(30, "cyber-attack", ["USA"], { to: ["IRN"] });
    const faded = ({ steps }: ReturnType<typeof folded>) => steps.find(({ event }) => event.act === "crisis-faded");
    const undisturbed = faded(folded([strike], "2024-12-31"));
    expect(undisturbed).toBeDefined();
    expect(faded(folded([strike, intrusion], "2024-12-31"))?.minute).toBe(undisturbed?.minute);
  });

  test("a whole quiet period after it began, never on that day", () => {
    const long = on(16, "break-relations", ["IRN"]);
    const talks = { ...on(16, "negotiate", ["IRN", "PAK"]), at: "2024-12-01" };
    const { steps } = folded([long, talks], "2025-12-31");
    expect(steps.map(({ event: { at, act } }) => `${at} ${act}`)).toEqual([
      "2024-01-16 break-relations",
      "2024-12-01 negotiate",
      "2025-05-30 crisis-faded",
    ]);
  });

  test("after the quiet period that the beginning names", () => {
    const history = fold([strike], { ...beginning, quiet: 1440 }, when("2024-02-15").end);
    expect(history.steps.at(-1)?.event.at).toBe("2024-01-17");
  });

  test("and a crisis that never was does not", () => {
    expect(folded([on(16, "make-statement", ["IRN"])], "2024-12-31").steps).toHaveLength(1);
  });
});

test("an event on the day that something falls due comes after it", () => {
  const again = fold([strike, { ...strike, id: "again", at: "2024-07-14" }], beginning);
  expect(lines(again)).toEqual([
    "2024-01-16 strike-16 applied",
    "2024-07-14 clock-faded-2024-07-14 applied",
    "2024-07-14 again applied",
  ]);
});

test("what the clock is waiting for can be seen, first due first", () => {
  const { situation, dossier, now, quiet, quietSince } = folded([strike, recall]);
  const view = { situation: sharedTable.idOf(situation), dossier, now, quiet, quietSince };
  expect(pendingEntries(view)).toEqual([{ due: when("2024-01-17").start + QUIET, kind: "faded" }]);
});

test("a history in which nothing has happened stands at its opening", () => {
  const { steps, situation, opening } = begin({ dyad });
  expect(steps).toEqual([]);
  expect(situation).toBe(opening);
});
