/** A browser with one tab for the tests around: one browser for all files of a process, and a tab for each of them. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { browser, newTab, noBrowser, type Tab } from "./chromium.ts";

/** What the tests open pages with. */
export interface Browsing {
  readonly open: Tab;
  readonly chromium: () => Browser;
}

/** Started for the first who asks, unless it is missing. It ends with the process. */
let shared: Promise<Browser> | undefined;

/** Has the browser started, and the tabs closed that the tests open. */
export function browsing(): Browsing {
  let running: { readonly chromium: Browser; readonly tab: Tab } | undefined;
  beforeAll(async () => {
    if (noBrowser) return;
    shared ??= browser();
    const chromium = await shared;
    running = { chromium, tab: await newTab(chromium) };
  });
  afterAll(async () => {
    for (const context of running?.chromium.contexts() ?? []) await context.close();
  });
  const started = (): NonNullable<typeof running> => {
    if (running === undefined) throw new Error("The browser is not started.");
    return running;
  };
  return { open: (...asked) => started().tab(...asked), chromium: () => started().chromium };
}
