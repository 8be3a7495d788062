/** Pictures of futures, for what-ifs of shipped crises: labels keep apart, and every number is in the text. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { futures, modelledIn, option, planSweep, runSweep } from "../../src/crisis/index.ts";
import {
  assumptionsOf,
  casesOf,
  influencesOf,
  recordValues,
  setupOf,
  shareOf,
  sweepPooled,
} from "../../src/futures/index.ts";
import {
  assumptionsPicture,
  endStatesPicture,
  futuresPicture,
  type Look,
  type Picture,
  reachedPicture,
  scorePicture,
  sensitivityPicture,
  sweepPicture,
  type Token,
  tokens,
  type WhatIfData,
  whatIfPicture,
} from "../../src/pictures/index.ts";
import { evaluateWhatIf, readScenario, recordOf, type Scenario } from "../../src/scenario/index.ts";
import { crises } from "../support/enduring.ts";
import { boxesOf, expectLaidOut, parsed } from "../support/svg.ts";

const widths = [390, 768, 1280];

const scenarioOf = (file: string, change: (text: string) => string = (text) => text): Scenario => {
  const { scenario } = readScenario(change(readFileSync(file, "utf8")), { file });
  if (scenario === undefined) throw new Error(`${file} does not read.`);
  return scenario;
};

async function dataOf(scenario: Scenario, name: string, count = 60): Promise<WhatIfData> {
  const evaluated = evaluateWhatIf(scenario, name, recordOf(scenario));
  const run = await futures(scenario, evaluated, { futures: count, seed: 7 }, { workers: 1 });
  return { scenario, ...run, name, assumptions: assumptionsOf(scenario), command: `demarche what-if ${name}` };
}

const pictures: Readonly<Record<string, (data: WhatIfData, look: Look) => Picture>> = {
  whole: whatIfPicture,
  futures: futuresPicture,
  reached: reachedPicture,
  "end states": endStatesPicture,
  assumptions: assumptionsPicture,
};

const cases = crises.flatMap((crisis) => {
  const scenario = scenarioOf(`scenarios/${crisis}.yaml`);
  return modelledIn(scenario).map((name) => ({ of: `${crisis} ${name}`, scenario, name }));
});

describe.each(cases)("$of", ({ scenario, name }) => {
  let data: WhatIfData;
  beforeAll(async () => {
    data = await dataOf(scenario, name);
  });

  test.each(Object.entries(pictures))("%s: labels keep apart at every width", (of, picture) => {
    for (const width of widths) expectLaidOut(picture(data, { width }), `${of} at ${width}`);
  });

  test("its text and its description have every number", () => {
    const { text, description, ...picture } = whatIfPicture(data);
    const numbers = boxesOf(picture)
      // The text has grouped states one by one, and no ticks of axes.
      .filter((box) => !/^Other |^\d+\.\d$/.test(box.text))
      .flatMap((box) => box.text.match(/[+−]?\d+\.\d+/g) ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(text).toContain(number);
    expect(description.length).toBeGreaterThan(100);
  });
});

describe("a what-if", () => {
  const scenario = scenarioOf("scenarios/iran-pakistan-2024.yaml");
  let data: WhatIfData;
  beforeAll(async () => {
    data = await dataOf(scenario, "second-round", 200);
  });

  test("is drawn with the numbers of its futures", () => {
    const { text } = futuresPicture(data);
    const tally = data.followed.edited.outcomes["talks"];
    const share = shareOf(tally?.counts.get(1) ?? 0, 200);
    const percent = (one: number): string => (one * 100).toFixed(1);
    expect(text).toContain(`with it ${percent(share.value)} % (${percent(share.low)} to ${percent(share.high)})`);
    expect(text).toContain("200 futures each, seed 7 · What the assumptions imply, not a forecast.");
  });

  test("has no id, only words", () => {
    for (const picture of [futuresPicture, reachedPicture, endStatesPicture]) {
      const words = boxesOf(picture(data))
        .map((box) => box.text)
        .join("\n");
      for (const id of ["envoys-back", "uses-of-force", "by-a", "missionA", "ambassadors-recalled", "IRN", "PAK"])
        expect(words.replace(/what if, .*/, "")).not.toContain(id);
    }
  });

  test("curves end at the share that is ever reached: nothing is piled up at the end", () => {
    const { svg } = reachedPicture(data);
    const paths = [...parsed({ svg }).querySelectorAll("path[fill=none]")].map((one) => one.getAttribute("d") ?? "");
    const curves = paths.filter((d) => d.split("L").length > 10);
    expect(curves).toHaveLength(2);
    for (const d of curves) {
      const [last, before] = d.split("L").toReversed();
      expect(last?.split(" ")[1]).toBe(before?.split(" ")[1]);
    }
  });

  test("looks the same in the dark, in colours of the dark alone", () => {
    const [light, dark] = (["light", "dark"] as const).map((theme) => whatIfPicture(data, { theme }));
    if (light === undefined || dark === undefined) throw new Error("Two pictures were asked for.");
    expect(boxesOf(dark)).toEqual(boxesOf(light));
    const own = (k: 0 | 1): ReadonlySet<string> =>
      new Set((Object.keys(tokens) as Token[]).map((token) => tokens[token][k] as string));
    const used = (picture: Picture): readonly string[] => picture.svg.match(/#[0-9a-f]{6}/g) ?? [];
    expect(used(light).filter((one) => !own(0).has(one))).toEqual([]);
    expect(used(dark).filter((one) => !own(1).has(one))).toEqual([]);
  });

  test("of one future, and of none, says so", async () => {
    for (const count of [1, 0]) {
      const few = await dataOf(scenario, "second-round", count);
      for (const width of widths) expectLaidOut(whatIfPicture(few, { width }), `${count} at ${width}`);
      expect(whatIfPicture(few).svg).not.toMatch(/NaN|Infinity/);
      expect(whatIfPicture(few).text).toContain(count === 0 ? "no future" : "of one future");
    }
  });

  test("with hostile names stays well formed and safe", async () => {
    const evil = `<script>alert(1)</script>"'&\u202E ${"long ".repeat(30)}`;
    const actors = Object.fromEntries(
      Object.entries(scenario.actors).map(([code, actor]) => [code, { ...actor, name: `${evil}${code}` }]),
    );
    const hostile = { ...data, scenario: { ...data.scenario, title: evil, actors }, name: evil, command: evil };
    for (const [of, picture] of Object.entries(pictures)) {
      for (const width of widths) {
        const drawn = picture(hostile, { width });
        expectLaidOut(drawn, `${of} at ${width}`);
        expect(parsed(drawn).querySelector("script")).toBeNull();
        expect(drawn.svg).not.toContain("\u202E");
        expect(drawn.text).not.toContain("\u202E");
      }
    }
  });
});

