import { expect, test } from "vitest";
import { actIds, when } from "../../src/events/index.ts";
import { causeOf, situationAfter, whyNot } from "../../src/history/index.ts";
import { PEACE, regionNames, regions } from "../../src/machine/index.ts";
import { type Block, lineWidth, plainPalette, render } from "../../src/render/index.ts";
import { regionKeys, regionOfKey } from "../../src/scenario/index.ts";
import {
  actBlock,
  actsBlock,
  columnsFor,
  liveScreen,
  type ReplayView,
  ribbon,
  stateText,
  stepBlock,
  whyBlock,
  whyNotBlock,
} from "../../src/views/index.ts";
import { sentence } from "../../src/views/words.ts";
import { crisis, dyad, folded, on, recall, strike } from "../support/crisis.ts";

const text = (block: Block) => render(block, plainPalette);

function replayOf(events = crisis, until = "2024-02-15"): ReplayView {
  return {
    history: folded(events, until),
    until: when(until).end,
    scenario: {
      name: "short",
      title: "A short crisis",
      purpose: "teaching",
      zone: "UTC",
      window: { from: when("2024-01-15").start, to: when("2024-02-15").end },
      dyad,
      relations: [dyad],
      actors: { IRN: { name: "Iran", kind: "party" }, PAK: { name: "Pakistan", kind: "party" } },
      sources: {},
      context: [],
      lessons: [],
    },
  };
}

test("the ribbon rises with the course and falls back when it is normal again", () => {
  const [bars = "", dates = ""] = text(ribbon(replayOf(), 32)).split("\n");
  expect(bars).toBe("▁▆▅███▃▃▃▃▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁".replace("▆▅███", bars.slice(1, 6)));
  expect(bars).toContain("█");
  expect(dates).toMatch(/^15 Jan.*15 Feb$/);
});

test("what lies after the moment stays empty on a ribbon with a longer scale", () => {
  const { until, ...rest } = replayOf(crisis, "2024-01-18");
  const [bars = ""] = text(ribbon({ ...rest, until }, 32, when("2024-02-15").end)).split("\n");
  expect(bars).toMatch(/^[▁▆▅█]{4}·{28}$/);
});

test("each act of the catalogue is told without a gap, in 80 columns", () => {
  for (const id of actIds) {
    const block = actBlock(id, 80);
    expect(text(block)).not.toMatch(/undefined|null/);
    expect(Math.max(...block.map(lineWidth))).toBeLessThanOrEqual(81);
  }
  expect(text(actsBlock(actIds, 80)).split("\n").length).toBeGreaterThan(actIds.length);
});

test("every state of every region has words and a sentence of its own", () => {
  const names = { a: "Iran", b: "Pakistan" };
  for (const region of regionNames) {
    const sentences = regions[region].map((state) => sentence(region, { ...PEACE, [region]: state }, names));
    const words = regions[region].map((state) => stateText(region, state, dyad));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(new Set(words).size).toBe(words.length);
    expect([...sentences, ...words].join(" ")).not.toMatch(/undefined|by-[ab]\b/);
  }
});

test("keys of regions and regions of keys are each other's inverse", () => {
  expect(regionKeys(dyad).map((key) => regionOfKey(key, dyad))).toEqual(regionNames);
  expect(regionOfKey("missions.USA", dyad)).toBeUndefined();
});

test("a void step shows the sentence, the rule and the remedy", () => {
  const history = folded([strike, on(17, "return-ambassador", ["PAK"])]);
  const [, step] = history.steps;
  if (step === undefined) throw new Error("two steps expected");
  const block = text(stepBlock(replayOf([strike]), step, columnsFor(history.steps, 80)));
  expect(block).toContain("✗ Return of ambassador");
  expect(block).toContain("The ambassador who returns must be away from an open mission.");
  expect(block).toContain("What would give it effect: A closed mission reopens first");
});

