/** What holds of every branch, whatever the record and the edits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { when } from "../../../src/events/index.ts";
import {
  branch,
  compare,
  digestOf,
  eventsOf,
  fold,
  handover,
  historyOf,
  mainLine,
  type Policy,
  pendingOf,
} from "../../../src/history/index.ts";
import { editsArbitrary, whatIfArbitrary } from "../../../src/testing/index.ts";
import { bytes, holds, ids, idsOf, make, scope, told, whatIfs } from "../../support/branches.ts";

const dyad = scope.dyad;
const edited = ({ edits }: { edits: readonly object[] }): boolean => edits.length > 0;

describe("a branch", () => {
  test("is what folding its events from the beginning gives", () => {
    holds(({ made }) => expect(told(made)).toEqual(told(fold(eventsOf(made), scope, made.until))));
  });

  test("is in order of time: nothing comes after what is later than it", () => {
    holds(
      ({ made }) => {
        let latest = Number.NEGATIVE_INFINITY;
        for (const { at } of eventsOf(made)) {
          expect(when(at).end).toBeGreaterThanOrEqual(latest);
          latest = Math.max(latest, when(at).start);
        }
      },
      { maxPause: 1, maxEdits: 8 },
    );
  });

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

  test("leaves its parent as it was", () => {
    fc.assert(
      fc.property(whatIfArbitrary({ dyad }), ({ record, edits, then }) => {
        const [events, main] = [structuredClone(record), mainLine(record, scope)];
        const before = structuredClone(main);
        branch(main, edits, then);
        expect(main).toEqual(before);
        expect(record).toEqual(events);
      }),
    );
  });

  test("holds the very steps of its parent until the first of its own", () => {
    holds(({ main, made }) => {
      const [there, here] = [historyOf(main).steps, historyOf(made).steps];
      const { steps } = made.shared;
      expect(here.slice(0, steps).every((step, k) => step === there[k])).toBe(true);
      expect(here.length).toBe(steps + made.tail.length);
      const [own] = made.tail;
      if (own?.event.source !== "clock") expect(own?.event).not.toBe(there[steps]?.event ?? null);
    });
  });

  test("has no edit and no difference when nothing is edited", () => {
    holds(
      ({ main, then }) => {
        const same = branch(main, [], then);
        expect(compare(historyOf(main), historyOf(same))).not.toHaveProperty("divergence");
        expect(same.tail).toEqual([]);
        expect(digestOf(same)).toBe(digestOf(main));
      },
      { maxEdits: 0 },
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
  test("pruning takes exactly those that follow, by their causes, from what no longer stands before them", () => {
    holds(
      ({ main, edits, made }) => {
        const kept = eventsOf(branch(main, edits, "keep"));
        const gone = new Set(ids(edits.flatMap((edit) => (edit.kind === "drop" ? [edit] : []))));
        // Again and again over the whole list, until nothing more goes.
        for (let size = -1; size < gone.size; ) {
          size = gone.size;
          kept.forEach(({ id, because }, k) => {
            const earlier = new Set(ids(kept.slice(0, k)));
            if (because.some((cause) => gone.has(cause) || !earlier.has(cause))) gone.add(id);
          });
        }
        expect(eventsOf(made)).toEqual(kept.filter(({ id }) => !gone.has(id)));
        expect(ids(made.orphaned.map(({ event }) => event))).toEqual(ids(kept.filter(({ id }) => gone.has(id))));
      },
      { then: "prune" },
    );
  });

  test("keeping leaves every one, and names the same orphans", () => {
    holds(
      ({ main, record, edits, made }) => {
        const added = edits.flatMap((edit) => (edit.kind === "add" ? [edit.event.id] : []));
        const out = new Set(edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : [])));
        const wanted = [...ids(record).filter((id) => !out.has(id)), ...added];
        expect(idsOf(made).toSorted()).toEqual(wanted.toSorted());
        expect(made.orphaned).toEqual(branch(main, edits, "prune").orphaned);
      },
      { then: "keep" },
    );
  });

  test("stopping and handing over tell the pruned history up to the last edit, and leave exactly the rest", () => {
    fc.assert(
      fc.property(whatIfs().filter(edited), fc.constantFrom<Policy>("stop", "model"), (whatIf, then) => {
        const [pruned, ended] = [make(whatIf, "prune").made, make(whatIf, then).made];
        expect([...eventsOf(ended), ...ended.left]).toEqual(eventsOf(pruned));
        const concerned = new Set(whatIf.edits.map((edit) => (edit.kind === "add" ? edit.event.id : edit.id)));
        if (whatIf.edits.every(({ kind }) => kind !== "swap")) {
          expect(ids(ended.left).filter((id) => concerned.has(id))).toEqual([]);
        }
      }),
    );
  });

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
      ({ made, edits }) => {
        const orphans = new Set(ids(made.orphaned.map(({ event }) => event)));
        const own = new Set(
          edits.flatMap((edit) => (edit.kind === "swap" || edit.kind === "drop" ? [] : [idOf(edit)])),
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
    { numRuns: 50 },
  );
});

function idOf(edit: { readonly id: string } | { readonly event: { readonly id: string } }): string {
  return "event" in edit ? edit.event.id : edit.id;
}
