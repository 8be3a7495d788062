// @module-tag long
/** Rounds in a real browser: what is not open is nowhere, what was entered stays, and what a phone or paper shows is whole. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { ofAll } from "../support/enduring.ts";
import { builtFolder, fixture } from "../support/lessons.ts";
import { skipWhere } from "../support/programs.ts";

const crisis = "notebooks/3-iran-pakistan-2024/lesson.md";

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { chromium } = browsing();
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    if (!noBrowser) await enter({});
  });
  afterEach(() => context?.close());

  async function enter(how: Parameters<Browser["newContext"]>[0]): Promise<void> {
    context = await chromium().newContext({ offline: true, reducedMotion: "reduce", ...how });
    page = await context.newPage();
  }
  const go = async (source: string, name: string) =>
    page.goto(pathToFileURL(resolve(await builtFolder(source), name)).href, { waitUntil: "load" });

  /** Gives all to the first option, locks and reveals. */
  async function bet(index: number): Promise<void> {
    const part = page.locator("[data-predict]").nth(index);
    await part.locator("input[type=number]").first().fill("100");
    await part.getByRole("button", { name: "Lock my bet" }).click();
    await part.getByRole("button", { name: "Show what happened" }).click();
    await part.locator(".revealed figure").waitFor({ state: "attached" });
  }

  const wednesday = /Wednesday|suspen|Thursday|Friday and after/i;

  test("before the bet nothing of a later round is in the page: text, names, headings, links, print", async () => {
    await go(crisis, "lesson.html");
    await page.locator("[data-predict] fieldset").waitFor();
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      expect(
        await page.evaluate(() => document.documentElement.outerHTML.replace(/<script[\s\S]*?<\/script>/g, "")),
      ).not.toMatch(wednesday);
      expect(JSON.stringify(await page.locator("body").ariaSnapshot())).not.toMatch(wednesday);
    }
    await page.emulateMedia({ media: "screen" });
    await bet(0);
    await expect.poll(() => page.locator("#contents").textContent()).toContain("Round 2: Wednesday");
    expect(await page.locator("#contents").textContent()).not.toContain("Round 3");
    expect(await page.locator("#fog").count()).toBe(1);
  });

  test("each slide after a bet waits for it, too", async () => {
    await go(crisis, "slides.html");
    const count = await page.locator("main > section").count();
    expect(await page.locator("main").textContent()).not.toMatch(wednesday);
    await page.keyboard.press("End");
    await bet(0);
    await expect.poll(() => page.locator("main > section").count()).toBeGreaterThan(count);
    expect(await page.locator("main").textContent()).toContain("Wednesday");
  });

  test("bets and quiz answers survive a reload, are saved as a file, and are forgotten when that is asked for", async () => {
    await go(fixture, "lesson.html");
    await bet(0);
    await page.getByLabel("The state that sent him").check();
    await page.getByRole("button", { name: "Check the answers" }).click();
    const verdict = await page.locator("[data-quiz] [data-told]").textContent();
    await page.reload();
    await page.locator(".revealed figure").waitFor({ state: "attached" });
    expect(await page.locator("[data-predict] input[type=number]").first().inputValue()).toBe("100");
    expect(await page.getByLabel("The state that sent him").isChecked()).toBe(true);
    expect(await page.locator("[data-quiz] [data-told]").textContent()).toBe(verdict);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save my answers" }).click(),
    ]);
    const saved = readFileSync(await download.path(), "utf8");
    for (const sentence of ["A small lesson", "100 %  Protest and leave it there", "locked", "The state that sent him"])
      expect(saved).toContain(sentence);
    await page.getByRole("button", { name: "Forget my answers" }).click();
    await expect.poll(() => page.locator("#fog").count()).toBe(1);
    expect(await page.locator("[data-predict] input[type=number]").first().inputValue()).toBe("0");
  });

  test("the teacher opens all, which stays so, and paper then holds each event of each walk", async () => {
    await go(crisis, "lesson.html");
    await page.getByLabel(/Show all/).check();
    await page.reload();
    await expect.poll(() => page.locator("#fog").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    const text = (await page.locator("main").allInnerTexts()).join("");
    for (const id of ["strike", "protest", "recall", "bar", "suspension", "reprisal", "accord", "visit"])
      expect(text).toMatch(new RegExp(`\\b${id}\\b`));
    expect(await page.getByRole("button").count()).toBe(0);
  });

  test("without scripts the page says what is missing and the handout has all", async () => {
    await context.close();
    await enter({ javaScriptEnabled: false });
    await go(crisis, "lesson.html");
    const text = (await page.locator("body").allInnerTexts()).join("");
    expect(text).toContain("handout.html");
    expect(text).toContain("Dozens of missiles and drones");
    await go(crisis, "handout.html");
    expect((await page.locator("body").allInnerTexts()).join("")).toContain("Round 3: Thursday");
  });

  test.each(ofAll([fixture, crisis], [crisis]))("on a phone nothing of %s is cut at the right", async (source) => {
    await context.close();
    await enter({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await go(source, "lesson.html");
    await bet(0);
    await page.getByLabel(/Show all/).check();
    await expect.poll(() => page.locator("#fog").count()).toBe(0);
    for (const code of await page.locator("details").all()) await code.evaluate((one) => one.setAttribute("open", ""));
    const cut = await page.evaluate(() => {
      const over = [...document.querySelectorAll("main *, nav *, footer *")].filter(
        (element) => element.closest("svg") === null && element.getBoundingClientRect().right > innerWidth + 1,
      );
      return [document.documentElement.scrollWidth, ...over.map(({ outerHTML }) => outerHTML.slice(0, 80))];
    });
    expect(cut).toEqual([390]);
  });

  test("slides are turned by a stroke, by buttons, by the keys of a clicker; a bar of a bet keeps the stroke", async () => {
    await context.close();
    await enter({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await go(crisis, "slides.html");
    const place = () => new URL(page.url()).hash;
    await stroke("main > section.now", -200);
    await expect.poll(place).toBe("#2");
    await stroke("main > section.now", 200);
    await expect.poll(place).toBe("#1");
    await page.getByRole("button", { name: "Next slide" }).tap();
    await expect.poll(place).toBe("#2");
    await page.getByRole("button", { name: "Previous slide" }).tap();
    await expect.poll(place).toBe("#1");
    await page.keyboard.press("End");
    const last = place();
    expect(last).not.toBe("#1");
    await stroke("[data-predict] input[type=range]", 200);
    expect(place()).toBe(last);
    const box = await page.getByRole("button", { name: "Next slide" }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  });

  /** A finger that goes so far to the right. */
  async function stroke(selector: string, by: number): Promise<void> {
    await page
      .locator(selector)
      .first()
      .evaluate((target, x) => {
        const touch = (clientX: number) => new Touch({ identifier: 1, target, clientX, clientY: 300 });
        target.dispatchEvent(
          new TouchEvent("touchstart", { touches: [touch(200)], changedTouches: [touch(200)], bubbles: true }),
        );
        target.dispatchEvent(new TouchEvent("touchend", { changedTouches: [touch(200 + x)], bubbles: true }));
      }, by);
  }

  test("each card fits on a sheet, A4 or Letter, so that none is cut in two", async () => {
    await go(crisis, "cards.html");
    await page.setViewportSize({ width: 718, height: 900 });
    await page.emulateMedia({ media: "print" });
    // Letter is the lower of the two, A4 the narrower: 259 mm and 190 mm within margins of 10 mm, at 96 points an inch.
    const sheet = (259 / 25.4) * 96;
    const cards = await page
      .locator("article")
      .evaluateAll((all) =>
        all.map((one) => ({ height: one.getBoundingClientRect().height, keeps: getComputedStyle(one).breakInside })),
      );
    expect(cards.length).toBeGreaterThan(15 + 10);
    for (const { height, keeps } of cards) {
      expect(height).toBeLessThan(sheet);
      expect(keeps).toBe("avoid");
    }
  });
});
