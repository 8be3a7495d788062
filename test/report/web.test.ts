// @module-tag long
/** A report of several relations in a real browser: from the web to a pair, and nothing of later. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { demarche, folder } from "../support/cli.ts";
import { skipWhere } from "../support/programs.ts";
import { gulf } from "../support/web.ts";

const place = folder();
writeFileSync(join(place, "gulf.yaml"), gulf);

/** The report of the small crisis, written with more options. */
function report(...more: readonly string[]): string {
  const path = join(place, `gulf${more.join("").replace(/\W/g, "")}.html`);
  const { code, err } = demarche(["report", "gulf.yaml", "-o", path, "--futures", "20", ...more], { cwd: place });
  if (code !== 0) throw new Error(err);
  return path;
}

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");

  const { open } = browsing();

  test("one turns from the web to a pair, by pointing and by keyboard, and the address keeps it", async () => {
    const path = report();
    const { page, complaints } = await open(path);
    const line = page.locator('figure g.relation[data-between="EGY QAT"]').first();
    await line.waitFor();
    await line.locator("path").last().dispatchEvent("click");
    await expect.poll(() => page.title()).toBe("A rift among five: Egypt and Qatar");
    expect(page.url()).toContain("between=EGY,QAT");
    await page.reload();
    await expect.poll(() => page.title()).toBe("A rift among five: Egypt and Qatar");
    await page.getByRole("combobox", { name: "Relation" }).selectOption("QAT,KWT");
    await expect.poll(() => page.title()).toBe("A rift among five: Qatar and Kuwait");
    // What turned away is not asked any more.
    await page.getByRole("combobox", { name: "Relation" }).selectOption("SAU,QAT");
    await expect.poll(() => page.title()).toBe("A rift among five: Saudi Arabia and Qatar");
    expect(complaints).toEqual([]);
  });

  test("up to a moment no relation tells of later", async () => {
    const { page } = await open(report("--until", "offer"));
    await page.locator("g.relation").first().waitFor();
    for (const pair of ["SAU,QAT", "QAT,KWT"]) {
      await page.getByRole("combobox", { name: "Relation" }).selectOption(pair);
      const text = (await page.locator("main, section.paper").allTextContents()).join("\n");
      for (const later of ["Closes its border", "Visits", "restored", "2021"]) expect(text).not.toContain(later);
    }
  });
});