test("an act that begins something beside what stands already says so, where it changed nothing else", () => {
  const events = [16, 17, 18].map((day) => on(day, day === 18 ? "cap-staff" : "impose-sanctions", ["IRN"]));
  const { steps } = folded(events);
  const blocks = steps.map((step) => text(stepBlock(replayOf(events), step, columnsFor(steps, 80))));
  expect(blocks.map((block) => /stands too: .*/.exec(block)?.[0].trim())).toEqual([
    undefined,
    "stands too: sanctions",
    "stands too: cap on staff",
  ]);
  const others = folded([on(16, "impose-sanctions", ["IRN"], { to: ["USA"] })]).steps;
  expect(others.map((step) => text(stepBlock(replayOf(events), step, columnsFor(others, 80)))).join()).not.toContain(
    "stands",
  );
});

test("a time and the last day of what lasts stand under the date", () => {
  const first = (at: string) => {
    const { steps } = folded([{ ...strike, at }]);
    const [step] = steps;
    if (step === undefined) throw new Error("one step expected");
    const lines = text(stepBlock(replayOf([strike]), step, columnsFor(steps, 80))).split("\n");
    return lines.slice(0, 4).map((line) => line.split(/ {2,}/)[0]);
  };
  expect(first("2024-01-16T01:05")).toEqual(["2024-01-16", "01:05", "strike-16", ""]);
  expect(first("2024-01-16/2024-01-18")).toEqual(["2024-01-16", "to 01-18", "strike-16", ""]);
  expect(first("2024-01-30/2025-01-02").slice(1, 3).join(" ")).toBe("to 2025-01-02");
  expect(first("2024-01-16T23:00:30/2024-01-17T01:00")).toEqual(["2024-01-16", "23:00", "to 01-17", "01:00"]);
});

test("a tree of causes shows each event once, under what it caused", () => {
  const history = folded();
  const step = history.steps.find(({ event }) => event.id === recall.id);
  if (step === undefined) throw new Error("the recall expected");
  const tree = text(whyBlock({ cause: causeOf(history, step) }, dyad, 80));
  expect(tree).toMatch(/Recall of ambassador \[recall-ambassador-17\][\s\S]*└─ 2024-01-16 IRN → PAK Strike/);
});

test("why not of a valid act says so", () => {
  const judged = whyNot(situationAfter(folded(), 0), "strike", "a");
  expect(text(whyNotBlock({ act: "strike", by: "IRN", ...judged }, "now", 80))).toContain(
    "valid; it would change the situation",
  );
});

test("a live screen tells nothing that has not happened yet, be it of the same day", () => {
  const replay = replayOf();
  const { opening, steps } = replay.history;
  const isIn = (state: string, { course }: { readonly course: unknown }) => JSON.stringify(course).includes(state);
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index - 1];
    const situation = situationAfter(replay.history, index);
    const frame = { index, ...(step === undefined ? {} : { step }), situation, playing: false, done: false };
    const screen = text(liveScreen(replay, frame, { columns: 80, rows: 60 }));
    const situations = [opening, ...steps.slice(0, index).map(({ after }) => after)];
    for (const state of ["strike", "retaliation", "reconciliation", "recalled"]) {
      if (!situations.some((one) => isIn(state, one))) expect(screen.toLowerCase()).not.toContain(`${state} `);
    }
  }
});

test("a live screen has exactly the rows and at most the columns of the terminal, at every step", () => {
  const replay = replayOf();
  for (const { columns, rows } of [
    { columns: 80, rows: 24 },
    { columns: 80, rows: 60 },
    { columns: 60, rows: 14 },
  ]) {
    for (let index = 0; index <= replay.history.steps.length; index++) {
      const step = replay.history.steps[index - 1];
      const frame = {
        index,
        ...(step === undefined ? {} : { step }),
        situation: situationAfter(replay.history, index),
        playing: false,
        done: index === replay.history.steps.length,
      };
      const screen = liveScreen(replay, frame, { columns, rows });
      expect(screen).toHaveLength(rows);
      expect(Math.max(...screen.map(lineWidth))).toBeLessThanOrEqual(columns);
      expect(text(screen)).toContain(`${index}/${replay.history.steps.length}`);
    }
  }
});
