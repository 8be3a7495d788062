/** The law held against confrontations and codes: by a few invented rows, and by the public data. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lawScoring, midTable, readTable } from "../../src/evidence/index.ts";
import { renderText } from "../../src/render/index.ts";
import { lawScoreDocument } from "../../src/views/index.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2";
const MID = "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,hostlev,numa,numb";

/** What comes of invented rows. */
function scored(rows: readonly string[], disputes: readonly string[] = []) {
  const ends = disputes.length === 0 ? undefined : readTable(midTable, [MID, ...disputes].join("\n")).rows;
  const scoring = lawScoring("mie", "mine.csv", ends);
  scoring.add([HEAD, ...rows, ""].join("\n"));
  const score = scoring.end();
  return score.of === "confrontations" ? score : expect.unreachable();
}

const SHOW = "1,1,710,740,1,1,1990,1,1,1990,1,7,3,0,0,0,0";
const LATER = "1,2,710,740,9,1,1990,9,1,1990,1,7,3,0,0,0,0";
const LONG = "1,1,710,740,1,1,1990,8,30,1990,1,7,3,0,0,0,0";
const BATTLE = "2,1,710,740,1,1,1995,1,5,1995,1,22,5,0,0,0,0";

test("a fade counts where an event follows it, and none comes while an event lasts", () => {
  expect(scored([SHOW, LATER]).all).toMatchObject({ pairs: 1, events: 2, inside: 1, split: 1, during: 0, hostile: 1 });
  expect(scored([LONG, LATER]).all).toMatchObject({ inside: 0, during: 0, unmoved: 0, void: 0 });
  expect(scored([SHOW, LATER]).examples.inside).toEqual([
    { confrontation: 1, states: ["China", "Japan"], at: "1990-06-30" },
  ]);
});

test("counts stand by level and by decade", () => {
  const { byLevel, byDecade } = scored([SHOW, BATTLE]);
  expect(byLevel.map(({ name, pairs }) => [name, pairs])).toEqual([
    ["display", 1],
    ["war", 1],
  ]);
  expect(byDecade.map(({ name, pairs }) => [name, pairs])).toEqual([["1990s", 2]]);
});

test("how it ended stands beside what the law makes of it: a crisis fades, a war stays", () => {
  const { endings = [] } = scored([SHOW, BATTLE], ["1,1,1,1990,1,1,1990,5,3,3,1,1", "2,1,1,1995,5,1,1995,1,2,5,1,1"]);
  const rows = endings.map(({ of, by, name, ends }) => [of, by, name, ends.fades, ends["stays at war"]]);
  expect(rows).toEqual([
    ["wars", "settlement", "imposed", 0, 1],
    ["wars", "outcome", "victory for side A", 0, 1],
    ["other disputes", "settlement", "none", 1, 0],
    ["other disputes", "outcome", "stalemate", 1, 0],
  ]);
});

test("a table without acts has no score", () => {
  expect(() => lawScoring("icb", "icb2.csv")).toThrow("icb2.csv has no acts");
});

describe("of the public data", () => {
  const read = (name: string): string => readFileSync(`../shared/data/${name}`, "utf8");

  test("what docs/evidence.md says is what is measured", () => {
    const disputes = readTable(midTable, read("mid5.csv")).rows;
    const scoring = lawScoring("mie", "mie.csv", disputes);
    scoring.add(read("mie.csv"));
    const score = scoring.end();
    const text = renderText(lawScoreDocument({ file: "mie.csv", score, refused: scoring.refused }));
    const page = readFileSync("docs/evidence.md", "utf8");
    const [, shown = ""] = /```text law\n([\s\S]*?)```/.exec(page) ?? [];
    expect(shown.trim()).toBe(text.trim());
  });
});
