import { describe, expect, test } from "vitest";
import { type ActId, actIds, actsOfClass } from "../../src/events/index.ts";
import {
  type By,
  type ChartEvent,
  chart,
  keyOf,
  matches,
  type Pattern,
  PEACE,
  regionNames,
  regions,
  type Situation,
  symbolIndex,
  symbols,
  symbolText,
} from "../../src/machine/index.ts";
import { coverage } from "../support/coverage.ts";
import { effects } from "../support/effects.ts";
import { reachable, situations } from "../support/reachable.ts";
import { transitionsOf, transitionText } from "../support/transitions.ts";

const { table } = reachable;
const count = symbols.length;

function always(when: Pattern, then: (situation: Situation) => boolean): readonly Situation[] {
  return situations.filter((situation) => matches(situation, when) && !then(situation));
}

test("everything reachable is enumerated", () => {
  const { changes, notes, refusals } = reachable;
  console.log(
    `${situations.length} situations, ${count} symbols: ${changes} changes, ${notes} notes, ${refusals} refusals`,
  );
  expect(changes + notes + refusals).toBe(situations.length * count);
  expect(new Set(situations.map(keyOf)).size).toBe(situations.length);
});

describe("in every reachable situation", () => {
  test("severed relations leave both missions closed", () => {
    expect(always({ relations: "severed" }, (s) => s.missionA === "closed" && s.missionB === "closed")).toEqual([]);
  });

  test("full normal relations mean established, both ambassadors in post, a clear ledger and nothing pending", () => {
    const full: Pattern = {
      relations: "established",
      missionA: "ambassador",
      missionB: "ambassador",
      ledger: "clear",
      terms: "none",
    };
    expect(always({ course: "normal.full" }, (s) => matches(s, full))).toEqual([]);
  });

  test("normal relations with both ambassadors in post are full", () => {
    expect(
      always({ course: "normal.reduced" }, (s) => s.missionA !== "ambassador" || s.missionB !== "ambassador"),
    ).toEqual([]);
  });

  test("normal relations have a clear ledger, no terms pending and no force in the posture", () => {
    expect(
      always({ course: "normal" }, (s) =>
        matches(s, { ledger: "clear", terms: "none", posture: ["none", "threat", "display"] }),
      ),
    ).toEqual([]);
  });

  test("strike means that exactly one has used force", () => {
    expect(always({ course: "strike" }, (s) => s.ledger === "by-a" || s.ledger === "by-b")).toEqual([]);
  });

  test("retaliation means that both have used force", () => {
    expect(always({ course: "retaliation" }, (s) => s.ledger === "both")).toEqual([]);
  });

  test("a posture of force or war means that somebody has used force, and the other way round", () => {
    expect(situations.filter((s) => (s.ledger !== "clear") !== (s.posture === "force" || s.posture === "war"))).toEqual(
      [],
    );
  });

  test("terms are pending only in reconciliation, or after a rupture of it", () => {
    expect(
      always({ terms: "pending" }, (s) => matches(s, { course: ["reconciliation", "ambassadors-recalled"] })),
    ).toEqual([]);
  });
});

/** Every lawful act of these from every reachable situation after which this does not hold; the first few. */
function exceptions(
  acts: readonly ActId[],
  holds: (after: Situation, event: ChartEvent, before: Situation) => boolean,
): readonly string[] {
  const meant = symbols.flatMap((symbol, k) => (acts.includes(symbol.type) ? [[symbol, k] as const] : []));
  expect(meant.length).toBeGreaterThan(0);
  const failures = situations.flatMap((before, id) =>
    meant
      .filter(([, k]) => table.verdict(id, k) !== "unlawful")
      .filter(([symbol, k]) => !holds(table.situationOf(table.next(id, k)), symbol, before))
      .map(([symbol]) => `${keyOf(before)} ${symbolText(symbol)}`),
  );
  return failures.slice(0, 5);
}

describe("from every reachable situation", () => {
  test("lawful force makes a strike or retaliation, names who used it and voids terms", () => {
    const used = (by: By): readonly Situation["ledger"][] =>
      by === "a" ? ["by-a", "both"] : by === "b" ? ["by-b", "both"] : ["both"];
    const failures = exceptions(actsOfClass("force"), (s, { by }) =>
      matches(s, { course: ["strike", "retaliation"], ledger: used(by), posture: ["force", "war"], terms: "none" }),
    );
    expect(failures).toEqual([]);
  });

  test("a lawful act that moves a mission's head does move a mission", () => {
    const moved = (s: Situation, before: Situation): boolean =>
      s.missionA !== before.missionA || s.missionB !== before.missionB;
    const acts: readonly ActId[] = [
      "recall-ambassador",
      "bar-ambassador",
      "expel-ambassador",
      "downgrade-relations",
      "close-mission",
      "return-ambassador",
      "grant-agrement",
      "restore-relations",
    ];
    expect(exceptions(acts, (s, _, before) => moved(s, before))).toEqual([]);
    expect(exceptions(["break-relations"], (s) => matches(s, { missionA: "closed", missionB: "closed" }))).toEqual([]);
  });

  test("a lawful rupture ends with ambassadors recalled, or leaves retaliation as it was", () => {
    const acts: readonly ActId[] = ["recall-ambassador", "bar-ambassador", "expel-ambassador", "break-relations"];
    const failures = exceptions(acts, (s, _, before) =>
      matches(before, { course: "retaliation" }) ? s.course === before.course : s.course === "ambassadors-recalled",
    );
    expect(failures).toEqual([]);
  });

  test("a lawful act of conciliation in a crisis leads to reconciliation, or back to normal by a return", () => {
    const crisis: Pattern = { course: ["strike", "ambassadors-recalled", "retaliation", "reconciliation"] };
    const failures = exceptions(actsOfClass("conciliation"), (s, { type }, before) => {
      if (!matches(before, crisis)) return matches(s, { course: "normal" });
      return matches(s, { course: type === "return-ambassador" ? ["reconciliation", "normal"] : "reconciliation" });
    });
    expect(failures).toEqual([]);
  });

  test("an agreement settles, except terms in full normal relations", () => {
    const failures = exceptions(actsOfClass("agreement"), (s, _, before) =>
      before.course === "normal.full" ? s.course === "normal.full" : s.course === "reconciliation.settled",
    );
    expect(failures).toEqual([]);
  });

  test("any contact leaves the channels open, and suspended talks leave them suspended", () => {
    expect(exceptions(actsOfClass("contact"), (s) => s.channels === "open")).toEqual([]);
    expect(exceptions(["suspend-talks"], (s) => s.channels === "suspended")).toEqual([]);
  });

  test("the posture falls only to none, and only where a crisis ends", () => {
    const rank = (s: Situation): number => regions.posture.indexOf(s.posture);
    const failures = exceptions(actIds, (s, { type }, before) => {
      if (rank(s) >= rank(before)) return true;
      return s.posture === "none" && (matches(s, { course: "normal" }) || type === "crisis-faded");
    });
    expect(failures).toEqual([]);
  });

  test("statements, protests, sanctions, third parties and non-state groups move nothing", () => {
    const silent = (["statement", "protest", "third-party", "non-state", "sanction"] as const).flatMap(actsOfClass);
    expect(exceptions(silent, (s, _, before) => s === before)).toEqual([]);
  });
});

