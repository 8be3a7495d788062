/** `score law`: what differs first, at any width, and as data by its schema. */
import { expect, test } from "vitest";
import { demarche, fileWith } from "../support/cli.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2";
const events = fileWith(
  [HEAD, "1,1,710,740,1,1,1990,1,1,1990,1,7,3,0,0,0,0", "1,2,710,740,9,1,1990,9,1,1990,1,7,3,0,0,0,0", ""].join("\n"),
  "events.csv",
);
const coded = fileWith(
  [
    "Event Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tTarget Name\tTarget Sectors\tTarget Country",
    "2014-01-02\tIndia\t\tIndia\t112\tPakistan\t\tPakistan",
    "2014-01-02\tIndia\t\tIndia\t161\tPakistan\t\tPakistan",
    "2014-01-02\tIndia\t\tIndia\t061\tPakistan\t\tPakistan",
    "2014-01-02\tIndia\t\tIndia\t999\tPakistan\t\tPakistan",
  ].join("\n"),
  "coded.tab",
);

test("confrontations: what can fail comes first, with examples", () => {
  const { code, out } = demarche(["score", "law", events, "--width", "60"]);
  expect(code).toBe(0);
  expect(out).toContain("What can fail");
  expect(out.replace(/\s+/g, " ")).toContain("confrontation 1, China and Japan, 1990-06-30");
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("codes: one act, several, none, and what is left out", () => {
  const { code, out } = demarche(["score", "law", coded, "--width", "100"]);
  expect(code).toBe(0);
  expect(out).toContain("1 of 3 (33.3 %)");
  expect(out).toContain("reduce-relations");
  expect(out).toContain("1 row: no code of the code book");
});

test("as data it is the same", () => {
  const { score, refused } = JSON.parse(demarche(["score", "law", coded, "--json"]).out);
  expect(score.means).toEqual({ one: 1, several: 1, none: 1 });
  expect(refused).toEqual([expect.objectContaining({ reason: "no code of the code book", rows: 1 })]);
});

test.each([
  [["score", "lw", events], "Did you mean law?"],
  [["score", "law"], "score law needs a table."],
  [["score", "law", "nothing.csv"], "There is no file nothing.csv."],
])("%j is refused", (args, says) => {
  const { code, err } = demarche(args);
  expect(code).toBe(2);
  expect(err).toContain(says);
});
