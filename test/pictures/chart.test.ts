/** Pictures of the chart: their arrows are what the machine does, their words those of the tables, and nothing is crossed out. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isEntitled,
  isOfOthers,
  judge,
  keyOf,
  PEACE,
  regionNames,
  type Situation,
  symbols,
} from "../../src/machine/index.ts";
import { courseWays } from "../../src/pictures/chart/course.ts";
import { exitsOf } from "../../src/pictures/chart/exits.ts";
import { courseOf } from "../../src/pictures/chart/states.ts";
import { type ChartData, chartPicture, coursePicture, english } from "../../src/pictures/index.ts";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";
import { ofAll } from "../support/enduring.ts";
import { reachable, situations } from "../support/reachable.ts";
import { boxesOf, expectLaidOut, parsed } from "../support/svg.ts";

const widths = [390, 768, 1280];

const crises = globSync("scenarios/*.yaml")
  .sort()
  .flatMap((file): readonly ChartData[] => {
    const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
    if (scenario === undefined) throw new Error(`${file} does not read.`);
    const { steps } = replayScenario(scenario);
    const situations = new Map(steps.map(({ after }) => [keyOf(after), after]));
    return [...situations.values()].map((situation) => ({ scenario, situation, moment: "now" }));
  });
/** Some of many, evenly. */
const some = crises.filter((_, k) => k % ofAll(8, 24) === 0);

test("labels keep apart at every width, in situations of every crisis", () => {
  for (const one of some) {
    for (const width of widths) {
      expectLaidOut(chartPicture(one, { width }), `${one.scenario.title}: ${keyOf(one.situation)} at ${width}`);
      expectLaidOut(coursePicture(one, { width }), `course at ${width}`);
    }
  }
});

test("what leads out is what the machine does, act by act", () => {
  for (const { situation } of some) {
    const expected = symbols.flatMap((symbol) => {
      if (!isEntitled(symbol) || isOfOthers(symbol) || symbol.detail === "contrary") return [];
      const { after } = judge(situation, symbol);
      return regionNames
        .filter((region) => after[region] !== situation[region])
        .map((region) => `${region} ${after[region]} ${JSON.stringify(symbol)}`);
    });
    const found = exitsOf(situation).flatMap(({ region, to, ways }) =>
      ways.flatMap(({ acts }) => acts.map((symbol) => `${region} ${to} ${JSON.stringify(symbol)}`)),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(found.length).toBeGreaterThan(0);
  }
});

test("an act of the wrong mission leads nowhere, so it is no way out", () => {
  for (const situation of situations.filter((_, k) => k % 500 === 0)) {
    for (const symbol of symbols.filter(({ detail }) => detail === "contrary"))
      expect(judge(situation, symbol).after).toEqual(situation);
  }
});

test("every state that can be reached at once has its box, with who and what above its arrow", () => {
  for (const one of some) {
    const { text, svg } = chartPicture(one);
    const words = boxesOf({ svg })
      .map((box) => box.text)
      .join(" ");
    const names = {
      a: one.scenario.actors[one.scenario.dyad.a]?.name ?? "",
      b: one.scenario.actors[one.scenario.dyad.b]?.name ?? "",
    };
    for (const { region, to } of exitsOf(one.situation)) {
      const table: Readonly<Record<string, (of: typeof names) => string>> = english.states.of[region];
      const state = table[to]?.(names) ?? "";
      const capital = state.charAt(0).toUpperCase() + state.slice(1);
      expect(text).toContain(`→ ${capital}`);
      for (const word of capital.split(" ")) expect(words).toContain(word);
    }
  }
});

test("parties have their names: no code, no letter and no id of a state", () => {
  for (const one of some) {
    const { a, b } = one.scenario.dyad;
    const words = boxesOf(chartPicture(one))
      .map((box) => box.text)
      .join("\n");
    for (const word of ["by-a", "by-b", "missionA", "ambassadors-recalled", a, b]) expect(words).not.toContain(word);
    expect(words).toContain(one.scenario.actors[a]?.name ?? "");
  }
});

test("only the regions that are asked for are drawn", () => {
  const [first] = crises;
  if (first === undefined) throw new Error("There is a crisis.");
  const { text } = chartPicture(first, { only: ["channels"] });
  expect(text).toContain("Channels: ");
  expect(text).not.toContain("The course of relations");
});

test("the ways of the whole course are those that some reachable situation takes", () => {
  const { table } = reachable;
  const taken = new Set<string>();
  for (let id = 0; id < situations.length; id++) {
    const from = courseOf((situations[id] as Situation).course);
    for (let symbol = 0; symbol < symbols.length; symbol++) {
      const to = courseOf((situations[table.next(id, symbol)] as Situation).course);
      if (to !== from) taken.add(`${from} ${to}`);
    }
  }
  expect(
    courseWays()
      .map((way) => way.join(" "))
      .toSorted(),
  ).toEqual([...taken].toSorted());
});

describe.each(widths)("the course at %i", (width) => {
  const scenario = {
    title: "A crisis",
    dyad: { a: "IRN", b: "PAK" },
    actors: { IRN: { name: "the United Kingdom of Great Britain", kind: "state" as const } },
  };
  const picture = coursePicture({ scenario, situation: PEACE, moment: "now" }, { width });
  const document = parsed(picture);
  const number = (one: Element, key: string): number => Number(one.getAttribute(key));
  const boxes = [...document.querySelectorAll("rect[rx]")].map((one) => ({
    left: number(one, "x"),
    right: number(one, "x") + number(one, "width"),
    top: number(one, "y"),
    bottom: number(one, "y") + number(one, "height"),
  }));

  test("no arrow passes under a box, and no box lies on another", () => {
    expect(boxes).toHaveLength(8);
    const ways = [...document.querySelectorAll("path.way")];
    expect(ways.length).toBeGreaterThan(20);
    for (const way of ways) {
      const d = way.getAttribute("d") ?? "";
      const [x1 = 0, y1 = 0, cx = 0, cy = 0, x2 = 0, y2 = 0] = (d.match(/[\d.]+/g) ?? []).map(Number);
      for (let t = 0; t <= 1; t += 0.005) {
        const [x, y] = [
          (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t ** 2 * x2,
          (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t ** 2 * y2,
        ];
        const under = boxes.filter(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
        expect(under, d).toEqual([]);
      }
    }
    for (const [k, one] of boxes.entries())
      for (const other of boxes.slice(0, k))
        expect(
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        ).toBe(false);
  });

  test("one box alone is marked as the present state", () => {
    expect(document.querySelectorAll('rect[rx][stroke-width="3"]')).toHaveLength(1);
  });
});
