/** What strategies hear and do beside answering: force by both, and going on unasked. */
import { describe, expect, test } from "vitest";
import { type Doctrine, type Rule, strategies } from "../../src/doctrine/index.ts";
import { type ActId, type DiplomaticEvent, event, MINUTES_PER_DAY, when } from "../../src/events/index.ts";
import { compile, createSimulator, futureEvents, shareOf } from "../../src/futures/index.ts";
import { fold } from "../../src/history/index.ts";
import { sure } from "../support/futures.ts";

const dyad = { a: "IRN", b: "PAK" };
const both = [dyad.a, dyad.b];

function happened(act: ActId, from: readonly string[], at = "2024-01-16"): DiplomaticEvent {
  const to = from.length === 2 ? [] : both.filter((code) => !from.includes(code));
  return event({ id: `${act}-${at}`, act, at, from, to } as never);
}

interface Case {
  readonly record?: readonly DiplomaticEvent[];
  readonly scheduled?: readonly DiplomaticEvent[];
  readonly doctrines: Readonly<Record<string, Doctrine>>;
  readonly runs?: number;
}

/** What follows in each future: who did what because of what, in order. */
function futures({ record = [], scheduled = [], doctrines, runs = 1 }: Case): readonly (readonly string[])[] {
  const history = fold(record, { dyad, from: when("2024-01-15").start });
  const horizon = when("2024-12-31").end;
  const model = compile({ history, scheduled, doctrines, assumptions: {}, horizon });
  const { run, log } = createSimulator(model, 1);
  return Array.from({ length: runs }, (_, number) =>
    futureEvents(model, run(number), log).map(({ from, act, because }) => `${from} ${act} ${because}`.trim()),
  );
}

describe("force by both", () => {
  const answered = { IRN: sure("restraint"), PAK: sure("restraint") };

  test.each(["clash", "war-battle"] as const)("a %s of the record is the other's act to either party", (act) => {
    const [future = []] = futures({ record: [happened(act, both)], doctrines: answered });
    const protests = both.map((code) => `${code} lodge-protest ${act}-2024-01-16`);
    expect(future.slice(0, 2).toSorted()).toEqual(protests);
  });

  test("so is one that comes later", () => {
    const clash = happened("clash", both, "2024-02-01");
    const [future = []] = futures({ scheduled: [clash], doctrines: answered });
    expect(future[0]).toBe("IRN,PAK clash");
    expect(future.slice(1, 3).toSorted()).toEqual(both.map((code) => `${code} lodge-protest clash-2024-02-01`));
  });

  test("what else both do is nothing to a strategy", () => {
    for (const act of ["consult-by-phone", "declare-ceasefire"] as const) {
      const doctrines = { IRN: sure("tit-for-tat"), PAK: sure("tit-for-tat") };
      expect(futures({ record: [happened(act, both)], doctrines })).toEqual([[]]);
    }
  });

  test("twins who answer with a chance of 0.4 go on after a clash about as often as states do", () => {
    const twin: Doctrine = { kind: "strategy", use: "tit-for-tat", parameters: { answers: 0.4 } };
    const all = futures({ record: [happened("clash", both)], doctrines: { IRN: twin, PAK: twin }, runs: 4000 });
    const { low, high } = shareOf(all.filter((one) => one.length > 0).length, all.length);
    // Either of two answers comes with a chance of 0.64, less the few after the horizon. In Militarized Interstate Events
    // something follows the first clash of two states alone in 63 %, of any pair in 68 % (bench/mie.ts).
    expect(low).toBeLessThan(0.64);
    expect(high).toBeGreaterThan(0.6);
  });
});

describe("going on", () => {
  const goingOn = (chance: number): Doctrine => sure("tit-for-tat", { "goes-on": chance });

  test.each([
    ["threaten-force", "threaten-force"],
    ["raise-alert", "show-force"],
    ["seize", "strike"],
  ] as const)("who did %s goes on with %s, again and again where it is certain", (did, does) => {
    const [future = []] = futures({ record: [happened(did, ["IRN"])], doctrines: { IRN: goingOn(1) } });
    const [first, ...more] = future.slice(0, 5);
    expect(first).toBe(`IRN ${does} ${did}-2024-01-16`);
    expect(more).toHaveLength(4);
    for (const one of more) expect(one.startsWith(`IRN ${does} irn-${does}-`)).toBe(true);
  });

  test("after one act so many more come as the chance says: a geometric number", () => {
    const all = futures({ record: [happened("strike", ["IRN"])], doctrines: { IRN: goingOn(0.45) }, runs: 4000 });
    for (const least of [1, 2, 3]) {
      const { low, high } = shareOf(all.filter((one) => one.length >= least).length, all.length);
      expect(low).toBeLessThan(0.45 ** least);
      expect(high).toBeGreaterThan(0.45 ** least);
    }
  });

  test.each(["lodge-protest", "declare-war", "express-deescalation"] as const)("nobody goes on after %s", (act) => {
    expect(futures({ record: [happened(act, ["IRN"])], doctrines: { IRN: goingOn(1) } })).toEqual([[]]);
  });

  test("who has done something since does not go on with what was before", () => {
    const record = [happened("strike", ["IRN"]), happened("lodge-protest", ["IRN"], "2024-01-17")];
    expect(futures({ record, doctrines: { IRN: goingOn(1) } })).toEqual([[]]);
  });

  test("what the other does is answered as it would be if nobody went on", () => {
    const answer = (chance: number) => {
      const doctrines: Readonly<Record<string, Doctrine>> = {
        PAK: { kind: "strategy", use: "tit-for-tat", parameters: { "goes-on": chance } },
      };
      return futures({ record: [happened("strike", ["IRN"])], doctrines, runs: 300 }).map(([first]) => first);
    };
    expect(answer(0.9)).toEqual(answer(0));
  });

  test("stonewalling and restraint never do, and all others may", () => {
    const never = strategies.filter(({ parameters }) => !("goes-on" in parameters)).map(({ id }) => id);
    expect(never).toEqual(["stonewalling", "restraint"]);
    for (const { id } of strategies) {
      const doctrines = { IRN: sure(id, { "goes-on": 1, period: 30_000 }) };
      const [future = []] = futures({ record: [happened("strike", ["IRN"])], doctrines });
      expect(future.length > 0, id).toBe(!never.includes(id));
    }
  });
});

describe("rules that come round", () => {
  const atOnce = { kind: "between", least: 0, most: 0 } as const;
  const rule = (wanted: Pick<Rule, "with" | "every"> & Partial<Rule>): Rule => ({
    answer: [],
    chance: 1,
    after: atOnce,
    if: {},
    atMost: 1,
    ...wanted,
  });

  test("one that waits for a situation is considered again when another one has brought it about", () => {
    // Found by a hunt of exact answers (seed 990115): it was passed over for good while nothing else was due.
    const rules = [
      rule({ with: "strike", every: MINUTES_PER_DAY, if: { course: "reconciliation.overture" } }),
      rule({ with: "offer-talks", every: 2 * MINUTES_PER_DAY }),
    ];
    const record = [happened("strike", ["IRN"])];
    const [future = []] = futures({ record, doctrines: { IRN: { kind: "rules", rules } } });
    expect(future).toEqual(["IRN offer-talks", "IRN strike"]);
  });
});
