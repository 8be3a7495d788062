/** Draws are uniform and independent: bits, bytes, pairs and avalanche, with fixed seeds, so that nothing here is random. */
import { describe, expect, test } from "vitest";
import { draw, keyOfText, runKey } from "../../src/futures/index.ts";

const N = 1 << 16;
/** Ways in which draws of one simulation differ: by run, by actor, by occasion, by purpose, and by seed. */
const ways: Readonly<Record<string, (k: number) => number>> = {
  run: (k) => draw(runKey(2024, k), 1, keyOfText("strike"), 4),
  actor: (k) => draw(runKey(2024, 17), k, keyOfText("strike"), 4),
  occasion: (k) => draw(runKey(2024, 17), 1, keyOfText(`event-${k}`), 4),
  purpose: (k) => draw(runKey(2024, 17), 1, keyOfText("strike"), k),
  seed: (k) => draw(runKey(k, 17), 1, keyOfText("strike"), 4),
};

/** Pearson's statistic over equally likely cells, as standard deviations from its mean. */
function deviation(cells: Float64Array): number {
  const all = cells.reduce((sum, one) => sum + one, 0);
  const expected = all / cells.length;
  const chi = cells.reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0);
  const freedom = cells.length - 1;
  return (chi - freedom) / Math.sqrt(2 * freedom);
}

/** Beyond five standard deviations nothing is chance; below minus five it is too even to be. */
function expectEven(cells: Float64Array): void {
  expect(Math.abs(deviation(cells))).toBeLessThan(5);
}

describe.each(Object.entries(ways))("draws that differ by %s", (_, of) => {
  const drawn = Float64Array.from({ length: N + 4 }, (_, k) => of(k));
  const at = (k: number): number => drawn[k] ?? Number.NaN;

  test("fill high and low bytes evenly", () => {
    const [high, low] = [new Float64Array(256), new Float64Array(256)];
    for (let k = 0; k < N; k++) {
      const bits = at(k) * 2 ** 32;
      high[bits >>> 24] = (high[bits >>> 24] ?? 0) + 1;
      low[bits & 255] = (low[bits & 255] ?? 0) + 1;
    }
    expectEven(high);
    expectEven(low);
  });

  test("have each bit set half of the time", () => {
    for (let bit = 0; bit < 32; bit++) {
      let set = 0;
      for (let k = 0; k < N; k++) set += ((at(k) * 2 ** 32) >>> bit) & 1;
      expect(Math.abs(set - N / 2) / Math.sqrt(N / 4)).toBeLessThan(5);
    }
  });

  test("do not tell of the next one, nor of the one after it", () => {
    for (const lag of [1, 2, 4]) {
      const pairs = new Float64Array(32 * 32);
      for (let k = 0; k < N; k++) {
        const cell = Math.floor(at(k) * 32) * 32 + Math.floor(at(k + lag) * 32);
        pairs[cell] = (pairs[cell] ?? 0) + 1;
      }
      expectEven(pairs);
    }
  });
});

test("the draws of one occasion for chance, delay and share are independent of each other", () => {
  const cells = new Float64Array(16 * 16 * 16);
  for (let k = 0; k < 1 << 17; k++) {
    const run = runKey(7, k);
    const [one, two, three] = [0, 1, 2].map((purpose) => Math.floor(draw(run, 1, keyOfText("strike"), purpose) * 16));
    const cell = ((one ?? 0) * 16 + (two ?? 0)) * 16 + (three ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  expectEven(cells);
});

test("a changed bit of any word changes each bit of the draw half of the time", () => {
  const samples = 4096;
  for (let word = 0; word < 4; word++) {
    for (let bit = 0; bit < 32; bit += 5) {
      const changed = new Float64Array(32);
      for (let k = 0; k < samples; k++) {
        const words = [0, 1, 2, 3].map((j) => keyOfText(`${k} ${j}`));
        const before = bitsOf(words);
        const after = bitsOf(words.map((one, j) => (j === word ? one ^ (1 << bit) : one)));
        for (let j = 0; j < 32; j++) changed[j] = (changed[j] ?? 0) + (((before ^ after) >>> j) & 1);
      }
      for (const one of changed) expect(Math.abs(one - samples / 2) / Math.sqrt(samples / 4)).toBeLessThan(5.5);
    }
  }
});

test("no two runs of a seed share a key", () => {
  expect(new Set(Array.from({ length: N }, (_, k) => runKey(1, k))).size).toBe(N);
});

function bitsOf([run = 0, actor = 0, occasion = 0, purpose = 0]: readonly number[]): number {
  return draw(run, actor, occasion, purpose) * 2 ** 32;
}
