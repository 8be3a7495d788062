/** What becomes of later events, on the short crisis: given the record, when it is edited, then so it goes on. */
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, when } from "../../../src/events/index.ts";
import {
  branch,
  type Edit,
  handover,
  historyOf,
  mainLine,
  type Policy,
  type Reached,
} from "../../../src/history/index.ts";
import { ids } from "../../support/branches.ts";
import {
  accord,
  bar,
  beginning,
  call,
  comeback,
  crisis,
  lines,
  on,
  overture,
  recall,
  reprisal,
  strike,
} from "../../support/crisis.ts";

const record = mainLine(crisis, { ...beginning, until: when("2024-02-15").end });

function stepTexts(edits: readonly Edit[], then: Policy): readonly string[] {
  return lines(historyOf(branch(record, edits, then)));
}

function reached(some: readonly Reached[]): readonly string[] {
  return some.map(({ event: { id }, through }) => `${id} through ${through}`);
}

const noStrike: readonly Edit[] = [{ kind: "drop", id: strike.id }];
const noAccord: readonly Edit[] = [{ kind: "drop", id: accord.id }];
const orphansOfStrike = [recall, bar, reprisal].map(({ id }) => `${id} through strike-16`);

describe("without the first strike", () => {
  test("keep: every later event stands, and what it lost is named", () => {
    const { orphaned, reopened, left } = branch(record, noStrike, "keep");
    expect(stepTexts(noStrike, "keep")).toEqual([
      "2024-01-17 recall-ambassador-17 applied",
      "2024-01-17 bar-ambassador-17 applied",
      "2024-01-18 strike-18 applied",
      "2024-01-19 express-deescalation-19 applied",
      "2024-01-19 consult-by-phone-19 applied",
      "2024-01-22 agree-22 applied",
      "2024-01-26 return-ambassador-26 applied",
      "2024-01-26 clock-kept-agree-22-1 applied",
    ]);
    expect([reached(orphaned), reopened, left]).toEqual([orphansOfStrike, [], []]);
  });

  test("prune: what it caused goes; the rest stands, also where it is void now", () => {
    expect(stepTexts(noStrike, "prune")).toEqual([
      "2024-01-19 express-deescalation-19 noted",
      "2024-01-19 consult-by-phone-19 noted",
      "2024-01-22 agree-22 noted",
      "2024-01-26 return-ambassador-26 void",
      "2024-01-27 clock-lapsed-agree-22-1 noted",
    ]);
    expect(reached(branch(record, noStrike, "prune").orphaned)).toEqual(orphansOfStrike);
  });

  test("stop: nothing happens any more", () => {
    const { left, until } = branch(record, noStrike, "stop");
    expect(stepTexts(noStrike, "stop")).toEqual([]);
    expect(ids(left)).toEqual(ids([overture, call, accord, comeback]));
    expect(until).toBe(when("2024-01-16").end);
  });

  test("model: from that day on others decide about what is left", () => {
    const { history, reopened } = handover(branch(record, noStrike, "model"));
    expect(history.situation.course).toBe("normal.full");
    expect(history.now).toBe(when("2024-01-16").start);
    expect(ids(reopened)).toEqual(ids([overture, call, accord, comeback]));
  });
});

