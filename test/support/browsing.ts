/** A browser with one tab for the tests around: started before them, unless it is missing, and closed after them. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { browser, newTab, noBrowser, type Tab } from "./chromium.ts";

/** What the tests open pages with. */
export interface Browsing {
  readonly open: Tab;
  readonly chromium: () => Browser;
}

/** Has the browser started and closed. */
export function browsing(): Browsing {
  let running: { readonly chromium: Browser; readonly tab: Tab } | undefined;
  beforeAll(async () => {
    if (noBrowser) return;
    const chromium = await browser();
    running = { chromium, tab: await newTab(chromium) };
  });
  afterAll(() => running?.chromium.close());
  const started = (): NonNullable<typeof running> => {
    if (running === undefined) throw new Error("The browser is not started.");
    return running;
  };
  return { open: (...asked) => started().tab(...asked), chromium: () => started().chromium };
}
