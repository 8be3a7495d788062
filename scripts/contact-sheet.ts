/**
 * `node scripts/contact-sheet.ts [--shots FOLDER] [NAME…]`: five screens of the report of each crisis at three sizes in two
 * themes, on one sheet, for somebody to look at: docs/pictures/sheets/NAME.jpg. With --shots each screen as a file, too.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { browser } from "../test/support/chromium.ts";

const SIZES = [
  [390, 844],
  [1280, 860],
  [1920, 1080],
] as const;

/** What the sheet shows, by the end of the address: the record, an event of it, a what-if, what may follow one, a guess. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  record: async () => "",
  event: async (page) => `#event=${await optionOf(page, 0, 3)}`,
  "what-if": async (page) => `#what-if=${await optionOf(page, 1, 1)}`,
  futures: async (page) => `#what-if=${await modelled(page)}`,
  guess: async () => "#guess=1",
};

const { values, positionals: named } = parseArgs({ options: { shots: { type: "string" } }, allowPositionals: true });
const out = "docs/pictures/sheets";
mkdirSync(out, { recursive: true });
if (values.shots !== undefined) mkdirSync(values.shots, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "demarche-sheet-"));
const names = named.length > 0 ? named : globSync("scenarios/*.yaml").map((path) => basename(path, ".yaml"));
const chromium = await browser();
for (const name of names.toSorted()) {
  const file = join(folder, `${name}.html`);
  spawnSync(process.execPath, ["src/cli/main.ts", "report", name, "-o", file, "--futures", "200"], {
    stdio: "inherit",
  });
  const page = await chromium.newPage();
  const address = pathToFileURL(file).href;
  const open = async (hash: string): Promise<void> => {
    // The same address with another end would only move within the page.
    await page.goto("about:blank");
    await page.goto(`${address}${hash}`);
    await page.locator(".transport").waitFor();
  };
  const places: [screen: string, hash: string][] = [];
  for (const [screen, place] of Object.entries(SCREENS)) {
    await open("");
    places.push([screen, await place(page)]);
  }
  const rows: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of SIZES) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const shots: string[] = [];
      for (const [screen, hash] of places) {
        await open(hash);
        if (screen === "futures") await toFutures(page);
        const shot = await page.screenshot({ type: "png" });
        if (values.shots !== undefined)
          writeFileSync(join(values.shots, `${name}-${screen}-${width}-${colorScheme}.png`), shot);
        shots.push(`<img src="data:image/png;base64,${shot.toString("base64")}" alt="${screen}">`);
      }
      rows.push(`<div>${shots.join("")}</div>`);
    }
  }
  await page.setViewportSize({ width: 2360, height: 900 });
  const sheet = join(folder, "sheet.html");
  writeFileSync(
    sheet,
    `<title>${name}</title><style>body{margin:8px;background:#888}div{display:flex;gap:8px;margin-bottom:8px}img{height:258px}</style>${rows.join("")}`,
  );
  await page.goto(pathToFileURL(resolve(sheet)).href);
  await page.screenshot({ path: join(out, `${name}.jpg`), type: "jpeg", quality: 60, fullPage: true });
  await page.close();
  console.log(join(out, `${name}.jpg`));
}
await chromium.close();
rmSync(folder, { recursive: true });

/** The value of an option of one of the page's lists; nothing where it has not so many. */
async function optionOf(page: Page, list: number, at: number): Promise<string> {
  const values = await page
    .locator(".bar select")
    .nth(list)
    .locator("option")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  return values[at] ?? values[1] ?? "";
}

/** The first what-if under which the page draws futures; the first of all where there is none. */
async function modelled(page: Page): Promise<string> {
  const list = page.locator(".bar select").nth(1);
  const values = await list.locator("option").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
  for (const value of values.slice(1)) {
    await list.selectOption(value);
    if ((await page.locator(".branches").count()) > 0) return value;
  }
  return values[1] ?? "";
}

/** Goes to where the page draws many futures; stays where it draws none. */
async function toFutures(page: Page): Promise<void> {
  const futures = page.locator("svg[aria-labelledby^=futures]").first();
  if ((await futures.count()) > 0) await futures.evaluate((svg) => svg.scrollIntoView({ block: "start" }));
}
