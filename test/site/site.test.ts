// @module-tag long
/** The site: built once with one crisis, its links followed, and its pages opened from disk in a real browser. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/accessible.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { once } from "../support/once.ts";
import { skipWhere } from "../support/programs.ts";

const CRISIS = "iran-pakistan-2024";
let site: string;

const build = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["scripts/site.ts", "--only", CRISIS, "--futures", "20", ...args], { encoding: "utf8" });

beforeAll(async () => {
  site = await once("site", async (place) => {
    const out = join(place, "site");
    const { status, stderr } = build("--out", out);
    if (status !== 0) throw new Error(stderr);
    return out;
  });
});

test("it has every lesson, every page of the docs, and of a crisis the record and what is asked of it", () => {
  const pages = new Set(globSync("**/*.html", { cwd: site }));
  const lessons = globSync("notebooks/*/{lesson,slides,handout,cards}.html");
  expect(lessons.length).toBeGreaterThan(18);
  expect(globSync("l/*/*.html", { cwd: site })).toHaveLength(lessons.length);
  expect(globSync("d/**/*.html", { cwd: site })).toHaveLength(globSync("docs/**/*.md").length + 4);
  for (const page of ["index", "paste/index", `c/${CRISIS}/index`, `c/${CRISIS}/guess/index`, "d/how-to/teach"]) {
    expect(pages).toContain(`${page}.html`);
  }
});

test("every link within it is relative, and leads to a file and a place of it; every page can be come by", () => {
  const wrong: string[] = [];
  const met = new Set(["index.html"]);
  for (const page of met) {
    for (const link of linksOf(read(page))) {
      const [path = "", anchor = ""] = decodeURIComponent(link).split("#");
      const to = path === "" ? page : join(dirname(page), path);
      if (/^[./]*$/.test(path) && path !== "") wrong.push(`${page}: ${link} is a folder`);
      else if (to.startsWith("..") || path.startsWith("/") || !existsSync(join(site, to)))
        wrong.push(`${page}: ${link}`);
      else if (!to.endsWith(".html")) continue;
      else if (anchor !== "" && !idsOf(to).has(anchor)) wrong.push(`${page}: ${link} names no place`);
      else met.add(to);
    }
  }
  expect(wrong).toEqual([]);
  expect([...met].toSorted()).toEqual(globSync("**/*.html", { cwd: site }).toSorted());
});

test("a folder that is no site is left alone", () => {
  const place = join(site, "..", "mine");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "notes.txt"), "mine");
  const { status, stderr } = build("--out", place);
  expect(status).not.toBe(0);
  expect(stderr).toContain("is no site that was built here");
  expect(readFileSync(join(place, "notes.txt"), "utf8")).toBe("mine");
});

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { open, chromium } = browsing();

  test("pages of each kind ask for nothing and complain of nothing, from disk", async () => {
    for (const path of [
      "index",
      `c/${CRISIS}/index`,
      `c/${CRISIS}/guess/index`,
      "l/3/index",
      "d/how-to/teach",
      "paste/index",
    ]) {
      const { complaints, requests } = await open(join(site, `${path}.html`));
      expect(complaints, path).toEqual([]);
      expect(requests, path).toEqual([]);
    }
  });

  test("contents, docs and the place to paste fit a phone, and axe-core finds nothing wrong with them", async () => {
    for (const path of ["index", "d/how-to/teach", "paste/index"]) {
      const { page } = await open(join(site, `${path}.html`));
      await page.setViewportSize({ width: 390, height: 860 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      expect(await violations(page), path).toEqual([]);
    }
  });

  test("what is pasted is read: a mistake with its line, what is expected, and the report of what is right", async () => {
    const { page, complaints, requests } = await open(join(site, "paste/index.html"));
    await page.setViewportSize({ width: 1280, height: 860 });
    const text = readFileSync(`scenarios/${CRISIS}.yaml`, "utf8");
    const lines = text.split("\n");
    const at = lines.findIndex((line) => /^ +act: /.test(line));
    const broken = lines.with(at, (lines[at] ?? "").replace(/act: .*/, "act: recal-ambassador")).join("\n");
    const status = page.getByRole("status").first();
    await page.getByLabel("Paste a scenario here").fill(broken);
    await page.getByRole("button", { name: "Read it" }).click();
    await expect.poll(() => status.textContent()).toContain(`pasted text:${at + 1}:`);
    expect(await status.textContent()).toContain("Did you mean recall-ambassador?");
    expect(await status.textContent()).toContain(`> ${at + 1} |`);
    expect(await page.getByRole("button", { name: "One event back" }).count()).toBe(0);

    await page.getByLabel("Paste a scenario here").fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("button", { name: "One event back" }).waitFor();
    expect(await status.textContent()).toBe("no problem");
    await page.locator('[data-event="reprisal"]').first().click();
    await expect.poll(() => page.locator(".chosen").textContent()).toContain("Caused by:");

    const small = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "short.yaml", mimeType: "text/yaml", buffer: Buffer.from(small) });
    await expect.poll(() => page.title()).toBe("A short crisis, for the tests");
    expect(await page.getByRole("button", { name: "One event back" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });

  test("on a server, codes and addresses are of where the page is, in whatever folder", async () => {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html").end(read("index.html"));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const root = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/a/class/`;
    const page = await chromium().newPage();
    await page.goto(`${root}index.html`);
    const written = page.locator(`[data-path="l/3/index.html"] .address`);
    await expect.poll(() => written.textContent()).toBe(`${root}l/3/`);
    await page.close();
    server.closeAllConnections();
    server.close();
  });
});

function read(path: string): string {
  return readFileSync(join(site, path), "utf8");
}

/** The links of a page that stay in the site; what its script may write is no link yet. */
function linksOf(html: string): readonly string[] {
  return [...html.replace(/<script[\s\S]*?<\/script>/g, "").matchAll(/<[^>]* (?:href|src)="([^"]*)"/g)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&"))
    .filter((link) => !/^[a-z]+:/.test(link));
}

const ids = new Map<string, ReadonlySet<string>>();

/** The places of a page that a link can name. */
function idsOf(path: string): ReadonlySet<string> {
  const known = ids.get(path) ?? new Set([...read(path).matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
  ids.set(path, known);
  return known;
}
