/** A lesson about one relation of several: which is walked through, bet on and shown, and what is wrong with a pair. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openLesson } from "../../src/cli/lesson/open.ts";
import { lessonRecord } from "../../src/lesson/index.ts";
import { pageData } from "../../src/lesson/page/data.ts";
import { openScenario } from "../../src/live/lesson/walk.ts";
import { present } from "../../src/problem/index.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { builtBeside } from "../support/lessons.ts";
import { skipWhere } from "../support/programs.ts";

const SUEZ = `---
lesson: 1
title: One war, several relations
goals: [Tell one relation from another.]
minutes: 10
level: no programming needed
scenario: suez-1956
between: [ISR, EGY]
---

## Sinai

\`\`\`yaml step
from: sinai
to: mitla
\`\`\`

\`\`\`yaml step
between: [FRA, EGY]
to: ultimatum
\`\`\`

\`\`\`yaml step
scenario: suez-1956
from: cairo-breaks
to: damascus-breaks
\`\`\`

\`\`\`yaml predict
pause: damascus-breaks
ask: What comes of the war between Egypt and Israel?
options:
  armistice: { say: A cease-fire, feedback: On the 6th of November. }
  war: { say: A longer war, feedback: It was over in nine days. }
happened: armistice
event: cease-fire-sinai
\`\`\`
`;

/** The lesson with something in it changed, in a folder of its own. */
function written(change: (text: string) => string = (text) => text): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-lesson-"));
  writeFileSync(join(folder, "lesson.md"), change(SUEZ));
  return folder;
}

async function opened() {
  const { lesson, caseOf, remarks } = await openLesson(join(written(), "lesson.md"));
  expect(remarks).toEqual([]);
  if (lesson === undefined) throw new Error("It is no lesson.");
  return { lesson, caseOf, record: lessonRecord(lesson, caseOf) };
}

test("a walk is of the relation that it names, else of the lesson's, else of the main one", async () => {
  const { lesson, caseOf, record } = await opened();
  const { walks, scenarios } = pageData(lesson, caseOf, record);
  const crises = walks.map(
    ({ scenario, between }) => openScenario(present(scenarios[scenario], scenario), between).whole,
  );
  expect(crises.map(({ scenario: { dyad } }) => `${dyad.a} ${dyad.b}`)).toEqual(["EGY ISR", "EGY FRA", "EGY GBR"]);
  expect(Object.keys(scenarios)).toEqual(["suez-1956"]);
});

test("what is shown of a walk are the events of its relation, called after it", async () => {
  const { record } = await opened();
  const [war, france, main] = [...record.tables.values()];
  expect(war).toContain("The record from 29 Oct 1956 to 30 Oct 1956: Egypt and Israel");
  expect(france).toContain("to 30 Oct 1956: Egypt and France");
  expect(main).toContain(": Egypt and United Kingdom");
  // Syria's breach with Britain and France is none of Egypt's with Israel.
  expect(main).toContain("damascus-breaks");
  expect([...record.events.values()].map(({ length }) => length)).toEqual([2, 14, 4]);
});

test("a bet is on the relation, though it pauses after an event of another; sources are listed once", async () => {
  const { record } = await opened();
  const [{ card = "", short = "" } = {}] = [...record.happened.values()];
  expect(card).toContain("Israel");
  expect(short).toContain("6 Nov 1956");
  expect(record.sources.match(/Omniatlas/g)).toHaveLength(1);
});

describe("a mistake about a relation is told where it stands", () => {
  const france = "between: [FRA, EGY]";
  test.each([
    ["a code that is no party", france, "between: [FRE, EGY]", "unknown-relation", "FRE is no party", "FRA"],
    ["a pair that is not followed", france, "between: [FRA, GBR]", "unknown-relation", "FRA and GBR", undefined],
    ["a pair of the front matter", "[ISR, EGY]", "[ISR, FRA]", "unknown-relation", "ISR and FRA", undefined],
    ["no pair", france, "between: FRA", "wrong-type", "is text", undefined],
    ["a state with itself", france, "between: [FRA, FRA]", "unknown-relation", "FRA and FRA", undefined],
    ["an event of another relation", "to: mitla", "to: damascus-breaks", "event-elsewhere", "EGY and ISR", undefined],
    ["an event that is nowhere", "to: mitla", "to: mitle", "unknown-event", "mitle", "mitla"],
    ["what is shown of another", "event: cease-fire-sinai", "event: damascus-breaks", "event-elsewhere", "", undefined],
    ["a pair without a scenario", "scenario: suez-1956\nbetween", "between", "no-scenario", "No scenario", undefined],
    [
      "a pair in a file of two parties",
      "scenario: suez-1956\nfrom: cairo-breaks\nto: damascus-breaks",
      "scenario: qatar-2017\nbetween: [SAU, QAT]",
      "between-without-effect",
      "one relation",
      undefined,
    ],
  ])("%s", async (_, from, to, code, message, suggestion) => {
    const changed = SUEZ.replace(from, to);
    expect(changed).not.toBe(SUEZ);
    const { lesson, remarks } = await openLesson(
      join(
        written(() => changed),
        "lesson.md",
      ),
    );
    expect(lesson).toBeUndefined();
    const [first] = remarks;
    expect(first).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(first?.suggestion).toBe(suggestion);
    const at = changed.slice(0, changed.indexOf(to.split("\n").at(-1) ?? "")).split("\n").length;
    expect(first?.line).toBe(at);
  });

  test("what would help is named: the relation of the event, or relations of the state", async () => {
    const messageOf = async (from: string, to: string) => {
      const { remarks } = await openLesson(
        join(
          written((text) => text.replace(from, to)),
          "lesson.md",
        ),
      );
      return remarks.map(({ expected }) => expected);
    };
    expect(await messageOf("to: mitla", "to: damascus-breaks")).toEqual([
      expect.stringMatching(/^between: \[EGY, GBR\], or an event of this relation$/),
    ]);
    expect(await messageOf("[ISR, EGY]", "[ISR, FRA]")).toEqual([expect.stringContaining("[EGY, ISR]")]);
  });
});

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");
  const { open } = browsing();
  let files: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    if (noBrowser) return;
    const folder = written();
    files = await builtBeside(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });

  test("each walk of the page is of its own relation, from its first event to its last", { tags: "long" }, async () => {
    const folder = written();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { page, complaints } = await open(join(folder, "lesson.html"));
    const walks = await page.locator("[data-walk]").all();
    const expected = [
      ["Event 1 of 2", "Israel"],
      ["Event 1 of 14", "France"],
      ["Event 1 of 4", "United Kingdom"],
    ] as const;
    expect(walks).toHaveLength(expected.length);
    for (const [k, [where, who]] of expected.entries()) {
      const walk = present(walks[k], "walk");
      await expect.poll(() => walk.getByRole("status").textContent()).toContain(where);
      const text = await walk.getByRole("group", { name: "The event" }).textContent();
      expect(text).toContain(who);
      await walk.getByRole("button", { name: "What if it had not happened?" }).click();
      const other = walk.getByRole("group", { name: "Without it" });
      await other.waitFor({ state: "visible" });
      expect(await other.textContent()).toContain(who);
    }
    expect(complaints).toEqual([]);
  });
});
