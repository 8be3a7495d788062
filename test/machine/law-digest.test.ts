/** The digest of the law changes with every rule, and what was computed under another law is not used. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { event } from "../../src/events/index.ts";
import { memoryJournal } from "../../src/journal/index.ts";
import { guardText } from "../../src/machine/guards.ts";
import { chart, lawDigest, requirements, transitionsOf } from "../../src/machine/index.ts";
import { ofAll } from "../support/enduring.ts";

const REQUIREMENTS = "../../src/machine/requirements.ts";

/** The law with one requirement less. */
async function without(id: keyof typeof requirements): Promise<void> {
  vi.doMock(REQUIREMENTS, async (original) => {
    const whole = await original<typeof import("../../src/machine/requirements.ts")>();
    const changed = { ...whole.requirements[id], holds: () => [{}] };
    return {
      ...whole,
      requirements: { ...whole.requirements, [id]: changed },
      unmet: (...asked: Parameters<typeof whole.unmet>) => whole.unmet(...asked).filter((one) => one !== id),
    };
  });
}

beforeEach(() => void vi.resetModules());
afterEach(() => vi.doUnmock(REQUIREMENTS));

test("what every guard of the chart demands is known as text", () => {
  const texts = transitionsOf(chart.root).map(({ guard }) => guardText(guard));
  expect(texts.filter((text) => text === "something unknown")).toEqual([]);
  expect(new Set(texts).size).toBeGreaterThan(50);
});

const demands = Object.keys(requirements) as (keyof typeof requirements)[];

describe("the digest", () => {
  test("is the same wherever the law is loaded", async () => {
    const again = await import("../../src/machine/index.ts");
    expect(again.lawDigest()).toBe(lawDigest());
  });

  test.each(ofAll(demands, demands.slice(0, 4)))("changes without %s", async (id) => {
    await without(id);
    const other = await import("../../src/machine/index.ts");
    expect(other.lawDigest()).not.toBe(lawDigest());
  });

  test("changes when a transition is gone, or comes after another", async () => {
    const { course } = await import("../../src/machine/regions/course.ts");
    const { on } = course.states.normal as { readonly on: Record<string, unknown> };
    const [act = ""] = Object.keys(on);
    vi.doMock("../../src/machine/regions/course.ts", () => {
      const { [act]: _gone, ...others } = on;
      const normal = { ...course.states.normal, on: others };
      return { course: { ...course, states: { ...course.states, normal } } };
    });
    vi.resetModules();
    const other = await import("../../src/machine/index.ts");
    vi.doUnmock("../../src/machine/regions/course.ts");
    expect(other.lawDigest()).not.toBe(lawDigest());
  });
});

test("a snapshot of one law is no beginning for another", async () => {
  const journal = memoryJournal();
  const draft = { at: "2024-01-17", from: ["PAK"], to: ["IRN"] };
  await journal.append("one", [
    event({ ...draft, id: "recall", act: "recall-ambassador" }),
    event({ ...draft, id: "bar", act: "bar-ambassador" }),
    event({ ...draft, id: "return", act: "return-ambassador", from: ["IRN"], to: ["PAK"], at: "2024-01-18" }),
  ]);
  const folding = { branch: "one", beginning: { dyad: { a: "IRN", b: "PAK" } }, worth: 1 };
  const { foldJournal } = await import("../../src/journal/index.ts");
  const strict = await foldJournal(journal, folding);
  expect((await foldJournal(journal, folding)).from).toBeGreaterThan(0);
  vi.resetModules();
  await without("host-consents");
  const lax = await import("../../src/journal/index.ts");
  const now = await lax.foldJournal(journal, folding);
  expect(now.from).toBeUndefined();
  expect(now.history.situation.missionA).not.toBe(strict.history.situation.missionA);
  expect(now.history.situation).toEqual(
    (await lax.foldJournal(journal, { ...folding, snapshot: false })).history.situation,
  );
});