describe("a sweep", () => {
  const scenario = scenarioOf("scenarios/iran-pakistan-2024.yaml");
  const swept = async () => {
    const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round", recordOf(scenario)).branch);
    const settings = { futures: 20, seed: 1, points: 24, design: "lhs" } as const;
    const { plan, assumptions } = planSweep(setup, scenario.outcomes, settings, option);
    const source: Parameters<typeof runSweep>[1] = (job, from, pooling) =>
      sweepPooled(job, from, { workers: 1, ...pooling });
    const { summary } = await runSweep(plan, source, { signal: new AbortController().signal });
    const decided = influencesOf(summary, (sums) => casesOf(plan, summary.counted, sums), 1);
    return { summary, decided, assumptions };
  };
  let made: Awaited<ReturnType<typeof swept>>;
  beforeAll(async () => {
    made = await swept();
  });

  test("is drawn with names for yes and no, and labels that keep apart", () => {
    const { outcomes } = scenario;
    const data = {
      title: "A sweep",
      scenario,
      outcomes,
      summary: made.summary,
      record: recordValues(scenario),
      runs: "24 points",
    };
    for (const width of widths) expectLaidOut(sweepPicture(data, { width }), `at ${width}`);
    const words = boxesOf(sweepPicture(data)).map(({ text }) => text);
    expect(words).toContain("100 %");
    expect(words).toContain("at the central values");
    expect(words.join(" ")).not.toContain("1.00 ");
  });

  test("sensitivities have a number where they lie beyond noise, and a key of shades", () => {
    const { decided, assumptions } = made;
    const data = { decided, count: "24 points", assumptions, scenario };
    for (const width of widths) expectLaidOut(sensitivityPicture(data, { width }), `at ${width}`);
    const beyond = decided.flatMap(({ shares }) => shares.filter(({ share, noise }) => share > noise));
    const cells = boxesOf(sensitivityPicture(data)).filter(({ text }) => /^\d\d$/.test(text));
    expect(cells.length).toBe(beyond.filter(({ share }) => share >= 0.095).length);
    expect(sensitivityPicture(data).svg).toContain("decides all");
  });

  test("assumptions come by their share of the answer, and what has no range is folded", () => {
    const { assumptions, decided } = made;
    const shares = decided.find(({ quantity }) => quantity.name.startsWith("talks"))?.shares;
    const picture = assumptionsPicture({ assumptions, scenario, shares });
    for (const width of widths)
      expectLaidOut(assumptionsPicture({ assumptions, scenario, shares }, { width }), `at ${width}`);
    expect(picture.svg).toMatch(/And \d+ more without a range\./);
    const data = picture.text.match(/decides \d+ %/g)?.map((one) => Number(one.match(/\d+/)?.[0])) ?? [];
    expect(data.length).toBeGreaterThan(0);
    expect(data).toEqual(data.toSorted((one, other) => other - one));
  });
});

test("a score shows which end is better, and marks for who bet, for a class, for who knows nothing", () => {
  for (const width of widths) {
    for (const scores of [
      { you: 0.36, naive: 0.75 },
      { you: 0, group: 0, naive: 0 },
      { you: 2, group: 1.99, naive: 2 },
    ]) {
      const picture = scorePicture(scores, { width });
      expectLaidOut(picture, `at ${width}`);
      expect(picture.text).toContain("0 is best");
      expect(picture.text).toContain(`you ${scores.you.toFixed(2)}`);
    }
  }
  expect(scorePicture({ you: 0.36, naive: 0.75 }).text).toContain("Closer than");
  expect(scorePicture({ you: 0.9, naive: 0.75 }).text).toContain("Further off than");
});
