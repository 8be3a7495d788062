/** What is doubtful about a what-if, and what is not. */
import { describe, expect, test } from "vitest";
import {
  branch,
  type Doubt,
  doubtsOf,
  doubtTexts,
  type Edit,
  mainLine,
  type Policy,
} from "../../../src/history/index.ts";
import { holds } from "../../support/branches.ts";
import {
  accord,
  bar,
  beginning,
  call,
  comeback,
  crisis,
  on,
  overture,
  recall,
  reprisal,
  strike,
} from "../../support/crisis.ts";

const record = mainLine(crisis, beginning);
const because = "Cooler heads prevailed.";

function doubts(
  edits: readonly Edit[],
  then: Policy = "prune",
  reason: string | undefined = because,
): readonly Doubt[] {
  return doubtsOf({ because: reason, edits, then }, branch(record, edits, then));
}

function codes(...given: Parameters<typeof doubts>): readonly string[] {
  return doubts(...given).map(({ code, index }) => (index === undefined ? code : `${code} ${index}`));
}

const drop = ({ id }: { readonly id: string }): Edit => ({ kind: "drop", id });
const add = (...given: Parameters<typeof on>): Edit => ({ kind: "add", event: on(...given) });

describe("no reason", () => {
  test("is doubtful when none is given, or an empty one", () => {
    expect(doubts([drop(reprisal)], "prune", "")[0]?.message).toBe(
      "No reason is given why history might have gone so.",
    );
    for (const reason of ["", " \n"]) expect(codes([drop(reprisal)], "prune", reason)).toEqual(["no-reason"]);
    const made = branch(record, [drop(reprisal)], "prune");
    expect(doubtsOf({ edits: made.edits, then: "prune" }, made).map(({ code }) => code)).toEqual(["no-reason"]);
  });

  test("is not doubtful when one is given", () => expect(doubts([drop(reprisal)])).toEqual([]));
});

describe("that a what-if changes nothing", () => {
  const stays: Edit = { kind: "move", id: strike.id, to: strike.at };

  test("is doubtful of no edits, of a move to the same day, and of a replacement by the same", () => {
    expect(doubts([])).toEqual([{ code: "changes-nothing", message: "No edit: this changes nothing." }]);
    expect(doubts([stays]).map(({ message }) => message)).toEqual([
      "move strike-16 to 2024-01-16: this changes nothing.",
    ]);
    expect(codes([{ kind: "replace", id: strike.id, event: structuredClone(strike) }])).toEqual(["changes-nothing"]);
    expect(codes([stays], "keep")).toEqual(["changes-nothing"]);
  });

  test("is doubtful of a swap of what neither party did", () => {
    const appeal = { ...on(20, "appeal-restraint", ["USA"]), to: [] };
    const line = mainLine([appeal], beginning);
    const edits: readonly Edit[] = [{ kind: "swap", id: appeal.id }];
    expect(doubtsOf({ because, edits, then: "keep" }, branch(line, edits, "keep"))).toMatchObject([
      { code: "changes-nothing" },
    ]);
  });

  test("is doubtful of an event that is dropped and added again under another id, and of no other pair", () => {
    const again: Edit = { kind: "add", event: { ...strike, id: "again" } };
    const [cancelled] = doubts([drop(strike), again], "keep");
    expect(cancelled).toEqual({
      ...{ code: "changes-nothing", index: 1 },
      message: "drop strike-16 and add again cancel each other: the same act on the same day.",
    });
    const saying = (more: object): Edit => ({ kind: "add", event: { ...strike, id: "again", ...more } });
    for (const other of [{ at: "2024-01-15" }, { from: ["PAK"] }, { to: [] }]) {
      expect(codes([drop(strike), saying(other)], "keep")).not.toContain("changes-nothing 1");
    }
    expect(codes([drop(recall), again], "keep")).not.toContain("changes-nothing 1");
    const replaced: Edit = { kind: "replace", id: strike.id, event: { ...strike, at: "2024-01-15" } };
    expect(codes([replaced, again], "keep")).not.toContain("changes-nothing 1");
  });

  test("is not doubtful of one that ends the telling early, or only changes an order or a note", () => {
    expect(codes([stays], "stop")).toEqual([]);
    expect(codes([stays], "model")).toEqual([]);
    expect(codes([{ kind: "move", id: bar.id, to: bar.at, before: recall.id }])).toEqual([]);
    expect(codes([{ kind: "replace", id: strike.id, event: { ...strike, note: "at dawn" } }])).toEqual([]);
  });
});

