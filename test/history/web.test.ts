/** Webs: what holds of several relations folded over one list of events. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { event, when } from "../../src/events/index.ts";
import {
  branch,
  eventsOf,
  fold,
  foldWeb,
  historyOf,
  mainLine,
  stepsUntil,
  toldAt,
  touches,
  webStates,
} from "../../src/history/index.ts";
import type { Dyad } from "../../src/machine/index.ts";
import { recordArbitrary, type WebDraft, webArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

const from = when("2022-01-01").start;
const until = when("2026-12-31").end;

function folded({ record, relations }: WebDraft) {
  return foldWeb(
    record,
    relations.map((dyad) => ({ dyad, from })),
    until,
  );
}

function outcomeOf({ steps, situation, dossier, quietSince }: ReturnType<typeof fold>) {
  return { steps, situation, dossier, quietSince };
}

describe("a web", () => {
  test("of one pair is the dyad, whatever third states do", () => {
    const dyad = { a: "AAA", b: "BBB" };
    fc.assert(
      fc.property(recordArbitrary({ dyad }), (record) => {
        const [web] = folded({ record, relations: [dyad] });
        expect(web).toEqual(fold(record, { dyad, from }, until));
      }),
    );
  });

  test("folded is each of its relations folded alone, over the events that touch it", () => {
    fc.assert(
      fc.property(webArbitrary(), (web) => {
        const states = webStates(web.relations.map((dyad) => ({ dyad })));
        for (const [k, history] of folded(web).entries()) {
          const dyad = web.relations[k] as Dyad;
          const own = web.record.filter((one) => touches(one, { dyad, states }));
          expect(outcomeOf(history)).toEqual(outcomeOf(fold(own, { dyad, from }, until)));
        }
      }),
    );
  });

  test("is the same in whichever order its relations stand", () => {
    fc.assert(
      fc.property(webArbitrary(), (web) => {
        const turned = folded({ ...web, relations: web.relations.toReversed() }).toReversed();
        expect(turned.map(outcomeOf)).toEqual(folded(web).map(outcomeOf));
      }),
    );
  });

  test("loses no event: each is told in some relation", () => {
    fc.assert(
      fc.property(webArbitrary(), (web) => {
        const ids = new Set(folded(web).flatMap(({ steps }) => steps.map((step) => step.event.id)));
        expect(web.record.filter(({ id }) => !ids.has(id))).toEqual([]);
      }),
    );
  });

  test("has one minute for each event, whichever relations it touches", () => {
    fc.assert(
      fc.property(webArbitrary(), (web) => {
        const minutes = new Map<string, number>();
        for (const { steps } of folded(web)) {
          for (const { event, minute } of steps.filter((step) => step.event.source !== "clock")) {
            expect(minutes.get(event.id) ?? minute).toBe(minute);
            minutes.set(event.id, minute);
          }
        }
      }),
    );
    const dated = (id: string, at: string, by: string, to: string) =>
      event({ id, at, act: "recall-ambassador", from: [by], to: [to] });
    const record = [dated("first", "2022-03-15", "AAA", "BBB"), dated("month", "2022-03", "DDD", "EEE")];
    const relations = [
      { dyad: { a: "AAA", b: "BBB" }, from },
      { dyad: { a: "DDD", b: "EEE" }, from },
    ];
    const [, other] = foldWeb(record, relations);
    expect(other?.steps.map(({ minute }) => minute)).toEqual([when("2022-03-15").start]);
  });

  test("has told by the end of a minute what any of its relations has, wherever it is cut", () => {
    const cases = fc.record({ web: webArbitrary(), minute: fc.integer({ min: from, max: until }) });
    fc.assert(
      fc.property(cases, ({ web, minute }) => {
        const histories = folded(web);
        const byThen = new Set(
          histories.flatMap((history) =>
            history.steps.slice(0, stepsUntil(history, minute)).map(({ event: { id } }) => id),
          ),
        );
        const happened = web.record.filter(({ id }) => byThen.has(id));
        for (const history of histories) {
          const count = stepsUntil(history, minute);
          const last = history.steps[count - 1];
          if (last === undefined || last.minute < minute) {
            expect(web.record.slice(0, toldAt(web.record, history, { count, minute }))).toEqual(happened);
          }
          if (last === undefined || last.event.source === "clock") continue;
          // Right after an event: it and what stands before it.
          const place = web.record.findIndex(({ id }) => id === last.event.id);
          expect(toldAt(web.record, history, { count, minute: last.minute })).toBe(place + 1);
        }
      }),
    );
  });

  test("has what-ifs that are branches of each relation by the same edits", () => {
    const cases = webArbitrary().chain((web) =>
      fc.record({ web: fc.constant(web), drop: fc.nat(Math.max(0, web.record.length - 1)) }),
    );
    let looked = 0;
    fc.assert(
      fc.property(cases, ({ web, drop }) => {
        const id = web.record[drop]?.id;
        if (id === undefined) return;
        looked += 1;
        const states = webStates(web.relations.map((dyad) => ({ dyad })));
        const branches = web.relations.map((dyad) =>
          branch(mainLine(web.record, { dyad, states, from, until }), [{ kind: "drop", id }], "prune"),
        );
        const [first] = branches;
        for (const [k, made] of branches.entries()) {
          expect(eventsOf(made)).toEqual(first === undefined ? [] : eventsOf(first));
          const again = fold(eventsOf(made), { dyad: web.relations[k] as Dyad, states, from }, until);
          expect(outcomeOf(historyOf(made))).toEqual(outcomeOf(again));
        }
      }),
    );
    expect(looked).toBeGreaterThan(ofAll(50, 15));
  });
});

test("an act of several states is judged between each of them and the one that it is aimed at, and not among them", () => {
  const broken = event({
    id: "break",
    at: "2022-06-05",
    act: "break-relations",
    from: ["AAA", "DDD"],
    to: ["BBB"],
  });
  const dyads = [
    ["AAA", "BBB"],
    ["BBB", "DDD"],
    ["AAA", "DDD"],
  ].map(([a = "", b = ""]) => ({ dyad: { a, b }, from }));
  expect(foldWeb([broken], dyads).map(({ situation }) => situation.relations)).toEqual([
    "severed",
    "severed",
    "established",
  ]);
});

test("a mediator is third to every relation, its own among them", () => {
  const offer = event({ id: "offer", at: "2022-06-05", act: "mediate", from: ["DDD"], to: ["AAA", "BBB"] });
  const histories = foldWeb(
    [offer],
    [
      { dyad: { a: "AAA", b: "BBB" }, from },
      { dyad: { a: "AAA", b: "DDD" }, from },
    ],
  );
  expect(histories.map(({ steps }) => steps.map(({ verdict, seen }) => `${verdict} ${seen.by}`))).toEqual([
    ["noted other"],
    ["noted other"],
  ]);
});
