import fc from "fast-check";
import { expect, test } from "vitest";
import { strategies } from "../../src/doctrine/index.ts";
import { event, MINUTES_PER_DAY } from "../../src/events/index.ts";
import { strategyAssumptions, type Tournament, tournament } from "../../src/futures/index.ts";
import { fold } from "../../src/history/index.ts";
import { tournamentPicture } from "../../src/pictures/index.ts";
import { ansiPalette, type Block, lineWidth, plainPalette, render } from "../../src/render/index.ts";
import { shortCodes, tournamentBlock } from "../../src/views/index.ts";
import { boxesOf, expectLaidOut } from "../support/svg.ts";

const ids = strategies.map(({ id }) => id);
const strike = event({ id: "strike", act: "strike", at: "2030-01-01", from: ["AAA"], to: ["BBB"] });
const history = fold([strike], { dyad: { a: "AAA", b: "BBB" } });
const all = tournament({ history }, ids, { seed: 1, futures: 40 });

function blockOf(tournament: Tournament, columns: number, title = "Tournament"): Block {
  return tournamentBlock(
    tournament,
    {
      title,
      parties: ["Ardia", "Brevia"],
      opening: "They take over on 2030-01-01, after strike (strike by AAA).",
      horizon: "180d",
      quiet: "90d",
      war: "either party has declared it",
      assumptions: strategyAssumptions(tournament.strategies),
      command: "demarche tournament x.yaml --futures 40 --seed 1",
      purpose: "teaching",
    },
    columns,
  );
}

/** The rows of the map of an outcome, without what stands above them. */
function mapOf(text: string, title: string): readonly string[] {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`${title}:`));
  return lines.slice(from + 3, from + 3 + ids.length);
}

test("at 80 columns each of twelve strategies has one row in each heat map, with a number for every opponent", () => {
  const rows = mapOf(render(blockOf(all, 80), plainPalette), "war");
  expect(rows.map((row) => row.trim().split(" ")[0])).toEqual(shortCodes(ids));
  for (const row of rows) expect(row.match(/\d+/g)).toHaveLength(ids.length);
});

test("the plain text says all that colours say: they differ in nothing but the colours", () => {
  const plain = render(blockOf(all, 80), plainPalette);
  expect(render(blockOf(all, 80), ansiPalette).replace(/\u001b\[[\d;]+m/g, "")).toBe(plain);
});

test("no line is wider than the columns, however few they are and whatever the title", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 400 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      (columns, title) => {
        for (const line of blockOf(all, columns, title)) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
    { numRuns: 30 },
  );
});

test("a tournament without futures, and one of one strategy, are told without a ranking", () => {
  const none = tournament({ history }, ["grim", "grit"], { seed: 1, futures: 0 });
  const text = render(blockOf(none, 80), plainPalette);
  expect(text).toContain("No ranking is stated");
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  const one = render(blockOf(tournament({ history }, ["grim"], { seed: 1, futures: 40 }), 80), plainPalette);
  expect(one).toContain("1 ordered pair, 40 futures each");
  expect(one).toContain("nobody to be ranked against");
});

test("it says that it is no forecast, what it assumes, and how it is made again", () => {
  const text = render(blockOf(all, 1000), plainPalette);
  expect(text).toContain("not a forecast");
  expect(text).toContain("demarche tournament x.yaml --futures 40 --seed 1");
  for (const { name, basis } of strategyAssumptions(ids)) {
    expect(text).toContain(name);
    expect(text).toContain(basis);
  }
});

test("codes are short, and different for different names", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}(-[a-z]{1,9}){0,4}$/), { maxLength: 40 }), (names) => {
      const codes = shortCodes(names);
      expect(new Set(codes).size).toBe(names.length);
      for (const code of codes) expect(code.length).toBeLessThanOrEqual(4);
    }),
  );
  expect(shortCodes(ids)).toEqual("TFT TFTT GTFT CTFT GRIM WSLS PROP BULL RECI STON GRIT REST".split(" "));
});

test("the picture has every pair, says which end is worse, and its text names every strategy", () => {
  const view = { tournament: all, title: "T", parties: ["Ardia", "Brevia"] } as const;
  for (const width of [390, 768, 1280]) {
    const picture = tournamentPicture(view, { width });
    expectLaidOut(picture, `at ${width}`);
    const cells = boxesOf(picture).filter(({ text }) => /^(\d+|–)$/.test(text));
    expect(cells.length).toBeGreaterThanOrEqual(4 * ids.length ** 2);
    for (const id of ids) expect(picture.text).toContain(`Brevia ${id}: war `);
    expect(picture.description).toContain("the worse");
  }
  expect(all.length).toBe(730 * MINUTES_PER_DAY);
});
