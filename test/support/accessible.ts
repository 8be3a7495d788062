/** Accessibility as axe-core judges it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with a page as it stands: the rule and the first element of each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // As the developer's tools do it, since the page's policy lets nobody add a script.
  await page.evaluate(`${source}; undefined`);
  // All rules are tried; only of what broke one everything is told, which takes half as long.
  const run = 'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)';
  const found: readonly Violation[] = await page.evaluate(run);
  return found.map(({ id, nodes: [first] }) => `${id}: ${first?.html.slice(0, 200)} ${first?.failureSummary}`);
}
