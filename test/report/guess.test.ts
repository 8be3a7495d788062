// @module-tag long
/** Guessing in a real browser: what comes next is nowhere in the page before a bet on it is locked and revealed. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { crisisOf } from "../../src/crisis/index.ts";
import { english } from "../../src/pictures/index.ts";
import { readScenario } from "../../src/scenario/index.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { skipWhere } from "../support/programs.ts";
import { reportOf } from "../support/reports.ts";

const NAME = "pulwama-balakot-2019";
const { scenario } = readScenario(readFileSync(`scenarios/${NAME}.yaml`, "utf8"), { file: NAME });
if (scenario === undefined) throw new Error(`${NAME} can't be read.`);
const { steps } = crisisOf(scenario).history;
const questions = scenario.lessons
  .map((lesson) => ({ ...lesson, count: steps.findIndex(({ event }) => event.id === lesson.pause) + 1 }))
  .toSorted((one, other) => one.count - other.count);

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { open, chromium } = browsing();

  test("nothing later is in the page, its title, its print or its names, with scripts and without", async () => {
    const path = await reportOf(NAME, "--guess");
    const { page, complaints } = await open(path);
    await page.getByRole("button", { name: english.bet.lock }).waitFor();
    const without = await (await chromium().newContext({ javaScriptEnabled: false })).newPage();
    await without.goto(`file://${path}`);
    for (const one of [page, without]) {
      const text = await everythingOf(one);
      for (const hidden of laterThan(questions[0]?.count ?? 0)) expect(text).not.toContain(hidden);
    }
    await without.context().close();
    expect(complaints).toEqual([]);
  });

  test("a bet is given by keyboard, shared out, locked, kept over a reload, revealed and scored; then comes the next", async () => {
    const { page } = await open(await reportOf(NAME, "--guess"));
    const lock = page.getByRole("button", { name: english.bet.lock });
    await lock.waitFor();
    await lock.click();
    await expect.poll(() => page.getByRole("status").textContent()).toContain(english.bet.unlocked(100));
    const sliders = page.getByRole("slider").filter({ hasNot: page.locator(".transport") });
    const first = page.locator(".option input[type=range]").first();
    await first.focus();
    for (let k = 0; k < 30; k++) await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: english.bet.rest }).click();
    await expect.poll(() => page.getByRole("status").textContent()).toContain(english.bet.sum(100));
    expect(await sliders.count()).toBeGreaterThan(1);
    const shares = await sharesOf(page);
    expect(shares[0]).toBe("30");
    await page.reload();
    await lock.waitFor();
    expect(await sharesOf(page)).toEqual(shares);
    await lock.click();
    await page.getByRole("button", { name: english.bet.reveal }).click();
    await page.locator(".revealed figure svg").waitFor();
    const [question, next] = questions;
    expect(await page.locator(".revealed").textContent()).toContain(question?.answer);
    expect(await page.locator(".revealed").getByRole("img").count()).toBe(1);
    await page.getByRole("button", { name: english.report.next }).click();
    await page.getByRole("heading", { name: next?.ask ?? "" }).waitFor();
    const text = await everythingOf(page);
    for (const hidden of laterThan(next?.count ?? 0)) expect(text).not.toContain(hidden);
    await page.getByRole("button", { name: english.report.give }).click();
    await expect.poll(() => page.locator("#record").count()).toBe(1);
  });
});

/** Notes and ids of events after a number of steps that no earlier event has. */
function laterThan(count: number): readonly string[] {
  const before = JSON.stringify(steps.slice(0, count).map(({ event }) => event));
  const later = steps.slice(count).flatMap(({ event }) => [event.note ?? "", `data-event="${event.id}"`]);
  return later.filter((text) => text !== "" && !before.includes(text));
}

function sharesOf(page: Page): Promise<readonly string[]> {
  return page.locator(".option input[type=number]").evaluateAll((all) => all.map((one) => Reflect.get(one, "value")));
}

/** The page's HTML, its title and what it would print. */
async function everythingOf(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const text = [await page.content(), await page.title(), await page.locator("body").textContent()].join("\n");
  await page.emulateMedia({ media: "screen" });
  return text;
}
