/** What holds of every branch beside the laws, whatever the record and the edits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { when } from "../../../src/events/index.ts";
import {
  branch,
  compare,
  digestOf,
  editedId,
  eventsOf,
  fold,
  handover,
  historyOf,
  mainLine,
  pendingOf,
} from "../../../src/history/index.ts";
import { editsArbitrary } from "../../../src/testing/index.ts";
import { bytes, holds, ids, make, scope, told, whatIfs } from "../../support/branches.ts";
import { ofAll } from "../../support/enduring.ts";

const dyad = scope.dyad;

describe("a branch", () => {
  test("of a branch of a branch is what folding its events from the beginning gives", () => {
    const pairs = whatIfs().chain((first) =>
      editsArbitrary(eventsOf(make(first).made), dyad).map((second) => ({ first, second })),
    );
    const chains = pairs.chain(({ first, second }) =>
      editsArbitrary(eventsOf(branch(make(first).made, second, "keep")), dyad).map((third) => ({
        first,
        second,
        third,
      })),
    );
    fc.assert(
      fc.property(chains, ({ first, second, third }) => {
        const last = branch(branch(make(first).made, second, "keep"), third, first.then);
        expect(told(last)).toEqual(told(fold(eventsOf(last), scope, last.until)));
      }),
    );
  });

  test("does not diverge when its edits leave each event as it is", () => {
    holds(({ main, record }) => {
      const edits = record.map((event, k) =>
        k % 2 === 0
          ? ({ kind: "move", id: event.id, to: event.at } as const)
          : ({ kind: "replace", id: event.id, event: structuredClone(event) } as const),
      );
      const same = branch(main, edits, "prune");
      const { divergence, parted, missing, added, changed, verdicts, days, end } = compare(
        historyOf(main),
        historyOf(same),
      );
      expect({ divergence, parted }).toEqual({});
      expect([missing, added, changed, verdicts, days, end].flat()).toEqual([]);
    });
  });
});

describe("of the events after the edits", () => {
  test("handing over gives the situation, the clock and the events that are open again", () => {
    holds(
      ({ made }) => {
        const { history, pending, reopened } = handover(made);
        expect(history).toEqual(historyOf(made));
        expect(reopened).toBe(made.left);
        expect(pending).toEqual(pendingOf(history));
        const dues = pending.map(({ due }) => due);
        expect(dues).toEqual(dues.toSorted((one, other) => one - other));
        if (made.until !== undefined) expect(dues.every((due) => due >= history.now)).toBe(true);
      },
      { then: "model" },
    );
  });

  test("each that stands on a cause that was edited, or stands on such a one, is reopened, unless it is orphaned", () => {
    holds(
      ({ made }) => {
        const orphans = new Set(ids(made.orphaned.map(({ event }) => event)));
        const own = new Set(
          // An edit that leaves its event as it was, where it was, changes nothing.
          made.changes.flatMap(({ edit, before, after }) =>
            edit.kind === "swap" ||
            edit.kind === "drop" ||
            (!("before" in edit) && JSON.stringify(before) === JSON.stringify(after))
              ? []
              : [editedId(edit)],
          ),
        );
        const changed = new Set([...own].filter((id) => !orphans.has(id)));
        const standing = eventsOf(made).filter(({ id }) => !orphans.has(id));
        for (const { id, because } of standing) if (because.some((cause) => changed.has(cause))) changed.add(id);
        const wanted = ids(standing).filter((id) => changed.has(id) && !own.has(id));
        expect(ids(made.reopened.map(({ event }) => event))).toEqual(wanted);
      },
      { then: "keep" },
    );
  });

  test("each orphan and each reopened event names the cause that it is reached through", () => {
    holds(({ made }) => {
      for (const { event, through } of [...made.orphaned, ...made.reopened]) expect(event.because).toContain(through);
    });
  });
});

test("digests are equal exactly when the events and the end of the clock are", () => {
  fc.assert(
    fc.property(whatIfs(), (whatIf) => {
      const { main, record, edits, made } = make(whatIf);
      const others = [
        main,
        made,
        branch(main, edits, "keep"),
        branch(made, [], "keep"),
        mainLine(eventsOf(made), scope),
      ];
      for (const other of others) {
        const same = bytes(other) === bytes(made) && other.until === made.until;
        expect(digestOf(other) === digestOf(made)).toBe(same);
      }
      expect(digestOf(mainLine(record, scope))).toBe(digestOf(main));
      expect(digestOf(mainLine(record, { ...scope, until: when("2027-01-01").end }))).not.toBe(digestOf(main));
    }),
    { numRuns: ofAll(50, 15) },
  );
});