describe("what an event loses with its cause", () => {
  test("goes on through its effects to the end of the chain", () => {
    const { orphaned } = branch(record, [{ kind: "drop", id: overture.id }], "prune");
    expect(reached(orphaned)).toEqual([
      "consult-by-phone-19 through express-deescalation-19",
      "agree-22 through consult-by-phone-19",
      "return-ambassador-26 through agree-22",
    ]);
  });

  test("is lost when one of several causes is gone", () => {
    const both = { ...call, because: [recall.id, overture.id] };
    const line = mainLine(
      crisis.map((event) => (event === call ? both : event)),
      beginning,
    );
    expect(reached(branch(line, [{ kind: "drop", id: recall.id }], "prune").orphaned)).toContain(
      "consult-by-phone-19 through recall-ambassador-17",
    );
  });

  test("is lost when the cause now comes after it", () => {
    const { orphaned, reopened } = branch(record, [{ kind: "move", id: overture.id, to: "2024-01-20" }], "keep");
    expect(reached(orphaned)[0]).toBe("consult-by-phone-19 through express-deescalation-19");
    expect(reopened).toEqual([]);
  });

  test("is an open question when the cause stands as another one, and so is what follows from it", () => {
    const { orphaned, reopened } = branch(record, [{ kind: "move", id: call.id, to: "2024-01-21" }], "prune");
    expect(orphaned).toEqual([]);
    expect(reached(reopened)).toEqual([
      "agree-22 through consult-by-phone-19",
      "return-ambassador-26 through agree-22",
    ]);
  });

  test("is nothing when the parties exchange roles: causes and effects are turned alike", () => {
    const { orphaned, reopened } = branch(record, [{ kind: "swap", id: strike.id }], "prune");
    expect([orphaned, reopened]).toEqual([[], []]);
    expect(historyOf(branch(record, [{ kind: "swap", id: strike.id }], "prune")).situation).toEqual(
      historyOf(record).situation,
    );
  });

  test("is nothing for an event without causes, whatever was dropped before it", () => {
    expect(branch(record, [{ kind: "drop", id: reprisal.id }], "prune")).toMatchObject({ orphaned: [], reopened: [] });
  });

  test("takes away an event too that the what-if itself adds", () => {
    const added = on(23, "make-statement", ["PAK"], { because: [accord.id] });
    const made = branch(
      record,
      [
        { kind: "drop", id: call.id },
        { kind: "add", event: added },
      ],
      "prune",
    );
    expect(reached(made.orphaned)).toContain("make-statement-23 through agree-22");
    expect(lines(historyOf(made)).join()).not.toContain("make-statement");
  });
});

describe("the last edit ends the telling", () => {
  test("stop: with its event and its day; a deadline of that day still passes", () => {
    const promise: DiplomaticEvent = {
      ...accord,
      terms: [{ act: "visit", by: "both", before: "2024-01-22" }],
    } as DiplomaticEvent;
    const statement = on(23, "make-statement", ["PAK"]);
    const edits: readonly Edit[] = [
      { kind: "replace", id: accord.id, event: promise },
      { kind: "add", event: statement },
    ];
    expect(stepTexts(edits, "stop").slice(-3)).toEqual([
      "2024-01-22 agree-22 applied",
      "2024-01-23 clock-lapsed-agree-22-1 applied",
      "2024-01-23 make-statement-23 noted",
    ]);
  });

  test("stop: an event of its day that comes after it is left", () => {
    const { left } = branch(record, [{ kind: "drop", id: recall.id }], "stop");
    expect(ids(left)[0]).toBe(bar.id);
  });

  test("stop: with the day of the latest, wherever the edits put their events", () => {
    const edits: readonly Edit[] = [
      { kind: "drop", id: overture.id },
      { kind: "drop", id: call.id },
      { kind: "add", event: on(18, "make-statement", ["IRN"]), before: accord.id },
    ];
    expect(branch(record, edits, "stop").until).toBe(when("2024-01-19").end);
  });

  test("stop and model: but the clock never runs on beyond the record's own end", () => {
    const late: Edit = { kind: "add", event: { ...on(31, "make-statement", ["IRN"]), at: "2024-03-01" } };
    for (const then of ["stop", "model"] as const) {
      expect(branch(record, [late], then).until).toBe(when("2024-02-15").end);
    }
  });

  test("model: the clock stands at the beginning of that day, with the deadline on it", () => {
    const edits: readonly Edit[] = [{ kind: "drop", id: comeback.id }];
    const { history, pending, reopened } = handover(branch(record, edits, "model"));
    expect(history.now).toBe(when("2024-01-26").start);
    expect(pending.map(({ kind }) => kind)).toEqual(["lapsed", "faded"].slice(0, pending.length));
    expect(pending[0]?.due).toBe(when("2024-01-27").start);
    expect(reopened).toEqual([]);
  });

  test("keep and prune: the record goes on to its own end, where the clock has more to say", () => {
    expect(stepTexts(noAccord, "keep").at(-1)).toBe("2024-01-26 return-ambassador-26 void");
    expect(stepTexts(noAccord, "prune").at(-1)).toBe("2024-01-19 consult-by-phone-19 applied");
    expect(historyOf(branch(record, noAccord, "prune")).now).toBe(when("2024-02-15").end);
  });
});