describe("that a what-if is not minimal", () => {
  test("is doubtful when some of its edits give the same end", () => {
    const found = doubts([add(20, "make-statement", ["IRN"]), drop(accord)], "prune");
    const message = "The end is the same without add make-statement-20.";
    expect(found).toEqual([{ code: "not-minimal", index: 0, message }]);
  });

  test("names all that could be left out, and the smallest part that is enough", () => {
    const [one, two] = [add(20, "make-statement", ["IRN"]), add(20, "make-statement", ["PAK"], { id: "other" })];
    expect(doubts([one, drop(accord), two], "prune")).toEqual([
      {
        ...{ code: "not-minimal", index: 0 },
        message: "The end is the same without add make-statement-20 and without add other.",
      },
    ]);
  });

  test("is doubtful of many edits when one can be left out", () => {
    const many = [1, 2, 3, 4, 5, 6].map((k) => add(20, "make-statement", ["IRN"], { id: `statement-${k}` }));
    expect(codes([drop(accord), ...many])).toEqual(["not-minimal 1"]);
  });

  test("is not doubtful of a single edit, of two that both are needed, or where the record ends so as well", () => {
    expect(codes([drop(accord)])).toEqual([]);
    expect(codes([drop(strike), drop(overture)])).not.toContain("not-minimal 0");
    expect(codes([drop(reprisal), drop(bar)])).toEqual([]);
  });

  test("is not doubtful when one edit is impossible without the other", () => {
    const cause = add(27, "make-statement", ["IRN"]);
    const effect = add(28, "recall-ambassador", ["PAK"], { because: ["make-statement-27"] });
    expect(codes([cause, effect])).toEqual([]);
  });
});

describe("that what is brought in was not possible", () => {
  test("is doubtful where nothing that was done stands in its way", () => {
    const [doubt] = doubts([add(20, "restore-relations", ["IRN", "PAK"])]);
    expect(doubt).toMatchObject({ code: "antecedent-not-possible", index: 0 });
    expect(doubt?.message).toMatch(
      /^restore-relations-20 \(.*, 2024-01-20\) is void there: Diplomatic relations must have been broken off\./,
    );
  });

  test("is doubtful of an event that is moved to where it is void", () => {
    expect(
      codes([{ kind: "replace", id: comeback.id, event: { ...comeback, at: "2024-01-15", because: [] } }], "keep"),
    ).toEqual(["antecedent-not-possible 0"]);
  });

  test("is not doubtful of what is valid there, nor of later events that become void", () => {
    expect(codes([add(20, "make-statement", ["IRN"])])).toEqual([]);
    expect(codes([drop(strike)], "prune")).toEqual([]);
    expect(codes([{ kind: "swap", id: overture.id }], "keep")).toEqual([]);
  });

  test("is not doubtful of what is pruned before it could happen", () => {
    const orphan = add(23, "restore-relations", ["IRN", "PAK"], { because: [call.id] });
    expect(codes([drop(overture), orphan], "prune")).toEqual(["not-minimal 1"]);
    expect(codes([drop(overture), orphan], "keep")).toContain("antecedent-not-possible 1");
  });
});

describe("that an earlier event has to change too", () => {
  test("is doubtful, and names the latest that stands in the way", () => {
    const [doubt, ...more] = doubts([add(18, "recall-ambassador", ["PAK"])], "keep");
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ code: "needs-earlier-change", index: 0 });
    expect(doubt?.message).toMatch(/It would be valid had recall-ambassador-17 \(.*, 2024-01-17\) not happened\.$/);
  });

  test("names the nearer of two, and not one that comes later or changed nothing", () => {
    const line = mainLine(
      [
        on(16, "break-relations", ["IRN"]),
        on(17, "restore-relations", ["IRN", "PAK"]),
        on(18, "break-relations", ["PAK"]),
        on(19, "make-statement", ["PAK"]),
        on(25, "restore-relations", ["IRN", "PAK"]),
      ],
      beginning,
    );
    const edits: readonly Edit[] = [add(20, "break-relations", ["IRN"])];
    const [doubt] = doubtsOf({ because, edits, then: "keep" }, branch(line, edits, "keep"));
    expect(doubt?.message).toContain("had break-relations-18 (");
  });

  test("is not doubtful when the what-if changes it", () => {
    expect(codes([drop(recall), add(18, "recall-ambassador", ["PAK"])], "keep")).not.toContain(
      "needs-earlier-change 1",
    );
  });
});

test("each doubt says what it means, what mends it, and where it is argued", () => {
  for (const text of Object.values(doubtTexts)) for (const part of Object.values(text)) expect(part).toMatch(/\w.*\.$/);
});

test("nothing is doubtful of the record itself, and no doubt comes without words", () => {
  expect(doubtsOf({ edits: [], then: "keep" }, record)).toEqual([]);
  holds(({ edits, then, made }) => {
    for (const { code, message, index } of doubtsOf({ because, edits, then }, made)) {
      expect(doubtTexts).toHaveProperty(code);
      expect(message).toMatch(/\.$/);
      if (index !== undefined) expect(edits[index]).toBeDefined();
    }
  });
});

describe("an answer that stays though what it answers is the opposite now", () => {
  const kinder: Edit = {
    kind: "replace",
    id: strike.id,
    event: on(16, "express-deescalation", ["IRN"], { id: strike.id }),
  };

  test("is doubtful", () => {
    expect(codes([kinder], "keep")).toContain("answer-stays 0");
  });

  test("is not doubtful where the act stays hostile, or the answers go too", () => {
    const another: Edit = {
      kind: "replace",
      id: strike.id,
      event: on(16, "clash", ["IRN", "PAK"], { id: strike.id }),
    };
    expect(codes([another], "keep")).not.toContain("answer-stays 0");
    expect(codes([kinder], "stop")).not.toContain("answer-stays 0");
  });
});
