/** Whole processes: `demarche replay`, `check`, `what-if` and `search` of the flagship beside a bare `node -e 0`. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Contender } from "./measure.ts";

/** A situation that can't be reached: whoever looks for it has to look everywhere. */
const NOWHERE = "relations=severed,missions.PAK=ambassador";

/** Each run is one process; a rate is processes a second. */
export function processContenders(): readonly Contender[] {
  const ends =
    (code: number, args: readonly string[]): (() => number) =>
    () => {
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
      if (status !== code) throw new Error(`node ${args.join(" ")} ended with ${status}, not ${code}: ${stderr}`);
      return 1;
    };
  const run = (...args: readonly string[]): (() => number) => ends(0, args);
  const search = (code: number, ...args: readonly string[]): (() => number) =>
    ends(code, ["dist/cli/main.js", "search", "iran-pakistan-2024", ...args]);
  if (!existsSync("dist/cli/main.js")) throw new Error("There is no build to measure: npm run build makes it.");
  return [
    { name: "node -e 0", run: run("-e", "0") },
    { name: "demarche replay", run: run("dist/cli/main.js", "replay", "iran-pakistan-2024") },
    { name: "demarche check", run: run("dist/cli/main.js", "check", "scenarios/iran-pakistan-2024.yaml") },
    { name: "demarche what-if", run: run("dist/cli/main.js", "what-if", "iran-pakistan-2024") },
    {
      name: "demarche what-if, modelled",
      run: run("dist/cli/main.js", "what-if", "iran-pakistan-2024", "second-round"),
    },
    { name: "demarche search, a way", run: search(0, "--from", "2024-01-18", "--goal", "course=normal.full") },
    { name: "demarche search, no way", run: search(1, "--goal", NOWHERE) },
    {
      name: "demarche search, no single edit",
      run: search(1, "--goal", NOWHERE, "--least-edit", "--then", "keep", "--most", "1"),
    },
    { name: "from source", run: run("src/cli/main.ts", "replay", "iran-pakistan-2024") },
  ];
}
