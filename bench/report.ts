/**
 * Reports in a real browser: the first picture, a step and a scrub, as they are and on a machine a quarter as fast.
 * `node bench/report.ts` prints the section.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { browser } from "../test/support/chromium.ts";
import { median } from "./measure.ts";

const ROUNDS = 3;
const STEPS = 6;
/** How long the page rests before the first press, in milliseconds: it draws ahead meanwhile. */
const REST = 2500;

/** Milliseconds, a value for each round. */
type Times = Readonly<Record<"first" | "drawn" | "step" | "scrub" | "stepCpu" | "scrubCpu", number>>;

/** Times within the page: from the press until the frame that shows it is drawn. */
const inPage = `async ({ kind, count }) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  const buttons = document.querySelectorAll(".transport button");
  const input = document.querySelector(".transport input");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const taken = [];
  for (let k = 0; k < count; k++) {
    const told = () => document.querySelector(".where").textContent;
    const before = told();
    const begun = performance.now();
    if (kind === "step") buttons[1].click();
    else { set.call(input, String(Math.round(Number(input.max) * ((k % 5) + 1) / 6.5))); input.dispatchEvent(new Event("input", { bubbles: true })); }
    do await frame(); while (told() === before);
    taken.push(performance.now() - begun);
  }
  return taken;
}`;

async function timesOf(chromium: Browser, file: string, slower: number): Promise<Times> {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 860 } });
  // So that what takes minutes is measured, too.
  page.setDefaultTimeout(600_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const cpu = async (): Promise<number> => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  await page.goto(pathToFileURL(file).href);
  await page.locator(".transport .where").waitFor();
  const [first, drawn] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    performance.now(),
  ]);
  const run = async (kind: "step" | "scrub"): Promise<readonly [wall: number, cpu: number]> => {
    const before = await cpu();
    const taken: number[] = await page.evaluate(`(${inPage})(${JSON.stringify({ kind, count: STEPS })})`);
    return [median(taken), ((await cpu()) - before) / STEPS];
  };
  await page.waitForTimeout(REST);
  await run("step");
  const [step, stepCpu] = await run("step");
  const [scrub, scrubCpu] = await run("scrub");
  await page.close();
  return { first: first ?? Number.NaN, drawn: drawn ?? Number.NaN, step, scrub, stepCpu, scrubCpu };
}

/** A scenario of so many events, three a day. */
function crisisOf(count: number): string {
  const acts = ["accuse", "lodge-protest", "strike", "express-deescalation", "make-statement", "consult-by-phone"];
  const events = Array.from({ length: count }, (_, k) => {
    const [from, to] = k % 2 === 0 ? ["AAA", "BBB"] : ["BBB", "AAA"];
    const at = new Date(Date.UTC(2020, 0, 1 + Math.floor(k / 3))).toISOString().slice(0, 10);
    const because = k > 4 && k % 3 === 0 ? [`e${k - 3}`] : undefined;
    return { id: `e${k}`, at, act: acts[k % acts.length], from, to, cite: "one", because };
  });
  return JSON.stringify({
    ...{ scenario: `events-${count}`, title: `${count} events`, purpose: "exploration" },
    window: { from: "2020-01-01", to: "2022-12-31" },
    parties: { AAA: { name: "The one" }, BBB: { name: "The other" } },
    sources: { one: { title: "Invented, to be measured" } },
    events,
  });
}

function reportOf(input: string, folder: string, name: string): string {
  const out = join(folder, `${name}.html`);
  execFileSync(process.execPath, ["src/cli/main.ts", "report", input, "-o", out, "--futures", "100"]);
  return out;
}

/** The section of docs/explanation/performance.md. */
export async function reportSection(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const files = [["`india-pakistan-2001`, the most of the shipped", reportOf("india-pakistan-2001", folder, "most")]];
  for (const count of [300, 2000]) {
    const path = join(folder, `events-${count}.yaml`);
    writeFileSync(path, crisisOf(count));
    files.push([`${count.toLocaleString("en")} events`, reportOf(path, folder, String(count))]);
  }
  const chromium = await browser();
  const rows: string[] = [];
  for (const [name = "", file = ""] of files) {
    for (const slower of [1, 4]) {
      const rounds: Times[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await timesOf(chromium, file, slower));
      const told = (key: keyof Times): string => {
        const values = rounds.map((one) => one[key]);
        return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)})`;
      };
      const cells = (["first", "drawn", "step", "stepCpu", "scrub", "scrubCpu"] as const).map(told);
      rows.push(`| ${name} | ${slower}× | ${cells.join(" | ")} |`);
      console.error(rows.at(-1));
    }
  }
  await chromium.close();
  return `## Reports

A report at 1280 by 860 in headless Chromium, from disk; at 4× its processor is slowed by the developer's tools. Milliseconds, medians
of ${ROUNDS} loads with the lowest in brackets: until something is painted (the record, from the file itself), until the script has drawn its own and
the buttons work, and, once it has rested for ${REST / 1000} seconds, from a press until the frame that shows it is drawn, of ${STEPS} presses. CPU is what the page's thread worked for one, which
other work on the machine does not lengthen. Aims: the first picture within 1,000 (2,500 at 4×), step and scrub within 50 (100);
2,000 events must only not break.

| | speed | first picture | drawn by the script | step | step, CPU | scrub | scrub, CPU |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

if (import.meta.main) console.log(await reportSection());
