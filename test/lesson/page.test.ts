/**
 * Lessons in a real browser, from disk, with the network off: opened, and one (`npm run endurance`: every one) walked
 * through, predicted and answered by keyboard.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/accessible.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser, type Opened } from "../support/chromium.ts";
import { enduring, inFull, ofAll } from "../support/enduring.ts";
import { builtFolder, fixture, lessonSources } from "../support/lessons.ts";
import { skipWhere } from "../support/programs.ts";

const sources = ofAll(lessonSources, [fixture]);

const MAX_BYTES = 2_000_000;

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { open } = browsing();

  describe.each(sources)("%s", (source) => {
    let folder = "";
    let opened: Opened;
    let page: Page;
    beforeAll(async () => {
      if (noBrowser) return;
      folder = await builtFolder(source);
      opened = await open(join(folder, "lesson.html"));
      page = opened.page;
    });

    test(`is smaller than ${MAX_BYTES / 1e6} MB, page, slides and handout`, () => {
      for (const name of ["lesson.html", "slides.html", "handout.html"]) {
        expect(statSync(join(folder, name)).size).toBeLessThan(MAX_BYTES);
      }
    });

    test("axe-core finds nothing wrong with the page as it opens", { tags: "long" }, async () => {
      expect(await violations(page)).toEqual([]);
    });

    test("every walk, bet and quiz that is open has come to life", async () => {
      for (const part of await page.locator("[data-walk], [data-predict], [data-quiz]").all()) {
        await part.getByRole("button").first().waitFor({ state: "visible" });
      }
      for (const walk of await page.locator("[data-walk]").all()) {
        await expect.poll(() => walk.getByRole("status").textContent()).toMatch(/^Event 1 of \d+/);
        expect(await walk.getByRole("group", { name: "The event" }).textContent()).not.toBe("");
      }
    });

    if (enduring || source === fixture) byKeyboard(() => page);

    test("the page complained of nothing and asked for nothing", () => {
      expect(opened.complaints).toEqual([]);
      expect(opened.requests).toEqual([]);
    });

    describe("slides", () => {
      let opened: Opened;
      let slides: Page;
      beforeAll(async () => {
        if (noBrowser) return;
        opened = await open(join(folder, "slides.html"), "dark");
        slides = opened.page;
      });

      test("turn by an arrow", async () => {
        await slides.keyboard.press("ArrowRight");
        await expect.poll(() => new URL(slides.url()).hash).toBe("#2");
        expect(await slides.locator("main > section:visible").count()).toBe(1);
        await slides.keyboard.press("Home");
      });

      test("hold a thought each: all opened, none is longer than a screen and a half, no letter below 20 px", async () => {
        await slides.setViewportSize({ width: 1280, height: 720 });
        await slides.reload();
        const all = slides.locator("#show-all");
        if ((await all.count()) > 0) await all.check();
        expect(await slides.evaluate(tooLongOrSmall)).toEqual([]);
      });

      if (enduring || source === fixture) turned(() => slides);

      test("axe-core finds nothing wrong with all of them, as they stand without the script", {
        tags: "long",
      }, async () => {
        await slides.evaluate(() => document.documentElement.classList.remove("scripted"));
        for (const colorScheme of inFull(["light", "dark"] as const, ["dark"] as const)) {
          await slides.emulateMedia({ colorScheme });
          expect(await violations(slides)).toEqual([]);
        }
      });

      test("complained of nothing and asked for nothing", () => {
        expect(opened.complaints).toEqual([]);
        expect(opened.requests).toEqual([]);
      });
    });
  });
});

/** The slides that are too long, too wide or have letters that are too small. */
function tooLongOrSmall(): readonly string[] {
  const now = document.querySelector("section.now");
  const wrong = [...document.querySelectorAll("main > section")].flatMap((slide, k) => {
    document.querySelector("section.now")?.classList.remove("now");
    slide.classList.add("now");
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement: parent, textContent } = node;
      if (parent === null || textContent?.trim() === "" || parent.closest("style, svg, option") !== null) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 20) small.push(`slide ${k + 1}: ${size} px: ${textContent?.trim().slice(0, 40)}`);
    }
    const long = slide.scrollHeight > 1.5 * innerHeight ? [`slide ${k + 1}: ${slide.scrollHeight} px high`] : [];
    const wide = slide.scrollWidth > slide.clientWidth ? [`slide ${k + 1}: ${slide.scrollWidth} px wide`] : [];
    return [...small.slice(0, 3), ...long, ...wide];
  });
  document.querySelector("section.now")?.classList.remove("now");
  now?.classList.add("now");
  return wrong;
}

