/** How `bench/mie.ts` reads its table, by a few invented rows. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { folded } from "../../bench/mie/folds.ts";
import { measured } from "../../bench/mie/follows.ts";
import { dyadOf, recordOf } from "../../bench/mie/record.ts";
import { type Pair, pairsOf, rowsOf } from "../../bench/mie/rows.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2,version";

/** A table of invented rows: confrontation, number, states, first day, last day as `YYYY-M-D`, action, level. */
function table(...rows: readonly string[]): readonly Pair[] {
  const lines = rows.map((row) => {
    const [confrontation, number, one, other, start = "", end = "", action, level] = row.split(" ");
    const [first, last] = [start, end].map((date) => {
      const [year, month, day = "-9"] = date.split("-");
      return [month, day, year].join(",");
    });
    return [confrontation, number, one, other, first, last, 1, action, level, 0, 0, 0, 0, "invented"].join(",");
  });
  return pairsOf(rowsOf([HEAD, ...lines].join("\n")));
}

/** What a record says in short. */
function told(pair: Pair | undefined): readonly string[] {
  return pair === undefined ? [] : recordOf(pair).map(({ at, act, from, to }) => `${at} ${from} ${act} ${to}`.trim());
}

test("each pair of states of a confrontation is a record of its own, in order of time, the lower code first", () => {
  const pairs = table(
    "1 1 900 800 1990-5-3 1990-5-3 16 4",
    "1 2 800 900 1990-4-1 1990-4-1 7 3",
    "1 3 700 900 1990-6-1 1990-6-1 1 2",
    "2 1 800 900 1991-1-1 1991-1-1 8 3",
  );
  expect(pairs.map(({ confrontation, states, alone }) => [confrontation, states, alone])).toEqual([
    [1, [800, 900], false],
    [1, [700, 900], false],
    [2, [800, 900], true],
  ]);
  expect(pairs.slice(0, 1).map(dyadOf)).toEqual([{ a: "S800", b: "S900" }]);
  expect(told(pairs[0])).toEqual(["1990-04-01 S800 show-force S900", "1990-05-03 S900 strike S800"]);
});

test("a clash and a war battle are of both", () => {
  const [pair] = table("1 1 900 800 1990-5-3 1990-5-3 17 4", "1 2 900 800 1990-5-4 1990-5-6 22 5");
  expect(told(pair)).toEqual(["1990-05-03 S800,S900 clash", "1990-05-04/1990-05-06 S800,S900 war-battle"]);
});

test("what lasts is an interval, and a day that is not known is known to the month", () => {
  const [pair] = table(
    "1 1 800 900 1990-1-3 1990-1-9 7 3",
    "1 2 800 900 1990-2 1990-2 7 3",
    "1 3 800 900 1990-3 1990-3-9 7 3",
    "1 4 800 900 1990-4 1990-6-9 7 3",
    "1 5 800 900 1990-5-2 1990-5 7 3",
    "1 6 800 900 1990-6-2 1990-6-2 15 4",
  );
  const dates = pair === undefined ? [] : recordOf(pair).map(({ at }) => at);
  expect(dates).toEqual([
    "1990-01-03/1990-01-09",
    "1990-02",
    "1990-03",
    "1990-04/1990-06-09",
    "1990-05-02/1990-05",
    "1990-06-02/1990-06-02",
  ]);
});

test("a fade counts where an event follows it, and none comes while an event lasts", () => {
  const twice = table("1 1 800 900 1990-1-1 1990-1-1 7 3", "1 2 800 900 1990-6-1 1990-6-1 7 3");
  const counts = (pairs: readonly Pair[], days: number) => {
    const { inside, during, unmoved, serious } = folded(pairs, days);
    return { inside, during, unmoved, serious };
  };
  expect(counts(twice, 90)).toEqual({ inside: 1, during: 0, unmoved: 0, serious: 1 });
  expect(counts(twice, 180)).toEqual({ inside: 0, during: 0, unmoved: 0, serious: 1 });
  const long = table("1 1 800 900 1990-1-1 1990-5-30 7 3", "1 2 800 900 1990-6-1 1990-6-1 7 3");
  expect(counts(long, 90)).toEqual({ inside: 0, during: 0, unmoved: 0, serious: 1 });
});

test("what follows an event of one side: the same, the other, both or nothing", () => {
  const found = measured(
    table(
      "1 1 800 900 1990-1-1 1990-1-1 7 3",
      "1 2 800 900 1990-1-5 1990-1-5 16 4",
      "1 3 900 800 1990-1-7 1990-1-7 16 4",
      "1 4 900 800 1990-1-8 1990-1-8 17 4",
      "2 1 800 900 1990-1-1 1990-1-1 7 3",
    ),
  );
  expect(found.next).toEqual({ same: 0.25, other: 0.25, both: 0.25, nothing: 0.25 });
  expect(found.nextAfterFirst).toEqual({ same: 0.5, other: 0, both: 0, nothing: 0.5 });
  expect([found.delays.same.median, found.delays.other.median]).toEqual([4, 2]);
  expect([found.singleEvent, found.bothSides, found.withClash, found.goOnAfterClash]).toEqual([0.5, 0.5, 1, 0]);
  expect(found.inARow).toEqual({ median: 1, p90: 2 });
});

test("a column that is missing and an action that is none are told", () => {
  expect(() => rowsOf("micnum,eventnum\n1,2")).toThrow("Row 1 has no whole number under ccode1");
  expect(() => table("1 1 800 900 1990-1-1 1990-1-1 6 2").map(recordOf)).toThrow("the action 6");
});

test("without its table the script says so and fails", () => {
  const { status, stderr } = spawnSync(process.execPath, ["bench/mie.ts", "no-such.csv"], { encoding: "utf8" });
  expect(stderr).toBe(
    "There is no no-such.csv. Name the table of Militarized Interstate Events 1.0: node bench/mie.ts FILE.\n",
  );
  expect(status).toBe(1);
});
