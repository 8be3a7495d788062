// @module-tag long
/** Reach: reports and lessons in a real browser for readers with settings of their own: colours, motion, letters, a finger. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { english } from "../../src/pictures/index.ts";
import { violations } from "../support/accessible.ts";
import { browsing } from "../support/browsing.ts";
import { browser, newTab, noBrowser, type Tab } from "../support/chromium.ts";
import { ofAll } from "../support/enduring.ts";
import { builtFolder, fixture } from "../support/lessons.ts";
import { skipWhere } from "../support/programs.ts";
import { reportOf } from "../support/reports.ts";

const NAME = "iran-pakistan-2024";

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");
  const { open, chromium } = browsing();

  test("forced colours leave pictures the colours that were tested, and everything around them is seen", async () => {
    const every = (["light", "dark"] as const).flatMap((scheme) =>
      (["report", "guess", "lesson.html"] as const).map((what) => [scheme, what] as const),
    );
    const some = [["light", "lesson.html"] as const, ["dark", "guess"] as const];
    for (const [scheme, what] of ofAll(every, some)) {
      const { page } = await open(await fileOf(what), scheme);
      await page.locator("svg.demarche-picture").first().waitFor();
      const own = await fillsOf(page);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await fillsOf(page)).toEqual(own);
      expect(new Set(own).size).toBeGreaterThan(2);
      expect(await violations(page), `${what}, ${scheme}`).toEqual([]);
      expect(await barsWithoutFill(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: "none" });
    }
  });

  test("who wants no motion sees none: nothing fades, and a score comes without a wait", async () => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      const context = await chromium().newContext({ offline: true, reducedMotion });
      const page = await context.newPage();
      await page.clock.install();
      await page.goto(`file://${await fileOf("guess")}`);
      await page.getByRole("button", { name: english.bet.rest }).click();
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll("*")].filter((one) => {
            const { transitionDuration, animationName } = getComputedStyle(one);
            return transitionDuration !== "0s" || animationName !== "none";
          }).length,
      );
      expect(moving).toBe(0);
      await page.getByRole("button", { name: english.bet.lock }).click();
      await page.getByRole("button", { name: english.bet.reveal }).click();
      await page.clock.runFor(50);
      expect((await page.locator(".revealed svg").count()) > 0).toBe(reducedMotion === "reduce");
      await page.clock.runFor(10_000);
      await page.locator(".revealed svg").waitFor();
      await context.close();
    }
  });

  test("a phone shows the picture of a cell that was drawn for it, and a desk the wide one", async () => {
    for (const [width, natural] of [
      [390, 360],
      [1280, 800],
    ] as const) {
      const { page } = await open(await fileOf("lesson.html"), "light", { width });
      const drawn = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLImageElement>(".output figure img")].map((one) => one.naturalWidth),
        );
      await expect.poll(async () => new Set(await drawn())).toEqual(new Set([natural]));
    }
  });

  test("slides are turned by a finger on their buttons, which are large enough for one", async () => {
    const context = await chromium().newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`file://${await fileOf("slides.html")}`);
    for (const [name, hash] of [
      ["Next slide", "#2"],
      ["Next slide", "#3"],
      ["Previous slide", "#2"],
    ] as const) {
      const button = page.getByRole("button", { name });
      const box = await button.boundingBox();
      if (box === null) throw new Error(`${name} is not to be seen.`);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    }
    await context.close();
  });

  describe("with letters twice as large", () => {
    let large: Browser | undefined;
    let tab: Tab | undefined;
    beforeAll(async () => {
      if (noBrowser) return;
      large = await browser(["--blink-settings=defaultFontSize=32"]);
      tab = await newTab(large);
    });
    afterAll(() => large?.close());

    const every = (["report", "guess", "lesson.html", "slides.html", "handout.html"] as const).flatMap((what) =>
      [390, 1280].map((width) => [what, width] as const),
    );
    const some = every.filter(([what, width]) => width === (what === "report" ? 1280 : 390) && what !== "lesson.html");

    test.each(ofAll(every, some))("%s: nothing is cut or leaves a screen of %i", async (what, width) => {
      const opened = await tab?.(await fileOf(what), "light", { width });
      if (opened === undefined) throw new Error("The browser is not started.");
      const { page } = opened;
      if (what !== "handout.html") await page.locator(".scripted").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await cutIn(page)).toEqual([]);
      expect(await smallest(page)).toBeGreaterThanOrEqual(width === 390 ? 12 : 22);
      expect(await violations(page)).toEqual([]);
    });
  });
});

/** The path of a page: a report, or a file of a lesson. */
async function fileOf(what: "report" | "guess" | `${string}.html`): Promise<string> {
  if (what === "report") return reportOf(NAME);
  return what === "guess" ? reportOf(NAME, "--guess") : join(await builtFolder(fixture), what);
}

/** The colours of all that pictures hold. */
function fillsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg.demarche-picture *")].map((one) => {
      const { fill, stroke } = getComputedStyle(one);
      return `${one.tagName} ${fill} ${stroke}`;
    }),
  );
}

/** Sliders of bets whose bar can't be seen. */
function barsWithoutFill(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".option input[type=range]")].flatMap((one) =>
      getComputedStyle(one).backgroundImage.includes("gradient") ? [] : [one.getAttribute("aria-label") ?? ""],
    ),
  );
}

/** Elements with words that are cut off, or reach out of the screen. */
function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>(
      "button, summary, label, p, h1, h2, h3, li, legend, input[type=number]",
    )) {
      const box = one.getBoundingClientRect();
      const hidden = box.width === 0 || one.closest(".skip, .output, pre") !== null;
      if (hidden || getComputedStyle(one).visibility === "hidden") continue;
      if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        wrong.push(`cut: ${one.outerHTML.slice(0, 90)}`);
      if (box.right > innerWidth + 1) wrong.push(`outside: ${one.outerHTML.slice(0, 90)}`);
    }
    return wrong.slice(0, 6);
  });
}

/** The size in pixels of the smallest letters that are shown in pictures and around them. */
function smallest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>("svg.demarche-picture")) {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      if (scale === 0) continue;
      for (const text of svg.querySelectorAll("text"))
        sizes.push(scale * Number.parseFloat(getComputedStyle(text).fontSize));
    }
    for (const one of document.querySelectorAll("p, button, label, h1"))
      if (one.getBoundingClientRect().width > 0) sizes.push(Number.parseFloat(getComputedStyle(one).fontSize));
    return Math.min(...sizes);
  });
}
