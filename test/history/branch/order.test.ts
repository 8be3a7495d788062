/** Where edits put events: by their date, and within the day by place, causes and effects. */
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, when } from "../../../src/events/index.ts";
import { branch, type Edit, eventsOf, historyOf, mainLine } from "../../../src/history/index.ts";
import { idsOf } from "../../support/branches.ts";
import { bar, beginning, crisis, dyad, on, recall, reprisal, strike } from "../../support/crisis.ts";

function statement(id: string, at: string, ...because: readonly string[]): DiplomaticEvent {
  return { ...on(1, "make-statement", ["IRN"]), id, at, because: [...because] };
}

function order(record: readonly DiplomaticEvent[], ...edits: readonly Edit[]): string {
  return idsOf(branch(mainLine(record, { dyad }), edits, "keep")).join(" ");
}

const add = (event: DiplomaticEvent, before?: string): Edit => ({ kind: "add", event, ...(before && { before }) });
const move = (id: string, to: string, before?: string): Edit => ({ kind: "move", id, to, ...(before && { before }) });

const [a, b, c] = [statement("a", "2024-01-16"), statement("b", "2024-01-17"), statement("c", "2024-01-17")];
const record = [a, b, c, statement("d", "2024-01-18")];

describe("an event that is brought to a day", () => {
  test("comes after the others of that day", () => {
    expect(order(record, add(statement("x", "2024-01-17")))).toBe("a b c x d");
    expect(order(record, move("a", "2024-01-17"))).toBe("b c a d");
    expect(order(record, move("d", "2024-01-16"))).toBe("a d b c");
  });

  test("comes right before the one that it is put before", () => {
    expect(order(record, add(statement("x", "2024-01-17"), "b"))).toBe("a x b c d");
    expect(order(record, move("c", "2024-01-17", "b"))).toBe("a c b d");
    expect(order(record, move("d", "2024-01-17", "c"))).toBe("a b d c");
  });

  test("can be put before an event that another edit drops, moves there or adds, whichever edit comes first", () => {
    expect(order(record, add(statement("x", "2024-01-17"), "b"), { kind: "drop", id: "b" })).toBe("a x c d");
    for (const turned of [false, true]) {
      const edits = [
        add(statement("x", "2024-01-17"), "y"),
        add(statement("y", "2024-01-17"), "c"),
        move("d", "2024-01-17", "x"),
      ];
      expect(order(record, ...(turned ? edits.toReversed() : edits))).toBe("a b d x y c");
    }
  });

  test("comes before its effects and after its causes, whichever edit comes first", () => {
    const effect = statement("effect", "2024-01-17", "cause");
    const cause = statement("cause", "2024-01-17", "root");
    const root = statement("root", "2024-01-17");
    for (const [one, two, three] of permutations([effect, cause, root])) {
      expect(order(record, add(one), add(two), add(three))).toBe("a b c root cause effect d");
    }
    const line = [statement("cause", "2024-01-16"), b, statement("effect", "2024-01-17", "cause"), c];
    expect(order(line, move("cause", "2024-01-17"))).toBe("b cause effect c");
  });

  test("comes before an effect that has a place of its own", () => {
    const edits = [add(statement("cause", "2024-01-17")), add(statement("effect", "2024-01-17", "cause"), "b")];
    expect(order(record, ...edits)).toBe("a cause effect b c d");
    expect(order(record, ...edits.toReversed())).toBe("a cause effect b c d");
  });

  test("keeps its place when the roles are exchanged from it on as well", () => {
    const edits: readonly Edit[] = [{ kind: "swap", id: "d" }, move("d", "2024-01-17", "b")];
    expect(order(record, ...edits)).toBe("a d b c");
    expect(order(record, ...edits.toReversed())).toBe("a d b c");
  });

  test("on the same day comes in the order of the edits, if nothing else decides", () => {
    const [x, y] = [add(statement("x", "2024-01-17")), add(statement("y", "2024-01-17"))];
    expect(order(record, x, y)).toBe("a b c x y d");
    expect(order(record, y, x)).toBe("a b c y x d");
  });
});

describe("an event that is replaced", () => {
  test("stays where it stood, unless it gets another date or place", () => {
    const replace = (event: DiplomaticEvent, before?: string): Edit => ({
      kind: "replace",
      id: event.id,
      event,
      ...(before && { before }),
    });
    expect(order(record, replace({ ...b, note: "otherwise" }))).toBe("a b c d");
    expect(order(record, replace({ ...b, at: "2024-01-18" }))).toBe("a c d b");
    expect(order(record, replace({ ...c, note: "otherwise" }, "b"))).toBe("a c b d");
  });
});

