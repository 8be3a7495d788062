/** A real browser with the network off: Chromium, told to be offline and to ask nobody anything. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** The browser's program; the environment may name another. */
export const program: string = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether tests that need the browser are to be skipped: it is missing, and this is not CI. */
export const noBrowser: boolean = process.env["CI"] === undefined && !existsSync(program);

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser, with more arguments where a test needs another reader's settings. */
export function browser(more: readonly string[] = []): Promise<Browser> {
  // It stays open while other files are tested, which interrupt what they run: that must not end the process.
  const signals = { handleSIGINT: false } as const;
  return chromium.launch({ executablePath: program, args: [...QUIET, ...more], headless: true, ...signals });
}

/** A page opened from disk, and what it said and asked for. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings of its console, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** What it asked for beside itself. */
  readonly requests: readonly string[];
}

/** How a file is opened: under which part of its address, and how wide. */
interface Opening {
  readonly place?: `#${string}`;
  readonly width?: number;
}

/** Opens a file in place of the one before. */
export type Tab = (file: string, colorScheme?: "light" | "dark", how?: Opening) => Promise<Opened>;

/** A tab with the network off. A page in a tab that has shown others costs half of one in a tab of its own. */
export async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({ offline: true, reducedMotion: "reduce" });
  // Only so that what never comes is an error with a name.
  context.setDefaultTimeout(600_000);
  const page = await context.newPage();
  let [address, complaints, requests]: [string, string[], string[]] = ["", [], []];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && url.split("#")[0] !== address) requests.push(url);
  });
  return async (file, colorScheme = "light", { place = "", width } = {}) => {
    // An address that differs in its last part alone would not be loaded anew.
    await page.goto("about:blank");
    [address, complaints, requests] = [pathToFileURL(resolve(file)).href, [], []];
    await page.emulateMedia({ media: "screen", colorScheme });
    if (width !== undefined) await page.setViewportSize({ width, height: 860 });
    await page.goto(`${address}${place}`);
    return { page, complaints, requests };
  };
}
