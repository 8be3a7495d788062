/** `demarche/evidence` as its users meet it: few names, each mistake a Problem with its code, the shipped fit read and scored. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as door from "../../src/doors/evidence.ts";
import { isProblem } from "../../src/problem/index.ts";

const HEAD = "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev";
const TABLE = `${HEAD},fatalmin1,fatalmax1,fatalmin2,fatalmax2\n9001,1,750,770,1,3,1990,1,9,1990,1,7,3,0,0,0,0\n`;
const fit = door.readFit(readFileSync("model/calibrated.json", "utf8"));

/** What an import of a text comes to. */
function imported(kind: Parameters<typeof door.beginImport>[0], text: string, confrontation = 9001) {
  const importing = door.beginImport(kind, { file: "mine.csv", confrontation });
  importing.add(text);
  return importing.end();
}

test("it has the names that are told, and no more", () => {
  expect(Object.keys(door).toSorted()).toEqual(
    [
      ["beginImport", "caseText", "icbTable", "kindOfTable", "lawScoring", "midTable", "mieTable"],
      ["readFit", "readTable", "scoreNext", "scoreResponse", "stateMeant"],
    ].flat(),
  );
});

test("the fit that comes with the package is read and scored on a table", () => {
  const { of, own, moments, scores } = door.scoreNext(fit, "mine.csv", TABLE);
  expect([of, own, moments]).toEqual(["mie", false, 1]);
  expect(scores[0]?.logLoss.value).toBeGreaterThan(0);
  expect(door.kindOfTable(TABLE.split("\n", 1)[0] ?? "")).toBe("mie");
});

const wrong: readonly (readonly [what: string, ask: () => unknown, code: string, says: string])[] = [
  ["a kind that there is not", () => imported("gdelt3" as never, TABLE), "bad-option", "Did you mean gdelt1?"],
  ["an empty table", () => imported("mie", ""), "no-table", "mine.csv is empty"],
  ["a table without a column", () => imported("mie", "micnum,eventnum\n1,1\n"), "no-table", "has no column ccode1"],
  ["another confrontation", () => imported("mie", TABLE, 9), "no-such-case", "no event of a confrontation 9"],
  ["a table of disputes to score", () => door.lawScoring("mid", "mine.csv"), "no-such-score", "has no acts"],
  ["text that is no fit", () => door.readFit("{}", "mine.json"), "no-model", "mine.json is nothing that fit wrote"],
  ["text that is no JSON", () => door.readFit("fit"), "no-model", "the model is nothing that fit wrote"],
  ["no word for a state", () => door.stateMeant("PAKI"), "no-such-state", "Did you mean PAK?"],
  [
    "nothing to score",
    () => door.scoreNext(fit, "old.csv", TABLE.replaceAll("1990", "1890")),
    "nothing-to-score",
    "old.csv has nothing to predict",
  ],
  [
    "a fit of other tables",
    () => door.scoreNext({ format: "demarche-fit/1" }, "mine.csv", TABLE),
    "no-model",
    "The fit has no numbers for mine.csv",
  ],
];

test.each(wrong)("%s is a problem", (_, ask, code, says) => {
  try {
    ask();
    expect.unreachable();
  } catch (error) {
    expect([isProblem(error, code), String(error)]).toEqual([true, expect.stringContaining(says)]);
  }
});