test("from every reachable situation, war and severance included, normal relations can return", () => {
  const before = new Map<number, number[]>();
  for (let id = 0; id < situations.length; id++) {
    for (let symbol = 0; symbol < count; symbol++) {
      const next = table.next(id, symbol);
      if (next !== id) before.set(next, [...(before.get(next) ?? []).slice(-400), id]);
    }
  }
  const found = new Set(situations.flatMap((s, id) => (s.course === "normal.full" ? [id] : [])));
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const earlier of before.get(id) ?? []) {
      if (found.has(earlier)) continue;
      found.add(earlier);
      waiting.push(earlier);
    }
  }
  expect(found.size).toBe(situations.length);
});

test("no act is dead: each is lawful somewhere", () => {
  const lawful = new Set<ActId>();
  symbols.forEach((symbol, k) => {
    if (!lawful.has(symbol.type) && situations.some((_, id) => table.verdict(id, k) !== "unlawful"))
      lawful.add(symbol.type);
  });
  expect(actIds.filter((id) => !lawful.has(id))).toEqual([]);
});

test("the chart is the same seen from either party", () => {
  const sides = (text: string): string => text.replace(/by-[ab]/, (side) => (side === "by-a" ? "by-b" : "by-a"));
  const mirrored = (s: Situation): string => {
    const course = sides(s.course) as Situation["course"];
    return keyOf({
      ...s,
      course,
      ledger: sides(s.ledger) as Situation["ledger"],
      missionA: s.missionB,
      missionB: s.missionA,
    });
  };
  const opposite = (event: ChartEvent): ChartEvent => ({
    ...event,
    by: event.by === "a" ? "b" : event.by === "b" ? "a" : event.by,
  });
  const numbers = new Map(situations.map((s, id) => [keyOf(s), id]));
  const pairs = symbols.map((symbol, k) => [k, symbolIndex(opposite(symbol))] as const);
  const failures = situations.flatMap((s, id) => {
    const mirror = numbers.get(mirrored(s));
    if (mirror === undefined) return [keyOf(s)];
    return pairs
      .filter(
        ([k, other]) =>
          mirrored(table.situationOf(table.next(id, k))) !== keyOf(table.situationOf(table.next(mirror, other))),
      )
      .map(([k]) => `${keyOf(s)} ${k}`);
  });
  expect(failures).toEqual([]);
});

test("each act leads where the table of effects says and nowhere else", () => {
  const found = new Map<string, Set<ActId>>();
  situations.forEach((before, id) => {
    symbols.forEach(({ type }, k) => {
      const after = table.situationOf(table.next(id, k));
      if (after === before) return;
      for (const region of regionNames) {
        const [from, to] = [before[region], after[region]];
        if (from !== to) found.set(`${region} ${to}`, (found.get(`${region} ${to}`) ?? new Set()).add(type));
      }
    });
  });
  const told = regionNames.flatMap((region) =>
    Object.entries(effects[region]).map(([state, acts]) => [`${region} ${state}`, [...acts].toSorted()]),
  );
  expect(Object.fromEntries([...found].map(([state, acts]) => [state, [...acts].toSorted()]))).toEqual(
    Object.fromEntries(told),
  );
});

test("no transition leaves its region, so what two regions do at once can never conflict", () => {
  const leaving = transitionsOf(chart.root).filter(({ source, target }) =>
    (target ?? []).some(({ path }) => path[0] !== source.path[0]),
  );
  expect(leaving.map(transitionText)).toEqual([]);
});

test("every transition of the chart is taken somewhere, and this table proves it", () => {
  const table = coverage();
  console.log(
    table
      .map(({ region, all, missed }) => {
        const taken = String(all - missed.length).padStart(4);
        return `${region.padEnd(10)} ${taken} of ${all} transitions taken`;
      })
      .join("\n"),
  );
  expect(table.flatMap(({ missed }) => missed)).toEqual([]);
  expect(table.map(({ region }) => region)).toEqual(Object.keys(PEACE));
  expect(table.reduce((sum, { all }) => sum + all, 0)).toBe(transitionsOf(chart.root).length);
});
