/** Tables of others are read by the names of their columns, and what can't be read is counted by its reason. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { icbTable, midTable, mieTable, readTable, stateTable, tableReader } from "../../src/evidence/index.ts";
import { isProblem, type Problem } from "../../src/problem/index.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2,version";
const CLASH = "9001,2,365,710,4,-9,1950,5,3,1950,0,17,4,1,20,0,0,mie-1.0";
const SHOW = "9001,1,710,365,3,14,1950,3,14,1950,1,7,3,0,0,0,0,mie-1.0";
const TEXT = [HEAD, SHOW, CLASH, ""].join("\n");

/** Why the one row of a text is refused. */
function refusal(text: string): Problem {
  const { rows, refused } = readTable(mieTable, text, "mine.csv");
  expect([rows.length, refused.size]).toEqual([0, 1]);
  return [...refused.values()][0]?.first ?? expect.unreachable();
}

/** What a text is thrown out for. */
function thrown(text: string): Problem {
  try {
    readTable(mieTable, text, "mine.csv");
  } catch (error) {
    if (isProblem(error, "no-table")) return error;
    throw error;
  }
  return expect.unreachable();
}

/** The text of a table with one cell of its only row changed. */
function withCell(column: string, value: string): string {
  const cells = CLASH.split(",");
  cells[HEAD.split(",").indexOf(column)] = value;
  return `${HEAD}\n${cells.join(",")}\n`;
}

test("an event has its states, its dates as far as they are known, its level and its losses", () => {
  const [show, clash] = readTable(mieTable, TEXT).rows;
  expect(show).toMatchObject({ line: 2, confrontation: 9001, event: 1, a: 710, b: 365, directed: true, sideA: true });
  expect(clash).toMatchObject({ directed: false, action: 17, level: 4, fatalities: { a: [1, 20], b: [0, 0] } });
  expect(clash?.start).toEqual({ year: 1950, month: 4, day: undefined });
  expect(clash?.end).toEqual({ year: 1950, month: 5, day: 3 });
});

