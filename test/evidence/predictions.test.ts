/** Predictions: what they may not read moves nothing, and the shipped model is ahead of simple guesses on the data. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MODEL, shippedFit } from "../../src/calibrated/index.ts";
import { type FitFile, scoreNext, scoreResponse } from "../../src/evidence/index.ts";
import { crisisTable, triggersIn } from "../../src/evidence/scores/crises.ts";
import { momentsIn, turnTable } from "../../src/evidence/scores/turns.ts";
import { readTable } from "../../src/evidence/tables/table.ts";

const fitted = shippedFit() as FitFile;
const mie = readFileSync("../shared/data/mie.csv", "utf8");
const icb = readFileSync("../shared/data/icb2.csv", "utf8");

/** The first rows of a table, with something else in some of its columns. */
function planted(text: string, columns: readonly string[], of: (line: number) => string): string {
  const [head = "", ...lines] = text.trimEnd().split("\n").slice(0, 600);
  const names = head.trim().split(",");
  const places = columns.map((name) => names.indexOf(name));
  expect(places).not.toContain(-1);
  const changed = lines.map((line, k) =>
    line
      .split(",")
      .map((cell, place) => (places.includes(place) ? of(k) : cell))
      .join(","),
  );
  return [head, ...changed].join("\n");
}

test("of the ends and losses of events nothing is read", () => {
  const forbidden = ["endmon", "endday", "endyear", "fatalmin1", "fatalmax1", "fatalmin2", "fatalmax2", "sidea1"];
  const read = (text: string) => momentsIn(readTable(turnTable, text).rows);
  const plain = planted(mie, forbidden, () => "0");
  const moments = read(plain);
  expect(moments.length).toBeGreaterThan(100);
  expect(read(planted(mie, forbidden, (k) => String(moments[k]?.label ?? 99)))).toEqual(moments);
});

test("of what a crisis came to nothing is read", () => {
  const forbidden = (icb.split("\n", 1)[0] ?? "")
    .trim()
    .split(",")
    .filter((name) => /^(viol|sevvio|cenvio|crismg|out.*|.*term|.*res|trgresra|.*inv|.*favr|.*act|sourdt)$/.test(name))
    .filter((name) => !["majres", "trgterra", "powdis"].includes(name));
  expect(forbidden.length).toBeGreaterThan(25);
  const read = (text: string) => triggersIn(readTable(crisisTable, text).rows);
  const triggers = read(planted(icb, forbidden, () => "1"));
  expect(triggers.length).toBeGreaterThan(500);
  expect(read(planted(icb, forbidden, (k) => String(triggers[k]?.label ?? 0)))).toEqual(triggers);
});

test("what comes later in a pair moves no prediction before it", () => {
  const { rows } = readTable(turnTable, mie);
  const some = rows.filter(({ confrontation }) => confrontation === 27);
  const until = some.toSorted((one, other) => one.event - other.event).slice(0, 20);
  const before = momentsIn(until).map(({ row, habit }) => [row, habit]);
  const all = momentsIn(some);
  for (const [row, habit] of before) {
    expect(all.some((one) => String(one.row) === String(row) && String(one.habit) === String(habit))).toBe(true);
  }
});

test("the shipped fit says what was measured of it on what it was not fitted to", () => {
  const model = (part: "mie" | "icb") => fitted[part]?.crossValidated.scores.find(({ name }) => name === MODEL);
  expect(model("mie")?.ahead?.value).toBeGreaterThan(0.18);
  expect(model("mie")?.aheadByCase?.value).toBeGreaterThan(0.17);
  expect(model("icb")?.ahead?.value).toBeGreaterThan(0.08);
  expect(model("icb")?.logLoss.value).toBeGreaterThan(1.35);
  expect(fitted.mie?.timing.model.value).toBeLessThan(3.35);
  expect(fitted.mie?.afterSplit.scores.at(-1)?.ahead?.value).toBeGreaterThan(0.18);
  expect(readFileSync("model/calibrated.json").length).toBeLessThan(300_000);
});

test("it knows its own table, and rows that can't be read are counted", () => {
  const own = scoreResponse(fitted, "icb2.csv", icb);
  expect([own.own, own.cases]).toEqual([true, fitted.icb?.data.cases]);
  expect(own.scores.map(({ name }) => name)).toEqual([MODEL, "by trigger", "marginal", "uniform"]);
  expect(own.refused.size).toBe(1);
  const [head = "", ...lines] = mie.split("\n");
  const part = scoreNext(fitted, "part.csv", [head, ...lines.slice(-900)].join("\r\n"));
  expect(part.own).toBe(false);
  expect(part.scores).toHaveLength(17);
  expect(() => scoreNext(fitted, "none.csv", `${head}\n`)).toThrow("nothing to predict");
});
