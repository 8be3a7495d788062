/** Progress speaks only to somebody, after a second, with rate and time left. */
import { expect, test } from "vitest";
import { createProgress, progressText, speedText } from "../../src/cli/progress.ts";

/** Progress on a pretended terminal with a pretended clock. */
function watched(terminal: boolean) {
  const written: string[] = [];
  let now = 5000;
  const watching = { terminal, columns: 80, write: (text: string) => void written.push(text), now: () => now };
  const progress = createProgress(1000, 100, "futures", watching);
  const after = (milliseconds: number, done: number): void => {
    now = 5000 + milliseconds;
    progress.update(done);
  };
  return { written, progress, after };
}

test("nothing is shown for what is over within a second", () => {
  const { written, progress, after } = watched(true);
  after(999, 900);
  progress.clear();
  expect(written).toEqual([]);
});

test("after a second there is a line, not more than five a second, and it goes away", () => {
  const { written, progress, after } = watched(true);
  for (let time = 900; time <= 2000; time += 10) after(time, 200);
  progress.clear();
  expect(written).toHaveLength(7);
  expect(written[0]).toBe("\r█·······  20 %  200 of 1,000 futures, 100 a second, 8 s left\u001b[K");
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("off a terminal nothing is ever shown", () => {
  const { written, progress, after } = watched(false);
  after(60_000, 200);
  progress.clear();
  expect(written).toEqual([]);
});

test("the rate is of what was done now, and a line of millions fits into 80 columns", () => {
  expect(progressText(2000, 1000, 1500, 1000, "futures")).toContain("500 a second, 1 s left");
  expect(progressText(100_000_000, 0, 50_000_000, 100_000, "futures").length).toBeLessThan(80);
  expect(progressText(10, 0, 0, 1000, "futures")).toContain("unknown left");
  expect(progressText(1e6, 0, 1e3, 10_000, "futures")).toContain("2 h 47 min left");
});

test("in the end there is how many of them it was, how long it took, and the rate", () => {
  expect(speedText(600, 2500, "Histories")).toBe("Histories tried: 600 in 2.5 s, 240 a second.");
  expect(speedText(1_500_000, 1000, "Histories")).toBe("Histories tried: 1,500,000 in 1.0 s, 1,500,000 a second.");
  expect(speedText(1, 0, "Histories")).toBe("Histories tried: 1 in 0.0 s, 1,000 a second.");
});
