/** Every picture of shipped crises: labels keep apart, nothing comes too soon, and everything shown is in the text. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayStart, MINUTES_PER_DAY } from "../../src/events/index.ts";
import { fold, historyUntil } from "../../src/history/index.ts";
import {
  bandPicture,
  casualtiesPicture,
  claimsPicture,
  english,
  type Look,
  type Picture,
  postsPicture,
  recordPicture,
  standsPicture,
} from "../../src/pictures/index.ts";
import { marksOf } from "../../src/pictures/record/marks.ts";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import type { ReplayView } from "../../src/views/index.ts";
import { crises, ofAll } from "../support/enduring.ts";
import { boxesOf, expectLaidOut, overlaps, parsed } from "../support/svg.ts";

const tellingOf = (file: string, change: (text: string) => string = (text) => text): ReplayView => {
  const { scenario } = readScenario(change(readFileSync(file, "utf8")), { file });
  if (scenario === undefined) throw new Error(`${file} does not read.`);
  return { scenario, history: replayScenario(scenario), until: scenario.window.to };
};

const tellings = new Map(crises.map((name) => [name, tellingOf(`scenarios/${name}.yaml`)]));
const widths = [390, 768, 1280, 1920];

const pictures: Readonly<Record<string, (telling: ReplayView, look: Look) => Picture>> = {
  record: recordPicture,
  scaled: (telling, look) => recordPicture(telling, { ...look, scale: "time" }),
  fog: (telling, look) => recordPicture(telling, { ...look, fog: true }),
  band: bandPicture,
  posts: postsPicture,
  stands: standsPicture,
  claims: claimsPicture,
  casualties: casualtiesPicture,
};

describe.each([...tellings])("%s", (_, telling) => {
  test.each(Object.entries(pictures))("%s: labels keep apart at every width", (name, picture) => {
    for (const width of widths)
      expectLaidOut(picture(telling, { width, caption: telling.scenario.title }), `${name} at ${width}`);
  });

  test.each(Object.entries(pictures))("%s: of what comes after the moment nothing is there", (_name, picture) => {
    const { steps } = telling.history;
    for (const share of [0, 0.2, 0.5, 0.8]) {
      const until = dayStart(steps[Math.floor(share * (steps.length - 1))]?.minute ?? 0) + MINUTES_PER_DAY - 1;
      const cutTelling = { ...telling, history: historyUntil(telling.history, until), until };
      expect(picture({ ...telling, until }, {})).toEqual(picture(cutTelling, {}));
    }
  });

  test("the record tells each event as text, and shows or counts each", () => {
    const marks = marksOf(telling, english);
    for (const width of widths) {
      const { svg, text } = recordPicture(telling, { width });
      const shown = [...svg.matchAll(/data-events?="([^"]*)"/g)].flatMap(([, ids = ""]) => ids.split(" "));
      expect(shown.toSorted()).toEqual(marks.map(({ id }) => id).toSorted());
      for (const { whole } of marks) expect(text).toContain(whole);
    }
  });

  test.each(Object.entries(pictures))(
    "%s is SVG with a title and a description, and moves no text",
    (_name, picture) => {
      const document = parsed(picture(telling, { width: 1280, theme: "auto", prefix: "p" }));
      const root = document.documentElement;
      const [title = "", description = ""] = (root.getAttribute("aria-labelledby") ?? "").split(" ");
      expect(root.getAttribute("role")).toBe("img");
      expect(document.getElementById(title)?.textContent).not.toBe("");
      expect(document.getElementById(description)?.textContent).not.toBe("");
      expect([...document.querySelectorAll("text")].filter((text) => text.closest("[transform]") !== null)).toEqual([]);
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => id.startsWith("p-"))).toBe(true);
    },
  );

  test("no picture shows the chart's own words", () => {
    for (const picture of Object.values(pictures)) {
      const labels = boxesOf(picture(telling, {})).map(({ text }) => text);
      expect(labels.filter((text) => /\bby-[ab]\b|missions?\.|ambassadors-recalled/.test(text))).toEqual([]);
    }
  });
});

test("what is hostile in a file stays text", () => {
  const hostile = `<script>alert("1")</script> & 'a' ]]> --> \\u202e`;
  const telling = tellingOf("scenarios/iran-pakistan-2024.yaml", (text) =>
    text
      .replace(/^title: .*$/m, `title: ${JSON.stringify(hostile)}`)
      .replace("name: Iran,", `name: ${JSON.stringify(hostile)},`)
      .replace("says: a village at the border", `says: ${JSON.stringify(hostile)}`),
  );
  for (const [name, picture] of Object.entries(pictures)) {
    const drawn = picture(telling, { caption: hostile });
    const document = parsed(drawn);
    expect(document.querySelectorAll("script, foreignObject, image, a, use").length, name).toBe(0);
    expect(drawn.svg).not.toContain("\u202e");
    expectLaidOut(drawn, name);
  }
});

const names = fc.record({
  a: fc.string({ minLength: 1, maxLength: 60 }),
  b: fc.string({ minLength: 1, maxLength: 20 }),
});

test("labels keep apart in pictures of any record", () => {
  const { scenario } = [...tellings.values()][0] ?? {};
  if (scenario === undefined) throw new Error("No scenario is shipped.");
  fc.assert(
    fc.property(
      recordArbitrary({ maxLength: 40 }),
      names,
      fc.integer({ min: 320, max: 2000 }),
      (events, { a, b }, width) => {
        const dyad = { a: "AAA", b: "BBB" };
        const history = fold(events, { dyad });
        const from = history.steps[0]?.minute ?? 0;
        const until = (history.steps.at(-1)?.minute ?? 0) + 20 * MINUTES_PER_DAY;
        const actors = { AAA: { name: a, kind: "party" as const }, BBB: { name: b, kind: "party" as const } };
        const telling: ReplayView = {
          scenario: { ...scenario, dyad, actors, window: { from, to: until } },
          history,
          until,
        };
        for (const [name, picture] of Object.entries(pictures))
          expectLaidOut(picture(telling, { width }), `${name} at ${width}`);
      },
    ),
    { numRuns: ofAll(60, 20) },
  );
});

test("a record of thousands is counted where it finds no room, and every event stands in the text", () => {
  const iran = tellings.get("iran-pakistan-2024");
  if (iran === undefined) throw new Error("The flagship is not shipped.");
  const step = iran.history.steps[0];
  if (step === undefined) throw new Error("The flagship is empty.");
  const many = (count: number): ReplayView => {
    const steps = Array.from({ length: count }, (_, k) => ({
      ...(iran.history.steps[k % iran.history.steps.length] ?? step),
      event: { ...step.event, id: `e${k}`, because: k === 0 ? [] : [`e${k - 1}`] },
      minute: step.minute + Math.floor((k * 4 * 365) / count) * MINUTES_PER_DAY,
    }));
    const until = step.minute + 4 * 366 * MINUTES_PER_DAY;
    return { scenario: iran.scenario, history: { ...iran.history, steps }, until };
  };
  for (const count of [39, 300, 2000]) {
    for (const width of widths) {
      const picture = recordPicture(many(count), { width });
      expectLaidOut(picture, `${count} at ${width}`);
      expect(picture.text.match(/Iran: strikes/g)?.length).toBeGreaterThanOrEqual(count);
      expect(picture.height).toBeLessThan(width < 600 ? 12_000 : 4000);
    }
  }
});

test("the test sees labels that overlap", () => {
  const box = { text: "one", size: 12, left: 0, right: 30, top: 0, bottom: 12 };
  expect(overlaps([box, { ...box, text: "two", left: 20, right: 50 }])).toEqual([["one", "two"]]);
  expect(overlaps([box, { ...box, text: "two", left: 32, right: 50 }])).toEqual([]);
});
