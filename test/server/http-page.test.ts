// @module-tag long
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiplomaticEvent } from "../../src/events/index.ts";
import type { Journal } from "../../src/journal/index.ts";
import { violations } from "../support/accessible.ts";
import { browser, noBrowser } from "../support/chromium.ts";
import { folder } from "../support/cli.ts";
import { skipWhere } from "../support/programs.ts";
import { begun, call, recorded, STREAM, soon, talks } from "../support/served-case.ts";
import { type Program, served } from "../support/serving.ts";

describe("the page in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const place = folder();
  const complaints: string[] = [];
  const foreign: string[] = [];
  let chromium: Browser;
  let page: Page;
  let program: Program;
  /** The same journal, opened by another process than the one that serves it. */
  let others: Journal;

  beforeAll(async () => {
    if (noBrowser) return;
    others = await begun(join(place, "case.db"));
    [program, chromium] = await Promise.all([served(["case.db", "--port", "0"], place), browser()]);
    const [address = ""] = program.addresses;
    page = await (await chromium.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    await page.goto(address);
  });
  afterAll(async () => {
    await chromium?.close();
    await others?.close();
    program?.child.kill("SIGKILL");
  });

  const status = () => page.locator("#status").textContent();
  const latest = () => page.locator("#records li").first().textContent();

  test("shows the streams, where the line stands and every record, on a phone and without a violation", async () => {
    await soon(status).toBe("Live: 21 records.");
    expect(await page.locator("#records li").count()).toBe(21);
    expect(await page.locator("#stream").inputValue()).toBe(STREAM);
    await soon(() => page.locator("#stand").textContent()).toContain("coursenormal (full)");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
  });

  test("draws the line as reports do, for the width that there is, with the same in words", async () => {
    const picture = page.locator("#picture");
    await soon(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    expect(await picture.getAttribute("alt")).toContain("the record as a picture");
    await page.getByText("The same in words").click();
    expect(await page.locator("#picture-text").textContent()).toContain("Pakistan: recalls its ambassador");
    const [address = ""] = program.addresses;
    const refused = await page.request.get(`${address.replace(/\/$/, "")}/picture?width=9`);
    expect(refused.status()).toBe(400);
    expect((await refused.json()).error).toContain("from 320 to 2000");
  });

  test("sees what another process appends, as text whatever it says", async () => {
    const because = '<img src=x onerror="document.title=1"></script><b>bold</b> \u202e';
    const visit = recorded.find(({ id }) => id === "visit");
    const later = { ...visit, at: "2024-01-30" } as DiplomaticEvent;
    await others.append(STREAM, [{ kind: "correction", id: "correct:1", corrects: "visit", because, event: later }]);
    await soon(latest).toContain("@22");
    expect(await latest()).toContain('visit corrected: now 2024-01-30 IRN → PAK visit (visit). <img src=x onerror="');
    expect(await latest()).toContain("\\u{202E}");
    expect(await page.locator("#records :is(img, b, script)").count()).toBe(0);
    await soon(() => page.locator("#stand-told").textContent()).toContain("up to position 22");
  });

  test("appends what is written into it; who comes too late is shown what the others did, and decides again", async () => {
    const box = page.getByLabel("An event, in braces");
    const button = page.getByRole("button", { name: "Append" });
    await box.fill('{ id: mine, at: "2024-02-31", act: consult-by-fone, from: IRN, to: PAK, cite: morrow }');
    await button.click();
    await soon(() => page.getByRole("alert").textContent()).toContain("Did you mean consult-by-phone?");
    expect(await violations(page)).toEqual([]);
    await box.fill(talks("mine"));
    await others.append(STREAM, [call("theirs")]);
    await soon(latest).toContain("(theirs)");
    await button.click();
    await soon(() => page.getByRole("alert").textContent()).toContain("Others appended meanwhile, at position 23.");
    await button.click();
    await soon(() => page.locator("#appended").textContent()).toBe("Appended at position 24.");
    await soon(latest).toContain("(mine)");
    expect(await page.locator("#records li").count()).toBe(24);
  });

  test("asked nobody else for anything, and complained of nothing but the refusals", () => {
    expect(foreign).toEqual([]);
    expect(complaints.filter((text) => !/status of (400|409)/.test(text))).toEqual([]);
  });

  test("is told when the server stops, which it does at once", async () => {
    expect(await program.end("SIGTERM")).toBe(0);
    await soon(status).toBe("The server was stopped. It is looked for again by itself.");
  });

  test("goes on by itself where it was when the server is there again", async () => {
    const { port } = new URL(page.url());
    await others.append(STREAM, [call("later")]);
    program = await served(["case.db", "--port", port], place);
    await soon(latest).toContain("(later)");
    expect(await page.locator("#records li").count()).toBe(25);
  });
});
