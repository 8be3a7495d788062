/** `journal append` of one event to a record of 20,000, at its end and amid it, accepted and refused: each a process of its own. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { event } from "../src/events/index.ts";
import type { JournalEntry } from "../src/journal/index.ts";
import { sqliteJournal } from "../src/journal/sqlite.ts";
import { journalEntries } from "../src/scenario/index.ts";
import { readScenario } from "../src/scenario/read.ts";

const LENGTH = 20_000;
const ROUNDS = 9;
const SCENARIO = "scenarios/iran-pakistan-2024.yaml";

/** The shipped record with talks that go on for years, twelve a day. */
function entries(): readonly JournalEntry[] {
  const text = readFileSync(SCENARIO, "utf8").replace(/to: "?2024-[\d-]+"?/, 'to: "2029-12-31"');
  const { scenario } = readScenario(text, { file: SCENARIO });
  if (scenario === undefined) throw new Error(`${SCENARIO} has errors.`);
  const before = journalEntries(scenario, text);
  const talks = Array.from({ length: LENGTH - before.length + 1 }, (_, k): JournalEntry => {
    const at = new Date(Date.UTC(2024, 2, 1, k * 2)).toISOString().slice(0, 10);
    const because = k % 5 === 1 ? [`talk-${k - 1}`] : [];
    const said = { id: `talk-${k}`, at, from: ["IRN"], to: ["PAK"], cite: ["morrow"], because };
    return { kind: "event", event: event({ act: "consult-by-phone", ...said }) };
  });
  return [...before, ...talks];
}

const asked = (id: string, at: string, cite = "morrow"): string =>
  `{ id: ${id}, at: "${at}", act: consult-by-phone, from: PAK, to: IRN, cite: ${cite} }`;

/** What is appended, and how that ends. */
const APPENDS = [
  ["at the end", asked("more", "2029-02-11"), 0],
  ["amid the record", asked("more", "2025-02-11"), 0],
  ["amid the record, citing no source of it: refused", asked("more", "2025-02-11", "nobody"), 2],
  ["amid the record, with a name that is taken: refused", asked("talk-7000", "2025-02-11"), 2],
] as const;

const NOTING = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require("node:fs").writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});`;

/** Seconds of the processor, seconds, and megabytes of one append. */
function measured(folder: string, text: string, code: number): readonly number[] {
  const file = join(folder, "again.db");
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  copyFileSync(join(folder, "record.db"), file);
  const started = performance.now();
  const { status, output } = spawnSync(resolve("demarche"), ["journal", "append", file, "--event", text], {
    env: { ...process.env, NODE_OPTIONS: `--require ${join(folder, "noting.cjs")}` },
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== code) throw new Error(`${text} ended with ${status}, not ${code}.`);
  const [processor = Number.NaN, megabytes = Number.NaN]: number[] = JSON.parse(String(output[3]));
  return [processor, seconds, megabytes];
}

/** Measures, and tells it as a section of docs/explanation/performance.md. */
export async function appendSection(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    writeFileSync(join(folder, "noting.cjs"), NOTING);
    const journal = sqliteJournal(join(folder, "record.db"), { create: true });
    const all = entries();
    for (let k = 0; k < all.length; k += 1000) await journal.append("crisis", all.slice(k, k + 1000));
    await journal.close();
    const found = Array.from({ length: ROUNDS }, () => APPENDS.map(([, text, code]) => measured(folder, text, code)));
    const rows = APPENDS.map(([where], k) => {
      const [processor = [], seconds = [], megabytes = []] = [0, 1, 2].map((j) => found.map((one) => one[k]?.[j] ?? 0));
      const least = [processor, seconds].map((all) => Math.min(...all).toFixed(2));
      return `| ${where} | ${least.join(" | ")} | ${Math.max(...megabytes).toFixed(0)} |`;
    });
    return `## Appends to a long record

\`./demarche journal append\` of one event to a journal of ${LENGTH.toLocaleString("en")} events in a file, from a clone: each a process of its own, the
least of ${ROUNDS} rounds in turn, and the most memory, at a load of ${loadavg()[0]?.toFixed(0)}. The aim is a second on a machine at rest.

| the event comes | s of the processor | s | MB |
|---|---|---|---|
${rows.join("\n")}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.log(await appendSection());
