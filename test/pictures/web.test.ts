/** The pictures of several relations: every label keeps apart, shape says what colour says, the text says it all. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { when } from "../../src/events/index.ts";
import { foldWeb } from "../../src/history/index.ts";
import { bandsPicture, french, type Picture, webPicture } from "../../src/pictures/index.ts";
import { webArbitrary } from "../../src/testing/index.ts";
import type { ReplayView } from "../../src/views/index.ts";
import { ofAll } from "../support/enduring.ts";
import { expectLaidOut, parsed } from "../support/svg.ts";
import { gulf, toldIn } from "../support/web.ts";

const until = when("2026-12-31").end;
const widths = [390, 768, 1280, 1920];
const pictures = { bands: bandsPicture, web: webPicture };

describe.each(Object.entries(pictures))("%s", (name, picture) => {
  test("keeps its labels apart, for the crisis of five states and for thirty around one, at every width", () => {
    for (const width of widths) {
      expectLaidOut(picture(toldIn(gulf), { width, caption: "Taken along" }), `${name} at ${width}`);
      expectLaidOut(picture(webOf(30), { width }), `${name} of thirty at ${width}`);
      expectLaidOut(picture(toldIn(gulf), { width, words: french }), `${name} in French at ${width}`);
    }
  });

  test("draws every relation once, and says each in its text", () => {
    fc.assert(
      fc.property(webArbitrary(), ({ record, relations }) => {
        const histories = foldWeb(
          record,
          relations.map((dyad) => ({ dyad, from: when("2022-01-01").start })),
          until,
        );
        const tellings = histories.map(
          (history): ReplayView => ({ scenario: { ...bare, dyad: history.dyad, relations }, history, until }),
        );
        const drawn = picture(tellings, { width: 800 });
        const pairs = [...parsed(drawn).querySelectorAll("g.relation")].map((one) => one.getAttribute("data-between"));
        expect(pairs.sort()).toEqual(relations.map(({ a, b }) => `${a} ${b}`).sort());
        for (const { a, b } of relations) expect(drawn.text).toContain(`${a} – ${b}`);
        expectLaidOut(drawn, name);
      }),
      { numRuns: ofAll(30, 10) },
    );
  });

  test("knows nothing of what comes after its moment", () => {
    const severed: Picture = picture(toldIn(gulf, "2017-06-05"), {});
    expect(severed.text).toContain("severed");
    expect(picture(toldIn(gulf, "2017-06-04"), {}).text).not.toContain("severed");
  });
});

test("in the web a severed relation is dashed, and what is graver is wider", () => {
  const lines = (at: string) =>
    [...parsed(webPicture(toldIn(gulf, at), {})).querySelectorAll("g.relation")].map((one) => {
      const path = [...one.querySelectorAll("path")].at(-1);
      return [
        one.getAttribute("data-between"),
        path?.hasAttribute("stroke-dasharray"),
        Number(path?.getAttribute("stroke-width")),
      ];
    });
  const before = Object.fromEntries(lines("2017-06-04").map(([pair, ...look]) => [pair, look]));
  const after = Object.fromEntries(lines("2017-06-05").map(([pair, ...look]) => [pair, look]));
  expect(before["SAU QAT"]).toEqual([false, 1.6]);
  expect(after["SAU QAT"]).toEqual([true, 4.6]);
  expect(after["QAT KWT"]).toEqual(before["QAT KWT"]);
});

const bare = {
  name: "web",
  title: "A web",
  purpose: "exploration",
  zone: "UTC",
  window: { from: when("2022-01-01").start, to: until },
  actors: {},
  sources: {},
  context: [],
  lessons: [],
} as const;

/** One state with a number of others. */
function webOf(states: number): readonly ReplayView[] {
  const [main] = toldIn(gulf);
  if (main === undefined) throw new Error("There is no relation.");
  return Array.from({ length: states - 1 }, (_, k) => ({
    ...main,
    scenario: { ...main.scenario, dyad: { a: "HUB", b: `S${String(k).padStart(2, "0")}` } },
  }));
}
