/** A run that is interrupted ends: what was run by then is told as what it is, and nothing else is lost. */
import { expect, test } from "vitest";
import { open } from "../../src/notebook/index.ts";

const again = (await open("iran-pakistan-2024")).whatIf("second-round");

test("interrupted before any future was run, it says so", async () => {
  const running = again.futures({ runs: 100_000 });
  process.emit("SIGINT");
  await expect(running).rejects.toThrow("Interrupted before any future was run");
});

test("interrupted after some, it gives what so many give", async () => {
  const running = again.futures({ runs: 100_000, seed: 7 });
  setTimeout(() => process.emit("SIGINT"), 0);
  const part = await running;
  expect(part.runs).toBeGreaterThan(0);
  expect(part.runs).toBeLessThan(100_000);
  expect(String(part)).toContain(`Interrupted after ${part.runs} of 100000 futures`);
  const whole = await again.futures({ runs: part.runs, seed: 7 });
  expect(whole.outcomes).toEqual(part.outcomes);
  expect(whole.again).toBe(part.again);
});

test("a sweep that is interrupted says how far it was, and gives nothing", async () => {
  const running = again.sensitivity({ points: 1000, runs: 1000 });
  setTimeout(() => process.emit("SIGINT"), 0);
  await expect(running).rejects.toThrow(/Interrupted after \d+ of 1001000 futures/);
});

test("afterwards nobody listens any more", async () => {
  const before = process.listenerCount("SIGINT");
  await again.futures({ runs: 10 });
  expect(process.listenerCount("SIGINT")).toBe(before);
});
