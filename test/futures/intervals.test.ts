/** Intervals cover what they say they cover: computed from the binomial distribution, not tried. */
import { expect, test } from "vitest";
import { draw, meanOf, quantilePlaces, runKey, shareOf } from "../../src/futures/index.ts";

/** The chances of 0 to n hits. */
function binomial(n: number, p: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 1; k <= n; k++) logs[k] = (logs[k - 1] ?? 0) + Math.log((n - k + 1) / k);
  return logs.map((log, k) => Math.exp(log + k * Math.log(p) + (n - k) * Math.log1p(-p)));
}

const shares = Array.from({ length: 99 }, (_, k) => (k + 1) / 100);

test.each([20, 100, 500, 2000])("Wilson's interval of a share of %i futures covers it 95 % of the time", (n) => {
  const coverage = shares.map((p) =>
    binomial(n, p).reduce((sum, chance, hits) => {
      const { low, high } = shareOf(hits, n);
      return sum + (low <= p && p <= high ? chance : 0);
    }, 0),
  );
  const mean = coverage.reduce((sum, one) => sum + one, 0) / coverage.length;
  expect(mean).toBeGreaterThan(0.945);
  expect(mean).toBeLessThan(0.965);
  // Brown, Cai and DasGupta, Interval estimation for a binomial proportion, 2001: it dips, most for few cases.
  expect(Math.min(...coverage)).toBeGreaterThan(n < 100 ? 0.85 : 0.9);
});

test.each([100, 500, 2000])("the interval of a quantile of %i futures covers it 95 % of the time", (n) => {
  for (const share of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
    const [value, low, high] = quantilePlaces(share, n);
    expect(low).toBeLessThanOrEqual(value);
    expect(value).toBeLessThanOrEqual(high);
    // Of n values of a continuous distribution, a binomial number lies below the quantile.
    const covered = binomial(n, share)
      .slice(low + 1, high + 1)
      .reduce((sum, one) => sum + one, 0);
    expect(covered, `quantile ${share}`).toBeGreaterThan(0.94);
    expect(covered, `quantile ${share}`).toBeLessThan(n < 500 ? 0.99 : 0.975);
  }
});

test("the interval of a mean of skewed values covers it nearly 95 % of the time", () => {
  const [repeats, n] = [2000, 400];
  let covered = 0;
  for (let k = 0; k < repeats; k++) {
    let [sum, squares] = [0, 0];
    for (let j = 0; j < n; j++) {
      const value = -Math.log1p(-draw(runKey(k, j), 1, 2, 3));
      sum += value;
      squares += value * value;
    }
    const { low, high } = meanOf(n, sum, squares);
    if (low <= 1 && 1 <= high) covered += 1;
  }
  expect(covered / repeats).toBeGreaterThan(0.93);
  expect(covered / repeats).toBeLessThan(0.965);
});
