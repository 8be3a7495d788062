/** `import`: a table of events becomes a scenario that is checked, replayed and gone on from; what is wrong is told. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { demarche, demarcheAnew, fileWith, folder } from "../support/cli.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2,version";
const ROWS = [
  "9001,1,750,770,1,3,1990,1,9,1990,1,7,3,0,0,0,0,x",
  "9001,2,770,750,2,-9,1990,2,-9,1990,0,16,4,1,20,0,0,x",
  "9001,3,710,750,5,2,1990,5,2,1990,0,7,3,0,0,0,0,x",
];
const TEXT = [HEAD, ...ROWS, ""].join("\n");
const events = fileWith(TEXT, "events.csv");
const coded = fileWith(
  "Event Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tTarget Name\tTarget Sectors\tTarget Country\n",
  "coded.tab",
);

test("a confrontation is imported into a file, checked without a fault, and replayed", () => {
  const out = join(folder(), "kashmir.yaml");
  const made = demarche(["import", events, "--confrontation", "9001", "-o", out]);
  expect([made.code, made.out]).toEqual([0, ""]);
  expect(made.err).toContain("kashmir.yaml, and scenario.schema.json for editors: 3 events.");
  expect(existsSync(join(dirname(out), "scenario.schema.json"))).toBe(true);
  const checked = demarche(["check", out]);
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("3 events, 0 expectations")]);
  expect(checked.out).toContain("no problem");
  const replayed = demarche(["replay", out]);
  expect(replayed.code).toBe(0);
  expect(replayed.out).toContain("India, Pakistan and China, 1990");
  expect(replayed.out).toMatch(/CHN → IND .*IND–CHN {2}strained/);
  const again = demarche(["import", events, "--confrontation", "9001", "-o", out]);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining("exists already; nothing was written")]);
});

test("the file says whose the data are, on what terms, and that it is to be gone on from", () => {
  const { out } = demarche(["import", events, "--dyad", "PAK-IND"]);
  expect(out).toContain("# Militarized Interstate Events 1.0: cite the authors; no open licence is known");
  expect(out).toContain("# Nothing here is more than the data say. Go on:");
  expect(out).toContain('note: "events.csv, line 3: action 16 (attack), hostility level 4."');
  expect(out).toContain("scenario: mie-pak-ind-9001");
  expect(out).toContain("CHN: { name: China, kind: state }");
  expect(out).toContain("from: CHN, to: IND, side: PAK");
});

test("what is imported is replayed through a pipe", () => {
  const { out } = demarche(["import", events, "--confrontation", "9001"]);
  const replayed = demarcheAnew(["replay", "-"], { input: out });
  expect([replayed.code, replayed.err]).toEqual([0, ""]);
});

test("rows that can't be used are counted by their reason, on standard error", () => {
  const wrong = fileWith([HEAD, ...ROWS, ROWS[0]?.replace(",7,3,", ",99,3,"), ""].join("\n"), "wrong.csv");
  const { code, err } = demarche(["import", wrong, "--confrontation", "9001"]);
  expect(code).toBe(0);
  expect(err).toContain("Left out 1 row: action is no action of the codebook. The first: wrong.csv, line 5, column 12");
});

test("where no row can be used, it is told why", () => {
  const wrong = fileWith(TEXT.replaceAll(/^9001,/gm, "9001x,"), "wrong.csv");
  const { code, out, err } = demarche(["import", wrong, "--confrontation", "9001"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("Left out 3 rows: micnum is no number that can be. The first: wrong.csv, line 2, column 1");
  expect(err).toContain("no event of a confrontation 9001");
});

test.each([
  ["no-such.csv", [], "There is no file no-such.csv."],
  [events, [], "such as --dyad IND-PAK. The table has 1 confrontation, from 9001 to 9001."],
  [events, ["--confrontation", "9003"], "no event of a confrontation 9003"],
  [
    "../shared/data/mie.csv",
    ["--confrontation", "4343"],
    "has 38 states, and a file follows at most 30. Choose two: --dyad",
  ],
  [events, ["--confrontation", "9001", "--years", "1991"], "confrontation 9001 in 1991. It has events of 1990."],
  [events, ["--dyad", "IND"], "expected two states, such as IND-PAK"],
  [events, ["--dyad", "IND-INDIA"], 'There is no state "INDIA".'],
  [events, ["--dyad", "IND-IND"], "India is both"],
  [events, ["--dyad", "IND-PAK", "--years", "1999-1990"], "the earlier first"],
  [events, ["--kind", "gdelt3"], "Did you mean gdelt1?"],
  [events, ["--dyad", "IND,PAK", "--years", "1890"], "no event between India and Pakistan in 1890"],
  [dirname(events), ["--dyad", "IND-PAK"], "is a directory."],
  [
    coded,
    ["--dyad", "IND-PAK", "--confrontation", "1"],
    "--confrontation says nothing about a table of ICEWS. It takes --dyad and --years.",
  ],
  [
    "../shared/data/icb2.csv",
    ["--confrontation", "196", "--years", "1962"],
    "--years says nothing about a table of International",
  ],
  [events, ["--confrontation", "x"], "expected a number of the table"],
  [
    fileWith(TEXT.replace("hostlev", "hostlvl"), "missing.csv"),
    ["--confrontation", "1"],
    "missing.csv has no column hostlev, so it is no table of Militarized Interstate Events. Did you mean hostlvl?",
  ],
  [fileWith("a,b,micnun\n1,2,3\n", "other.csv"), [], "columns of no table that is known. Did you mean micnum?"],
  [fileWith("", "empty.csv"), [], "empty.csv is empty."],
  [fileWith("", "empty.csv"), ["--kind", "mie", "--confrontation", "1"], "empty.csv is empty."],
  [fileWith(HEAD, "head.csv"), ["--confrontation", "1"], "no event of a confrontation 1"],
] as const)("%s %j is refused", (file, options, says) => {
  const { code, out, err } = demarche(["import", file, ...options]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.replace(/\s+/g, " ")).toContain(says);
});

test("disputes alone are no case, and the line that makes one is told", () => {
  const head = "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,hostlev,numa,numb";
  const disputes = fileWith(`${head}\n9001,1,1,1990,2,5,1990,6,1,4,1,1\n`, "ends.csv");
  const { code, err } = demarche(["import", disputes, "--confrontation", "9001"]);
  expect(code).toBe(2);
  expect(err).toContain(`demarche import mie.csv --confrontation 9001 --mid ${basename(disputes)}`);
  const { out } = demarche(["import", events, "--confrontation", "9001", "--mid", disputes]);
  expect(out).toContain("compromise, settlement negotiated; A is India; B is Pakistan");
});

test("one confrontation of the public data is imported as the issue asks", () => {
  const out = join(folder(), "kargil.yaml");
  const asked = ["--dyad", "IND-PAK", "--years", "1998-2002", "--mid", "../shared/data/mid5.csv", "-o", out];
  expect(demarche(["import", "../shared/data/mie.csv", ...asked]).code).toBe(0);
  expect(demarche(["check", out]).out).toContain("85 events, 0 expectations, 0 contracts, 0 what-ifs; no problem");
  expect(readFileSync(out, "utf8")).toContain('about: outcome, says: "the dispute ended 1999-07-17: stalemate');
});