test.each([
  ["Windows lines", TEXT.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\ufeff${TEXT}`],
  ["semicolons", TEXT.replaceAll(",", ";")],
  ["tabs", TEXT.replaceAll(",", "\t")],
  ["capitals in the header", TEXT.replace(HEAD, HEAD.toUpperCase())],
  ["quotes around every cell", TEXT.replaceAll(/[^,\n]+/g, '"$&"')],
  ["a missing last newline", TEXT.trimEnd()],
  [
    "moved columns",
    TEXT.trimEnd()
      .split("\n")
      .map((line) => line.split(",").reverse().join(","))
      .join("\n"),
  ],
  ["a column more", TEXT.trimEnd().replaceAll(/$/gm, ',"a note, in quotes"')],
])("%s change nothing", (_, text) => {
  const [plain, other] = [readTable(mieTable, TEXT), readTable(mieTable, text)];
  expect(other.refused.size).toBe(0);
  expect(other.rows).toEqual(plain.rows);
});

test("in whatever pieces it comes, a table is the same", () => {
  const text = `\ufeff${[HEAD, SHOW, CLASH.replace("mie-1.0", '"a\r\n""note"""'), SHOW].join("\r\n")}`;
  const whole = readTable(mieTable, text).rows;
  expect(whole.map(({ line }) => line)).toEqual([2, 3, 5]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sizes) => {
      const reader = tableReader(mieTable);
      const rows = [];
      for (let at = 0, k = 0; at < text.length; k += 1) {
        const size = sizes[k % sizes.length] ?? 1;
        rows.push(...reader.add(text.slice(at, at + size)));
        at += size;
      }
      expect([...rows, ...reader.end()]).toEqual(whole);
    }),
  );
});

describe("a table that is none", () => {
  test("for a missing column, with the nearest that is there", () => {
    const problem = thrown(TEXT.replace("hostlev", "hostlevel"));
    expect(problem.message).toContain("mine.csv has no column hostlev");
    expect(problem.suggestion).toBe("hostlevel");
    expect(problem.place).toMatchObject({ file: "mine.csv", line: 1 });
  });
  test("for a column that is there twice", () => {
    expect(thrown(TEXT.replace("version", "action")).message).toContain("has the column action twice");
  });
  test.each(["", "\ufeff", "\n\n"])("for %j, which is empty", (text) => {
    expect(thrown(text).message).toContain("is empty");
  });
  test("for a quote that is never closed", () => {
    expect(thrown(TEXT.replace("mie-1.0", '"mie-1.0')).message).toContain("mine.csv, from line 2 on, can't be read");
  });
  test("for hostile text, which is made safe to show", () => {
    const problem = thrown("\u001b[31mmicnum\u202e,eventnum\n1,2\n");
    expect(problem.message).not.toMatch(/[\u001b\u202e]/);
  });
});

test.each([
  ["action", "6", "no action of the codebook"],
  ["hostlev", "9", "no level of hostility"],
  ["endday", "32", "a whole number from 1 to 31"],
  ["styear", "-9", "not known"],
  ["ccode2", "365", "against itself"],
  ["ccode1", "IND\u001b[2J", "not a whole number"],
  ["endyear", "1949", "ends before it begins"],
  ["fatalmax1", "0", "1 at least and 0 at most"],
])("a row is left out for %s %j", (column, value, says) => {
  const problem = refusal(withCell(column, value));
  expect(problem.message).toContain(says);
  expect(problem.message).not.toContain("\u001b");
  expect(problem.place).toEqual({ file: "mine.csv", line: 2, column: HEAD.split(",").indexOf(column) + 1 });
});

test("a day that does not exist is none", () => {
  const cells = CLASH.replace("5,3,1950", "2,29,1951");
  expect(refusal(`${HEAD}\n${cells}`).message).toContain("there is no day 1951-02-29");
  expect(readTable(mieTable, `${HEAD}\n${CLASH.replace("5,3,1950", "2,29,1952")}`).rows).toHaveLength(1);
});

test("a file that was cut off in a row says so, and keeps the rows before", () => {
  const { rows, refused } = readTable(mieTable, TEXT.slice(0, TEXT.lastIndexOf(",1,20")), "mine.csv");
  expect(rows).toHaveLength(1);
  expect([...refused.keys()]).toEqual(["cut off within a row"]);
  expect([...refused.values()][0]?.first.message).toContain("mine.csv, line 3");
});

test("rows are counted by reason, however many there are", () => {
  const wrong = CLASH.replace(",17,4,", ",99,4,");
  const { rows, refused } = readTable(mieTable, [HEAD, wrong, SHOW, wrong, `${SHOW},more`, ""].join("\n"));
  expect(rows).toHaveLength(1);
  expect([...refused].map(([reason, { count }]) => [reason, count])).toEqual([
    ["action is no action of the codebook", 2],
    ["another number of cells than of columns", 1],
  ]);
});

describe("of the public data", () => {
  const read = (name: string): string => readFileSync(`../shared/data/${name}`, "utf8");

  test("every row of the events, the disputes and the states is read", () => {
    const events = readTable(mieTable, read("mie.csv"));
    expect([events.rows.length, [...events.refused]]).toEqual([24_732, []]);
    const disputes = readTable(midTable, read("mid5.csv"));
    expect([disputes.rows.length, [...disputes.refused]]).toEqual([1_933, []]);
    const states = readTable(stateTable, read("cow-states.csv"));
    expect([states.rows.length, [...states.refused]]).toEqual([217, []]);
  });

  test("of the crisis actors, one row has no trigger and no response", () => {
    const { rows, refused } = readTable(icbTable, read("icb2.csv"));
    expect(rows).toHaveLength(857);
    expect([...refused.values()].map(({ count }) => count)).toEqual([1]);
    expect(rows[0]?.values.get("noactr")).toBeTypeOf("number");
  });
});
