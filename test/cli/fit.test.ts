// @module-tag long
/** `fit`: numbers that `score` takes up, the same bytes each time, and what is wrong with a table. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { demarche, fileWith, folder, type Ran } from "../support/cli.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,action,hostlev,endmon,endday,endyear,sidea1,fatalmin1,fatalmax1";

/** Invented confrontations of two states, 24 of them before 1990 and 12 after: some end at once, in some both act. */
const ROWS = Array.from({ length: 36 }, (_, k) => {
  const year = 1950 + 2 * k - (k > 20 ? 1 : 0);
  return Array.from({ length: 1 + ((k * 7) % 6) }, (_, e) => {
    const [a, b] = (k + e) % 3 === 0 ? [700, 750] : [750, 700];
    const [action, level] =
      [[1, 2] as const, [7, 3] as const, [16, 4] as const, [17, 4] as const][(k + e * e) % 4] ?? [];
    return [
      100 + k,
      e + 1,
      action === 17 ? 700 : a,
      action === 17 ? 750 : b,
      1 + e,
      1 + (k % 28),
      year,
      action,
      level,
      "1,1,1990,1,0,0",
    ].join();
  });
}).flat();
const TEXT = [HEAD, ...ROWS, ""].join("\n");
const table = fileWith(TEXT, "mine.csv");

/** What was fitted, as data. */
function fitted(path: string) {
  const { code, out, err } = demarche(["fit", path]);
  expect([code, err]).toEqual([0, expect.stringContaining("cross-validated")]);
  return JSON.parse(out);
}

let first: Ran;
beforeAll(() => {
  first = demarche(["fit", table]);
});

test("a fit says what it was made of, how it scores on what it was not fitted to, and its numbers", () => {
  expect(first.code).toBe(0);
  const { format, mie, icb } = JSON.parse(first.out);
  expect([format, icb]).toEqual(["demarche-fit/1", undefined]);
  expect(mie.data).toEqual({
    file: "mine.csv",
    sha256: createHash("sha256").update(TEXT).digest("hex"),
    rows: ROWS.length,
    moments: ROWS.length,
    cases: 36,
    source: "Militarized Interstate Events 1.0, Gibler and Miller",
  });
  expect(mie.crossValidated.scores.map(({ name }: { readonly name: string }) => name)).toEqual([
    "marginal",
    "Markov",
    "two-step",
    "fitted model",
  ]);
  expect(mie.crossValidated.cases).toBe(36);
  expect(mie.afterSplit.cases).toBeGreaterThan(5);
  expect(mie.afterSplit.cases).toBeLessThan(30);
  expect(Object.keys(mie.model)).toEqual(["effects", "trees", "drawn", "gaps", "acts"]);
  expect(first.err).toMatch(/mine\.csv, cross-validated: \d\.\d{3} nats by fitted model/);
});

test("the same table gives the same bytes, and on standard output what is written into a file", () => {
  const out = join(folder(), "model.json");
  expect(demarche(["fit", table, "-o", out]).err).toMatch(/Wrote .*model\.json: \d+ kB\./);
  expect(readFileSync(out, "utf8").trimEnd()).toBe(first.out.trimEnd());
  expect(demarche(["fit", table, "-o", out])).toMatchObject({
    code: 2,
    err: expect.stringContaining("exists already"),
  });
});

test("score takes it up: on its own table, on others, and on a scenario", () => {
  const model = fileWith(first.out, "model.json");
  const own = JSON.parse(demarche(["score", "mie", table, "--model", model, "--json"]).out);
  expect([own.own, own.moments, own.scores[0].name]).toEqual([true, ROWS.length, "fitted model"]);
  const other = fileWith([HEAD, ...ROWS.slice(-20), ""].join("\n"), "other.csv");
  expect(JSON.parse(demarche(["score", "mie", other, "--model", model, "--json"]).out).own).toBe(false);
  expect(demarche(["score", "iran-pakistan-2024", "--model", model]).code).toBe(0);
  const web = demarche(["score", "suez-1956", "--model", model, "--json"]);
  expect([web.err, JSON.parse(web.out).moments]).toEqual(["", 10]);
  const response = demarche(["score", "icb", "../shared/data/icb2.csv", "--model", model]);
  expect([response.code, response.err]).toEqual([2, expect.stringContaining("The fit has no numbers for icb2.csv.")]);
});

test.each([
  ["Windows lines", TEXT.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\ufeff${TEXT}`],
  ["semicolons", TEXT.replaceAll(",", ";")],
])("%s change nothing but the hash of the file", (_, text) => {
  const { mie } = fitted(fileWith(text, "mine.csv"));
  const { mie: plain } = JSON.parse(first.out);
  expect({ ...mie, data: { ...mie.data, sha256: "" } }).toEqual({ ...plain, data: { ...plain.data, sha256: "" } });
});

test("rows that can't be read are told, and the rest is fitted to", () => {
  const { err, out } = demarche([
    "fit",
    fileWith(`${TEXT}200,1,700,750,1,1,1990,77,3,1,1,1990,1,0,0\n200,2,700,7`, "cut.csv"),
  ]);
  expect(JSON.parse(out).mie.data.rows).toBe(ROWS.length);
  expect(err).toContain("Left out 1 row: action is no number that can be. The first: cut.csv, line");
  expect(err).toContain("Left out 1 row: cut off within a row.");
});

test.each([
  ["no such file", "none.csv", "There is no file none.csv."],
  ["an empty file", fileWith("", "empty.csv"), "empty.csv is empty."],
  ["a header alone", fileWith(`${HEAD}\n`, "head.csv"), "head.csv has 0 cases to fit to, and a fit needs 20."],
  ["few cases", fileWith([HEAD, ...ROWS.slice(0, 30), ""].join("\n"), "few.csv"), "and a fit needs 20."],
  [
    "a missing column",
    fileWith(TEXT.replace("hostlev", "hostlvl"), "missing.csv"),
    "missing.csv has no column hostlev, so it is no table of Militarized Interstate Events. Did you mean hostlvl?",
  ],
  [
    "what has no row that can be read",
    fileWith([HEAD, ...ROWS.map((row) => row.replace("750", "0")), ""].join("\n"), "zero.csv"),
    "zero.csv has 0 cases to fit to, and a fit needs 20. Left out",
  ],
  ["a column of few", fileWith("micnum,hostlvl\n1,2\n", "two.csv"), "no table that is known. Did you mean hostlev?"],
  ["another table", fileWith("a,b,micnun\n1,2,3\n", "other.csv"), "names the columns of no table that is known."],
  [
    "a table of codes",
    fileWith(`${Array(58).fill("1").join("\t")}\n`, "gdelt.csv"),
    "a table that nothing is fitted to.",
  ],
])("%s is refused", (_, path, says) => {
  const { code, out, err } = demarche(["fit", path]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.replace(/\s+/g, " ")).toContain(says);
  expect(err).not.toContain("--kind");
});
