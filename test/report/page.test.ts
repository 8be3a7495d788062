/** Reports in a real browser, from disk, with the network off: crises at every size, in both themes. */
import { readFileSync, statSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { crisisOf } from "../../src/crisis/index.ts";
import { readScenario, type Scenario } from "../../src/scenario/index.ts";
import { violations } from "../support/accessible.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser, type Opened } from "../support/chromium.ts";
import { crises, inFull, ofAll } from "../support/enduring.ts";
import { skipWhere } from "../support/programs.ts";
import { reportOf } from "../support/reports.ts";

const MAX_BYTES = 900_000;
const WIDTHS = [390, 768, 1280, 1920];

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { open, chromium } = browsing();

  describe.each(ofAll(crises, crises.slice(0, 1)))("the report of %s", (name) => {
    let path = "";
    let opened: Opened;
    beforeAll(async () => {
      if (noBrowser) return;
      path = await reportOf(name);
      opened = await open(path);
    });

    test("is small enough, asks for nothing and complains of nothing", async () => {
      expect(statSync(path).size).toBeLessThan(MAX_BYTES);
      const { page, complaints, requests } = opened;
      await page.getByRole("button", { name: "One event back" }).waitFor();
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
    });

    test("has no label over another, out of its picture or too small, at any size", async () => {
      // A theme is other colours, and moves nothing.
      for (const scheme of inFull<readonly ("light" | "dark")[]>(["light", "dark"], ["light"])) {
        const { page } = scheme === "light" ? opened : await open(path, scheme);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 860 });
          await settled(page, width);
          expect(await misplaced(page), `${width} px, ${scheme}`).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(
            width,
          );
        }
      }
    });

    test("says on paper, with scripts off too, everything that the record says", async () => {
      const { page } = opened;
      await page.emulateMedia({ media: "print" });
      const printed = await textOf(page);
      const still = await chromium().newContext({ javaScriptEnabled: false, offline: true });
      const without = await still.newPage();
      await without.goto(`file://${path}`);
      await without.emulateMedia({ media: "print" });
      const plain = await textOf(without);
      await still.close();
      for (const words of saidIn(scenarioOf(name))) {
        expect(printed).toContain(plainly(words));
        expect(plain).toContain(plainly(words));
      }
    });
  });

  test("axe-core finds nothing wrong, at a desk and on a phone, with an event chosen and a what-if drawn", {
    tags: "long",
  }, async () => {
    // With an event chosen the page has all that it has without.
    const places: readonly (readonly [number, `#${string}`?])[] = [
      [1280, "#event=reprisal"],
      [390, "#what-if=restraint-open"],
      [1280, "#guess=1"],
    ];
    for (const [width, place] of inFull([[1280], ...places], ofAll(places, places.slice(1, 2)))) {
      const { page } = await open(await reportOf("iran-pakistan-2024"), "light", { width, ...(place && { place }) });
      await page.getByRole("button", { name: "One event back" }).waitFor();
      expect(await violations(page), `${width} ${place}`).toEqual([]);
    }
  });

  test("every picture is taken along as SVG and PNG, on light paper, with its caption, seed and font", {
    tags: "long",
  }, async () => {
    const { page, complaints } = await open(await reportOf("iran-pakistan-2024"), "dark");
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByLabel("What if?").selectOption("second-round");
    const menus = page.locator("details.along");
    expect(await menus.count()).toBe(await page.locator("figure.picture").count());
    for (const menu of await menus.all()) {
      await menu.locator("summary").click();
      const svg = (await downloaded(page, menu.getByRole("button", { name: "SVG" }))).toString("utf8");
      const png = await downloaded(page, menu.getByRole("button", { name: "PNG" }));
      const lines = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).join(" ");
      expect(lines).toMatch(/\(iran-pakistan-2024\): as known on .* Made with Démarche .*Cite as:/);
      expect(svg.includes("Again: demarche what-if")).toBe(svg.includes("futures-title"));
      expect(svg).toContain(`<rect width="${widthOf(svg)}"`);
      expect(svg).not.toContain("var(--");
      expect(svg).toContain("@font-face");
      expect([...png.subarray(1, 4)].map((sign) => String.fromCharCode(sign)).join("")).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(2 * widthOf(svg));
      // An empty canvas of this size is a few kilobytes.
      expect(png.length).toBeGreaterThan(20_000);
    }
    expect(complaints).toEqual([]);
  });

  test("what steps and jumps have changed in a picture is what is drawn anew at that place", {
    tags: "long",
  }, async () => {
    const { page } = await open(await reportOf("iran-pakistan-2024"), "light", { width: 1280 });
    // Attributes have no order.
    const drawn = () =>
      page
        .locator("main :not(.panel) > .picture")
        .evaluate((picture) =>
          [...picture.querySelectorAll("*")].map(({ outerHTML, attributes, parentElement, textContent }) => [
            outerHTML.length,
            parentElement?.tagName,
            textContent,
            ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort(),
          ]),
        );
    for (const keys of [
      ["Home", "ArrowRight", "ArrowRight"],
      ["End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight"],
    ]) {
      const address = page.url();
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(() => page.url()).not.toBe(address);
      const changed = await drawn();
      await page.reload();
      await page.getByRole("button", { name: "One event back" }).waitFor();
      expect(changed).toEqual(await drawn());
    }
  });

  test("what stands below the record moves only once it stands still, or is printed; in a guess at once", {
    tags: "long",
  }, async () => {
    const { page } = await open(await reportOf("iran-pakistan-2024"), "light", { width: 1280 });
    const next = page.locator("main .bar").first();
    await next.waitFor();
    // Two frames: as soon as it is drawn, when no time to stand still has passed, and after what is done then.
    const jumped = (then: "wait" | "print" | "guess") =>
      page.evaluate(async (then) => {
        const frame = () => new Promise(requestAnimationFrame);
        const height = () =>
          document.querySelector("main :not(.panel) > .picture")?.getBoundingClientRect().height ?? 0;
        const before = height();
        if (then === "guess") document.querySelector<HTMLElement>(".bar > button")?.click();
        else dispatchEvent(new KeyboardEvent("keydown", { key: "Home" }));
        await frame();
        const drawn = height();
        if (then === "print") dispatchEvent(new Event("beforeprint"));
        while (then === "wait" && height() === drawn) await frame();
        await frame();
        return { before, drawn, after: height() };
      }, then);
    for (const then of ["wait", "print"] as const) {
      const { before, drawn, after } = await jumped(then);
      expect(drawn).toBe(before);
      expect(after).toBeLessThan(before);
      await page.keyboard.press("End");
      await expect.poll(() => page.url()).not.toContain("at=");
    }
    const { before, drawn } = await jumped("guess");
    expect(drawn).toBeLessThan(before);
  });

  test("keys tell the record event by event, to the end and back, and the address keeps the place", {
    tags: "long",
  }, async () => {
    const { page } = await open(await reportOf("iran-pakistan-2024"), "light", { width: 1280 });
    const { steps } = crisisOf(scenarioOf("iran-pakistan-2024")).history;
    await page.keyboard.press("Home");
    await expect.poll(() => shownEvents(page)).toEqual([]);
    for (const [k, { event }] of steps.entries()) {
      await page.keyboard.press("ArrowRight");
      await expect
        .poll(() => shownEvents(page))
        .toEqual(
          steps
            .slice(0, k + 1)
            .map((step) => step.event.id)
            .toSorted(),
        );
      // The address changes a moment after the record stands still.
      if (k % 5 === 0 && k + 1 < steps.length) await expect.poll(() => page.url()).toContain(`at=${event.id}`);
    }
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.url()).toContain(`at=${steps.at(-2)?.event.id}`);
    await page.reload();
    await expect
      .poll(() => shownEvents(page))
      .toEqual(
        steps
          .slice(0, -1)
          .map((step) => step.event.id)
          .toSorted(),
      );
    await page.keyboard.press(" ");
    await expect.poll(() => shownEvents(page)).toHaveLength(steps.length);
  });

  test("a chosen event shows what it came of, what it led to and who reports it; focus stays where it was", async () => {
    const { page } = await open(await reportOf("iran-pakistan-2024"), "light", { width: 1280 });
    await page.locator('[data-event="reprisal"]').first().click();
    const card = page.locator(".chosen");
    await expect.poll(() => card.textContent()).toContain("Caused by:");
    expect(await card.getByRole("link").count()).toBeGreaterThan(0);
    const list = page.getByRole("combobox", { name: "Event" });
    await list.focus();
    await list.selectOption("recall");
    await expect.poll(() => card.getByRole("heading").first().textContent()).toContain("Recalls");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  });
});