describe("an event of a minute", () => {
  const minutes = [statement("ten", "2024-01-18T10:00"), statement("two", "2024-01-18T14:00")];

  test("stands between those of earlier and of later minutes", () => {
    expect(order(minutes, add(statement("noon", "2024-01-18T12:00")))).toBe("ten noon two");
    expect(order(minutes, add(statement("nine", "2024-01-18T09:00+01:00")))).toBe("nine ten two");
  });

  test("stands so too where an event of the whole day comes after them", () => {
    const line = branch(mainLine(minutes, { dyad }), [add(statement("day", "2024-01-18"))], "keep");
    expect(idsOf(line).join(" ")).toBe("ten two day");
    const noon = branch(line, [add(statement("noon", "2024-01-18T12:00"))], "keep");
    expect(idsOf(noon).join(" ")).toBe("ten noon two day");
    expect(historyOf(noon).steps.map(({ minute }) => minute % 1440)).toEqual([600, 720, 840, 840]);
  });

  test("can be put before and after one of the whole day", () => {
    const day = [statement("day", "2024-01-18")];
    expect(order(day, add(statement("noon", "2024-01-18T12:00")))).toBe("day noon");
    expect(order(day, add(statement("noon", "2024-01-18T12:00"), "day"))).toBe("noon day");
    expect(() => order(minutes, add(statement("noon", "2024-01-18T12:00"), "ten"))).toThrow("can't stand before ten");
  });
});

describe("at the edges of time", () => {
  test("events before 1970 and in the first and last years stand by their date as any other", () => {
    const old = [statement("x", "1914-06-28"), statement("y", "1914-07-28")];
    expect(order(old, move("y", "1914-06-27"))).toBe("y x");
    expect(order(old, move("x", "0000-01-01"), move("y", "9999-12-31"))).toBe("x y");
    expect(order(old, add(statement("z", "1969-12-31T23:59")), add(statement("w", "1970-01-01")))).toBe("x y z w");
    const stopped = branch(mainLine(old, { dyad }), [{ kind: "drop", id: "x" }], "stop");
    expect(stopped.until).toBe(when("1914-06-28").end);
  });

  test("an event at the end of the window, and one after it, happen; the clock does not run back", () => {
    const main = mainLine(crisis, { ...beginning, until: when("2024-01-26").end });
    for (const [at, now] of [
      ["2024-01-26", "2024-01-26"],
      ["2024-03-01", "2024-02-29"],
    ] as const) {
      const made = branch(main, [add(statement("x", at))], "keep");
      expect(eventsOf(made).at(-1)?.id).toBe("x");
      expect(historyOf(made).now).toBe(when(now).end + (at === now ? 0 : 1));
    }
  });

  test("nothing can be moved before the beginning of the record, where it has one", () => {
    const edits = [{ kind: "move", id: strike.id, to: "1990-01-01" }] as const;
    expect(() => branch(mainLine(crisis, beginning), edits, "keep")).toThrow(
      "strike-16 would come on 1990-01-01, before the record begins. Expected: a date from 2024-01-15T00:00 on.",
    );
    const made = branch(mainLine(crisis, { dyad: beginning.dyad }), edits, "keep");
    expect(historyOf(made).from).toBe(when("1990-01-01").start);
  });
});

describe("what says itself that it stands after one and before another", () => {
  type Sides = Partial<Pick<DiplomaticEvent, "at" | "after" | "before">>;
  const month = (sides: Sides): DiplomaticEvent => ({ ...statement("x", "2024-01"), ...sides });
  const idsWith = (edits: readonly Edit[]) =>
    eventsOf(branch(mainLine(crisis, beginning), edits, "keep")).map(({ id }) => id);

  test("is put there by an edit, as far as its date goes", () => {
    const ids = idsWith([add(month({ after: strike.id, before: recall.id }))]);
    expect(ids.indexOf("x")).toBe(ids.indexOf(recall.id) - 1);
  });

  test.each<[Sides, string]>([
    [
      { at: "2024-01-15", after: recall.id },
      "x is said to come after recall-ambassador-17, and would stand before it.",
    ],
    [
      { at: "2024-02-10", before: recall.id },
      "x is said to come before recall-ambassador-17, and would stand after it.",
    ],
    [{ after: "recal" }, "x is said to come after recal, and there is no such event."],
  ])("is refused elsewhere: %j", (sides, sentence) => {
    expect(() => idsWith([add(month(sides))])).toThrow(sentence);
  });

  test("does not forbid to drop the one that it names", () => {
    const main = mainLine([strike, { ...recall, after: strike.id }], beginning);
    const ids = (edits: readonly Edit[]) => eventsOf(branch(main, edits, "keep")).map(({ id }) => id);
    expect(ids([{ kind: "drop", id: strike.id }])).toEqual([recall.id]);
    const moved = [
      { kind: "drop", id: strike.id },
      { kind: "move", id: recall.id, to: "2024-01-16" },
    ] as const;
    expect(ids(moved)).toEqual([recall.id]);
    expect(() => ids([{ kind: "move", id: recall.id, to: "2024-01-15" }])).toThrow("would stand before it");
  });
});

test("on the day of the recall, the order of two events decides their verdicts", () => {
  const first = branch(
    mainLine(crisis, beginning),
    [{ kind: "move", id: reprisal.id, to: recall.at, before: recall.id }],
    "prune",
  );
  const course = ({ id }: DiplomaticEvent): string | undefined =>
    historyOf(first).steps.find(({ event }) => event.id === id)?.after.course;
  expect(idsOf(first).slice(0, 4)).toEqual([strike.id, reprisal.id, recall.id, bar.id]);
  expect(course(recall)).toMatch(/^retaliation/);
});

function permutations([x, y, z]: readonly [DiplomaticEvent, DiplomaticEvent, DiplomaticEvent]) {
  return [
    [x, y, z],
    [x, z, y],
    [y, x, z],
    [y, z, x],
    [z, x, y],
    [z, y, x],
  ] as const;
}
