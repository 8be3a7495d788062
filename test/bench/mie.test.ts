/** What follows what, as `bench/mie.ts` measures it, by a few invented rows. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { measured } from "../../bench/mie/follows.ts";
import { type MiePair, mieTable, pairsOf, readTable } from "../../src/evidence/index.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2,version";

/** A table of invented rows: confrontation, number, states, first day, last day as `YYYY-M-D`, action, level. */
function table(...rows: readonly string[]): readonly MiePair[] {
  const lines = rows.map((row) => {
    const [confrontation, number, one, other, start = "", end = "", action, level] = row.split(" ");
    const [first, last] = [start, end].map((date) => {
      const [year, month, day = "-9"] = date.split("-");
      return [month, day, year].join(",");
    });
    return [confrontation, number, one, other, first, last, 1, action, level, 0, 0, 0, 0, "invented"].join(",");
  });
  return pairsOf(readTable(mieTable, [HEAD, ...lines].join("\n")).rows);
}

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

test("without its table the script says so and fails", () => {
  const { status, stderr } = spawnSync(process.execPath, ["bench/mie.ts", "no-such.csv"], { encoding: "utf8" });
  expect(stderr).toBe(
    "There is no no-such.csv. Name the table of Militarized Interstate Events 1.0: node bench/mie.ts FILE.\n",
  );
  expect(status).toBe(1);
});
