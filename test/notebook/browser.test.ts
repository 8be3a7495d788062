// @module-tag long
/** In a browser: the library bundles without anything of Node, and reads scenarios from texts. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { skipWhere } from "../support/programs.ts";

/** What stays outside of the bundle: threads, which a browser is never asked for. */
const external = [/^piscina$/];

/** A function for a page: the chart as an element, as HTML and as SVG. */
const SHOWING = new Function(
  "text",
  `
  const chart = demarche.openText(text, "iran-pakistan-2024").until("recall").chart();
  const main = document.querySelector("main");
  const [plain, picture] = [document.createElement("section"), document.createElement("section")];
  plain.innerHTML = chart.toHTML();
  picture.innerHTML = chart.toSVG();
  main.append(chart.toElement(), plain, picture);
`,
) as (text: string) => void;

const logs: string[] = [];
let code: string;
let imports: readonly string[];

beforeAll(async () => {
  const bundle = await rolldown({
    input: "src/index.ts",
    platform: "browser",
    external,
    transform: { define: { "import.meta": "{}" } },
    onLog: (_, { message }) => logs.push(message),
  });
  const { output } = await bundle.generate({ format: "iife", name: "demarche", codeSplitting: false });
  await bundle.close();
  const [chunk] = output;
  code = chunk.code;
  imports = chunk.imports;
});

/** Runs an expression with the bundle in a world that has a browser's globals and no process. */
async function inBrowser(expression: string): Promise<unknown> {
  const text = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");
  const globals = { TextEncoder, TextDecoder, URL, AbortController, setTimeout, btoa, navigator: {}, text, console };
  const context = createContext(globals);
  runInContext(code, context);
  return runInContext(`(async () => ${expression})()`, context);
}

test("nothing of Node is imported, and the bundler has nothing to say", () => {
  expect(imports.filter((name) => name.startsWith("node:"))).toEqual([]);
  expect(code).not.toMatch(/\b(?:from|import|require)\s*\(?\s*["']node:/);
  expect(logs).toEqual([]);
});

test("a text is opened, seen until a moment, shown and predicted", async () => {
  expect(await inBrowser(`String(demarche.openText(text, "iran-pakistan-2024").until("recall").events.length)`)).toBe(
    "4",
  );
  const html = `demarche.openText(text, "iran-pakistan-2024").until("recall").timeline().toHTML()`;
  expect(await inBrowser(html)).toContain("<caption>What happened (4 events)</caption>");
  const brier = `demarche.openText(text, "x").until("recall").predict({ strike: 1 }).reveal().brier`;
  expect(await inBrowser(brier)).toBe(0);
  const futures = `(await demarche.openText(text, "x").whatIf("second-round").futures({ runs: 20 })).runs`;
  expect(await inBrowser(futures)).toBe(20);
});

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");
  const { chromium } = browsing();

  test("a result is put into a page as an element and as HTML, with a picture that is seen", async () => {
    const page = await chromium().newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.setContent("<!doctype html><main></main>");
    await page.addScriptTag({ content: code });
    await page.evaluate(SHOWING, readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"));
    const widths = await page.locator("main img").evaluateAll((images) =>
      Promise.all(
        images.map(async (image) => {
          if (!(image instanceof HTMLImageElement)) return 0;
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    );
    expect(await page.locator("main > div img").count()).toBeGreaterThan(0);
    expect(widths).toHaveLength(2 * (await page.locator("main > div img").count()));
    for (const width of widths) expect(width).toBeGreaterThan(300);
    expect(await page.locator("main svg").count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test("a name can't be opened there, and the error says what can", async () => {
  expect(await inBrowser(`demarche.open("iran-pakistan-2024").then(() => "", (error) => error.message)`)).toContain(
    "openText(text, name)",
  );
});