/** What a reader must find on paper: notes, claims, sources. */
function saidIn({ events, sources }: Scenario): readonly string[] {
  return [
    ...events.flatMap(({ note, claims }) => [note ?? "", ...claims.map(({ says }) => says ?? "")]),
    ...Object.values(sources).map(({ title }) => title),
  ].filter((text) => text !== "");
}

function scenarioOf(name: string): Scenario {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, "utf8"), { file: name });
  if (scenario === undefined) throw new Error(`${name} can't be read.`);
  return scenario;
}

function plainly(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

async function textOf(page: Page): Promise<string> {
  return plainly(String(await page.evaluate("document.body.innerText")));
}

/** Waits until the pictures are drawn for the room that there is; before that they are only made smaller or larger. */
async function settled(page: Page, width: number): Promise<void> {
  const drawn = (): Promise<number> =>
    page.evaluate(
      () => document.querySelector<SVGSVGElement>("main :not(.panel) > .picture svg")?.viewBox.baseVal.width ?? 0,
    );
  await expect.poll(drawn).toBeCloseTo(Math.min(1392, width - (width > 700 ? 48 : 28)), -1);
}

/** The ids of the events that are drawn. */
function shownEvents(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...new Set(
        [...document.querySelectorAll<SVGElement>("main .picture [data-event]")].map(
          ({ dataset }) => dataset["event"] ?? "",
        ),
      ),
    ].sort(),
  );
}

/** Labels that lie over another, leave their picture, or are too small to be read. */
function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>("main .picture svg")) {
      const frame = svg.getBoundingClientRect();
      const labels = [...svg.querySelectorAll("text")].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      for (const [k, { text, box }] of labels.entries()) {
        if (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1
        )
          wrong.push(`${text} leaves its picture`);
        for (const other of labels.slice(k + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          // A line's box is taller than its letters.
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1 && down > 5) wrong.push(`${text} and ${other.text}`);
        }
      }
      for (const text of svg.querySelectorAll("text")) {
        const shown = Number.parseFloat(getComputedStyle(text).fontSize) * (frame.width / svg.viewBox.baseVal.width);
        if (shown < 11.9) wrong.push(`${text.textContent} has ${shown} px`);
      }
    }
    return wrong.slice(0, 10);
  });
}

/** What a button has the browser save. */
async function downloaded(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path());
}

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1]);
}