/** What a reader does on a page without a mouse. */
function byKeyboard(open: () => Page): void {
  test("every walk is walked to its end, and imagined otherwise, by keyboard", { tags: "long" }, async () => {
    const page = open();
    for (const walk of await page.locator("[data-walk]").all()) {
      const status = walk.locator("[role=status]");
      await expect.poll(() => status.textContent()).toMatch(/^Event 1 of \d+/);
      const count = Number(/of (\d+)/.exec((await status.textContent()) ?? "")?.[1]);
      const next = walk.getByRole("button", { name: "Next event" });
      await reach(page, next);
      for (let k = 2; k <= count; k += 1) {
        await page.keyboard.press("Enter");
        await expect.poll(() => status.textContent()).toMatch(new RegExp(`^Event ${k} of ${count}`));
      }
      await page.keyboard.press("Enter");
      expect(await status.textContent()).toMatch(new RegExp(`^Event ${count} of ${count}`));
      await reach(page, walk.getByRole("button", { name: "What if it had not happened?" }));
      await page.keyboard.press("Space");
      const other = walk.getByRole("group", { name: "Without it" });
      await other.waitFor({ state: "visible" });
      expect(await isFocused(other)).toBe(true);
      expect(await other.textContent()).toContain("Without");
    }
  });

  test("every bet must make 100 %, is locked, and is then revealed with its source and a score; then the next opens", async () => {
    const page = open();
    const bets = page.locator("[data-predict]");
    for (let k = 0; k < (await bets.count()); k += 1) {
      const part = bets.nth(k);
      const before = await page.locator("#contents li").count();
      const numbers = await part.locator("input[type=number]").all();
      const lock = part.getByRole("button", { name: "Lock my bet" });
      for (const number of numbers) await typed(page, number, "60");
      await reach(page, lock);
      await page.keyboard.press("Enter");
      await expect.poll(() => part.getByRole("status").textContent()).toMatch(/Take \d+ away before you lock/);
      const share = Math.floor(100 / numbers.length);
      for (const number of numbers) await typed(page, number, String(share));
      await typed(page, part.locator("input[type=number]").first(), String(100 - share * (numbers.length - 1)));
      await reach(page, lock);
      await page.keyboard.press("Enter");
      const reveal = part.getByRole("button", { name: "Show what happened" });
      await reveal.waitFor({ state: "visible" });
      for (const number of numbers) expect(await number.isDisabled()).toBe(true);
      await expect.poll(() => isFocused(reveal)).toBe(true);
      await page.keyboard.press("Enter");
      const revealed = part.locator(".revealed");
      await revealed.locator("figure").waitFor({ state: "visible" });
      expect(await revealed.textContent()).toContain("Sources");
      expect(await revealed.locator("li").count()).toBeGreaterThanOrEqual(numbers.length);
      expect(await reveal.count()).toBe(0);
      await expect.poll(() => page.locator("#contents li").count()).toBeGreaterThan(before);
    }
    expect(await page.locator("#fog").count()).toBe(0);
  });

  test("every quiz tells of each answer whether it is right and why", async () => {
    const page = open();
    for (const quiz of await page.locator("[data-quiz]").all()) {
      const questions = await quiz.locator("[data-question]").all();
      const count = questions.length;
      const submit = quiz.getByRole("button", { name: "Check the answers" });
      const verdict = quiz.locator("[data-told]");
      await reach(page, submit);
      await page.keyboard.press("Enter");
      await expect.poll(() => verdict.textContent()).toBe(`0 of ${count} right, ${count} not answered.`);
      for (const question of questions) await chooseRight(page, question, submit);
      await expect.poll(() => verdict.textContent()).toBe(`${count} of ${count} right.`);
    }
  });

  test("after all that axe-core finds nothing wrong, in the light or the dark", { tags: "long" }, async () => {
    const page = open();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
  });
}

/** All that turns slides, and all of them on paper. */
function turned(open: () => Page): void {
  test("turn by arrows, keep their place in the address, are printed all, and have no violation", {
    tags: "long",
  }, async () => {
    const slides = open();
    const all = slides.locator("main > section");
    const count = await all.count();
    for (let k = 1; k <= count; k += 1) {
      await expect.poll(() => new URL(slides.url()).hash).toBe(`#${k}`);
      expect(await slides.locator("main > section:visible").count()).toBe(1);
      await slides.keyboard.press("ArrowRight");
    }
    await expect.poll(() => new URL(slides.url()).hash).toBe(`#${count}`);
    await slides.keyboard.press("Home");
    await expect.poll(() => new URL(slides.url()).hash).toBe("#1");
    // Page keys read a long slide to its end before they turn.
    for (let k = 0; k < 200 && new URL(slides.url()).hash !== `#${count}`; k += 1) {
      const before = await placeOf(slides);
      await slides.keyboard.press("PageDown");
      await expect.poll(() => placeOf(slides)).not.toEqual(before);
    }
    expect(new URL(slides.url()).hash).toBe(`#${count}`);
    expect(await violations(slides)).toEqual([]);
    await slides.emulateMedia({ media: "print" });
    expect(await slides.locator("main > section:visible").count()).toBe(count);
    await slides.emulateMedia({ media: "screen" });
  });
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Which slide is shown, and how far down. */
function placeOf(page: Page): Promise<readonly [string, number]> {
  return page.evaluate(() => [location.hash, document.querySelector("section.now")?.scrollTop ?? 0] as const);
}

/** Goes to a control as a keyboard does, by Tab and Shift+Tab alone, and sees that its focus shows. */
async function reach(page: Page, control: Locator): Promise<void> {
  const before = await control.evaluate((element) => {
    const active = document.activeElement;
    return active !== null && (element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  for (let k = 0; k < 400 && !(await isFocused(control)); k += 1)
    await page.keyboard.press(before ? "Shift+Tab" : "Tab");
  expect(await isFocused(control)).toBe(true);
  expect(await control.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
}

async function typed(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Tries the options of a question until the feedback says that the choice is right. */
async function chooseRight(page: Page, question: Locator, submit: Locator): Promise<void> {
  const inputs = await question.locator("input").all();
  const several = (await inputs[0]?.getAttribute("type")) === "checkbox";
  for (const [k, input] of inputs.entries()) {
    await input.focus();
    await page.keyboard.press("Space");
    await submit.focus();
    await page.keyboard.press("Enter");
    const feedback = question.locator("[data-feedback]").nth(k);
    await expect.poll(() => feedback.textContent()).toMatch(/^(✓ Right|✗ No): \S/);
    const right = (await feedback.textContent())?.startsWith("✓") === true;
    if (right && !several) return;
    if (!right && several) {
      await input.focus();
      await page.keyboard.press("Space");
    }
  }
  if (!several) throw new Error("No option is right.");
  await submit.focus();
  await page.keyboard.press("Enter");
}
